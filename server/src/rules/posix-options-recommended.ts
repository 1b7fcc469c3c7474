/** Options of the posix driver that the sample for NFS has. */

import { finalDriver } from '../config/storage/types.ts';
import { pro30 } from '../lint/examples.ts';
import { defineRule } from '../lint/rule.ts';

const options = [
  { word: 'no-fsync', setting: 'fs_posix_fsync' },
  { word: 'accurate-mtime', setting: 'fs_posix_accurate_mtime' },
  { word: 'dirs', setting: 'fs_posix_autodelete_empty_directories' },
] as const;

const chain = 'fscache:1G:/var/cache/mails:compress:zstd:3';

export const posixOptionsRecommended = defineRule({
  id: 'posix-options-recommended',
  dialects: ['pro-3.0'],
  severity: 'hint',
  profile: 'strict',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/3.0.0/storage/providers/nfs.html',
  docs: {
    summary: 'The posix driver lacks options that the sample for NFS has.',
    why: 'The sample does not wait for the disk after each file (no-fsync), asks for exact times (accurate-mtime) and keeps folders that have become empty (dirs). Together they save much of the waiting on a file server.',
    exceptions:
      'It is what a sample shows, no rule; and sources disagree on whether empty folders are kept without dirs. Without fsync the file server must not lose what it has confirmed when power fails.',
    bad: [
      pro30(
        `plugin {\n  obox_fs = ${chain}:<|posix|>:prefix=/data/%2LMu/%u/:accurate-mtime\n}\n`,
        `plugin {\n  obox_fs = ${chain}:posix:prefix=/data/%2LMu/%u/:accurate-mtime:no-fsync:dirs\n}\n`,
      ),
    ],
    good: [
      pro30(`plugin {\n  obox_fs = ${chain}:posix:prefix=/data/%2LMu/%u/:no-fsync:accurate-mtime:dirs\n}\n`),
      pro30(`plugin {\n  obox_fs = ${chain}:posix:prefix=/data/%2LMu/%u/:{{ options }}\n}\n`),
    ],
  },
  messages: {
    missing: 'The sample for NFS has these options, too: {missing}.',
  },
  check({ storage, report }) {
    for (const driver of storage.chains.map(finalDriver)) {
      if (driver?.name.text !== 'posix' || !driver.complete) continue;
      const missing = options.filter(({ setting }) => driver.get(setting) === undefined).map(({ word }) => word);
      if (missing.length === 0) continue;
      const { document, span, text } = driver.extent;
      const addition = (text.endsWith(':') ? '' : ':') + missing.join(':');
      const edits = [{ document, span: { from: span.to, to: span.to }, text: addition }];
      const title = 'Add them (the file server must keep what it has confirmed)';
      const data = { missing: missing.join(', ') };
      report({ at: driver.name, message: 'missing', data, fixes: [{ title, safe: false, edits }] });
    }
  },
});
