/** A bucket of AWS S3 named in the path, as AWS no longer offers it for new buckets. */

import type { Configuration } from '../config/configuration.ts';
import { isKnown } from '../config/holes.ts';
import type { Located } from '../config/located.ts';
import { knownHost } from '../config/storage/system.ts';
import { allDrivers, s3Drivers } from '../config/storage/types.ts';
import type { StorageUrl } from '../config/storage/url.ts';
import { isAwsHostWithoutBucket } from '../knowledge/hosts.ts';
import { removeDriverSetting } from '../lint/driverSetting.ts';
import { pro30, pro31 } from '../lint/examples.ts';
import { defineRule, type Fix, pro } from '../lint/rule.ts';

const listener = 'service fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n';

export const awsPathStyleDeprecated = defineRule({
  id: 'aws-path-style-deprecated',
  dialects: pro,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/s3.html',
  docs: {
    summary: 'A bucket of AWS S3 is named apart from the host.',
    why: 'Dovecot then puts the bucket into the path. AWS serves new buckets only under a host of their own, bucket.s3.region.amazonaws.com: requests in the old style may be refused or redirected.',
    exceptions: 'Buckets from before the change still work, and so do those with a dot in their name.',
    bad: [
      pro31(
        `fs_s3_url = https://<|s3.eu-central-1.amazonaws.com|>/\nfs_s3_bucket = mails\nfs_s3_region = eu-central-1\nfs_s3_auth_role = mails\nobox {\n  fs aws-s3 {\n  }\n}\n${listener}`,
        `fs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_region = eu-central-1\nfs_s3_auth_role = mails\nobox {\n  fs aws-s3 {\n  }\n}\n${listener}`,
      ),
      pro30(
        `plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; aws-s3:https://<|s3.eu-central-1.amazonaws.com|>/?bucket=mails&region=eu-central-1&auth_role=mails ; storage-objectid-prefix=%u/mails/\n}\n${listener}`,
        `plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; aws-s3:https://mails.s3.eu-central-1.amazonaws.com/?region=eu-central-1&auth_role=mails ; storage-objectid-prefix=%u/mails/\n}\n${listener}`,
      ),
    ],
    good: [
      pro31(
        'fs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_region = eu-central-1\nfs_s3_auth_role = mails\nobox {\n  fs aws-s3 {\n  }\n}\n',
      ),
      pro31('fs_s3_url = https://s3.example.com/\nfs_s3_bucket = mails\nobox {\n  fs s3 {\n  }\n}\n'),
      pro31(
        'fs_s3_url = https://s3.eu-central-1.amazonaws.com/\nfs_s3_bucket = {{ bucket }}\nfs_s3_region = eu-central-1\nfs_s3_auth_role = mails\nobox {\n  fs aws-s3 {\n  }\n}\n',
      ),
    ],
  },
  messages: {
    path: "AWS serves new buckets only under a host of their own: put the bucket in front of '{host}'.",
  },
  check({ configuration, storage, report }) {
    for (const driver of allDrivers(storage)) {
      const host = knownHost(driver);
      if (!s3Drivers.has(driver.name.text) || host === undefined || !isAwsHostWithoutBucket(host)) continue;
      const bucket = driver.get('fs_s3_bucket');
      if (bucket === undefined || !/^[a-z0-9-]+$/.test(bucket.text) || !isKnown(bucket.text)) continue;
      report({
        at: driver.url!.host,
        message: 'path',
        data: { host },
        fixes: [intoHost(configuration, driver.url!, bucket)],
      });
    }
  },
});

function intoHost(configuration: Configuration, { host }: StorageUrl, bucket: Located): Fix {
  const { document, span } = host;
  const insertion = { document, span: { from: span.from, to: span.from }, text: `${bucket.text}.` };
  return {
    title: 'Put the bucket into the host (check that it is reached there, with the same objects)',
    safe: false,
    edits: [insertion, ...removeDriverSetting(configuration, bucket)],
  };
}
