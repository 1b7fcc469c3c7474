/** S16: an IAM role and an access key at the same time. */

import type { Configuration } from '../config/configuration.ts';
import { storageSystem } from '../config/storage/system.ts';
import { allDrivers, type FsDriver } from '../config/storage/types.ts';
import { removeDriverSetting } from '../lint/driverSetting.ts';
import { pro30, pro31 } from '../lint/examples.ts';
import { type DocumentEdit, defineRule, type Fix, pro } from '../lint/rule.ts';

const listener = 'service fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n';

export const awsCredentialsConflict = defineRule({
  id: 'aws-credentials-conflict',
  dialects: pro,
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/amazon_s3/',
  docs: {
    summary: 'AWS S3 has both an IAM role and an access key.',
    why: 'With a role Dovecot fetches keys that change by themselves; a fixed key beside it is not needed and stays valid wherever the file ends up. When requests are refused, it is hard to see which of the two was used.',
    exceptions:
      'The manual does not say which one wins, and its own sample without IAM still names a role. It is a conclusion that one of them is left over.',
    bad: [
      pro30(
        `plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; aws-s3:https://key:CHANGEME@mails.s3.eu-central-1.amazonaws.com/?region=eu-central-1&auth_role=<|mails|> ; storage-objectid-prefix=%u/mails/\n}\n${listener}`,
        `plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; aws-s3:https://mails.s3.eu-central-1.amazonaws.com/?region=eu-central-1&auth_role=mails ; storage-objectid-prefix=%u/mails/\n}\n${listener}`,
      ),
      pro31(
        `fs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_region = eu-central-1\nfs_s3_auth_role = <|mails|>\nfs_s3_access_key = key\nfs_s3_secret = CHANGEME\nobox {\n  fs aws-s3 {\n  }\n}\n${listener}`,
        `fs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_region = eu-central-1\nfs_s3_auth_role = mails\nobox {\n  fs aws-s3 {\n  }\n}\n${listener}`,
      ),
    ],
    good: [
      pro31(
        `fs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_region = eu-central-1\nfs_s3_auth_role = mails\nobox {\n  fs aws-s3 {\n  }\n}\n${listener}`,
      ),
    ],
  },
  messages: {
    both: 'An IAM role and an access key are set: keep one of them.',
  },
  check({ configuration, storage, report }) {
    for (const driver of allDrivers(storage)) {
      if (storageSystem(driver) !== 'aws-s3') continue;
      const role = driver.get('fs_s3_auth_role');
      const key = driver.get('fs_s3_access_key');
      if (role === undefined || role.text === '' || key === undefined || key.text === '') continue;
      const keepKey: Fix = {
        title: 'Keep the access key',
        safe: false,
        edits: removeDriverSetting(configuration, role),
      };
      report({ at: role, message: 'both', fixes: [keepRole(configuration, driver), keepKey] });
    }
  },
});

function keepRole(configuration: Configuration, driver: FsDriver): Fix {
  const edits: DocumentEdit[] = [];
  const { url } = driver;
  if (url?.user !== undefined) {
    edits.push({ document: url.whole.document, span: { from: url.user.span.from, to: url.host.span.from }, text: '' });
  }
  for (const setting of ['fs_s3_access_key', 'fs_s3_secret']) {
    const value = driver.get(setting);
    if (value !== undefined && value !== url?.user && value !== url?.password)
      edits.push(...removeDriverSetting(configuration, value));
  }
  return { title: 'Keep the IAM role (it must be allowed to use the bucket)', safe: false, edits };
}
