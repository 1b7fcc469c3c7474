/** How mail processes treat users and mails, whatever the mailbox format. */

import type { Teachings } from '../../types.ts';

export const mail: Teachings = {
  mail_access_groups: {
    summary: 'Extra system groups that mail processes have while they serve a user.',
    details:
      'Used where shared mailboxes are readable through a group. Risky if users can make symlinks on the server: a link is followed with the rights of these groups. From 2.4.3 on the default is `default_internal_group`, and what you list replaces it.',
    example: 'mail_access_groups = sharedmail',
    seeAlso: ['mail_privileged_group', 'mail_gid'],
  },
  mail_attachment_detection_options: {
    summary: 'Turns on the keywords `$HasAttachment` and `$HasNoAttachment`, and says what counts as an attachment.',
    details:
      'Without any option nothing is marked. Parts with `Content-Disposition: attachment` count, and inline parts with a file name.',
    example: 'mail_attachment_detection_options = add-flags content-type=!application/signature',
    seeAlso: ['mail_always_cache_fields'],
  },
  mail_attribute: {
    summary: 'Dictionary that holds IMAP METADATA and other attributes of users and mailboxes.',
    details:
      'Needed by `imap_metadata`, URLAUTH and push notifications to App Suite. Name a dictionary inside; with a `file` dictionary every user needs a file of their own.',
    example: 'mail_attribute {\n  dict file {\n    path = %{home}/dovecot-attributes\n  }\n}',
    seeAlso: ['imap_metadata', 'dict', 'mail_server_admin'],
    old: ['mail_attribute_dict'],
  },
  mail_debug: {
    summary: 'Writes debug messages of mail processes to the log.',
    details:
      'Shows which paths and namespaces a user gets, so it is the first thing to try when mails are not found. `log_debug` can do the same for single categories or users; leave it off in production, it is loud.',
    example: 'mail_debug = yes',
    seeAlso: ['log_debug', 'auth_debug'],
  },
  mail_full_filesystem_access: {
    summary: 'Lets clients name mailboxes anywhere in the file system, as `/path` or `~user/path`.',
    details:
      'Only the rights of the system user limit what can be opened, and the check of mailbox names is off. For old UNIX setups with real users; never with one shared UID for all mailboxes.',
    example: 'mail_full_filesystem_access = no',
    seeAlso: ['mailbox_list_validate_fs_names'],
  },
  mail_log_prefix: {
    summary: 'What stands before each log line of a mail process.',
    details: 'Keep the session id in it: it joins the lines of login, mail and delivery processes.',
    example: 'mail_log_prefix = "%{service}(%{user})<%{process:pid}><%{session}>: "',
    seeAlso: ['login_log_format', 'deliver_log_format'],
  },
  mail_max_keyword_length: {
    summary: 'Longest name that a new keyword (user-defined flag) may have.',
    details: 'Checked only when a keyword is made; longer ones that exist already go on working.',
    unit: 'characters',
    example: 'mail_max_keyword_length = 50',
  },
  mail_max_lock_timeout: {
    summary: 'Longest wait for a mailbox lock before the request fails for the time being.',
    details:
      'Useful for LMTP, where the MTA tries again later; IMAP and POP3 clients bear such errors badly, so set it in a `protocol` block.',
    values: { '0': 'Every lock keeps its own timeout.' },
    example: 'protocol lmtp {\n  mail_max_lock_timeout = 30 secs\n}',
    seeAlso: ['mbox_lock_timeout', 'lmtp_user_concurrency_limit'],
  },
  mail_max_userip_connections: {
    summary: 'How many connections one user may have from one IP address, per protocol.',
    details:
      'Checked on the server that holds the mails, not on proxies. A desktop client opens one IMAP connection per folder, and all clients behind a webmail or NAT share an address, so `protocol imap` often needs more than the default. User names are compared with their case, after the passdb lookup.',
    values: { '0': 'No limit.' },
    unit: 'connections',
    example: 'protocol imap {\n  mail_max_userip_connections = 50\n}',
    seeAlso: ['service_client_limit', 'login_trusted_networks'],
  },
  mail_plugin_dir: {
    summary: 'Directory from which the plugins of `mail_plugins` are loaded.',
    details: 'Set by the package; a wrong directory shows as plugins that cannot be found.',
    example: 'mail_plugin_dir = /usr/lib/dovecot/modules',
    seeAlso: ['mail_plugins', 'login_plugin_dir'],
  },
  mail_privileged_group: {
    summary: 'Group that a mail process takes on only for moments when it must write to the spool directory.',
    details:
      'Needed with mbox inboxes below `/var/mail`, where dotlocks and new files need the group `mail`. It is less dangerous than `mail_access_groups`, which holds all the time.',
    example: 'mail_privileged_group = mail',
    seeAlso: ['mail_access_groups', 'mail_inbox_path', 'mbox_write_locks'],
  },
  mail_save_crlf: {
    summary: 'Stores mails with CRLF line ends instead of LF.',
    details:
      'Saves CPU when mails are sent, since IMAP and POP3 want CRLF, but files are some percent larger. Existing mails stay as they are and both kinds can be mixed.',
    example: 'mail_save_crlf = no',
  },
  mail_server_admin: {
    summary: 'How to reach the administrator, for clients that ask with IMAP METADATA (`/shared/admin`).',
    details: 'Must be a URI; Dovecot refuses a bare address.',
    example: 'mail_server_admin = mailto:postmaster@example.com',
    seeAlso: ['mail_server_comment', 'imap_metadata'],
  },
  mail_server_comment: {
    summary: 'Free text about the server, for clients that ask with IMAP METADATA (`/shared/comment`).',
    example: 'mail_server_comment = Mail of Example Inc.',
    seeAlso: ['mail_server_admin', 'imap_metadata'],
  },
  mail_shared_explicit_inbox: {
    summary: "Shows another user's inbox as `shared/user/INBOX` instead of `shared/user`.",
    details: 'A matter of how clients draw the tree; a change renames the mailbox for everybody who subscribed to it.',
    example: 'mail_shared_explicit_inbox = yes',
    seeAlso: ['namespace_type', 'namespace_prefix'],
  },
  mail_sort_max_read_count: {
    summary: 'How many mails an IMAP SORT may open before it gives up.',
    details:
      'Protects slow storage from sorting a big folder whose headers are not cached: the client gets an incomplete answer and `NO [LIMIT]`. `0` is refused.',
    values: { unlimited: 'Sorting always finishes.' },
    unit: 'mails',
    example: 'mail_sort_max_read_count = 1000',
    seeAlso: ['mail_cache_fields', 'mail_prefetch_count'],
  },
  mail_temp_scan_interval: {
    summary: 'How often a mailbox is searched for temporary files that a crash left behind.',
    details:
      'Done when a Maildir or dbox mailbox is opened; files older than 36 hours are deleted. Up to 30% are added per user so that not all scan at once.',
    values: { '0': 'Never searches.' },
    example: 'mail_temp_scan_interval = 1 week',
    seeAlso: ['mail_temp_dir'],
  },
  mail_utf8_extensions: {
    summary: 'Offers the extensions for internationalised mail: SMTPUTF8 and UTF8=ACCEPT of IMAP.',
    details:
      'Enable it for LMTP as well if your MTA accepts addresses outside ASCII, or it must bounce such mails at delivery.',
    example: 'mail_utf8_extensions = yes',
    seeAlso: ['mailbox_list_utf8'],
  },
  mail_vsize_bg_after_count: {
    summary: 'After this many mails whose size must be read, the size of a mailbox is counted in the background.',
    details:
      'Keeps a delivery from waiting while quota opens thousands of mails; until the count is done, quota lets deliveries pass. Do not set it for `indexer-worker`, which does the counting. `0` is refused.',
    values: { unlimited: 'Always counted at once.' },
    unit: 'mails',
    example: 'protocol !indexer-worker {\n  mail_vsize_bg_after_count = 100\n}',
    seeAlso: ['quota', 'mail_cache_fields'],
  },
};
