/** Plugins that tell others what happens to mails: log, notifications, scripts; and the method of compression. */

import type { Teachings } from '../../types.ts';

export const mailEvents: Teachings = {
  mail_compress_write_method: {
    summary: 'How the plugin `mail_compress` compresses new mails.',
    details:
      'Mails compressed earlier, by any method, stay readable as long as the plugin is loaded, so never take it out again. Empty writes new mails uncompressed.',
    example: 'mail_plugins {\n  mail_compress = yes\n}\nmail_compress_write_method = zstd',
    seeAlso: ['mail_plugins', 'compress_zstd_level'],
    old: ['plugin/zlib_save'],
  },
  mail_log_cached_only: {
    summary: 'Logs only those fields that are in the cache already.',
    details: 'Keeps logging from opening mails; fields are then missing now and then. New mails are logged in full.',
    example: 'mail_log_cached_only = yes',
    seeAlso: ['mail_log_fields', 'mail_always_cache_fields'],
    old: ['plugin/mail_log_cached_only'],
  },
  mail_log_events: {
    summary: 'Which doings with mails and mailboxes the plugin `mail_log` logs.',
    details: 'Answers the question who deleted a mail. Needs the plugins `notify` and `mail_log`.',
    values: {
      delete: 'A mail is flagged as deleted.',
      undelete: 'That flag is taken away.',
      expunge: 'A mail is removed for good.',
      save: 'A mail is stored, by a delivery or a client.',
      copy: 'A mail is copied or moved here.',
      mailbox_create: 'A mailbox is made.',
      mailbox_delete: 'A mailbox is removed.',
      mailbox_rename: 'A mailbox gets another name.',
      flag_change: 'Flags or keywords change; much to log.',
    },
    example:
      'mail_plugins {\n  notify = yes\n  mail_log = yes\n}\nmail_log_events = delete undelete expunge mailbox_delete mailbox_rename',
    seeAlso: ['mail_log_fields', 'mail_plugins'],
    old: ['plugin/mail_log_events'],
  },
  mail_log_fields: {
    summary: 'What the plugin `mail_log` writes about a mail.',
    values: {
      uid: 'IMAP UID.',
      box: 'Mailbox.',
      msgid: 'The header `Message-ID`.',
      size: 'Size on disk.',
      vsize: 'Size with CRLF line ends.',
      flags: 'Flags and keywords.',
      from: 'Sender.',
      subject: 'Subject; mind privacy.',
    },
    example: 'mail_log_fields = uid box msgid size',
    seeAlso: ['mail_log_events', 'mail_log_cached_only'],
    old: ['plugin/mail_log_fields'],
  },
  mail_lua: {
    summary: 'Script for the plugin `mail_lua`, called when a user session begins and ends.',
    details: 'Name the script inside with `lua_file`, and values for it with `lua_settings`.',
    example: 'mail_lua {\n  lua_file = /etc/dovecot/user.lua\n}',
    seeAlso: ['lua_file', 'lua_settings', 'mail_plugins'],
    old: ['plugin/mail_lua_script'],
  },
  mailbox_notify_status: {
    summary: 'Writes the numbers of this mailbox to the dictionary of the plugin `notify_status`.',
    details: 'Set it inside `mailbox` blocks, which may have patterns.',
    example: 'namespace inbox {\n  mailbox INBOX {\n    notify_status = yes\n  }\n}',
    seeAlso: ['notify_status', 'mailbox'],
    old: ['plugin/notify_status_mailbox'],
  },
  notify_status: {
    summary: 'Dictionary to which the plugin `notify_status` writes how many mails a mailbox has.',
    details:
      'Lets a portal show unread mails without asking IMAP. Needs the plugins `notify` and `notify_status`, and `mailbox_notify_status` for each mailbox in question.',
    example:
      'mail_plugins {\n  notify = yes\n  notify_status = yes\n}\nnotify_status {\n  dict redis {\n    redis_host = 10.0.0.21\n  }\n}',
    seeAlso: ['mailbox_notify_status', 'notify_status_value', 'dict'],
    old: ['plugin/notify_status_dict'],
  },
  notify_status_value: {
    summary: 'Text that the plugin `notify_status` writes for a mailbox.',
    details: 'Any form will do; only the reader must understand it.',
    values: {
      '%{messages}': 'Number of mails.',
      '%{unseen}': 'Number of unread mails.',
      '%{mailbox}': 'Name of the mailbox.',
      '%{username}': 'Name of the user.',
      '%{uidvalidity}': 'UIDVALIDITY.',
      '%{uidnext}': 'UID that the next mail will get.',
      '%{highest_modseq}': 'Highest modification sequence.',
    },
    example: 'notify_status_value = "{\\"messages\\":%{messages},\\"unseen\\":%{unseen}}"',
    seeAlso: ['notify_status'],
    old: ['plugin/notify_status_value'],
  },
  push_notification: {
    summary: 'One receiver of push notifications about new mails and other events.',
    details:
      'Needs the plugins `notify` and `push_notification`, usually in `protocol lmtp` only, so that just deliveries are told. Several blocks tell several receivers.',
    example:
      'protocol lmtp {\n  mail_plugins {\n    notify = yes\n    push_notification = yes\n  }\n}\npush_notification ox {\n  ox_url = https://appsuite.example.com/preliminary/http-notify/v1/notify\n}',
    seeAlso: ['push_notification_driver', 'push_notification_ox_url', 'mail_plugins'],
  },
  push_notification_driver: {
    summary: 'How the receiver of push notifications is told.',
    values: {
      dlog: 'By debug messages in the log, for tests.',
      lua: 'By a Lua script; needs the plugin `push_notification_lua`.',
      ox: 'By HTTP requests in the form of OX App Suite; new mails only.',
    },
    example: 'push_notification test {\n  driver = dlog\n}',
    seeAlso: ['push_notification', 'push_notification_ox_url', 'lua_file'],
    old: ['plugin/push_notification_driver', 'plugin/push_notification_backend'],
  },
  push_notification_name: {
    summary: 'Name of the receiver in the configuration; the word after `push_notification`.',
    example: 'push_notification appsuite {\n  driver = ox\n}',
    seeAlso: ['push_notification', 'push_notification_driver'],
  },
  push_notification_ox: {
    summary: 'Settings of all push notifications with the driver `ox`.',
    details:
      'Dovecot keeps its limits for the HTTP requests here. 2.4.1 does not know the block yet; write the settings in `push_notification` there.',
    example: 'push_notification_ox {\n  http_client_request_timeout = 5 secs\n}',
    seeAlso: ['push_notification_ox_url', 'http_client_request_timeout'],
  },
  push_notification_ox_cache_ttl: {
    summary: 'How long Dovecot remembers whether a user has push notifications switched on.',
    details: 'That is kept in the METADATA of the user, so `mail_attribute` must be set. `0` is refused.',
    example: 'push_notification ox {\n  cache_ttl = 60 secs\n}',
    seeAlso: ['push_notification_ox_user_from_metadata', 'mail_attribute'],
  },
  push_notification_ox_url: {
    summary: 'Address of App Suite to which push notifications are sent, with user and password.',
    details:
      'It must be a full URL. The user name and password of HTTP authentication stand in it, so protect the file.',
    example: 'push_notification ox {\n  ox_url = https://appsuite.example.com/preliminary/http-notify/v1/notify\n}',
    seeAlso: ['push_notification_driver', 'push_notification_ox_cache_ttl'],
  },
  push_notification_ox_user_from_metadata: {
    summary: 'Names the user in push notifications as their METADATA entry does.',
    details: 'App Suite writes its own id of the user there.',
    example: 'push_notification ox {\n  user_from_metadata = yes\n}',
    seeAlso: ['push_notification_ox_url', 'mail_attribute'],
  },
};
