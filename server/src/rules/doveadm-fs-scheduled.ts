/** S32: `doveadm fs` is for debugging, not for a job. */

import { withManifest } from '../lint/examples.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

const job = (command: string) =>
  `kind: CronJob\nmetadata:\n  name: cleanup\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - name: job\n              command: ${command}\n`;

export const doveadmFsScheduled = defineRule({
  id: 'doveadm-fs-scheduled',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S32'],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/palomar/components/storage.html',
  docs: {
    summary: 'A job runs `doveadm fs`.',
    why: '`doveadm fs` reads and writes objects behind the back of dictmap and the indexes. It is for debugging and repair as Dovecot instructs; as a regular way to mails it is not supported.',
    exceptions: 'Use the commands that know mailboxes, as `doveadm expunge` or `doveadm obox user delete`.',
    noFix: 'Which command takes its place depends on what the job is for.',
    bad: [
      withManifest(job('<|"doveadm", "fs", "delete", "obox", "u/mails"|>').replace('<|', '[<|').replace('|>', '|>]')),
    ],
    good: [withManifest(job('["doveadm", "fscache", "rescan"]')), withManifest(job('["{{ .Values.command }}"]'))],
  },
  messages: {
    scheduled:
      "A {kind} runs 'doveadm fs', which is for debugging as Dovecot instructs. Use commands that know mailboxes.",
  },
  checkManifest({ document, infrastructure, report }) {
    for (const { kind, command } of infrastructure.commands) {
      if (/\bdoveadm\b(?:\s+-\S+)*\s+fs\s/.test(command.value)) {
        report({ at: { document, span: command }, message: 'scheduled', data: { kind } });
      }
    }
  },
});
