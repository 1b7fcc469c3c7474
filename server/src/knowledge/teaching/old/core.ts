/** Services, logging, statistics, mail storage and namespaces of 2.3, where 2.4 has other names. */

import type { Teachings } from '../../types.ts';

export const core: Teachings = {
  config_cache_size: {
    summary: 'Memory of the config process for settings it has already put together.',
    details: 'Gone in 2.4, whose processes read one binary file.',
    example: 'config_cache_size = 1M',
    seeAlso: ['default_vsz_limit'],
    replacedBy: null,
  },
  default_idle_kill: {
    summary: 'How long a process without a client stays, for services that do not say.',
    details: 'Only processes above `process_min_avail` end.',
    example: 'default_idle_kill = 1 mins',
    seeAlso: ['service/idle_kill', 'service/process_min_avail'],
    replacedBy: 'default_idle_kill_interval',
  },
  dict_db_config: {
    summary: 'Configuration file of Berkeley DB, for dicts of that kind.',
    details: 'Berkeley DB dicts are gone, and this with them.',
    example: 'dict_db_config = /etc/dovecot/dict-db.conf',
    seeAlso: ['dict'],
    replacedBy: null,
  },
  doveadm_http_rawlog_dir: {
    summary: 'Folder in which HTTP requests to doveadm are written down for debugging.',
    details:
      'Holds passwords and mails; remove the files afterwards. In 2.4 it is `rawlog_dir` of `http_client` inside `doveadm_server`.',
    example: 'doveadm_http_rawlog_dir = /tmp/doveadm-rawlog',
    seeAlso: ['doveadm_api_key', 'stats_http_rawlog_dir'],
    replacedBy: 'http_client_rawlog_dir',
  },
  'event_exporter/format_args': {
    summary: 'How the format writes times: `time-rfc3339` or `time-unix`.',
    example: 'event_exporter log {\n  format = json\n  format_args = time-rfc3339\n  transport = log\n}',
    seeAlso: ['event_exporter/format', 'event_exporter/transport'],
    replacedBy: 'event_exporter_time_format',
  },
  'event_exporter/transport': {
    summary: 'Where events are sent.',
    values: {
      drop: 'Nowhere.',
      'http-post': 'To a URL, one request for each event.',
      log: 'Into the log.',
    },
    example:
      'event_exporter web {\n  format = json\n  format_args = time-rfc3339\n  transport = http-post\n  transport_args = https://events.example.com/\n}',
    seeAlso: ['event_exporter/transport_args', 'event_exporter/format'],
    replacedBy: 'event_exporter_driver',
  },
  'event_exporter/transport_args': {
    summary: 'Argument of the transport: the URL for `http-post`.',
    details:
      'In 2.4 each driver has a setting for it, as `event_exporter_http_post_url` or `event_exporter_unix_path`.',
    example:
      'event_exporter web {\n  format = json\n  format_args = time-rfc3339\n  transport = http-post\n  transport_args = https://events.example.com/\n}',
    seeAlso: ['event_exporter/transport', 'event_exporter/transport_timeout'],
    replacedBy: 'event_exporter_http_post_url',
  },
  'event_exporter/transport_timeout': {
    summary: 'How long sending one event may take before it is lost.',
    details:
      'In 2.4 it is `http_client_request_timeout` for HTTP and `event_exporter_unix_connect_timeout` for a socket.',
    example:
      'event_exporter web {\n  format = json\n  format_args = time-rfc3339\n  transport = http-post\n  transport_args = https://events.example.com/\n  transport_timeout = 500 msecs\n}',
    seeAlso: ['event_exporter/transport'],
    replacedBy: 'http_client_request_timeout',
  },
  imap_id_log: {
    summary: 'Which fields of the ID command of clients are logged.',
    details: 'Gone in 2.4, where an event carries them.',
    values: { '*': 'All fields.' },
    example: 'imap_id_log = *',
    seeAlso: ['imap_id_send', 'imap_id_retain'],
    replacedBy: null,
  },
  imapc_ssl_verify: {
    summary: 'Whether the certificate of the remote IMAP server must be valid.',
    details:
      'With `no` anybody between the servers can read along. In 2.4 set `ssl_client_require_valid_cert` inside `imapc`.',
    example: 'imapc_ssl_verify = yes',
    seeAlso: ['imapc_ssl', 'ssl_client_ca_file'],
    replacedBy: 'ssl_client_require_valid_cert',
  },
  login_access_sockets: {
    summary: 'Sockets that are asked whether a client address may log in.',
    details: 'Was used for TCP wrappers (`tcpwrap`). Gone in 2.4; use the policy server or a firewall.',
    example: 'login_access_sockets = tcpwrap',
    seeAlso: ['auth_policy_server_url'],
    replacedBy: null,
  },
  mail: {
    summary: 'Short name of `mail_location`, as userdb returns it.',
    details:
      'In 2.4 driver, path and parameters are settings of their own: `mail_driver`, `mail_path`, `mail_index_path` and so on.',
    example: 'mail = maildir:~/Maildir',
    seeAlso: ['mail_location', 'namespace/location'],
    replacedBy: 'mail_path',
  },
  mail_attribute_dict: {
    summary: 'Dict for attributes of mailboxes and the server, as METADATA needs it.',
    details: 'In 2.4 a `dict` block inside `mail_attribute`.',
    example: 'mail_attribute_dict = file:%h/dovecot-attributes',
    seeAlso: ['imap_metadata', 'dict'],
    replacedBy: 'mail_attribute',
  },
  'metric/metric_name': {
    summary: 'Name of the metric, which is that of its block.',
    example: 'metric auth_success {\n  filter = event=auth_request_finished AND success=yes\n}',
    seeAlso: ['metric', 'metric/filter'],
    replacedBy: 'metric_name',
  },
  'namespace/location': {
    summary: 'Where the mails of the namespace are; `mail_location` when empty.',
    details: 'In 2.4 `mail_driver`, `mail_path` and the like stand directly in the namespace.',
    example: 'namespace archive {\n  prefix = Archive/\n  location = mdbox:~/archive\n}',
    seeAlso: ['mail_location', 'namespace/prefix'],
    replacedBy: 'mail_path',
  },
  'namespace/mail': {
    summary: 'Other name of `location` in a namespace.',
    details: 'Lets userdb set it by the short name.',
    example: 'namespace archive {\n  prefix = Archive/\n  mail = mdbox:~/archive\n}',
    seeAlso: ['namespace/location'],
    replacedBy: 'mail_path',
  },
  'namespace/mail_location': {
    summary: 'Other name of `location` in a namespace, the same as that of the global setting.',
    example: 'namespace archive {\n  prefix = Archive/\n  mail_location = mdbox:~/archive\n}',
    seeAlso: ['namespace/location', 'mail_location'],
    replacedBy: 'mail_path',
  },
  'namespace/mailbox': {
    summary: 'Settings of one mailbox, or of all that match the pattern.',
    details: 'The name is without the prefix of the namespace.',
    example: 'namespace inbox {\n  mailbox Trash {\n    special_use = \\Trash\n    auto = subscribe\n  }\n}',
    seeAlso: ['namespace/mailbox/special_use', 'namespace/mailbox/auto', 'namespace/mailbox/autoexpunge'],
    replacedBy: 'mailbox',
  },
  'namespace/mailbox/driver': {
    summary: 'Storage driver of this mailbox, when it is not that of the namespace.',
    example: 'namespace inbox {\n  mailbox Virtual {\n    driver = virtual\n  }\n}',
    seeAlso: ['namespace/mailbox', 'namespace/location'],
  },
  plugin: {
    summary: 'Holds the settings of plugins.',
    details:
      'Any name is accepted here, so a misspelled one is silently without effect. In 2.4 plugin settings stand at top level and unknown names are refused.',
    example: 'plugin {\n  quota = count:User quota\n  sieve = file:~/sieve;active=~/.dovecot.sieve\n}',
    seeAlso: ['mail_plugins'],
    replacedBy: null,
  },
  'service/fifo_listener': {
    summary: 'Named pipe through which the service is reached.',
    example: 'service stats {\n  fifo_listener stats-mail {\n    mode = 0600\n  }\n}',
    seeAlso: ['service/unix_listener', 'service/inet_listener'],
    replacedBy: 'fifo_listener',
  },
  'service/idle_kill': {
    summary: 'How long a process of this service stays without a client.',
    values: { '0': 'As `default_idle_kill` says.' },
    example: 'service imap-hibernate {\n  idle_kill = 5 mins\n}',
    seeAlso: ['default_idle_kill', 'service/process_min_avail'],
    replacedBy: 'service_idle_kill_interval',
  },
  'service/inet_listener': {
    summary: 'Port on which the service listens.',
    details: 'Port 0 turns a listener off that Dovecot has by default.',
    example: 'service imap-login {\n  inet_listener imaps {\n    port = 993\n    ssl = yes\n  }\n}',
    seeAlso: ['service/inet_listener/port', 'service/inet_listener/address', 'listen'],
    replacedBy: 'inet_listener',
  },
  'service/inet_listener/address': {
    summary: 'Addresses on which this port listens; those of `listen` when empty.',
    details: 'In 2.4 `listen` can stand inside the listener.',
    example: 'service lmtp {\n  inet_listener lmtp {\n    address = 127.0.0.1 ::1\n    port = 24\n  }\n}',
    seeAlso: ['listen', 'service/inet_listener/port'],
    replacedBy: 'listen',
  },
  'service/inet_listener/reuse_port': {
    summary: 'Lets every process listen by itself, so that the kernel spreads the connections.',
    details: 'Makes sense only with `service_count` other than 1 and a fixed number of processes.',
    example: 'service imap-login {\n  inet_listener imap {\n    reuse_port = yes\n  }\n  service_count = 0\n}',
    seeAlso: ['service/inet_listener', 'service/process_min_avail'],
    replacedBy: 'service_reuse_port',
  },
  'service/service_count': {
    summary: 'How many connections a process serves before it ends.',
    details:
      '`1` for login processes keeps users apart at the price of a process each; more saves memory and time. In 2.4 no limit is written `unlimited`.',
    values: { '0': 'No limit.', '1': 'A new process for each connection.' },
    unit: 'connections',
    example: 'service imap-login {\n  service_count = 0\n  process_min_avail = 4\n}',
    seeAlso: ['service/client_limit', 'service/process_min_avail', 'service/process_limit'],
    replacedBy: 'service_restart_request_count',
  },
  'service/unix_listener': {
    summary: 'Socket through which other programs reach the service.',
    details: 'Relative names are below `base_dir`. Mode, user and group decide who may connect.',
    example:
      'service auth {\n  unix_listener /var/spool/postfix/private/auth {\n    mode = 0660\n    user = postfix\n    group = postfix\n  }\n}',
    seeAlso: ['service/unix_listener/mode', 'service/inet_listener', 'base_dir'],
    replacedBy: 'unix_listener',
  },
  ssl_alt_cert: {
    summary: 'Second certificate, of another kind, for old clients: RSA beside ECDSA.',
    details: 'Read from a file with `<`. In 2.4 give the path without `<`.',
    example: 'ssl_alt_cert = </etc/ssl/certs/mail-rsa.pem',
    seeAlso: ['ssl_alt_key', 'ssl_cert'],
    replacedBy: 'ssl_server_alt_cert_file',
  },
  ssl_alt_key: {
    summary: 'Key of the second certificate.',
    details: 'Read from a file with `<`. In 2.4 give the path without `<`.',
    example: 'ssl_alt_key = </etc/ssl/private/mail-rsa.key',
    seeAlso: ['ssl_alt_cert', 'ssl_key'],
    replacedBy: 'ssl_server_alt_key_file',
  },
  ssl_cert: {
    summary: 'Certificate of the server, with the intermediate ones behind it.',
    details:
      'The `<` reads the file; without it the path itself is taken for the certificate. In 2.4 give the path without `<`.',
    example: 'ssl_cert = </etc/ssl/certs/mail.pem',
    seeAlso: ['ssl_key', 'ssl_alt_cert', 'ssl'],
    replacedBy: 'ssl_server_cert_file',
  },
  ssl_cert_username_field: {
    summary: 'Field of a client certificate that holds the user name.',
    details: 'Only with `auth_ssl_username_from_cert`.',
    example: 'ssl_cert_username_field = emailAddress',
    seeAlso: ['auth_ssl_username_from_cert', 'ssl_verify_client_cert'],
    replacedBy: 'ssl_server_cert_username_field',
  },
  ssl_client_ca_file: {
    summary: 'File with the authorities that may sign the certificate of a server that Dovecot connects to.',
    details: 'A path, without `<`. `ssl_client_ca_dir` takes a directory of them instead.',
    example: 'ssl_client_ca_file = /etc/ssl/certs/ca-certificates.crt',
    seeAlso: ['ssl_client_ca_dir', 'ssl_client_require_valid_cert'],
    replacedBy: 'ssl_client_ca_file',
  },
  ssl_client_cert: {
    summary: 'Certificate that Dovecot shows when it connects to other servers.',
    details: 'Read from a file with `<`. In 2.4 give the path without `<`.',
    example: 'ssl_client_cert = </etc/ssl/certs/client.pem',
    seeAlso: ['ssl_client_key', 'ssl_client_ca_file'],
    replacedBy: 'ssl_client_cert_file',
  },
  ssl_client_key: {
    summary: 'Key of the certificate that Dovecot shows to other servers.',
    details: 'Read from a file with `<`. In 2.4 give the path without `<`.',
    example: 'ssl_client_key = </etc/ssl/private/client.key',
    seeAlso: ['ssl_client_cert'],
    replacedBy: 'ssl_client_key_file',
  },
  ssl_dh: {
    summary: 'Parameters for ciphers with classic Diffie-Hellman.',
    details:
      'Without it those ciphers are off, which is fine today: clients use elliptic curves. In 2.4 give the path without `<`.',
    example: 'ssl_dh = </etc/dovecot/dh.pem',
    seeAlso: ['ssl_cipher_list', 'ssl_curve_list'],
    replacedBy: 'ssl_server_dh_file',
  },
  ssl_key: {
    summary: 'Private key of the server certificate.',
    details: 'The `<` reads the file as root, so users need no right to it. In 2.4 give the path without `<`.',
    example: 'ssl_key = </etc/ssl/private/mail.key',
    seeAlso: ['ssl_cert', 'ssl_key_password'],
    replacedBy: 'ssl_server_key_file',
  },
  ssl_key_password: {
    summary: 'Password of the private key, when it has one.',
    details: 'Put it into a file of its own and read it with `<`, since the configuration is often readable for all.',
    example: 'ssl_key_password = </etc/dovecot/ssl-key-password',
    seeAlso: ['ssl_key'],
    replacedBy: 'ssl_server_key_password',
  },
  ssl_prefer_server_ciphers: {
    summary: 'Whether the order of ciphers of the server counts, or that of the client.',
    details: 'In 2.4 the values are `server` and `client`.',
    example: 'ssl_prefer_server_ciphers = yes',
    seeAlso: ['ssl_cipher_list'],
    replacedBy: 'ssl_server_prefer_ciphers',
  },
  ssl_require_crl: {
    summary: 'Whether client certificates are checked against a revocation list.',
    details: 'With `yes` the CA file must hold the list too, or every client certificate is refused.',
    example: 'ssl_require_crl = no',
    seeAlso: ['ssl_ca', 'ssl_verify_client_cert'],
    replacedBy: 'ssl_server_require_crl',
  },
  ssl_verify_client_cert: {
    summary: 'Asks clients for a certificate.',
    details: 'Needs `ssl_ca`. A client without one may still log in, unless `auth_ssl_require_client_cert` is set.',
    example: 'ssl_ca = </etc/ssl/certs/client-ca.pem\nssl_verify_client_cert = yes',
    seeAlso: ['ssl_ca', 'auth_ssl_require_client_cert', 'ssl_require_crl'],
    replacedBy: 'ssl_server_request_client_cert',
  },
  stats_http_rawlog_dir: {
    summary: 'Folder in which HTTP traffic of the statistics is written down for debugging.',
    details: 'In 2.4 it is `rawlog_dir` of `http_client` inside `stats_server`.',
    example: 'stats_http_rawlog_dir = /tmp/stats-rawlog',
    seeAlso: ['event_exporter/transport', 'doveadm_http_rawlog_dir'],
    replacedBy: 'http_client_rawlog_dir',
  },
  verbose_ssl: {
    summary: 'Logs warnings and errors of the TLS library.',
    details: 'To find out why clients cannot connect. In 2.4 write `log_debug = category=ssl`.',
    example: 'verbose_ssl = yes',
    seeAlso: ['ssl', 'log_debug'],
    replacedBy: 'log_debug',
  },
};
