/** Index bundles on plain files, which older releases of 2.3 do not handle. */

import { finalDriver } from '../config/storage/types.ts';
import { compareReleases } from '../knowledge/releases.ts';
import { pro23 } from '../lint/examples.ts';
import { defineRule } from '../lint/rule.ts';

const since = '2.3.18';

export const posixIndexUnsupported = defineRule({
  id: 'posix-index-unsupported',
  dialects: ['pro-2.3'],
  severity: 'error',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/obox-plugin/',
  docs: {
    summary: 'Index bundles are stored by the posix driver, which works from 2.3.18 on only.',
    why: 'Older releases do not find the bundles again: flags and the state of the mailbox are lost when a user moves to another backend.',
    exceptions:
      'Which release of 2.3 it is no file shows. Unless the target or the deployment manifest names one, the finding is information only.',
    noFix: 'It takes another release of Dovecot Pro.',
    bad: [
      pro23(
        'plugin {\n  obox_fs = s3:https://key:CHANGEME@s3.example.com/?bucket=mails\n  obox_index_fs = compress:zstd:3:<|posix|>:prefix=/data/%2LMu/%u/\n}\n',
      ),
    ],
    good: [
      pro23(
        'plugin {\n  obox_fs = s3:https://key:CHANGEME@s3.example.com/?bucket=mails\n  obox_index_fs = compress:zstd:3:s3:https://key:CHANGEME@s3.example.com/?bucket=mails\n}\n',
      ),
    ],
  },
  messages: {
    before: 'Index bundles on files work properly from 2.3.18 on only: {release} is older.',
    unknown: 'Index bundles on files need 2.3.18 or newer.',
  },
  check({ configuration, deployment, storage, report }) {
    const release = configuration.decision.release ?? deployment?.version?.value;
    for (const chain of storage.chains.filter(({ role }) => role === 'index')) {
      const driver = finalDriver(chain);
      if (driver?.name.text !== 'posix') continue;
      if (release === undefined) report({ at: driver.name, message: 'unknown', severity: 'information' });
      else if (compareReleases(release, since) < 0) report({ at: driver.name, message: 'before', data: { release } });
    }
  },
});
