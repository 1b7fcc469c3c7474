/** A suppression comment whose last day is over, or whose day is none. */

import { defineRule } from '../lint/rule.ts';
import { withoutComment } from '../lint/suppressionEdits.ts';
import { isDay } from '../lint/suppressions.ts';

const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

export const suppressionExpired = defineRule({
  id: 'suppression-expired',
  dialects: 'any',
  severity: 'warning',
  suppressible: false,
  statements: [],
  fixable: true,
  docs: {
    summary: 'The last day of a suppression comment is over.',
    why: 'Somebody wanted to look again by that day. Until then the finding was silent; now it is back.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: `${v24}# dovelint-disable-next-line comment-ambiguous -- until the relaunch, until <|2020-03-31|>\nlogin_greeting = a#b\n`,
        fixed: `${v24}login_greeting = a#b\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}# dovelint-disable-next-line comment-ambiguous -- until the relaunch, until <|2099-02-30|>\nlogin_greeting = a#b\n`,
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
    expired: 'This comment counted up to {day}. Mend what it hid, or give it a new day.',
    'no-day': "'{day}' is no day: write it as 2027-01-31.",
  },
  checkSuppressions({ document, comments, today, report }) {
    for (const comment of comments) {
      const { until } = comment;
      if (until === undefined || (isDay(until.text) && until.text >= today)) continue;
      const isOver = isDay(until.text);
      report({
        at: { document, span: until },
        message: isOver ? 'expired' : 'no-day',
        data: { day: until.text },
        // A human wrote down why: a human takes it out.
        fixes: isOver ? withoutComment(document, comment, false) : [],
      });
    }
  },
});
