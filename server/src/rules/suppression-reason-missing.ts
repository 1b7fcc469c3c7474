/** A suppression comment that does not say why. */

import { defineRule } from '../lint/rule.ts';

const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

export const suppressionReasonMissing = defineRule({
  id: 'suppression-reason-missing',
  dialects: 'any',
  severity: 'hint',
  suppressible: false,
  statements: [],
  fixable: false,
  docs: {
    summary: 'A suppression comment gives no reason.',
    why: 'In a year nobody knows whether it is still right. A reason stands behind two dashes, with a last day if there is one.',
    noFix: 'Only you know the reason.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: `${v24}# <|dovelint-disable-next-line|> comment-ambiguous\nlogin_greeting = a#b\n`,
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: `${v24}# dovelint-disable-next-line comment-ambiguous -- the rest is a note until 2099-12-31\nlogin_greeting = a#b\n`,
      },
    ],
  },
  messages: {
    missing: 'Say why: put two dashes and the reason at the end of the comment.',
  },
  checkSuppressions({ document, comments, report }) {
    for (const { word, form, rules, reason } of comments) {
      if (form === undefined || form === 'enable' || rules.length === 0 || reason !== undefined) continue;
      report({ at: { document, span: word }, message: 'missing' });
    }
  },
});
