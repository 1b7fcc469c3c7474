/** Azure on a release whose manual does not have it. */

import { allDrivers } from '../config/storage/types.ts';
import { pro23, pro30 } from '../lint/examples.ts';
import { defineRule } from '../lint/rule.ts';

export const azureReleaseMismatch = defineRule({
  id: 'azure-release-mismatch',
  dialects: ['pro-2.3'],
  severity: 'hint',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecotpro.com/3.0.0/storage/providers/azure.html',
  docs: {
    summary: 'The azure driver is used on Pro 2.3.',
    why: 'The manual describes the driver from the development of 3.0 on only. On a 2.3 without it no chain with azure can be opened, and no mail be read.',
    exceptions: 'That 2.3 lacks it is concluded from the history of the manual. Leave it where the driver is there.',
    noFix: 'It takes another release of Dovecot Pro.',
    bad: [
      pro23(
        'plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; <|azure|>:https://account:CHANGEME@mails.blob.core.windows.net/ ; storage-objectid-prefix=%u/mails/\n}\n',
      ),
    ],
    good: [
      pro30(
        'plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; azure:https://account:CHANGEME@mails.blob.core.windows.net/ ; storage-objectid-prefix=%u/mails/\n}\n',
      ),
    ],
  },
  messages: {
    release: 'The azure driver is documented from 3.0 on only: look whether this release has it.',
  },
  check({ storage, report }) {
    for (const { name } of allDrivers(storage)) {
      if (name.text === 'azure') report({ at: name, message: 'release' });
    }
  },
});
