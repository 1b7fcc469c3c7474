/** S30, S31: mails are reached through Dovecot only. */

import { withManifest } from '../lint/examples.ts';
import { mailBuckets, mailPaths } from '../lint/mailStorage.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

const job = (command: string) =>
  `kind: CronJob\nmetadata:\n  name: cleanup\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - name: job\n              args:\n                - ${command}\n`;
const s3 = 'mail_driver = obox\nfs_s3_url = https://s3.example.com/\nfs_s3_bucket = mails\nobox {\n  fs s3 {\n  }\n}\n';
const nfs = 'mail_driver = obox\nobox {\n  fs posix {\n    prefix = /srv/mails/%{user}/\n  }\n}\n';

export const mailStorageDirectAccess = defineRule({
  id: 'mail-storage-direct-access',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S30', 'S31'],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/palomar/components/storage.html',
  docs: {
    summary: 'A job changes the mail storage without Dovecot.',
    why: 'What is deleted or moved behind its back Dovecot still lists: mails are shown that cannot be opened, or lost although they were to be kept. Only access through doveadm and the scripts of the Pro packages is supported.',
    exceptions: 'To delete a user use `doveadm obox user delete`.',
    noFix: 'Which command takes its place depends on what the job is for.',
    bad: [
      withManifest(job('<|aws s3 rm s3://mails/old --recursive|>'), undefined, s3),
      withManifest(job('<|aws --endpoint-url https://s3.example.com s3 rm s3://mails/old|>'), undefined, s3),
      withManifest(job('<|find /srv/mails -mtime +365 -delete|>'), undefined, nfs),
    ],
    good: [
      withManifest(job('aws s3 rm s3://backups/old --recursive'), undefined, s3),
      withManifest(job('aws s3 ls s3://mails'), undefined, s3),
      withManifest(job('find /srv/logs -delete'), undefined, nfs),
      withManifest(job('doveadm obox user delete alice'), undefined, s3),
    ],
  },
  messages: {
    bucket: "A {kind} changes bucket '{place}' directly, where mails are stored. Use doveadm.",
    path: "A {kind} changes files below '{place}' directly, where mails are stored. Use doveadm.",
  },
  checkManifest({ document, infrastructure, configurations, report }) {
    const buckets = mailBuckets(configurations);
    const paths = mailPaths(configurations);
    for (const { kind, command } of infrastructure.commands) {
      const at = { document, span: command };
      const bucket = buckets.find((name) => changesBucket(command.value, name));
      const path = paths.find((folder) => changesPath(command.value, folder));
      if (bucket !== undefined) report({ at, message: 'bucket', data: { kind, place: bucket } });
      else if (path !== undefined) report({ at, message: 'path', data: { kind, place: path } });
    }
  },
});

/** Options between a client's name and what it shall do: `--endpoint-url https://…`. */
const options = String.raw`(?:\s+--?[\w-]+(?:[=\s]\s*[^\s-]\S*)?)*\s+`;
/** The usual clients with what writes or deletes. */
const writing: Readonly<Record<string, string>> = {
  aws: String.raw`(?:s3\s+(?:rm|mv|cp|sync|rb)|s3api\s+(?:delete|put|copy)-\S+)`,
  s3cmd: '(?:del|rm|mv|put|sync|rb)',
  mc: '(?:rm|mv|cp|mirror|rb)',
  rclone: '(?:delete|purge|move|sync|copy|rmdirs?)',
  s5cmd: '(?:rm|mv|cp|sync)',
};
const bucketCommand = new RegExp(
  Object.entries(writing)
    .map(([client, action]) => String.raw`\b${client}${options}${action}\b`)
    .join('|'),
);

function changesBucket(command: string, bucket: string): boolean {
  const match = bucketCommand.exec(command);
  if (match === null) return false;
  const words = command.slice(match.index).split(/[\s"']+/);
  return words.some((word) => word.replace(/^(?:s3:\/\/|\w+[:/])/, '').split('/')[0] === bucket);
}

function changesPath(command: string, folder: string): boolean {
  const words = command.split(/[\s"';&|]+/);
  const isBelow = words.some((word) => word === folder || word.startsWith(`${folder}/`));
  return isBelow && /\b(?:rm|mv|rsync|unlink|shred|truncate)\b|\s-delete\b/.test(command);
}
