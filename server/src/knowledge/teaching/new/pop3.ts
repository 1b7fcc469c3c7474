/** The POP3 server, mailboxes read from another POP3 server, and migration from one. */

import type { Teachings } from '../../types.ts';

export const pop3: Teachings = {
  pop3_client_workarounds: {
    summary: 'Helps POP3 clients with known faults.',
    details: 'For mail programs of long ago; leave it empty unless users complain.',
    example: 'pop3_client_workarounds = outlook-no-nuls oe-ns-eoh',
    seeAlso: ['imap_client_workarounds'],
  },
  pop3_delete_type: {
    summary: 'What becomes of mails that a POP3 client deletes.',
    details: '`flag` without `pop3_deleted_flag` is refused.',
    values: {
      default: 'Flagged if `pop3_deleted_flag` is set, otherwise deleted.',
      expunge: 'Deleted.',
      flag: 'Hidden from POP3 by the flag, and still there in IMAP.',
    },
    example: 'pop3_delete_type = flag\npop3_deleted_flag = $POP3Deleted',
    seeAlso: ['pop3_deleted_flag'],
  },
  pop3_deleted_flag: {
    summary: 'Keyword that hides a mail from POP3, set instead of deleting it.',
    details:
      'Users can then not empty their mailbox with a POP3 client by accident; IMAP clients see the mails and the keyword. The mails count for quota, so something must clean up.',
    example: 'pop3_deleted_flag = $POP3Deleted',
    seeAlso: ['pop3_delete_type', 'mailbox_autoexpunge'],
  },
  pop3_enable_last: {
    summary: 'Offers the command LAST, which was dropped from POP3 long ago.',
    details: 'With it RSET clears the flag `\\Seen` of all mails, which IMAP clients notice.',
    example: 'pop3_enable_last = no',
    seeAlso: ['pop3_no_flag_updates'],
  },
  pop3_fast_size_lookups: {
    summary: 'Tells the size on disk where the size that POP3 wants would mean opening the mail.',
    details: 'Faster for old, uncached mails. Sizes are then some percent too small, which most clients bear.',
    example: 'pop3_fast_size_lookups = yes',
    seeAlso: ['mail_save_crlf', 'mail_always_cache_fields'],
  },
  pop3_lock_session: {
    summary: 'Allows one POP3 session per user at a time.',
    details: 'As the standard wants it. A client that lost its connection must wait until the old session ends.',
    example: 'pop3_lock_session = yes',
    seeAlso: ['mail_max_userip_connections'],
  },
  pop3_logout_format: {
    summary: 'What the log says about a POP3 session at its end.',
    details: 'Variables are those of the default and `%{input}`, `%{output}`, `%{message_count}` and `%{uidl_change}`.',
    values: {
      '%{uidl_change}': 'Old and new hash of all UIDLs; tells why clients fetch everything again.',
    },
    example: 'pop3_logout_format = "retr=%{retr_count}/%{retr_bytes}, del=%{deleted_count}, size=%{message_bytes}"',
    seeAlso: ['imap_logout_format', 'mail_log_prefix'],
  },
  pop3_migration_all_mailboxes: {
    summary: 'Matches the mails of the old POP3 server with those of all mailboxes, not of the inbox only.',
    details: 'For servers whose POP3 shows other folders as well. Mails that do not match then bring no warning.',
    example: 'pop3_migration_all_mailboxes = yes',
    seeAlso: ['pop3_migration_mailbox'],
    old: ['plugin/pop3_migration_all_mailboxes'],
  },
  pop3_migration_ignore_extra_uidls: {
    summary: 'Goes on with a warning if the old POP3 server has more mails than its IMAP inbox.',
    details: 'Happens when a mail arrives between the two looks.',
    example: 'pop3_migration_ignore_extra_uidls = yes',
    seeAlso: ['pop3_migration_ignore_missing_uidls'],
    old: ['plugin/pop3_migration_ignore_extra_uidls'],
  },
  pop3_migration_ignore_missing_uidls: {
    summary: 'Goes on with a warning if POP3 and IMAP of the old server each have mails that the other has not.',
    details: 'Mails without a match get new UIDLs, so POP3 clients fetch them again.',
    example: 'pop3_migration_ignore_missing_uidls = yes',
    seeAlso: ['pop3_migration_ignore_extra_uidls', 'pop3_migration_skip_size_check'],
    old: ['plugin/pop3_migration_ignore_missing_uidls'],
  },
  pop3_migration_mailbox: {
    summary: 'Mailbox through which the plugin `pop3_migration` sees the old POP3 server.',
    details:
      'It lies in a namespace of its own with `mail_driver = pop3c`. Without it the plugin does nothing; with it `doveadm backup` from an IMAP server also brings the UIDLs.',
    example:
      'namespace pop3 {\n  prefix = POP3-MIGRATION/\n  separator = /\n  mail_driver = pop3c\n  mail_path =\n  list = no\n  hidden = yes\n}\npop3_migration_mailbox = POP3-MIGRATION/INBOX',
    seeAlso: ['pop3c_host', 'imapc_host', 'pop3_migration_ignore_missing_uidls'],
    old: ['plugin/pop3_migration_mailbox'],
  },
  pop3_migration_skip_size_check: {
    summary: 'Matches mails of POP3 and IMAP by their headers only, not first by size.',
    details: 'Slower, but right where the old server tells different sizes in both protocols.',
    example: 'pop3_migration_skip_size_check = yes',
    seeAlso: ['pop3_migration_mailbox'],
    old: ['plugin/pop3_migration_skip_size_check'],
  },
  pop3_migration_skip_uidl_cache: {
    summary: 'Asks for all UIDLs again in each run instead of taking those that an earlier run cached.',
    details: 'Only if the cache in the indexes of imapc turns out to be wrong.',
    example: 'pop3_migration_skip_uidl_cache = yes',
    seeAlso: ['pop3_migration_mailbox'],
    old: ['plugin/pop3_migration_skip_uidl_cache'],
  },
  pop3_no_flag_updates: {
    summary: 'Leaves mails unread and recent when a POP3 client fetches them.',
    details: 'Saves writes, and users who also have IMAP find unread what only the POP3 client fetched.',
    example: 'pop3_no_flag_updates = yes',
    seeAlso: ['pop3_enable_last'],
  },
  pop3_reuse_xuidl: {
    summary: 'Takes the UIDL of a mail from its header `X-UIDL` if there is one.',
    details:
      'For mails that came from a server that wrote this header. Senders can forge it, so turn it off some time after the migration.',
    example: 'pop3_reuse_xuidl = yes',
    seeAlso: ['pop3_uidl_format', 'pop3_uidl_duplicates'],
  },
  pop3_save_uidl: {
    summary: 'Stores the UIDLs that clients have got, so that a new format leaves them as they are.',
    details: 'Works with Maildir only. Set it some time before you change `pop3_uidl_format`.',
    example: 'pop3_save_uidl = yes',
    seeAlso: ['pop3_uidl_format'],
  },
  pop3_uidl_duplicates: {
    summary: 'What to do if two mails have the same UIDL.',
    values: {
      allow: 'Both are shown with it; some clients then fetch only one.',
      rename: 'The later ones get `-2`, `-3` and so on for this session.',
    },
    example: 'pop3_uidl_duplicates = rename',
    seeAlso: ['pop3_uidl_format', 'pop3_reuse_xuidl'],
  },
  pop3_uidl_format: {
    summary: 'How the UIDL of a mail is made, by which POP3 clients know what they have fetched.',
    details:
      'Changing it makes clients fetch everything again, so choose the format of the old server when migrating. At least one variable is needed, and one that differs for each mail.',
    values: {
      '%{uid}': 'IMAP UID; unique only together with `%{uidvalidity}`.',
      '%{uidvalidity}': 'UIDVALIDITY of the inbox.',
      '%{guid}': 'Global id of the mail; copies of a mail can have the same.',
      '%{filename}': 'Name of the file; Maildir only.',
      '%{md5}': 'MD5 of some headers; mbox only.',
    },
    example: 'pop3_uidl_format = %{uid | hex(8)}%{uidvalidity | hex(8)}',
    seeAlso: ['pop3_save_uidl', 'pop3_uidl_duplicates', 'pop3_reuse_xuidl'],
  },
  pop3c: {
    summary: 'Settings for mailboxes that are read from another POP3 server (`mail_driver = pop3c`).',
    details: 'Such a namespace has just an inbox without folders and flags, and serves mostly for migrations.',
    example: 'pop3c {\n  host = pop3.old.example.com\n  port = 995\n  ssl = pop3s\n}',
    seeAlso: ['pop3c_host', 'pop3_migration_mailbox', 'imapc'],
  },
  pop3c_features: {
    summary: 'Workarounds for the other POP3 server.',
    example: 'pop3c_features = no-pipelining',
    seeAlso: ['pop3c_host'],
  },
  pop3c_host: {
    summary: 'Name or address of the other POP3 server.',
    details: 'A variable or a field of the userdb can choose it for each user.',
    example: 'pop3c_host = pop3.old.example.com',
    seeAlso: ['pop3c_port', 'pop3c_ssl', 'pop3c_user'],
  },
  pop3c_master_user: {
    summary: 'Master user who logs in to the other POP3 server in the place of each user.',
    details:
      'Spares the passwords of the users, if the other server knows master users; `pop3c_password` is then that of the master.',
    example: 'pop3c_user = %{user}\npop3c_master_user = migration\npop3c_password = CHANGEME',
    seeAlso: ['pop3c_user', 'pop3c_password'],
  },
  pop3c_password: {
    summary: 'Password for the other POP3 server, of the user or of the master user.',
    details: 'Without a master user it must come from each login or the userdb.',
    example: 'pop3c_password = CHANGEME',
    seeAlso: ['pop3c_master_user', 'pop3c_user'],
  },
  pop3c_port: {
    summary: 'Port of the other POP3 server.',
    details: 'Set it to 995 with `pop3c_ssl = pop3s`; it does not follow by itself.',
    example: 'pop3c_port = 995\npop3c_ssl = pop3s',
    seeAlso: ['pop3c_host', 'pop3c_ssl'],
  },
  pop3c_quick_received_date: {
    summary: 'Gives mails of the other server the present time as date of arrival, without reading their headers.',
    details: 'Spares a TOP per mail where the date does not matter, as for UIDLs in a migration.',
    example: 'pop3c_quick_received_date = yes',
    seeAlso: ['pop3_migration_mailbox'],
  },
  pop3c_rawlog_dir: {
    summary: 'Directory for a record of all that is spoken with the other POP3 server.',
    details: 'Contains mails, and possibly passwords; for finding faults only.',
    example: 'pop3c_rawlog_dir = /tmp/rawlog',
    seeAlso: ['rawlog_dir'],
  },
  pop3c_ssl: {
    summary: 'How the connection to the other POP3 server is encrypted.',
    values: {
      no: 'Not at all.',
      pop3s: 'TLS from the start; usually port 995.',
      starttls: 'TLS after the command STLS.',
    },
    example: 'pop3c_port = 995\npop3c_ssl = pop3s',
    seeAlso: ['pop3c_port', 'pop3c_ssl_verify', 'ssl_client_ca_file'],
  },
  pop3c_ssl_verify: {
    summary: 'Checks the certificate of the other POP3 server.',
    details: 'Better give the CA in `ssl_client_ca_file` than turn this off.',
    example: 'pop3c_ssl_verify = yes',
    seeAlso: ['pop3c_ssl', 'ssl_client_ca_file'],
  },
  pop3c_user: {
    summary: 'Name to log in with at the other POP3 server.',
    example: 'pop3c_user = %{user | username}@old.example.com',
    seeAlso: ['pop3c_password', 'pop3c_master_user'],
  },
};
