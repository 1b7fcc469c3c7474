/** Namespaces, and the mailboxes in them. */

import type { Teachings } from '../../types.ts';

export const mailbox: Teachings = {
  mailbox: {
    summary: 'Settings of one mailbox, or of all that match a pattern with `*` or `?`.',
    details: 'Usually inside a namespace, and named without the prefix of that namespace. Quote names with spaces.',
    example: 'namespace inbox {\n  mailbox Trash {\n    auto = subscribe\n    special_use = \\Trash\n  }\n}',
    seeAlso: ['namespace', 'mailbox_auto', 'mailbox_special_use'],
    old: ['namespace/mailbox'],
  },
  mailbox_auto: {
    summary: 'Makes the mailbox exist for every user without anybody creating it.',
    details:
      'It appears in lists at once and on disk with its first use. A subscription made this way is not written to the subscriptions file.',
    values: {
      no: 'Exists only if a client made it.',
      create: 'Exists always.',
      subscribe: 'Exists always and is subscribed.',
    },
    example: 'namespace inbox {\n  mailbox Drafts {\n    auto = subscribe\n  }\n}',
    seeAlso: ['mailbox_special_use', 'lda_mailbox_autocreate'],
    old: ['namespace/mailbox/auto'],
  },
  mailbox_autoexpunge: {
    summary: 'Deletes mails that have been in this mailbox for longer than this.',
    details:
      'Done when the session of the user ends or a delivery has finished, so users without either keep their mails. Age counts from when the mail was put into the mailbox; `mailbox_list_index` makes the check cheap, and with Maildir and sdbox cache `date.save`.',
    values: { '0': 'Nothing is deleted by age.' },
    example: 'namespace inbox {\n  mailbox Trash {\n    autoexpunge = 30 days\n  }\n}',
    seeAlso: ['mailbox_autoexpunge_max_mails', 'mailbox_list_index', 'mail_always_cache_fields'],
    old: ['namespace/mailbox/autoexpunge'],
  },
  mailbox_autoexpunge_max_mails: {
    summary: 'Deletes the oldest mails of the mailbox until no more than this many are left.',
    details: 'Done at the same moments as `mailbox_autoexpunge`; both can be used together.',
    values: { '0': 'Nothing is deleted by number.' },
    unit: 'mails',
    example: 'namespace inbox {\n  mailbox Junk {\n    autoexpunge_max_mails = 10000\n  }\n}',
    seeAlso: ['mailbox_autoexpunge'],
    old: ['namespace/mailbox/autoexpunge_max_mails'],
  },
  mailbox_comment: {
    summary: 'Comment on the mailbox that clients can read with IMAP METADATA.',
    details: 'A comment that the user sets takes its place.',
    example: 'namespace inbox {\n  mailbox Archive {\n    comment = Mails older than a year\n  }\n}',
    seeAlso: ['imap_metadata', 'mail_server_comment'],
    old: ['namespace/mailbox/comment'],
  },
  mailbox_idle_check_interval: {
    summary: 'Shortest time between two looks for changes in a mailbox while a client is in IDLE.',
    details:
      'A fallback: local changes are noticed at once through inotify, this is for network file systems and the like. `0` is refused.',
    example: 'mailbox_idle_check_interval = 30 secs',
    seeAlso: ['imap_idle_notify_interval'],
  },
  mailbox_list_index_very_dirty_syncs: {
    summary: 'Trusts the mailbox list index without checking each mailbox on disk.',
    details:
      'Makes STATUS over many folders much faster. Only for mails that nothing but Dovecot changes; what others deliver may not show until the mailbox is opened.',
    example: 'mailbox_list_index_very_dirty_syncs = yes',
    seeAlso: ['mailbox_list_index', 'maildir_very_dirty_syncs'],
  },
  mailbox_list_lost_mailbox_prefix: {
    summary: 'How names begin that Dovecot gives to mailboxes it found on disk without a known name.',
    details: 'Happens when the list index of the layout `index` was lost or damaged; the user can then rename them.',
    example: 'mailbox_list_lost_mailbox_prefix = recovered-lost-folder-',
    seeAlso: ['mailbox_list_layout', 'mailbox_list_index'],
  },
  mailbox_list_normalize_names_to_nfc: {
    summary: 'Turns mailbox names into the Unicode form NFC, so that one name is not stored in two forms.',
    details: 'Some clients, above all on Apple systems, send an accented letter as two characters.',
    example: 'mailbox_list_normalize_names_to_nfc = yes',
    seeAlso: ['mailbox_list_utf8'],
  },
  mailbox_list_storage_escape_char: {
    summary: 'Character with which letters that the storage cannot take are escaped in names on disk.',
    details:
      'Lets users have dots in Maildir++ names, a leading `~`, or the separator in names. Exactly one character; changing it later makes escaped mailboxes appear under other names.',
    example: 'mailbox_list_storage_escape_char = "^"',
    seeAlso: ['mailbox_list_visible_escape_char', 'namespace_separator'],
    old: ['plugin/listescape_char'],
  },
  mailbox_name: {
    summary: 'Name of the mailbox that a `mailbox` block is about, as clients see it without the namespace prefix.',
    details:
      'Usually the word after `mailbox`. Set it where that word is only a label, as when the real name depends on the language.',
    example: 'namespace inbox {\n  mailbox trash {\n    name = Papierkorb\n    special_use = \\Trash\n  }\n}',
    seeAlso: ['mailbox', 'mailbox_special_use'],
    old: ['namespace/mailbox/name'],
  },
  mailbox_special_use: {
    summary: 'Tells clients what the mailbox is for, so that they do not make a second one of their own.',
    details: 'Give each role to one mailbox per namespace. Words that are no standard role bring a warning.',
    values: {
      '\\All': 'Shows all mails, usually a virtual mailbox.',
      '\\Archive': 'Archived mails.',
      '\\Drafts': 'Drafts.',
      '\\Flagged': 'Shows the flagged mails, usually a virtual mailbox.',
      '\\Important': 'Mails held to be important.',
      '\\Junk': 'Spam.',
      '\\Sent': 'Copies of sent mails.',
      '\\Trash': 'Deleted mails.',
    },
    example: 'namespace inbox {\n  mailbox Sent {\n    special_use = \\Sent\n  }\n}',
    seeAlso: ['mailbox_auto', 'mailbox'],
    old: ['namespace/mailbox/special_use'],
  },
  namespace: {
    summary: 'Part of the mailbox tree with its own prefix, storage and rules.',
    details:
      'Nearly every setup has one named `inbox` with `inbox = yes`. Storage settings written inside hold for this namespace only.',
    example: 'namespace inbox {\n  inbox = yes\n  separator = /\n}',
    seeAlso: ['namespace_inbox', 'namespace_prefix', 'namespace_type', 'mailbox'],
  },
  namespace_alias_for: {
    summary: 'Declares that the namespace shows the same mails as another one, given by its name.',
    details:
      'For old prefixes that clients still have in their settings, as `INBOX.`. Hide it and do not list it, or clients see every folder twice.',
    example:
      'namespace inbox {\n  inbox = yes\n  separator = /\n}\nnamespace compat {\n  prefix = INBOX/\n  separator = /\n  alias_for = inbox\n  hidden = yes\n  list = no\n}',
    seeAlso: ['namespace_hidden', 'namespace_list', 'namespace_name'],
    old: ['namespace/alias_for'],
  },
  namespace_disabled: {
    summary: 'Takes the namespace away, as if it were not in the configuration.',
    details: 'Can be returned by the userdb, so that single users have a namespace or not.',
    example: 'namespace shared {\n  disabled = yes\n}',
    seeAlso: ['namespace_hidden', 'userdb_fields'],
    old: ['namespace/disabled'],
  },
  namespace_hidden: {
    summary: 'Leaves the namespace out of the answer to the IMAP command NAMESPACE.',
    details: 'Its folders are still listed unless `list = no` too.',
    example: 'namespace compat {\n  prefix = mail/\n  separator = /\n  hidden = yes\n  list = no\n}',
    seeAlso: ['namespace_list', 'namespace_alias_for'],
    old: ['namespace/hidden'],
  },
  namespace_ignore_on_failure: {
    summary: 'Lets the user log in without this namespace when its storage cannot be set up.',
    details:
      'For namespaces on another server, whose absence should not lock users out. Not for the one with the inbox.',
    example: 'namespace archive {\n  prefix = Archive/\n  separator = /\n  ignore_on_failure = yes\n}',
    seeAlso: ['namespace_disabled'],
    old: ['namespace/ignore_on_failure'],
  },
  namespace_inbox: {
    summary: 'Makes this the namespace that holds the inbox.',
    details: 'Exactly one namespace must have it.',
    example: 'namespace inbox {\n  inbox = yes\n}',
    seeAlso: ['namespace', 'mail_inbox_path'],
    old: ['namespace/inbox'],
  },
  namespace_list: {
    summary: 'Whether the folders of the namespace appear when a client lists everything.',
    details: 'Clients that ask for the prefix itself always get them.',
    values: {
      yes: 'Always listed.',
      no: 'Listed only when the client names the prefix.',
      children: 'The prefix is listed only while there is a mailbox below it; for shared folders.',
    },
    example: 'namespace shared {\n  type = shared\n  prefix = shared/$user/\n  separator = /\n  list = children\n}',
    seeAlso: ['namespace_hidden', 'namespace_subscriptions'],
    old: ['namespace/list'],
  },
  namespace_name: {
    summary: 'Name by which the configuration and the userdb refer to the namespace; users never see it.',
    details: 'The word after `namespace`. Two blocks of one name, as in two files of `conf.d`, are one namespace.',
    example: 'namespace inbox {\n  inbox = yes\n}',
    seeAlso: ['namespace', 'namespace_alias_for'],
    old: ['namespace/name'],
  },
  namespace_order: {
    summary: 'Place of the namespace in the answer to the IMAP command NAMESPACE.',
    values: { '0': 'Numbered by itself, in the order of the file.' },
    example: 'namespace archive {\n  prefix = Archive/\n  separator = /\n  order = 2\n}',
    seeAlso: ['namespace_hidden'],
    old: ['namespace/order'],
  },
  namespace_prefix: {
    summary: 'What all folder names of the namespace begin with, as clients see them.',
    details:
      'Must end with the separator. A change renames every folder for the clients, so keep the old prefix as an alias for a time.',
    example: 'namespace archive {\n  prefix = Archive/\n  separator = /\n}',
    seeAlso: ['namespace_separator', 'namespace_alias_for'],
    old: ['namespace/prefix'],
  },
  namespace_separator: {
    summary: 'Character between the levels of folder names, as clients see them.',
    details:
      'Independent of how folders lie on disk. One character, and the same in all namespaces that clients see; Sieve scripts and client settings contain it, so choose it once. Empty means what the format uses, `.` for Maildir++ and `/` otherwise.',
    example: 'namespace inbox {\n  inbox = yes\n  separator = /\n}',
    seeAlso: ['namespace_prefix', 'mailbox_list_layout', 'mailbox_list_storage_escape_char'],
    old: ['namespace/separator'],
  },
  namespace_subscriptions: {
    summary: 'Keeps the list of subscribed folders in this namespace.',
    details:
      'With `no` it is kept in the next namespace further up that has `yes`, usually the one with the inbox. Say `no` for shared and public namespaces, or users would subscribe for each other.',
    example:
      'namespace public {\n  type = public\n  prefix = Public/\n  separator = /\n  subscriptions = no\n  mail_driver = maildir\n  mail_path = /var/mail/public\n}',
    seeAlso: ['namespace_type', 'mailbox_subscriptions_filename'],
    old: ['namespace/subscriptions'],
  },
  namespace_type: {
    summary: 'Whose mailboxes the namespace holds.',
    details: 'Decides who owns a mailbox for ACL and quota, and where IMAP NAMESPACE names it.',
    values: {
      private: 'Those of the user.',
      shared: 'Those that other users share; the prefix names the owner.',
      public: 'Those that belong to nobody; without ACLs everybody who may open the files can change them.',
    },
    example: 'namespace public {\n  type = public\n  prefix = Public/\n  separator = /\n  subscriptions = no\n}',
    seeAlso: ['namespace_subscriptions', 'namespace_list', 'acl'],
    old: ['namespace/type'],
  },
};
