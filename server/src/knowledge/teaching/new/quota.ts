/** Quota: roots, limits, warnings, what a mail server is told, and the trash plugin that makes room. */

import type { Teachings } from '../../types.ts';

export const quota: Teachings = {
  quota: {
    summary: 'Adds a quota root: something that counts usage and has limits.',
    details:
      'The name of the block is what IMAP clients show. One root is enough for most servers; a root inside a `namespace` block counts that namespace alone. Needs `quota` in `mail_plugins`, and `imap_quota` for clients to see it.',
    example: 'quota "User quota" {\n  storage_size = 1G\n}',
    seeAlso: ['quota_driver', 'quota_storage_size', 'quota_warning'],
    old: ['plugin/quota'],
  },
  quota_clone: {
    summary: 'Dict into which the current usage of each user is copied.',
    details:
      'For web panels and reports that must not ask the mail server. Needs `quota_clone` in `mail_plugins`; the limits stay with the quota root, only usage is written.',
    example: 'quota_clone {\n  dict proxy {\n    name = quota_clone\n  }\n}',
    seeAlso: ['quota_clone_unset', 'quota'],
    old: ['plugin/quota_clone_dict'],
  },
  quota_clone_unset: {
    summary: 'Deletes the old usage in the dict before the new one is written.',
    details: 'For databases that cannot insert or update in one statement, as old SQLite.',
    example: 'quota_clone_unset = yes',
    seeAlso: ['quota_clone'],
  },
  quota_count: {
    summary: 'Holds settings for quota roots of driver `count` only.',
    details: 'Whatever stands inside applies where usage is counted from the index files.',
    example: 'quota_count {\n  quota_storage_grace = 20M\n}',
    seeAlso: ['quota_driver'],
  },
  quota_driver: {
    summary: 'How the quota root learns how much is used.',
    details:
      '`count` is right for almost everyone. When you change the driver of a running server, let the mail sizes be indexed first, or the first look at each user is slow.',
    example: 'quota "User quota" {\n  driver = count\n}',
    seeAlso: ['quota', 'quota_fs', 'quota_imapc', 'quota_maildir'],
  },
  quota_enforce: {
    summary: 'Whether mails that do not fit are refused.',
    details:
      'With `no` usage is still counted, shown and warned about, but nothing is turned away. Useful when another program enforces the limit, or while limits are being introduced.',
    values: { no: 'Counts only. The default for driver `imapc`, where the remote server enforces.' },
    example: 'quota "User quota" {\n  enforce = no\n}',
    seeAlso: ['quota_storage_size', 'quota_hidden', 'quota_ignore'],
  },
  quota_exceeded_message: {
    summary: 'Text that a user or sender gets when the quota is full.',
    details:
      'A good place for an address where users can make room. `quota_status_overquota` puts it in as `%{error}`.',
    example: 'quota_exceeded_message = Mailbox is full, see https://www.example.com/quota',
    seeAlso: ['quota_status_overquota', 'quota_full_tempfail'],
    old: ['plugin/quota_exceeded_message'],
  },
  quota_fs: {
    summary: 'Holds settings for quota roots of driver `fs` only.',
    example: 'quota_fs {\n  mount_path = /home\n}',
    seeAlso: ['quota_fs_mount_path', 'quota_fs_type', 'quota_fs_message_limit', 'quota_driver'],
  },
  quota_fs_message_limit: {
    summary: 'Reports the inode limit of the file system as the limit on messages.',
    details: 'Makes sense where each mail is one file: Maildir and sdbox.',
    example: 'quota_fs_message_limit = yes',
    seeAlso: ['quota_fs', 'quota_message_count'],
  },
  quota_fs_mount_path: {
    summary: 'Path whose file system is asked for the quota.',
    details:
      'Set it when mails of one user lie on two file systems, with one root for each; without it the mail root directory counts.',
    example: 'quota_fs_mount_path = /home',
    seeAlso: ['quota_fs', 'quota_fs_type'],
  },
  quota_fs_type: {
    summary: 'Which quota of the file system is reported: that of the user or that of the group.',
    values: {
      any: 'The one of the user; when there is none, that of the group.',
      user: 'The one of the user only.',
      group: 'The one of the group only.',
    },
    example: 'quota_fs_type = user',
    seeAlso: ['quota_fs', 'quota_fs_mount_path'],
  },
  quota_full_tempfail: {
    summary: 'Answers deliveries to a full mailbox with a temporary error, so that the sender tries again.',
    details:
      'With `no` the mail bounces at once. With `yes` it waits in the queue of the mail server, which gives the user time to make room, and keeps the queue full for users who never do.',
    example: 'quota_full_tempfail = yes',
    seeAlso: ['quota_exceeded_message', 'quota_storage_grace'],
  },
  quota_hidden: {
    summary: 'Hides the quota root from IMAP clients.',
    details: 'Limits are enforced all the same; `GETQUOTAROOT` does not list the root.',
    example: 'quota "Hard limit" {\n  hidden = yes\n}',
    seeAlso: ['quota', 'quota_enforce', 'quota_ignore_unlimited'],
  },
  quota_ignore: {
    summary: 'Leaves mailboxes out of quota: not counted, not limited, no warnings.',
    details: 'Meant for a `mailbox` or `namespace` block. An unlimited quota is something else: it still counts.',
    example: 'namespace inbox {\n  mailbox Spam {\n    quota_ignore = yes\n  }\n}',
    seeAlso: ['quota_ignore_unlimited', 'quota_enforce', 'quota_storage_extra'],
    old: ['plugin/quota_rule'],
  },
  quota_ignore_unlimited: {
    summary: 'Drops the quota root for users who have no limit at all.',
    details: 'Saves the counting for such users; clients then see no quota instead of an unlimited one.',
    example: 'quota_ignore_unlimited = yes',
    seeAlso: ['quota_ignore', 'quota_hidden'],
  },
  quota_imapc: {
    summary: 'Holds settings for quota roots of driver `imapc` only.',
    details:
      'Dovecot sets `quota_enforce = no` here, because the remote server enforces and each check would cost a round trip.',
    example: 'quota_imapc {\n  root_name = User quota\n}',
    seeAlso: ['quota_imapc_root_name', 'quota_imapc_mailbox_name', 'quota_driver'],
  },
  quota_imapc_mailbox_name: {
    summary: 'Mailbox on the remote server whose first quota root is used.',
    details: 'Asked with `GETQUOTAROOT`. Of no effect when `quota_imapc_root_name` is set.',
    example: 'quota_imapc_mailbox_name = INBOX',
    seeAlso: ['quota_imapc_root_name', 'quota_imapc'],
  },
  quota_imapc_root_name: {
    summary: 'Quota root on the remote server whose usage and limits are taken.',
    details: 'Set it when the remote server has several roots and the first one of INBOX is not the one you want.',
    example: 'quota_imapc_root_name = User quota',
    seeAlso: ['quota_imapc_mailbox_name', 'quota_imapc'],
  },
  quota_mail_size: {
    summary: 'Largest single mail that may be saved, whoever saves it.',
    details:
      'Holds for LMTP, IMAP APPEND and doveadm alike, also where `quota_enforce` is off for a root. Keep it at or above the limit of your mail server, or mails are accepted and then bounce.',
    values: { unlimited: 'Any size.' },
    example: 'quota_mail_size = 100M',
    seeAlso: ['quota_storage_size', 'quota_status_toolarge'],
    old: ['plugin/quota_max_mail_size'],
  },
  quota_mailbox_count: {
    summary: 'Most mailboxes that a user may have.',
    details: 'Each namespace counts for itself, so shared mailboxes do not use up the own limit.',
    values: { unlimited: 'No limit.' },
    unit: 'mailboxes',
    example: 'quota_mailbox_count = 5000',
    seeAlso: ['quota_mailbox_message_count', 'quota_message_count'],
  },
  quota_mailbox_message_count: {
    summary: 'Most messages that one mailbox may hold.',
    details: 'Protects against mailboxes so large that clients and indexes become slow.',
    values: { unlimited: 'No limit.' },
    unit: 'messages',
    example: 'quota_mailbox_message_count = 500000',
    seeAlso: ['quota_message_count', 'quota_mailbox_count'],
  },
  quota_maildir: {
    summary: 'Holds settings for quota roots of driver `maildir` only.',
    details: 'Without limits in the configuration this driver takes those written in the `maildirsize` file.',
    example: 'quota_maildir {\n  quota_storage_size = 1G\n}',
    seeAlso: ['quota_driver'],
  },
  quota_message_count: {
    summary: 'Most messages a user may have in the quota root.',
    details: 'Can come from userdb per user. Rarely worth it beside a limit on storage.',
    values: { unlimited: 'No limit on messages.' },
    unit: 'messages',
    example: 'quota_message_count = 100000',
    seeAlso: ['quota_message_percentage', 'quota_storage_size', 'quota_mailbox_message_count'],
    old: ['plugin/quota_rule'],
  },
  quota_message_percentage: {
    summary: 'Multiplies `quota_message_count`, for one mailbox or for a warning.',
    details:
      'In a `quota_warning` block with `resource = message` it is the point at which the warning runs. In a `mailbox` block more than 100 lets that mailbox exceed the limit.',
    unit: 'percent',
    example:
      'quota "User quota" {\n  quota_warning many {\n    resource = message\n    quota_message_percentage = 95\n    execute quota-warning {\n      args = many %{user}\n    }\n  }\n}',
    seeAlso: ['quota_message_count', 'quota_warning_resource', 'quota_storage_percentage'],
  },
  quota_name: {
    summary: 'Name of the quota root as IMAP clients see it.',
    details: 'The name of the `quota` block sets it. Some clients show no quota when it is empty.',
    example: 'quota_name = User quota',
    seeAlso: ['quota'],
  },
  quota_over_status: {
    summary: 'Runs a script when the over-quota flag kept elsewhere no longer fits the real usage.',
    details:
      'For setups where warning scripts mark full users in a database so that the mail server can refuse mail early. Each login and delivery compares that flag with the usage; the script gets the current flag as its last argument.',
    example: 'quota_over_status {\n  mask = TRUE\n  execute quota-warning {\n    args = mismatch %{user}\n  }\n}',
    seeAlso: ['quota_over_status_current', 'quota_over_status_mask', 'quota_over_status_lazy_check', 'execute'],
    old: ['plugin/quota_over_script'],
  },
  quota_over_status_current: {
    summary: 'What the database says about the user being over quota.',
    details: 'Not for the configuration file: return it from userdb. Compared with `quota_over_status_mask`.',
    example: 'userdb sql {\n  fields {\n    quota_over_status_current = %{sql:over_quota}\n  }\n}',
    seeAlso: ['quota_over_status_mask', 'quota_over_status'],
    old: ['plugin/quota_over_flag'],
  },
  quota_over_status_lazy_check: {
    summary: 'Compares flag and usage only when the usage is looked up anyway.',
    details: 'Takes the check out of each login; a wrong flag is found later.',
    example: 'quota_over_status {\n  lazy_check = yes\n  execute quota-warning {\n    args = mismatch %{user}\n  }\n}',
    seeAlso: ['quota_over_status', 'quota_over_status_mask'],
    old: ['plugin/quota_over_flag_lazy_check'],
  },
  quota_over_status_mask: {
    summary: 'Pattern that `quota_over_status_current` matches when the flag is set.',
    details: 'Case does not matter, `*` and `?` are wildcards. While it is empty nothing is checked.',
    values: { '*': 'Any flag that is not empty means over quota.' },
    example: 'quota_over_status_mask = TRUE',
    seeAlso: ['quota_over_status_current', 'quota_over_status'],
    old: ['plugin/quota_over_flag_value'],
  },
  quota_status_nouser: {
    summary: 'Answer of the quota-status service to Postfix for a user who does not exist.',
    details:
      'The service asks only userdb. Use `DUNNO` when Postfix knows recipients that Dovecot does not, or they are refused.',
    values: { DUNNO: 'Leaves the decision to the next rule of Postfix.' },
    example: 'quota_status_nouser = DUNNO',
    seeAlso: ['quota_status_overquota', 'quota_status_success'],
    old: ['plugin/quota_status_nouser'],
  },
  quota_status_overquota: {
    summary: 'Answer of the quota-status service to Postfix when the mail does not fit.',
    details: '`%{error}` is the reason, mostly `quota_exceeded_message`. A 4xx code makes senders try again.',
    example: 'quota_status_overquota = 552 5.2.2 Mailbox is full',
    seeAlso: ['quota_status_toolarge', 'quota_exceeded_message', 'quota_status_success'],
    old: ['plugin/quota_status_overquota'],
  },
  quota_status_success: {
    summary: 'Answer of the quota-status service to Postfix when the mail fits.',
    details:
      '`OK` ends the restriction list of Postfix at once; with `DUNNO` later restrictions still apply, which is mostly what you want.',
    values: {
      OK: 'Accepts the recipient and skips the remaining restrictions of the list.',
      DUNNO: 'Lets the remaining restrictions decide.',
    },
    example: 'quota_status_success = DUNNO',
    seeAlso: ['quota_status_overquota', 'quota_status_nouser'],
    old: ['plugin/quota_status_success'],
  },
  quota_status_toolarge: {
    summary: 'Answer of the quota-status service to Postfix for a mail that could never fit.',
    details:
      'Used when the mail is larger than `quota_mail_size` or than the whole quota. While it is empty `quota_status_overquota` is sent.',
    example: 'quota_status_toolarge = 552 5.3.4 Message is larger than the mailbox',
    seeAlso: ['quota_status_overquota', 'quota_mail_size'],
    old: ['plugin/quota_status_toolarge'],
  },
  quota_storage_extra: {
    summary: 'Room on top of the limit, mostly for one mailbox.',
    details:
      'In the `mailbox` block of Trash it lets users move mails there while they are full, so that they can make room. The limit is size times percentage plus this.',
    example: 'namespace inbox {\n  mailbox Trash {\n    quota_storage_extra = 100M\n  }\n}',
    seeAlso: ['quota_storage_size', 'quota_storage_percentage', 'quota_ignore'],
    old: ['plugin/quota_rule'],
  },
  quota_storage_grace: {
    summary: 'How far the last delivered mail may bring a user over the limit.',
    details:
      'Only for LMTP and LDA, and only while the user is still below the limit. It makes users clearly full instead of letting small mails through and refusing large ones; `0` makes the limit hard.',
    values: { '0': 'No delivery may exceed the limit.' },
    example: 'quota_storage_grace = 10M',
    seeAlso: ['quota_storage_size', 'quota_full_tempfail'],
    old: ['plugin/quota_grace'],
  },
  quota_storage_percentage: {
    summary: 'Multiplies `quota_storage_size`, for one mailbox or for a warning.',
    details:
      'In a `quota_warning` block it is the point at which the warning runs. In a `mailbox` block 110 lets that mailbox go ten per cent beyond the limit.',
    unit: 'percent',
    example:
      'quota "User quota" {\n  quota_warning nearly-full {\n    quota_storage_percentage = 95\n    execute quota-warning {\n      args = 95 %{user}\n    }\n  }\n}',
    seeAlso: ['quota_storage_size', 'quota_warning', 'quota_storage_extra'],
    old: ['plugin/quota_rule'],
  },
  quota_storage_size: {
    summary: 'How many bytes of mail a user may have in the quota root.',
    details:
      'Keep the common value outside the `quota` block, then userdb can return `quota_storage_size` to give a user another limit.',
    values: { unlimited: 'Usage is counted, but not limited.' },
    example: 'quota_storage_size = 5G',
    seeAlso: ['quota_storage_percentage', 'quota_storage_extra', 'quota_storage_grace', 'quota_message_count'],
    old: ['plugin/quota_rule'],
  },
  quota_warning: {
    summary: 'Runs a script at the moment the usage crosses a limit.',
    details:
      'Only the first block that matches runs, so put the highest limit first. Nothing happens when something else than Dovecot changes the usage, or during dsync.',
    example:
      'quota "User quota" {\n  quota_warning warn-95 {\n    quota_storage_percentage = 95\n    execute quota-warning {\n      args = 95 %{user}\n    }\n  }\n}',
    seeAlso: ['quota_warning_resource', 'quota_warning_threshold', 'quota_storage_percentage', 'execute'],
    old: ['plugin/quota_warning'],
  },
  quota_warning_name: {
    summary: 'Name of a warning; it identifies the block and appears in the log.',
    details: 'The name of the `quota_warning` block sets it.',
    example: 'quota_warning_name = warn-95',
    seeAlso: ['quota_warning'],
  },
  quota_warning_resource: {
    summary: 'Which limit the warning watches.',
    values: {
      storage: 'Bytes: `quota_storage_size` times `quota_storage_percentage`.',
      message: 'Messages: `quota_message_count` times `quota_message_percentage`.',
    },
    example:
      'quota "User quota" {\n  quota_warning many {\n    resource = message\n    quota_message_percentage = 90\n    execute quota-warning {\n      args = many %{user}\n    }\n  }\n}',
    seeAlso: ['quota_warning', 'quota_warning_threshold'],
  },
  quota_warning_threshold: {
    summary: 'In which direction the limit must be crossed for the warning to run.',
    values: {
      over: 'Usage rises to the limit or beyond.',
      under: 'Usage falls below it, for example to tell the user or the mail server that there is room again.',
    },
    example:
      'quota "User quota" {\n  quota_warning back {\n    threshold = under\n    quota_storage_percentage = 100\n    execute quota-warning {\n      args = below %{user}\n    }\n  }\n}',
    seeAlso: ['quota_warning', 'quota_over_status'],
  },
  trash_priority: {
    summary: 'Lets the trash plugin empty this mailbox when a new mail would not fit.',
    details:
      'Mailboxes with a lower number are emptied first, oldest mails first; equal numbers are emptied together. Nothing is deleted when even all of it would not make enough room. Needs `trash` in `mail_plugins` and a quota root that is not of driver `fs`.',
    values: { '0': 'The mailbox is left alone.' },
    example:
      'namespace inbox {\n  mailbox Trash {\n    trash_priority = 1\n  }\n  mailbox Spam {\n    trash_priority = 2\n  }\n}',
    seeAlso: ['quota_storage_size', 'quota'],
    old: ['plugin/trash'],
  },
};
