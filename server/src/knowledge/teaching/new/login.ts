/** Login: the processes that meet clients first, their log, proxying, who is trusted, and what is kept of a login. */

import type { Teachings } from '../../types.ts';

export const login: Teachings = {
  last_login: {
    summary: 'Block that says where the plugin `last_login` writes the time of each login.',
    details:
      'Holds a dict; without one the plugin does nothing. Load it in `protocol imap` and `protocol pop3` only, or deliveries count as logins too.',
    example:
      'protocol imap {\n  mail_plugins {\n    last_login = yes\n  }\n}\nlast_login {\n  dict file {\n    path = ~/last-login\n  }\n}',
    seeAlso: ['last_login_key', 'last_login_precision', 'dict'],
    old: ['plugin/last_login_dict'],
  },
  last_login_dict_fields: {
    summary: 'Further keys with values that are written to the dict at each login.',
    details: 'The values may hold variables, as `%{remote_ip}`. They are written together with the time.',
    example: 'last_login_dict_fields {\n  last-login-host = %{system:hostname}\n}',
    seeAlso: ['last_login', 'last_login_key'],
  },
  last_login_key: {
    summary: 'Key under which the time of the login is written.',
    details:
      'It is placed below `shared/`, so it should hold the user. Add `%{protocol}` to keep the times of IMAP and POP3 apart.',
    example: 'last_login_key = last-login/%{user}/%{protocol}',
    seeAlso: ['last_login', 'last_login_precision'],
    old: ['plugin/last_login_key'],
  },
  last_login_precision: {
    summary: 'Unit in which the time of the login is written, counted from 1970.',
    details: 'The column or program that takes the number must expect its size.',
    values: {
      s: 'Seconds.',
      ms: 'Milliseconds.',
      us: 'Microseconds.',
      ns: 'Nanoseconds.',
    },
    example: 'last_login_precision = ms',
    seeAlso: ['last_login', 'last_login_key'],
    old: ['plugin/last_login_precision'],
  },
  last_valid_gid: {
    summary: 'Highest primary group id with which a user may log in.',
    details: 'With `first_valid_gid` it keeps system accounts out, should a userdb return one.',
    values: { unlimited: 'No upper bound; 2.4.1 wrote `0` for it.' },
    example: 'last_valid_gid = 5000',
    seeAlso: ['first_valid_gid', 'last_valid_uid'],
  },
  last_valid_uid: {
    summary: 'Highest user id with which a user may log in.',
    details:
      'With `first_valid_uid` it keeps system accounts out, should a userdb return one. If all mail belongs to one system user, set both to its id.',
    values: { unlimited: 'No upper bound; 2.4.1 wrote `0` for it.' },
    example: 'first_valid_uid = 5000\nlast_valid_uid = 5000',
    seeAlso: ['first_valid_uid', 'last_valid_gid'],
  },
  login_greeting: {
    summary: 'Text with which the server greets a client.',
    details: 'Name no version here: everybody who connects can read it.',
    example: 'login_greeting = Example mail server ready.',
    seeAlso: ['imap_id_send'],
  },
  login_log_format: {
    summary: 'Form of a line that login processes log.',
    details: '`%{message}` is what happened, `%{elements}` what `login_log_format_elements` yields.',
    example: 'login_log_format = %{message}: %{elements}',
    seeAlso: ['login_log_format_elements', 'mail_log_prefix'],
  },
  login_log_format_elements: {
    summary: 'Facts about a login that are logged, separated by blanks.',
    details:
      'One whose variables are all empty is left out. Fail2ban and statistics read this line: adding at the end is safer than changing.',
    example:
      'login_log_format_elements = user=<%{user}> method=%{mechanism} rip=%{remote_ip} lip=%{local_ip} mpid=%{mail_pid} %{secured} session=<%{session}> port=%{local_port}',
    seeAlso: ['login_log_format', 'auth_verbose'],
  },
  login_plugin_dir: {
    summary: 'Folder with the plugins for login processes.',
    details: 'Compiled in by your package; change it only for plugins kept elsewhere.',
    example: 'login_plugin_dir = /usr/lib/dovecot/modules/login',
    seeAlso: ['login_plugins', 'mail_plugin_dir'],
  },
  login_plugins: {
    summary: 'Plugins that login processes load.',
    details: 'Not to be confused with `mail_plugins`, which work on mailboxes after the login.',
    example: 'login_plugins {\n  my_plugin = yes\n}',
    seeAlso: ['login_plugin_dir', 'mail_plugins'],
  },
  login_proxy_max_disconnect_delay: {
    summary: 'Time over which clients are disconnected when a backend goes away and drops all of them.',
    details:
      'Keeps them from logging in again in the same second. Some 30 seconds calm a large site; connections wait in the proxy for so long.',
    values: { '0': 'All are disconnected at once.' },
    example: 'login_proxy_max_disconnect_delay = 30s',
    seeAlso: ['login_proxy_max_reconnects', 'login_proxy_timeout'],
  },
  login_proxy_max_reconnects: {
    summary: 'How often the proxy tries again to connect to a backend for one login.',
    details:
      'A second passes between two tries, and `login_proxy_timeout` ends them all. A wrong password is not tried again.',
    unit: 'retries',
    example: 'login_proxy_max_reconnects = 3',
    seeAlso: ['login_proxy_timeout', 'login_proxy_max_disconnect_delay'],
  },
  login_proxy_notify_path: {
    summary: 'Pipe into which the proxy writes the names of users whose sessions are still open.',
    details: 'Written at the interval of the passdb field `proxy_refresh`, and not at all without it.',
    example: 'login_proxy_notify_path = proxy-notify',
    seeAlso: ['login_proxy_timeout'],
  },
  login_proxy_rawlog_dir: {
    summary: 'Folder into which the traffic between proxy and backends is written.',
    details:
      'For debugging only: passwords are in it. Login processes usually live in a chroot, so the path counts from `login/` below `base_dir`.',
    example: 'login_proxy_rawlog_dir = rawlog',
    seeAlso: ['login_proxy_timeout', 'base_dir'],
  },
  login_proxy_timeout: {
    summary: 'How long the proxy may take from connecting to a backend until the login there has succeeded.',
    details:
      'The passdb field `proxy_timeout` overrides it for single users. LMTP and doveadm have timeouts of their own.',
    example: 'login_proxy_timeout = 10s',
    seeAlso: ['login_proxy_max_reconnects', 'login_proxy_max_disconnect_delay'],
  },
  login_socket_path: {
    summary: 'Authentication socket that login processes connect to.',
    details: 'An argument of the login executable takes precedence.',
    example: 'login_socket_path = login',
    seeAlso: ['base_dir', 'unix_listener'],
  },
  login_source_ips: {
    summary: 'Addresses from which the proxy connects to backends, in turn.',
    details:
      'One address allows some 28000 to 64000 connections to one port of one backend; give several where that is not enough. A host name stands for all its addresses.',
    example: 'login_source_ips = 192.0.2.11 192.0.2.12',
    seeAlso: ['login_proxy_timeout', 'login_trusted_networks'],
  },
  login_trusted_networks: {
    summary: 'Networks whose clients may say on whose behalf they connect.',
    details:
      'List your proxies and webmail servers: they pass on address and session id of the real client (IMAP ID, XCLIENT). From there cleartext logins are allowed without TLS unless `ssl = required`, so never list networks of users.',
    example: 'login_trusted_networks = 10.0.0.0/8 2001:db8::/32',
    seeAlso: ['auth_allow_cleartext', 'ssl', 'imap_id_retain', 'inet_listener_haproxy'],
  },
};
