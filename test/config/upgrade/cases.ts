// A setting of 2.3 for every row of the table of upgrades, as it stands in a file for 2.4, and what the fix makes of it.
// `node test/config/upgrade/record.ts` asks real Dovecot 2.4 about the outcomes.

import { parseTarget } from '../../../server/src/config/dialect.ts';
import { upgradePaths } from '../../../server/src/knowledge/upgrades.ts';
import type { Finding, Fix } from '../../../server/src/lint/rule.ts';
import { versionLines } from '../../oracle/case.ts';
import { applied, judged } from '../../support/fixPromises.ts';

/** Values by path, where it is not one that can be guessed. */
const values: Readonly<Record<string, readonly string[]>> = {
  auth_default_realm: ['example.com'],
  auth_policy_server_timeout_msecs: ['2000'],
  default_idle_kill: ['30s', '1 min'],
  doveadm_http_rawlog_dir: ['/tmp/rawlog'],
  'event_exporter/format_args': ['time-unix'],
  'event_exporter/transport': ['log', 'http-post'],
  fsync_disable: ['yes'],
  mail: ['maildir:~/Maildir'],
  mail_attachment_dir: ['/srv/attachments'],
  mail_attachment_hash: ['%{sha1}'],
  mail_attachment_min_size: ['64k'],
  mail_attribute_dict: ['file:%h/attributes'],
  mail_location: [
    'maildir:~/Maildir',
    'mdbox:/srv/%d/%n:INDEX=/var/index/%u:ALT=/alt/%Lu',
    'mbox:~/mail:INBOX=/var/mail/%u:LAYOUT=fs:CONTROL=~/control',
    'sdbox:~/mail:INDEX=MEMORY',
    'virtual:/etc/dovecot/virtual:INDEX=~/virtual',
  ],
  'namespace/location': ['', 'maildir:~/Old:LAYOUT=fs'],
  'namespace/mail': ['mbox:~/mail'],
  'namespace/mail_location': ['mbox:~/mail'],
  'passdb/mechanisms': ['plain login'],
  'passdb/override_fields': ['nopassword=y userdb_home=/srv/%n'],
  'service/idle_kill': ['30s'],
  'service/inet_listener/address': ['127.0.0.1', '127.0.0.1, ::1'],
  'service/service_count': ['0', '1'],
  ssl_cert_username_field: ['x500UniqueIdentifier'],
  ssl_key_password: ['dummy'],
  ssl_protocols: ['!SSLv2 !SSLv3', '!SSLv3 !TLSv1 !TLSv1.1'],
  stats_http_rawlog_dir: ['/tmp/rawlog'],
  'userdb/override_fields': ['home=/srv/%d/%n uid=500'],
  'plugin/acl': ['vfile'],
  'plugin/acl_anyone': ['allow'],
  'plugin/acl_shared_dict': ['file:/srv/shared-mailboxes'],
  'plugin/fts': ['flatcurve', 'solr'],
  'plugin/fts_decoder': ['decode2text'],
  'plugin/fts_enforced': ['yes', 'no'],
  'plugin/fts_index_timeout': ['30s'],
  'plugin/fts_language_config': ['/etc/textcat.conf'],
  'plugin/fts_languages': ['en fi', 'de'],
  'plugin/fts_solr': ['url=http://localhost:8983/solr/dovecot/'],
  'plugin/fts_tika': ['http://localhost:9998/tika/'],
  'plugin/last_login_dict': ['file:~/last-login'],
  'plugin/lazy_expunge': ['.EXPUNGED'],
  'plugin/listescape_char': ['~'],
  'plugin/mail_crypt_curve': ['secp521r1'],
  'plugin/mail_crypt_private_password': ['dummy'],
  'plugin/mail_lua_script': ['/etc/dovecot/mail.lua'],
  'plugin/master_user': ['%{user}'],
  'plugin/quota': ['count:User quota', 'maildir:main'],
  'plugin/quota_grace': ['10M'],
  'plugin/quota_max_mail_size': ['50M'],
  'plugin/quota_over_flag': ['TRUE'],
  'plugin/quota_over_flag_value': ['TRUE'],
  'plugin/quota_rule': ['*:storage=1G', '*:storage=1024:messages=1000', '*:bytes=5000'],
  'plugin/sieve': ['file:~/sieve;active=~/.dovecot.sieve', '~/.dovecot.sieve'],
  'plugin/sieve_after': ['/etc/dovecot/after.d'],
  'plugin/sieve_after#': ['file:/etc/dovecot/after2.sieve'],
  'plugin/sieve_before': ['/etc/dovecot/before/%d.sieve'],
  'plugin/sieve_before#': ['~/before.d/'],
  'plugin/sieve_default': ['/etc/dovecot/default.sieve'],
  'plugin/sieve_discard': ['/etc/dovecot/discard.sieve'],
  'plugin/sieve_extensions': ['+editheader -body', 'fileinto reject'],
  'plugin/sieve_global': ['/etc/dovecot/global/'],
  'plugin/sieve_global_extensions': ['+editheader'],
  'plugin/sieve_quota_max_scripts': ['10'],
  'plugin/sieve_quota_max_storage': ['1M'],
  'plugin/sieve_spamtest_max_header': ['X-Spam-Status: required=([[:digit:]]+)'],
  'plugin/sieve_spamtest_max_value': ['10'],
  'plugin/sieve_user_log': ['~/sieve.log'],
  'plugin/sieve_variables_max_scope_size': ['255'],
  'plugin/sieve_variables_max_variable_size': ['4k'],
  'plugin/sieve_virustest_max_header': ['X-Virus-Scan: ([[:digit:]])'],
  'plugin/sieve_virustest_max_value': ['5'],
  'plugin/zlib_save': ['gz', 'zstd'],
};

/** `args` need the driver beside them. */
const argumentCases = [
  'passdb pam {\n  driver = pam\n  args = dovecot\n}\n',
  'passdb pam {\n  driver = pam\n  args = session=yes max_requests=10 %s\n}\n',
  'passdb users {\n  driver = passwd-file\n  args = scheme=CRYPT username_format=%u /etc/dovecot/users\n}\n',
  'passdb all {\n  driver = static\n  args = password=dummy allow_nets=127.0.0.1/32\n}\n',
  'userdb users {\n  driver = passwd-file\n  args = username_format=%n /srv/%d/users\n}\n',
  'userdb all {\n  driver = static\n  args = uid=vmail gid=vmail home=/var/vmail/%d/%n allow_all_users=yes\n}\n',
];

/** Dovecot wants a CA beside it. */
const clientCertificates = 'ssl_ca = </etc/ssl/ca.pem\nssl_verify_client_cert = yes\n';

/** Keys of `plugin { }` that keep their names. */
const moved = ['mail_log_events = delete expunge', 'sieve_max_redirects = 10', 'quota_exceeded_message = Full.'];

const heads: Readonly<Record<string, string>> = {
  event_exporter: 'event_exporter log {\n  format = json\n',
  namespace: 'namespace inbox {\n  inbox = yes\n',
  passdb: 'passdb passwd {\n',
  userdb: 'userdb passwd {\n',
};

export interface UpgradeCase {
  readonly path: string;
  readonly before: string;
}

function caseOf(path: string, value: string): UpgradeCase {
  const parts = path.replace('#', '2').split('/');
  const key = parts.pop()!;
  const line = `${key} = ${value}`.trimEnd();
  if (parts.length === 0) return { path, before: `${line} # kept\n` };
  if (parts[0] === 'plugin') return { path, before: `plugin {\n  ${line}\n}\n` };
  if (parts[0] === 'service') {
    const inner = parts.length === 1 ? `  ${line}\n` : `  inet_listener imap {\n    port = 143\n    ${line}\n  }\n`;
    return { path, before: `service imap-login {\n${inner}}\n` };
  }
  return { path, before: `${heads[parts[0]!]}  ${line}\n}\n` };
}

function valuesOf(path: string): readonly string[] {
  if (Object.hasOwn(values, path)) return values[path]!;
  if (/^ssl_(?:alt_|client_)?(?:ca|cert|dh|key)$/.test(path)) return ['</etc/ssl/mail.pem'];
  return /count|limit|max|min|size|interval|timeout|time/.test(path) ? ['10'] : ['yes'];
}

export const upgradeCases: readonly UpgradeCase[] = [
  ...upgradePaths
    .filter((path) => !path.endsWith('/args') && path !== 'ssl_verify_client_cert')
    .flatMap((path) => valuesOf(path).map((value) => caseOf(path, value))),
  { path: 'ssl_verify_client_cert', before: clientCertificates },
  { path: 'plugin/sieve', before: 'plugin {\n  sieve = ~/.dovecot.sieve\n  sieve_dir = /srv/%u/sieve\n}\n' },
  { path: 'plugin/sieve', before: 'plugin {\n  sieve_dir = ~/scripts\n  sieve = ~/active\n}\n' },
  ...argumentCases.map((before) => ({ path: `${before.slice(0, 6)}/args`, before })),
  ...moved.map((line) => ({ path: `plugin/${line.split(' ')[0]}`, before: `plugin {\n  ${line}\n}\n` })),
];

/** Settings of 1.x, for 2.3: what fixes make of them amounts to the same. */
export const obsoleteCases: readonly string[] = [
  'auth_cache_size = 10\n',
  'auth_chroot = /var/empty\n',
  'auth_executable = /usr/lib/dovecot/auth\n',
  'auth_process_size = 256\n',
  'auth_user = root\n',
  'dbox_rotate_size = 10M\n',
  'fsync_disable = yes\n',
  'mail_cache_compress_min_size = 64k\n',
  'sieve = ~/.dovecot.sieve\n',
  'ssl_cert_file = /etc/hostname\n',
  'ssl_dh_parameters_length = 2048\n',
  'ssl_disable = yes\n',
  'ssl_protocols = !SSLv3\n',
];

/** The file for 2.3 after the first fix of an obsolete setting. */
export function renewed(text: string): string {
  const target = parseTarget('ce-2.3@2.3.19')!;
  const { findings } = judged({ texts: { 'dovecot.conf': text }, root: 'dovecot.conf', target });
  const [fix] = findings.filter(({ rule }) => rule.id === 'setting-obsolete').flatMap(({ fixes }) => fixes);
  return fix === undefined ? text : applied({ 'dovecot.conf': text }, fix.edits)['dovecot.conf']!;
}

export const recordedRenewals = 'test/fixtures/renewals.json';

/** Whether `doveconf -n` of 2.3 prints the same for both. */
export interface RecordedRenewal {
  readonly before: string;
  readonly after: string;
  readonly isSame: boolean;
}

const target = parseTarget('ce-2.4@2.4.1')!;

/** The file after the fixes of the old setting, then those of an empty `plugin { }`; undefined where there is none. */
export function upgraded({ before }: UpgradeCase): string | undefined {
  let text = versionLines + before;
  for (let fix = firstFix(text); fix !== undefined; fix = firstFix(text)) {
    text = applied({ 'dovecot.conf': text }, fix.edits)['dovecot.conf']!;
  }
  return text === versionLines + before ? undefined : text.slice(versionLines.length);
}

function firstFix(text: string): Fix | undefined {
  const { findings } = judged({ texts: { 'dovecot.conf': text }, root: 'dovecot.conf', target });
  const isOurs = ({ rule }: Finding) => rule.id === 'setting-unknown' || rule.id === 'section-unknown';
  return findings.filter(isOurs).flatMap(({ fixes }) => fixes)[0];
}

export const recordedUpgrades = 'test/fixtures/upgrades.json';

/** What real Dovecot said of the outcome of a fix. */
export interface RecordedUpgrade extends UpgradeCase {
  readonly after: string;
  readonly rc: number;
  readonly error?: string;
}
