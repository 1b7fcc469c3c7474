/** S18: what S3-compatible means for support. */

import { knownHost, storageSystem } from '../config/storage/system.ts';
import { allDrivers } from '../config/storage/types.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const s3CompatibleBasic = defineRule({
  id: 's3-compatible-basic',
  dialects: palomarAndUpgrade,
  severity: 'information',
  statements: ['S18', 'S17'],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/storage/providers/s3.html',
  docs: {
    summary: 'The storage is S3-compatible, which has Basic support.',
    why: 'Compatible means: behaves as AWS S3 does. Nothing is certified or tested for the product behind the endpoint, and what its vendor changes is your risk.',
    exceptions: 'It is information only: nothing needs to be done where Basic support is what you want.',
    noFix: 'There is nothing to mend: such storage may be used.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://<|s3.example.com|>/\nobox {\n  fs s3 {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nobox {\n  fs aws-s3 {\n  }\n}\n',
      },
    ],
  },
  messages: {
    basic: "'{host}' is S3-compatible storage: Basic support, measured by what AWS S3 does.",
  },
  check({ storage, report }) {
    for (const driver of allDrivers(storage)) {
      const host = knownHost(driver);
      if (host === undefined || storageSystem(driver) !== 's3-compatible') continue;
      report({ at: driver.url!.host, message: 'basic', data: { host } });
    }
  },
});
