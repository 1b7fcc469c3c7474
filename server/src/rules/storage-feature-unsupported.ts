/** S34: extra features of a storage are supported only where the support page says so. */

import { knownHost, storageSystem } from '../config/storage/system.ts';
import { allDrivers } from '../config/storage/types.ts';
import { storageSupportPage } from '../knowledge/support.ts';
import { removeDriverSetting } from '../lint/driverSetting.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const storageFeatureUnsupported = defineRule({
  id: 'storage-feature-unsupported',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S34'],
  fixable: true,
  source: storageSupportPage,
  docs: {
    summary: 'An IAM role is used with storage that AWS does not run.',
    why: 'Features beyond the plain API are supported on Premium storage only, and only where the support page names them. IAM roles are named for AWS S3; on another S3 service nothing is tested and no help can be expected.',
    exceptions: 'It may work. Then it is yours to test before every upgrade.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://s3.example.com/\nfs_s3_auth_role = <|mails|>\nobox {\n  fs s3 {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://s3.example.com/\nobox {\n  fs s3 {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://s3.example.com/\nfs_s3_access_key = CHANGEME\nfs_s3_secret = CHANGEME\nobox {\n  fs s3 {\n  }\n}\n',
      },
    ],
  },
  messages: {
    role: "IAM roles are supported on AWS S3 only, and '{host}' is not AWS: use an access key.",
  },
  check({ configuration, storage, report }) {
    for (const driver of allDrivers(storage)) {
      const role = driver.get('fs_s3_auth_role');
      const host = knownHost(driver);
      if (role === undefined || role.text === '' || host === undefined) continue;
      if (storageSystem(driver) !== 's3-compatible') continue;
      const title = 'Remove the role (requests then need an access key)';
      const fix = { title, safe: false, edits: removeDriverSetting(configuration, role) };
      report({ at: role, message: 'role', data: { host }, fixes: [fix] });
    }
  },
});
