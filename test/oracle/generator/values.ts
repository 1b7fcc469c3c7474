/** Values by type: mostly what Dovecot takes, and for mistakes what it does not. */

import type { Fact } from '../../../server/src/knowledge/facts.ts';
import drivers from '../../../server/src/knowledge/generated/drivers.json' with { type: 'json' };
import type { OracleVersion } from '../../../tools/oracle/releases.ts';
import type { Choose } from './choose.ts';

const words = ['a', 'foo', 'example.com', '/var/mail', 'x y', 'imap', 'pop3 imap', '127.0.0.1', 'vmail', '"x # y"'];
const variables: Readonly<Record<OracleVersion, readonly string[]>> = {
  '2.3': ['%u', '%Lu', '/var/vmail/%d/%n', '$mail_plugins', '$ENV:HOME', '</etc/x'],
  '2.4': ['%{user}', '%{user | lower}', '~/%{user | domain}', '$SET:mail_path', '$ENV:HOME', '</etc/x'],
};

/** Lists of words that Dovecot checks one by one, and the settings whose single value it checks. */
const checked: Readonly<Record<OracleVersion, Readonly<Record<string, readonly string[]>>>> = {
  '2.3': drivers.old.check_lists,
  '2.4': drivers.new.check_lists,
};
const addresses = ['sender', 'user_email', '<>', '<postmaster@example.com>', 'Recipient', ''];
const filters = ['event=x', 'event=* AND NOT (user=a OR user="b c")', 'category=imap', 'duration>1000', ''];
const hashes = ['%{sha1}', '%{sha256:128}%{md5}', 'x', ''];
const urls = ['http://localhost/', 'https://example.com:8443/a?b=c', 'http://[::1]:80', ''];

const checkedByBoth: Readonly<Record<string, readonly string[]>> = {
  acl_id: ['owner', 'user=bob', 'group-override=x', ''],
  acl_rights: ['lr', 'lrwstipekxa', 'lrs :custom', ''],
  auth_policy_server_url: [''],
  auth_verbose_passwords: ['no', 'plain', 'sha1', 'sha1:6', 'truncate:4'],
  'event_exporter/format': ['json', 'tab-text', 'none'],
  'event_exporter/name': ['first'],
  'event_exporter/transport': ['log', 'http-post', 'drop'],
  event_exporter_format: ['json', 'tab-text', 'none'],
  http_client_proxy_url: urls,
  // 2.4.1 refuses whatever it holds.
  imapsieve_url: [''],
  log_core_filter: filters,
  log_debug: filters,
  mail_attachment_hash: hashes,
  mail_ext_attachment_hash: hashes,
  mail_server_admin: ['mailto:admin@example.com', 'https://example.com/', ''],
  imapc_sasl_mechanisms: ['', 'plain'],
  listen: ['*', '* ::', '127.0.0.1'],
  mail_nfs_index: ['no'],
  mailbox_list_storage_escape_char: ['%', ''],
  mailbox_special_use: ['\\Sent', '\\Drafts', '\\Junk', ''],
  'metric/filter': ['event=imap_command_finished', 'category=auth AND NOT name=x'],
  'metric/group_by': ['', 'user', 'duration:linear:0:100:10'],
  'metric/exporter': [''],
  'metric/metric_name': ['first'],
  metric_filter: ['event=imap_command_finished', 'category=auth AND NOT name=x'],
  'namespace/alias_for': [''],
  namespace_alias_for: [''],
  namespace_separator: ['/', '.', ''],
  'namespace/separator': ['/', '.', ''],
  'namespace/mailbox/special_use': ['\\Sent', '\\Drafts', '\\Junk', ''],
  pop3_uidl_format: ['%08Xu%08Xv', '%f'],
  pop3c_features: ['no-pipelining', ''],
  process_shutdown_filter: filters,
  push_notification_ox_url: urls,
  redis_host: ['127.0.0.1', '::1', '127.1'],
  'service/type': ['', 'login', 'startup'],
  service_type: ['', 'login', 'startup'],
  sieve_editheader_header_name: ['X-Foo', ''],
  sieve_notify_mailto_envelope_from: addresses,
  sieve_redirect_envelope_from: addresses,
  sieve_report_from: addresses,
  sieve_script_name: ['main', 'a b', ''],
  sieve_script_storage: ['main', 'a b', ''],
  sieve_user_email: ['me@example.com', '<me@localhost>', ''],
  ssl_options: ['', 'compression', 'no_ticket'],
  ssl_verify_client_cert: ['no'],
  syslog_facility: ['mail', 'local0', 'daemon'],
};

const sizes = ['0', '1', '10M', '512 k', '1G', '10 MB', '2 KiB', '300B', '1t'];
const times = ['0', '1s', '5 mins', '30 secs', '2h', '1 day', '3 weeks', '2000 ms', '90 min'];
const octals = ['0600', '0666', '0', '0777', '384'];

/** A value that Dovecot takes for the setting, as far as its type and name tell. */
export function goodValue(name: string, fact: Fact, version: OracleVersion, choose: Choose): string {
  const list = checked[version][name] ?? checked['2.4'][name] ?? checkedByBoth[name];
  // What a variable or a file holds is not known.
  if (list !== undefined) return choose.pick(choose.percent(95) ? list : words);
  if (fact.default !== undefined && choose.percent(15)) return fact.default;
  switch (fact.type) {
    case 'bool':
      return choose.pick(['yes', 'no', 'yes', 'no', 'Yes', 'NO', 'y', '1']);
    case 'uint':
    case 'uintmax':
      return choose.pick([
        '1',
        '2',
        '10',
        '100',
        '1000',
        '007',
        ...(version === '2.4' && fact.type === 'uint' ? ['unlimited'] : []),
      ]);
    case 'uint_oct':
      return choose.pick(octals);
    // The only one is an older name of a port.
    case 'alias':
    case 'in_port':
      return choose.pick(['0', '143', '993', '65535', '24']);
    case 'size':
      return choose.pick([...sizes, ...(version === '2.4' ? ['unlimited'] : [])]);
    case 'time':
      return choose.pick([...times, ...(version === '2.4' ? ['unlimited', 'infinite'] : [])]);
    case 'time_msecs':
      return choose.pick([...times, '100ms', '1500 msecs']);
    case 'enum':
      return choose.pick(fact.values ?? ['']);
    case 'boollist':
      return choose.pick(['a', 'a b', 'a, b', 'imap', '"a b" c', '']);
    case 'file':
      return choose.pick(['/etc/ssl/cert.pem', 'cert.pem', '', '</etc/ssl/cert.pem', 'inline:x']);
    default:
      if (fact.default !== undefined && choose.percent(40)) return fact.default;
      return choose.percent(25) ? choose.pick(variables[version]) : choose.pick(words);
  }
}

const bad = ['', 'foo', '-1', '1.5', '10X', '1 hour 2', '0x10', '99999999999', 'on', 'yes please', '5', '%{user', '"a'];

/** A value that the type may not take. */
export function badValue(choose: Choose): string {
  return choose.pick(bad);
}
