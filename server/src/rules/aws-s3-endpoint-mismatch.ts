/** S13: the AWS driver talks to somebody else's S3. */

import { knownHost } from '../config/storage/system.ts';
import { isAwsHost } from '../knowledge/hosts.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

export const awsS3EndpointMismatch = defineRule({
  id: 'aws-s3-endpoint-mismatch',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S13'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/s3.html',
  docs: {
    summary: 'The aws-s3 driver is used with an endpoint that AWS does not run.',
    why: 'Premium support is for the S3 service of AWS itself. Another service behind the same API is Basic, whatever the driver is called, and the driver adds headers that only AWS understands.',
    exceptions: 'A private name that leads to AWS (a proxy, a private DNS zone) cannot be recognised.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://s3.example.com/\nobox {\n  fs <|aws-s3|> {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://s3.example.com/\nobox {\n  fs s3 {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://{{ endpoint }}/\nobox {\n  fs aws-s3 {\n  }\n}\n',
      },
    ],
  },
  messages: {
    mismatch: "'{host}' is not AWS, so this is S3-compatible storage with Basic support: use the s3 driver for it.",
  },
  check({ storage, report }) {
    for (const chain of storage.chains) {
      for (const driver of chain.drivers) {
        const host = knownHost(driver);
        if (driver.name.text !== 'aws-s3' || host === undefined || isAwsHost(host)) continue;
        report({
          at: driver.name,
          message: 'mismatch',
          data: { host },
          fixes: [{ title: 'Use the s3 driver', safe: true, edits: [replace(driver.name, 's3')] }],
        });
      }
    }
  },
});
