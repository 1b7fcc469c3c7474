/** S03: the storage at the end of a chain is not on the support list. */

import { storageSystem } from '../config/storage/system.ts';
import { finalDriver } from '../config/storage/types.ts';
import { storageSupportPage } from '../knowledge/support.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const storageUnlisted = defineRule({
  id: 'storage-unlisted',
  dialects: palomarAndUpgrade,
  severity: 'error',
  statements: ['S03'],
  fixable: false,
  source: storageSupportPage,
  docs: {
    summary: 'The storage driver is not one that Dovecot Pro supports.',
    why: 'The support page lists sproxyd, AWS S3, S3-compatible storage, Azure Blob and NFS. On anything else no SLA can be given: a fault in production is yours alone.',
    noFix: 'The mails must move to another storage first.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = fscache:512M:/var/cache/mails:dictmap:proxy:dict-async:cassandra ; <|scality|>:http://cdmi.example.com/ ; refcounting-table\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs fscache {\n    size = 512M\n  }\n  fs <|swift|> {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = {{ obox_fs }}\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_driver = maildir\n',
      },
    ],
  },
  messages: {
    unlisted:
      "'{driver}' is not on the list of supported storage, so no SLA covers it. Use sproxyd, aws-s3, s3, azure, or posix on NFS.",
  },
  check({ storage, report }) {
    for (const chain of storage.chains) {
      const driver = finalDriver(chain);
      if (driver === undefined || storageSystem(driver) !== 'unlisted') continue;
      report({ at: driver.name, message: 'unlisted', data: { driver: driver.name.text } });
    }
  },
});
