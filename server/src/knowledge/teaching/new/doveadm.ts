/** Remote doveadm: its server, its HTTP API and its client; and dsync. */

import type { Teachings } from '../../types.ts';

export const doveadm: Teachings = {
  doveadm_allowed_commands: {
    summary: 'Commands a remote doveadm client may run; empty allows all.',
    details:
      'Whoever knows the password or the API key may otherwise do anything to any mailbox. Local use by root is not limited.',
    example: 'doveadm_allowed_commands = who kick fetch',
    seeAlso: ['doveadm_password', 'doveadm_api_key'],
  },
  doveadm_api_key: {
    summary: 'Key that clients of the HTTP API send, in base64, as `Authorization: X-Dovecot-API`.',
    details:
      'Gives access to all mailboxes. Keep it in a file only root can read and offer the API over TLS or inside a trusted network only.',
    example: 'doveadm_api_key = CHANGEME_api_key',
    seeAlso: ['doveadm_allowed_commands', 'doveadm_server', 'doveadm_password'],
  },
  doveadm_password: {
    summary: 'Shared secret of doveadm clients and servers.',
    details:
      'Needed for doveadm over TCP, between proxies and backends for example, and the same on both sides. Gives access to all mailboxes.',
    example: 'doveadm_password = CHANGEME_shared_secret',
    seeAlso: ['doveadm_username', 'doveadm_port', 'doveadm_allowed_commands'],
  },
  doveadm_port: {
    summary: 'Port of the doveadm server that commands for a user are passed on to.',
    details: 'With it the passdb is asked where the user lives, as for logins through a proxy.',
    values: { '0': 'Commands are run here; only the userdb is asked.' },
    example: 'doveadm_port = 24245',
    seeAlso: ['doveadm_password', 'doveadm_ssl'],
  },
  doveadm_proxy_port: {
    summary: 'Older name of `doveadm_port`, with the same effect.',
    details: 'Write `doveadm_port`: 2.4.1 crashes when it reads this name.',
    seeAlso: ['doveadm_port'],
  },
  doveadm_server: {
    summary: 'Block for settings that hold only for the HTTP server of doveadm.',
    example:
      'service doveadm {\n  inet_listener http {\n    port = 8080\n  }\n}\ndoveadm_server {\n  http_server_rawlog_dir = /var/tmp/doveadm-rawlog\n}',
    seeAlso: ['doveadm_api_key', 'doveadm_allowed_commands'],
  },
  doveadm_socket_path: {
    summary: 'Where the doveadm command finds its server: a UNIX socket or `host:port`.',
    details: 'Relative paths start at `base_dir`. The option `-S` says it for one command.',
    example: 'doveadm_socket_path = backend.example.com:24245',
    seeAlso: ['doveadm_password', 'doveadm_worker_count', 'base_dir'],
  },
  doveadm_ssl: {
    summary: 'Whether connections to other doveadm servers are encrypted.',
    details:
      'Passwords and mails go over them. What the other side must present as a certificate is up to the `ssl_client_` settings.',
    values: {
      no: 'No encryption.',
      ssl: 'TLS from the first byte.',
      starttls: 'TLS after STARTTLS.',
    },
    example: 'doveadm_ssl = ssl',
    seeAlso: ['doveadm_port', 'ssl_client_ca_file', 'ssl_client_require_valid_cert'],
  },
  doveadm_username: {
    summary: 'Name that goes with `doveadm_password`.',
    example: 'doveadm_username = doveadm',
    seeAlso: ['doveadm_password'],
  },
  doveadm_worker_count: {
    summary: 'Connections to the doveadm server over which mail commands for many users run in parallel.',
    details: 'Speeds up `doveadm -A` runs; each takes a process of `service doveadm`.',
    values: { '0': 'Commands run in the doveadm process itself, one user after the other.' },
    unit: 'connections',
    example: 'doveadm_worker_count = 8',
    seeAlso: ['doveadm_socket_path', 'service_process_limit'],
  },
  dsync_alt_char: {
    summary: 'Character that replaces those in mailbox names that the other side cannot store.',
    details: 'Must not be empty. Matters for migrations between formats or separators.',
    example: 'dsync_alt_char = _',
    seeAlso: ['mailbox_list_storage_escape_char', 'namespace_separator'],
  },
  dsync_commit_msgs_interval: {
    summary: 'Mails after which dsync makes permanent what it has copied so far.',
    details: 'Smaller loses less when a long migration breaks off; larger is faster.',
    unit: 'mails',
    example: 'dsync_commit_msgs_interval = 500',
    seeAlso: ['dsync_features'],
  },
  dsync_features: {
    summary: 'Deviations from the normal behaviour of dsync, for certain servers to migrate from.',
    example: 'dsync_features = empty-header-workaround',
    seeAlso: ['dsync_hashed_headers', 'imapc_features'],
  },
  dsync_hashed_headers: {
    summary: 'Headers by which dsync decides that mails on both sides are the same.',
    details:
      'Used where the other side has no GUIDs, as over IMAP. List only headers it returns quickly; must not be empty.',
    example: 'dsync_hashed_headers = Date Message-ID',
    seeAlso: ['dsync_features'],
  },
  dsync_remote_cmd: {
    summary: 'Command that reaches dsync on another host, usually over SSH.',
    details:
      'Run when the target is written as `user@host`. `%{login}` is the part before the `@`, `%{host}` the one behind it and `%{user}` the mail user.',
    example: 'dsync_remote_cmd = ssh -l%{login} %{host} doveadm dsync-server -u%{user}',
    seeAlso: ['doveadm_port', 'dsync_features'],
  },
};
