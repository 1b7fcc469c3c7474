/** S13: AWS S3 reached through the generic driver. */

import { knownHost } from '../config/storage/system.ts';
import { isAwsHost } from '../knowledge/hosts.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

export const s3AwsDriverRecommended = defineRule({
  id: 's3-aws-driver-recommended',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S13'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/aws.html',
  docs: {
    summary: 'AWS S3 is used through the generic s3 driver.',
    why: 'The aws-s3 driver sends the security token of an IAM role and logs the request ids that AWS support asks for. With the s3 driver, incidents at AWS are hard to trace and roles do not work.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nobox {\n  fs <|s3|> {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nobox {\n  fs aws-s3 {\n  }\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; <|s3|>:https://mails.s3.eu-central-1.amazonaws.com/?region=eu-central-1&auth_role=mails ; refcounting-table\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; aws-s3:https://mails.s3.eu-central-1.amazonaws.com/?region=eu-central-1&auth_role=mails ; refcounting-table\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://s3.example.com/\nobox {\n  fs s3 {\n  }\n}\n',
      },
    ],
  },
  messages: {
    generic: "'{host}' is AWS S3: use the aws-s3 driver, which knows IAM roles and logs the request ids of AWS.",
  },
  check({ storage, report }) {
    for (const chain of storage.chains) {
      for (const driver of chain.drivers) {
        const host = knownHost(driver);
        if (driver.name.text !== 's3' || host === undefined || !isAwsHost(host)) continue;
        report({
          at: driver.name,
          message: 'generic',
          data: { host },
          fixes: [{ title: 'Use the aws-s3 driver', safe: true, edits: [replace(driver.name, 'aws-s3')] }],
        });
      }
    }
  },
});
