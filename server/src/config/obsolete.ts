/**
 * Settings of Dovecot 1.x that 2.3 still takes for what replaced them. It does so for plain values at top level and
 * directly inside connection filters, and warns each time.
 */

import { parseSize } from './values/size.ts';

/** What an obsolete assignment stands for. */
export interface Replacement {
  /** From the top level, whatever filter it stands in: `[['service', 'imap-login'], ['inet_listener', 'imap']]`. */
  readonly sections: readonly (readonly [filter: string, name: string])[];
  readonly setting: string;
  /** For `plugin`. */
  readonly element?: string;
  readonly text: string;
}

/**
 * What 2.3 takes `key = value` for: nothing for a setting that it only skips, undefined for one that it takes as it is.
 * `protocol` is that of the filter around; undefined for none, and for filters of other kinds.
 */
export function replaceObsolete(key: string, value: string, around: Around): readonly Replacement[] | undefined {
  return Object.hasOwn(replacing, key) ? replacing[key]!(value, around) : replaceByPrefix(key, value);
}

export type Around =
  | { readonly kind: 'top' }
  | { readonly kind: 'protocol'; readonly name: string }
  | { readonly kind: 'other' };

type Replace = (value: string, around: Around) => readonly Replacement[] | undefined;

function here(setting: string, text: string): Replacement {
  return { sections: [], setting, text };
}

const skip: Replace = () => [];

function file(setting: string): Replace {
  return (value) => (value === '' ? [] : [here(setting, `<${value}`)]);
}

function words(setting: string, values: Readonly<Record<string, string>>): Replace {
  return (value) => [here(setting, values[value.toLowerCase()] ?? value)];
}

/** The mail protocols that a filter leaves. */
function protocolsOf(around: Around): string[] {
  if (around.kind === 'top') return ['imap', 'pop3'];
  return around.kind === 'protocol' ? ['imap', 'pop3'].filter((protocol) => protocol === around.name) : [];
}

function inServices(suffix: string, setting: string, text: (value: string) => string = (value) => value): Replace {
  return (value, around) =>
    protocolsOf(around).map((protocol) => ({
      sections: [['service', `${protocol}${suffix}`]],
      setting,
      text: text(value),
    }));
}

function inAuth(setting: string, text: (value: string) => string = (value) => value): Replace {
  return (value) => [{ sections: [['service', 'auth']], setting, text: text(value) }];
}

const megabytes = (value: string) => `${value} M`;

/** `imaps` and `pop3s` are listeners of `imap` and `pop3` today. */
function protocols(value: string): readonly Replacement[] {
  const names = value.split(' ').filter((name) => name !== '');
  const kept = names
    .filter((name) => name !== 'imaps' && name !== 'pop3s')
    .map((name) => (name === 'managesieve' ? 'sieve' : name));
  const closed: Replacement[] = [];
  for (const protocol of ['imap', 'pop3']) {
    if (!names.includes(`${protocol}s`) || names.includes(protocol)) continue;
    kept.push(protocol);
    closed.push({ ...listener(protocol, protocol), setting: 'port', text: '0' });
  }
  return [here('protocols', kept.join(' ')), ...closed];
}

function listener(protocol: string, name: string): Pick<Replacement, 'sections'> {
  return {
    sections: [
      ['service', `${protocol}-login`],
      ['inet_listener', name],
    ],
  };
}

/** An address with a port became the port of the listeners; inside a protocol the address belongs to them, too. */
function listen(secure: boolean): Replace {
  return (value, around) => {
    const port = /^([^,\s]*[^,\s:\]]|\[[^\]]*\]|\*):(\d+)$/.exec(value.trim());
    if (!secure && around.kind === 'top' && port === null) return undefined;
    if (value === '') return [];
    const address = port?.[1] ?? value;
    const listeners = protocolsOf(around).map((protocol) => listener(protocol, secure ? `${protocol}s` : protocol));
    const ports = port === null ? [] : listeners.map((one) => ({ ...one, setting: 'port', text: port[2]! }));
    if (!secure && around.kind === 'top') return [...ports, here('listen', address)];
    return [...ports, ...listeners.map((one) => ({ ...one, setting: 'address', text: address }))];
  };
}

const tlsVersions = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2'];

/** The lowest version of a list such as `!SSLv3 !TLSv1`. */
function minimumVersion(value: string): readonly Replacement[] {
  const names = value.split(/[, ]+/).filter((name) => name !== '');
  const wanted = names.filter((name) => !name.startsWith('!'));
  const refused = names.filter((name) => name.startsWith('!')).map((name) => name.slice(1));
  if (![...wanted, ...refused].every((name) => tlsVersions.includes(name))) return [];
  const lowest = tlsVersions.find((name) => (wanted.length > 0 ? wanted.includes(name) : !refused.includes(name)));
  return lowest === undefined ? [] : [here('ssl_min_protocol', lowest)];
}

/** A bare number below 1024 meant megabytes. */
function cacheSize(value: string): readonly Replacement[] | undefined {
  const size = /^\d+$/.test(value) ? parseSize(value, 'old') : undefined;
  const isSmall = size?.kind === 'bytes' && size.value > 0n && size.value < 1024n;
  return isSmall ? [here('auth_cache_size', `${value}M`)] : undefined;
}

/** Workarounds that are no longer needed leave their blanks behind. */
function workarounds(value: string): readonly Replacement[] {
  const names = value.split(/[ ,]+/).map((name) => (name === 'outlook-idle' || name === 'netscape-eoh' ? '' : name));
  return [here('imap_client_workarounds', names.join(' '))];
}

const inPlugin =
  (element: string): Replace =>
  (value) => [{ sections: [], setting: 'plugin', element, text: value }];

const replacing: Readonly<Record<string, Replace>> = {
  auth_cache_size: cacheSize,
  auth_chroot: inAuth('chroot'),
  auth_count: skip,
  auth_executable: inAuth('executable'),
  auth_process_size: inAuth('vsz_limit', megabytes),
  auth_user: inAuth('user'),
  dbox_rotate_days: skip,
  dbox_rotate_min_size: skip,
  dbox_rotate_size: (value) => [here('mdbox_rotate_size', value)],
  director_consistent_hashing: skip,
  fsync_disable: words('mail_fsync', { yes: 'never', no: 'optimized' }),
  imap_client_workarounds: workarounds,
  license_checksum: skip,
  listen: listen(false),
  login_chroot: inServices('-login', 'chroot', (value) => (value === 'no' ? '' : 'login')),
  login_dir: skip,
  login_executable: inServices('-login', 'executable'),
  login_max_connections: inServices('-login', 'client_limit'),
  login_max_processes_count: inServices('-login', 'process_limit'),
  login_process_per_connection: inServices('-login', 'service_count', (value) => (value === 'no' ? '0' : '1')),
  login_process_size: inServices('-login', 'vsz_limit', megabytes),
  login_processes_count: inServices('-login', 'process_min_avail'),
  login_user: inServices('-login', 'user'),
  mail_drop_priv_before_exec: inServices('', 'drop_priv_before_exec'),
  mail_executable: inServices('', 'executable'),
  mail_log_max_lines_per_sec: skip,
  mail_process_size: inServices('', 'vsz_limit', megabytes),
  maildir_copy_preserve_filename: skip,
  max_mail_processes: inServices('', 'process_limit'),
  protocols,
  sieve: inPlugin('sieve'),
  sieve_storage: inPlugin('sieve_storage'),
  ssl_ca_file: file('ssl_ca'),
  ssl_cert_file: file('ssl_cert'),
  ssl_dh_parameters_length: skip,
  ssl_disable: words('ssl', { yes: 'no', no: 'yes' }),
  ssl_key_file: file('ssl_key'),
  ssl_listen: listen(true),
  ssl_parameters_regenerate: skip,
  ssl_protocols: minimumVersion,
};

function replaceByPrefix(key: string, value: string): readonly Replacement[] | undefined {
  const former = 'mail_cache_compress_';
  return key.startsWith(former) ? [here(`mail_cache_purge_${key.slice(former.length)}`, value)] : undefined;
}
