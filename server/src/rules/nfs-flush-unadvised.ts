/** Flushing of NFS caches, which the manual says to leave off. */

import { entriesNamed, isYes, plainValue } from '../config/entries.ts';
import { pro30 } from '../lint/examples.ts';
import { defineRule, replace } from '../lint/rule.ts';

export const nfsFlushUnadvised = defineRule({
  id: 'nfs-flush-unadvised',
  dialects: ['ce-2.3', 'pro-2.3', 'pro-3.0', 'ce-2.4', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.4.5/core/config/nfs.html',
  docs: {
    summary: 'NFS caches are flushed: mail_nfs_index or mail_nfs_storage is on.',
    why: 'They flush caches in the hope that several servers may then work on one mailbox. That is not supported and does corrupt mailboxes, with flushing as well; it only costs speed. Each user must be served by one server, for deliveries too, and then nothing has to be flushed.',
    exceptions:
      'The manual of 2.3 also describes clusters without a director that switch them on, with a warning that mails may get lost. On 2.3 the finding is therefore a hint.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_driver = maildir\nmail_nfs_storage = <|yes|>\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_driver = maildir\nmail_nfs_storage = no\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nmmap_disable = yes\nmail_fsync = always\nmail_nfs_index = <|yes|>\n',
        fixed: 'plugin {\n}\nmmap_disable = yes\nmail_fsync = always\nmail_nfs_index = no\n',
      },
    ],
    good: [
      pro30('mail_nfs_storage = no\nmail_nfs_index = no\nplugin {\n}\n'),
      { dialect: 'ce-2.3', text: 'plugin {\n}\nmail_nfs_storage = {{ flush }}\n' },
    ],
  },
  messages: {
    flush: "'{setting}' does not make it safe to serve a user by several servers: leave it off.",
  },
  check({ configuration, dialect, report }) {
    const severity = dialect === 'ce-2.3' || dialect === 'pro-2.3' ? 'hint' : 'warning';
    for (const setting of ['mail_nfs_index', 'mail_nfs_storage']) {
      for (const entry of entriesNamed(configuration, setting)) {
        const at = plainValue(entry);
        if (at === undefined || isYes(at) !== true) continue;
        const title = 'Switch it off (each user must be served by one server)';
        const fixes = [{ title, safe: false, edits: [replace(at, 'no')] }];
        report({ at, message: 'flush', data: { setting }, severity, fixes });
      }
    }
  },
});
