/** IMAP: what is announced and allowed, client workarounds, idle connections, URLAUTH, Sieve scripts at IMAP events. */

import type { Teachings } from '../../types.ts';

export const imap: Teachings = {
  imap4rev2_enable: {
    summary: 'Announce IMAP4rev2 (RFC 9051) and let clients switch to it.',
    details: 'Support for it is experimental. Set it alike on proxies and backends, both announce capabilities.',
    example: 'imap4rev2_enable = yes',
    seeAlso: ['imap_capability', 'mail_utf8_extensions'],
  },
  imap_acl_allow_anyone: {
    summary: 'Let users give rights to `anyone` and `authenticated` over IMAP.',
    details:
      'Off by default, because with it every user can show a mailbox to everybody else, which is an easy way to send them spam. Rights that the administrator configures are not touched.',
    example: 'imap_acl_allow_anyone = yes',
    seeAlso: ['acl_driver', 'acl_sharing_map'],
    old: ['plugin/acl_anyone'],
  },
  imap_capability: {
    summary: 'IMAP capabilities that are announced to clients.',
    details:
      'In a block entries are added or taken away; with `=` the whole list is replaced, which ages badly with updates. It changes what is announced, not what Dovecot can do.',
    example: 'imap_capability {\n  XFOO = yes\n}',
    seeAlso: ['imap_literal_minus', 'imap4rev2_enable', 'imap_metadata'],
  },
  imap_client_workarounds: {
    summary: 'Deviations from the protocol for the sake of faulty clients.',
    example: 'imap_client_workarounds = tb-extra-mailbox-sep tb-lsub-flags',
    seeAlso: ['mailbox_list_layout', 'lmtp_client_workarounds'],
  },
  imap_compress_on_proxy: {
    summary: 'How IMAP compression (COMPRESS) works for sessions that come through a Dovecot proxy.',
    details:
      'With `dovecot_config_version` 2.4.5 or Pro 3.2.0 the default became `yes`. Where proxies and backends run different releases, say explicitly what you want.',
    example: 'imap_compress_on_proxy = no',
    seeAlso: ['imap_capability'],
  },
  imap_fetch_failure: {
    summary: 'What happens when a mail that a client fetches cannot be read because of an internal error.',
    details: 'Many clients take a gap in a FETCH answer for a deleted mail, hence the strict default.',
    values: {
      'disconnect-immediately': 'Stop the FETCH and close the connection at once.',
      'disconnect-after': 'Send the other mails first, then close the connection without a final answer.',
      'no-after':
        'Send the other mails, then answer NO. A client that fetches the same broken mail again is disconnected.',
    },
    example: 'imap_fetch_failure = no-after',
    seeAlso: ['imap_client_workarounds'],
  },
  imap_hibernate_timeout: {
    summary: 'How long a client must idle before its process ends and the connection is parked.',
    details:
      'A parked connection needs almost no memory, but waking it starts a process and opens the mailbox again, so very short times cost more than they save. The services `imap` and `imap-hibernate` must be able to open the sockets of each other.',
    values: { '0': 'Connections are never parked.' },
    example: 'imap_hibernate_timeout = 30s',
    seeAlso: ['imap_idle_notify_interval', 'unix_listener_user'],
  },
  imap_id_retain: {
    summary: 'Keep what a client said of itself with ID, and pass it on when proxying.',
    details:
      'Needed for `%{client_id}` in passdb lookups and auth policy, and for backends behind a proxy to learn of the client. Costs some memory per login.',
    example: 'imap_id_retain = yes',
    seeAlso: ['imap_id_send', 'auth_policy_request_attributes'],
  },
  imap_id_send: {
    summary: 'Fields with which the server answers the ID command.',
    details: 'The version of the software is left out by default, which is wise on public servers.',
    example: 'imap_id_send {\n  name = %{dovecot:name}\n  support-url = https://www.example.com/help\n}',
    seeAlso: ['imap_id_retain', 'login_greeting'],
  },
  imap_idle_notify_interval: {
    summary: 'How often an idling client is sent a sign of life (`* OK Still here`).',
    details:
      'It keeps NAT routers and firewalls from forgetting the connection. Longer intervals spare the batteries of phones but risk connections that die unnoticed.',
    example: 'imap_idle_notify_interval = 5 mins',
    seeAlso: ['imap_hibernate_timeout'],
  },
  imap_literal_minus: {
    summary: 'Announce LITERAL- in place of LITERAL+.',
    details:
      'Clients may then send data without waiting for the server only in small pieces, so a mail that will be refused is not uploaded first.',
    example: 'imap_literal_minus = yes',
    seeAlso: ['imap_capability', 'imap_max_line_length'],
  },
  imap_logout_format: {
    summary: 'What is logged about a session when it ends.',
    details:
      'Besides the variables of the default there are `%{appended}`, `%{autoexpunged}` and `%{session}`. Keep names and order if something reads your logs.',
    example: 'imap_logout_format = in=%{input} out=%{output} appended=%{appended}',
    seeAlso: ['login_log_format_elements', 'submission_logout_format'],
  },
  imap_max_line_length: {
    summary: 'Longest command line accepted from a client.',
    details:
      'Some clients list thousands of message numbers in one command. Raise it when the log shows `Too long argument` or `command line too large`.',
    example: 'imap_max_line_length = 256k',
    seeAlso: ['imap_literal_minus'],
  },
  imap_metadata: {
    summary: 'Offer the METADATA commands, with which clients store notes on mailboxes and the account.',
    details: 'Needs a dict in `mail_attribute` to keep them in; user scripts of IMAPSieve need it too.',
    example:
      'mail_attribute {\n  dict file {\n    path = ~/dovecot-attributes\n  }\n}\nprotocol imap {\n  imap_metadata = yes\n}',
    seeAlso: ['mail_attribute', 'imapsieve_url'],
  },
  imap_urlauth_host: {
    summary: 'Host name of IMAP URLs with access keys (URLAUTH); switches the extension on.',
    details: 'Only URLs with this name are accepted. Its implementation is not fit for production.',
    values: { '*': 'Any host; URLs made here carry `hostname`.' },
    example: 'imap_urlauth_host = imap.example.com',
    seeAlso: ['imap_urlauth_port', 'imap_urlauth_submit_user', 'hostname'],
  },
  imap_urlauth_logout_format: {
    summary: 'Meant for the log line at the end of a URLAUTH session, but not used.',
    example: 'imap_urlauth_logout_format = in=%{input} out=%{output}',
    seeAlso: ['imap_logout_format', 'imap_urlauth_host'],
  },
  imap_urlauth_port: {
    summary: 'Port of IMAP URLs with access keys (URLAUTH).',
    details: 'Acts only with `imap_urlauth_host`.',
    example: 'imap_urlauth_port = 143',
    seeAlso: ['imap_urlauth_host'],
  },
  imap_urlauth_stream_user: {
    summary: 'User that may fetch URLs which were made for streaming servers.',
    details: 'Whoever logs in to the URLAUTH service under this name counts as such a server.',
    example: 'imap_urlauth_stream_user = stream@example.com',
    seeAlso: ['imap_urlauth_submit_user', 'imap_urlauth_host'],
  },
  imap_urlauth_submit_user: {
    summary: 'User that may fetch URLs which were made for submission servers.',
    details: 'Whoever logs in to the URLAUTH service under this name counts as such a server.',
    example: 'imap_urlauth_submit_user = submit@example.com',
    seeAlso: ['imap_urlauth_stream_user', 'imap_urlauth_host'],
  },
  imapsieve_expunge_discarded: {
    summary: 'Also expunge a mail that a script run by an IMAP event discarded.',
    details: 'Otherwise it is only marked as deleted and stays until the client expunges it.',
    example: 'imapsieve_expunge_discarded = yes',
    seeAlso: ['imapsieve_url', 'imapsieve_from'],
    old: ['plugin/imapsieve_expunge_discarded'],
  },
  imapsieve_from: {
    summary: 'Block for scripts that run when a mail is moved or copied out of the named mailbox.',
    details:
      'Scripts for mails that come into a mailbox stand in its `mailbox` block instead. Training a spam filter takes both: into Junk is spam, out of it is not.',
    example:
      'imapsieve_from Junk {\n  sieve_script ham {\n    type = before\n    cause = copy\n    path = /etc/dovecot/sieve/report-ham.sieve\n  }\n}',
    seeAlso: ['imapsieve_from_name', 'sieve_script', 'mailbox'],
    old: ['plugin/imapsieve_mailbox1_from'],
  },
  imapsieve_from_name: {
    summary: 'Mailbox that a mail comes from; the name of the block `imapsieve_from NAME { }`.',
    example:
      'imapsieve_from Junk {\n  sieve_script ham {\n    type = before\n    cause = copy\n    path = /etc/dovecot/sieve/report-ham.sieve\n  }\n}',
    seeAlso: ['imapsieve_from'],
    old: ['plugin/imapsieve_mailbox1_from'],
  },
  imapsieve_url: {
    summary: 'Address of the ManageSieve server for scripts that users attach to mailboxes; allows them to.',
    details: 'Without it only the scripts of the administrator run. Users attach theirs with METADATA.',
    example: 'imapsieve_url = sieve://sieve.example.com',
    seeAlso: ['imap_metadata', 'imapsieve_from'],
    old: ['plugin/imapsieve_url'],
  },
};
