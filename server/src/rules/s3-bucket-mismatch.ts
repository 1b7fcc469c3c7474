/** An S3 endpoint that names no bucket, or the bucket twice. */

import { isKnown } from '../config/holes.ts';
import { knownHost } from '../config/storage/system.ts';
import { allDrivers, type FsDriver, s3Drivers } from '../config/storage/types.ts';
import { isAwsHost, isAwsHostWithoutBucket, isIpAddress, isLoopback } from '../knowledge/hosts.ts';
import { addDriverSetting, removeDriverSetting } from '../lint/driverSetting.ts';
import { pro23, pro31 } from '../lint/examples.ts';
import { defineRule, pro } from '../lint/rule.ts';

export const s3BucketMismatch = defineRule({
  id: 's3-bucket-mismatch',
  dialects: pro,
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/s3.html',
  docs: {
    summary: 'No bucket is named for an S3 storage, or it is named both in the host and by a setting.',
    why: 'The bucket stands either in front of the host (mails.s3.example.com) or in a setting of its own, from which Dovecot puts it into the path. Without one, the first part of each path is taken for the bucket; with both, all objects lie below a folder with the name of the bucket.',
    exceptions:
      'It is a conclusion from how S3 addresses objects, no statement of the manual. What a host stands for is known for AWS only: elsewhere nothing is said unless the host is an address, or one that begins with s3.',
    bad: [
      pro31(
        'fs_s3_access_key = key\nfs_s3_secret = CHANGEME\nfs_s3_url = https://<|s3.example.com|>/\nobox {\n  fs s3 {\n  }\n}\n',
        'fs_s3_access_key = key\nfs_s3_secret = CHANGEME\nfs_s3_bucket = CHANGEME_BUCKET\nfs_s3_url = https://s3.example.com/\nobox {\n  fs s3 {\n  }\n}\n',
      ),
      pro23(
        'plugin {\n  obox_fs = s3:https://key:CHANGEME@mails.s3.example.com/?bucket=<|mails|>&reason_header_max_length=200\n}\n',
        'plugin {\n  obox_fs = s3:https://key:CHANGEME@mails.s3.example.com/?reason_header_max_length=200\n}\n',
      ),
    ],
    good: [
      pro31('fs_s3_url = https://mails.example.com/\nobox {\n  fs s3 {\n  }\n}\n'),
      pro31('fs_s3_url = https://s3.example.com/mails/\nobox {\n  fs s3 {\n  }\n}\n'),
      pro31('fs_s3_url = https://s3.example.com/\nfs_s3_bucket = mails\nobox {\n  fs s3 {\n  }\n}\n'),
      pro23('plugin {\n  obox_fs = s3:https://key:secret@s3.example.com/?{{ parameters }}\n}\n'),
    ],
  },
  messages: {
    missing: "No bucket is named, neither in '{host}' nor by a setting: name it.",
    twice: "The bucket is named in '{host}' already: leave it out here.",
  },
  check({ configuration, storage, report }) {
    for (const driver of allDrivers(storage)) {
      const host = knownHost(driver);
      if (!s3Drivers.has(driver.name.text) || host === undefined) continue;
      const url = driver.url!;
      const bucket = driver.get('fs_s3_bucket');
      if (bucket === undefined || bucket.text === '') {
        if (bucket !== undefined || !driver.complete || namesBucket(driver, host)) continue;
        const edits = [addDriverSetting(url, 'fs_s3_bucket', 'bucket', 'CHANGEME_BUCKET')];
        const fix = { title: 'Name the bucket (replace CHANGEME_BUCKET)', safe: false, edits };
        report({ at: url.host, message: 'missing', data: { host }, fixes: [fix] });
      } else if (isKnown(bucket.text) && isTwice(host, bucket.text)) {
        const title = 'Leave the bucket to the host (objects below a folder of its name are not found any more)';
        const fix = { title, safe: false, edits: removeDriverSetting(configuration, bucket) };
        report({ at: bucket, message: 'twice', data: { host }, fixes: [fix] });
      }
    }
  },
});

/** Whether the URL may well name a bucket. */
function namesBucket({ url }: FsDriver, host: string): boolean {
  if (!/^\/*$/.test(url!.path.text)) return true;
  if (isAwsHost(host)) return !isAwsHostWithoutBucket(host);
  return !isIpAddress(host) && !isLoopback(host) && !/^s3[.-]/i.test(host);
}

function isTwice(host: string, bucket: string): boolean {
  return host.toLowerCase().startsWith(`${bucket.toLowerCase()}.`);
}
