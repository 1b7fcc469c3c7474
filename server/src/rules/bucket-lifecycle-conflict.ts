/** S31: a bucket that deletes by itself. */

import { withManifest } from '../lint/examples.ts';
import { mailBuckets } from '../lint/mailStorage.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

const s3 = 'mail_driver = obox\nfs_s3_url = https://s3.example.com/\nfs_s3_bucket = mails\nobox {\n  fs s3 {\n  }\n}\n';
const bucket = (name: string, key: string) =>
  `kind: Bucket\nmetadata:\n  name: ${name}\nspec:\n  forProvider:\n    ${key}:\n      - expiration:\n          - days: 365\n`;

export const bucketLifecycleConflict = defineRule({
  id: 'bucket-lifecycle-conflict',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S31'],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/palomar/components/storage.html',
  docs: {
    summary: 'The bucket of the mails has rules that expire or move objects.',
    why: 'An object that the bucket deletes by age is still listed by Dovecot: the mail is shown and cannot be opened. Index bundles are written anew all the time, mails are not, so a rule by age hits the mails first.',
    exceptions: 'A rule that only ends unfinished uploads does no harm.',
    noFix: "Which of the bucket's rules may go only its owner knows.",
    bad: [withManifest(bucket('mails', '<|lifecycleRule|>'), undefined, s3)],
    good: [
      withManifest(bucket('backups', 'lifecycleRule'), undefined, s3),
      withManifest(
        'kind: Bucket\nmetadata:\n  name: mails\nspec:\n  forProvider:\n    region: eu-central-1\n',
        undefined,
        s3,
      ),
    ],
  },
  messages: {
    conflict:
      "Bucket '{bucket}' holds mails, and its rules expire or move objects by themselves: Dovecot still lists them.",
  },
  checkManifest({ document, infrastructure, configurations, report }) {
    const buckets = mailBuckets(configurations);
    for (const { bucket: name, at } of infrastructure.lifecycles) {
      if (buckets.includes(name)) report({ at: { document, span: at }, message: 'conflict', data: { bucket: name } });
    }
  },
});
