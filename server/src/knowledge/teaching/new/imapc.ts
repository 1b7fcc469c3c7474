/** The storage driver `imapc`: mailboxes that are on another IMAP server, for migrations and smart proxies. */

import type { Teachings } from '../../types.ts';

export const imapc: Teachings = {
  imapc: {
    summary: 'Block that groups the settings for the remote IMAP server.',
    details: 'Inside it names lose their prefix `imapc_`. Used where `mail_driver` is `imapc`.',
    example: 'mail_driver = imapc\nimapc {\n  host = imap.old.example.com\n  port = 993\n  ssl = imaps\n}',
    seeAlso: ['imapc_host', 'imapc_ssl', 'imapc_features', 'mail_driver'],
  },
  imapc_cmd_timeout: {
    summary: 'How long the remote server may take to answer a command.',
    details: 'After that the connection is closed and the command tried again.',
    example: 'imapc_cmd_timeout = 10 mins',
    seeAlso: ['imapc_connection_timeout_interval', 'imapc_connection_retry_count'],
  },
  imapc_connection_retry_count: {
    summary: 'How often a failed connection to the remote server is tried again.',
    details: 'Raise it for migrations from servers that drop connections under load.',
    values: { '0': 'A failed connection is not tried again.' },
    unit: 'retries',
    example: 'imapc_connection_retry_count = 5',
    seeAlso: ['imapc_connection_retry_interval', 'imapc_cmd_timeout'],
  },
  imapc_connection_retry_interval: {
    summary: 'Pause between two tries to connect to the remote server.',
    example: 'imapc_connection_retry_interval = 5s',
    seeAlso: ['imapc_connection_retry_count'],
  },
  imapc_connection_timeout_interval: {
    summary: 'How long connecting to the remote server may take.',
    example: 'imapc_connection_timeout_interval = 10s',
    seeAlso: ['imapc_cmd_timeout', 'imapc_connection_retry_count'],
  },
  imapc_features: {
    summary: 'What is asked of the remote server, and workarounds for faulty ones.',
    details:
      'Since 2.4 what a server announces is used by itself; the `no-…` words switch it off. Many names of 2.3, as `rfc822.size` or `search`, are gone, and unknown ones are refused.',
    values: {
      'throttle:50:16000:500':
        'Slow down when the server (Gmail) says THROTTLED: first pause, longest pause, and time to recover, in milliseconds.',
    },
    example: 'imapc_features {\n  no-fetch-bodystructure = yes\n}',
    seeAlso: ['imapc_host', 'imapc_master_user'],
  },
  imapc_host: {
    summary: 'Remote IMAP server to connect to.',
    details: 'A userdb field `imapc_host` sends single users to another server.',
    example: 'imapc_host = imap.old.example.com',
    seeAlso: ['imapc_port', 'imapc_ssl', 'imapc_user'],
  },
  imapc_list_prefix: {
    summary: 'Prefix below which all mailboxes of the remote server are; it is taken off their names.',
    details: 'For servers that keep folders below `INBOX.`.',
    example: 'imapc_list_prefix = INBOX',
    seeAlso: ['imapc_host', 'layout_imapc'],
  },
  imapc_master_user: {
    summary: 'User that logs in on the remote server on behalf of others.',
    details: '`imapc_password` is then that of the master user, and `imapc_user` says whose mailboxes are wanted.',
    example: 'imapc_user = %{owner_user}\nimapc_master_user = migrator\nimapc_password = CHANGEME',
    seeAlso: ['imapc_user', 'imapc_password', 'imapc_features'],
  },
  imapc_max_idle_time: {
    summary: 'Time without a command after which one is sent to keep the connection open.',
    details: 'Most servers close idle connections after 30 minutes. `0` is refused.',
    example: 'imapc_max_idle_time = 10 mins',
    seeAlso: ['imapc_cmd_timeout'],
  },
  imapc_max_line_length: {
    summary: 'Longest line accepted from the remote server.',
    details: 'A limit keeps a faulty or hostile server from filling the memory.',
    values: { unlimited: 'Lines of any length.' },
    example: 'imapc_max_line_length = 10M',
    seeAlso: ['imapc_host'],
  },
  imapc_password: {
    summary: 'Password for the remote server, of the master user if there is one.',
    details:
      'To log in with the password that the user gave, return it from the passdb as `userdb_imapc_password = %{password}`.',
    example: 'imapc_password = CHANGEME',
    seeAlso: ['imapc_user', 'imapc_master_user', 'imapc_sasl_mechanisms'],
  },
  imapc_port: {
    summary: 'Port of the remote server.',
    details: 'Set 993 together with `imapc_ssl = imaps`.',
    example: 'imapc_port = 993',
    seeAlso: ['imapc_host', 'imapc_ssl'],
  },
  imapc_rawlog_dir: {
    summary: 'Folder into which all traffic with the remote server is written.',
    details:
      'For debugging only: passwords and mails are in it in the clear. The folder must be writable by the mail process.',
    example: 'imapc_rawlog_dir = /tmp/imapc-rawlog',
    seeAlso: ['imapc_host', 'rawlog_dir'],
  },
  imapc_sasl_mechanisms: {
    summary: 'SASL mechanisms for logging in on the remote server, the preferred first.',
    details: 'The first of them that the server offers is used.',
    example: 'imapc_sasl_mechanisms = plain login',
    seeAlso: ['imapc_user', 'imapc_password'],
  },
  imapc_ssl: {
    summary: 'How the connection to the remote server is encrypted.',
    details: 'Certificates are checked by the settings `ssl_client_*`; the `imapc_ssl_verify` of 2.3 is gone.',
    values: {
      no: 'Not at all; passwords can be read on the way.',
      imaps: 'With TLS from the first byte, on port 993.',
      starttls: 'By the command STARTTLS, on the ordinary port.',
    },
    example: 'imapc_ssl = imaps\nimapc_port = 993',
    seeAlso: ['imapc_port', 'ssl_client_require_valid_cert', 'ssl_client_ca_file'],
  },
  imapc_user: {
    summary: 'User name on the remote server.',
    example: 'imapc_user = %{owner_user}',
    seeAlso: ['imapc_password', 'imapc_master_user'],
  },
};
