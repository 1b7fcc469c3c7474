/** Settings that indexes on NFS need, where NFS is declared. */

import type { Configuration } from '../config/configuration.ts';
import { findIn } from '../config/effective/find.ts';
import { isYes, plainValue } from '../config/entries.ts';
import { hasHole } from '../config/holes.ts';
import { locationPart, type MailFormat, oboxFormat, storesMail } from '../config/storage/formats.ts';
import { nfsEvidence } from '../config/storage/nfs.ts';
import { isUnset } from '../config/storage/proSettings.ts';
import { declaring, pro23 } from '../lint/examples.ts';
import { defineRule, type Fix, replace, type Severity } from '../lint/rule.ts';
import { addLines } from '../lint/settingEdits.ts';

interface Wanted {
  readonly setting: string;
  readonly value: string;
  readonly severity: Severity;
  readonly message: 'mmap' | 'fsync';
}

const wanted: readonly Wanted[] = [
  { setting: 'mmap_disable', value: 'yes', severity: 'error', message: 'mmap' },
  { setting: 'mail_fsync', value: 'always', severity: 'warning', message: 'fsync' },
];

const versions = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

export const nfsSettingMismatch = defineRule({
  id: 'nfs-setting-mismatch',
  dialects: ['ce-2.3', 'pro-2.3', 'ce-2.4'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.4.5/core/config/nfs.html',
  docs: {
    summary: 'Mails and indexes are declared to lie on NFS, without mmap_disable = yes and mail_fsync = always.',
    why: 'An index that is mapped into memory is not kept in step with the file server: another server that opens it reads what was there before, and the index breaks. What is not written through at once is lost when a server dies, after the client has been told that the mail is saved.',
    exceptions:
      'Nothing is said of obox, whose indexes lie on local disks, nor where indexes have a path of their own. That it is NFS only the deployment manifest can say.',
    bad: [
      declaring('nfs', {
        dialect: 'ce-2.4',
        text: `${versions}<|mail_driver|> = maildir\nmail_path = ~/Maildir\nmail_fsync = always\n`,
        fixed: `${versions}mmap_disable = yes\nmail_driver = maildir\nmail_path = ~/Maildir\nmail_fsync = always\n`,
      }),
      declaring('nfs', {
        dialect: 'ce-2.3',
        text: 'mail_location = maildir:~/Maildir\nmmap_disable = <|no|>\nmail_fsync = always\nplugin {\n}\n',
        fixed: 'mail_location = maildir:~/Maildir\nmmap_disable = yes\nmail_fsync = always\nplugin {\n}\n',
      }),
      declaring('nfs', {
        dialect: 'ce-2.3',
        text: 'mail_location = maildir:~/Maildir:INDEX=/var/index/%u\nmmap_disable = no\nmail_fsync = <|optimized|>\nplugin {\n}\n',
        fixed:
          'mail_location = maildir:~/Maildir:INDEX=/var/index/%u\nmmap_disable = no\nmail_fsync = always\nplugin {\n}\n',
      }),
    ],
    good: [
      declaring('nfs', {
        dialect: 'ce-2.4',
        text: `${versions}mail_driver = maildir\nmmap_disable = yes\nmail_fsync = always\n`,
      }),
      declaring('other', { dialect: 'ce-2.4', text: `${versions}mail_driver = maildir\n` }),
      declaring('nfs', { dialect: 'ce-2.4', text: `${versions}mail_driver = maildir\n!include {{ file }}\n` }),
      declaring('nfs', pro23('mail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_fsync = never\nplugin {\n}\n')),
    ],
  },
  messages: {
    mmap: 'Indexes on NFS need mmap_disable = yes.',
    fsync: 'On NFS mails need mail_fsync = always.',
  },
  check({ configuration, storage, report }) {
    if (nfsEvidence(configuration, storage) !== 'declared' || oboxFormat(storage.formats) !== undefined) return;
    const format = storage.formats.find(({ driver, entry }) => entry.scope === undefined && storesMail(driver.text));
    if (format === undefined) return;
    for (const { setting, value, severity, message } of wanted) {
      if (message === 'mmap' && hasOwnIndexPath(configuration, format)) continue;
      const entry = findIn(configuration, setting, '');
      const own = plainValue(entry);
      if (own !== undefined && !(value === 'yes' ? isYes(own) === false : own.text !== value)) continue;
      if (own === undefined && (entry !== undefined || !isUnset(configuration, setting))) continue;
      const edit =
        own === undefined ? addLines(configuration, format.entry, [`${setting} = ${value}`]) : replace(own, value);
      const fix: Fix = { title: `Set ${setting} = ${value}`, safe: true, edits: [edit] };
      const { statement, document } = format.entry;
      report({ at: own ?? { document, span: statement.key }, message, severity, fixes: [fix] });
    }
  },
});

function hasOwnIndexPath(configuration: Configuration, format: MailFormat): boolean {
  if (format.location !== undefined && hasHole(format.location.text)) return true;
  return locationPart(format, 'INDEX') !== undefined || !isUnset(configuration, 'mail_index_path');
}
