/** S16: AWS S3 without a role and without keys. */

import { storageSystem } from '../config/storage/system.ts';
import { allDrivers } from '../config/storage/types.ts';
import { addDriverSetting } from '../lint/driverSetting.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const awsCredentialsMissing = defineRule({
  id: 'aws-credentials-missing',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S16'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/aws.html',
  docs: {
    summary: 'AWS S3 is used with neither an IAM role nor an access key.',
    why: 'Dovecot looks up IAM credentials only when a role is named. Without a role and without a key, every request is anonymous and AWS refuses it.',
    exceptions: 'A bucket that allows anonymous access from the network of the backends, which no mail storage should.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; aws-s3:https://<|mails.s3.eu-central-1.amazonaws.com|>/?region=eu-central-1 ; refcounting-table\n}\nservice fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; aws-s3:https://mails.s3.eu-central-1.amazonaws.com/?region=eu-central-1&auth_role=CHANGEME_ROLE ; refcounting-table\n}\nservice fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_region = eu-central-1\nfs_s3_url = https://<|mails.s3.eu-central-1.amazonaws.com|>/\nobox {\n  fs aws-s3 {\n  }\n}\nservice fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_region = eu-central-1\nfs_s3_auth_role = CHANGEME_ROLE\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nobox {\n  fs aws-s3 {\n  }\n}\nservice fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; aws-s3:https://CHANGEME:CHANGEME@mails.s3.eu-central-1.amazonaws.com/?region=eu-central-1 ; refcounting-table\n}\n',
      },
    ],
  },
  messages: {
    missing: "No credentials for '{host}': name an IAM role (auth_role), or give an access key and its secret.",
  },
  check({ storage, report }) {
    for (const driver of allDrivers(storage)) {
      if (storageSystem(driver) !== 'aws-s3' || !driver.complete) continue;
      const url = driver.url!;
      const credentials = ['fs_s3_auth_role', 'fs_s3_access_key', 'fs_s3_secret'].some((name) => driver.get(name));
      if (credentials || url.user !== undefined) continue;
      report({
        at: url.host,
        message: 'missing',
        data: { host: url.host.text },
        fixes: [
          {
            title: 'Add an IAM role (replace CHANGEME_ROLE by its name)',
            safe: false,
            edits: [addDriverSetting(url, 'fs_s3_auth_role', 'auth_role', 'CHANGEME_ROLE')],
          },
        ],
      });
    }
  },
});
