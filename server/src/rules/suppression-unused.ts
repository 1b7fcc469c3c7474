/** A suppression comment that silences nothing. */

import { defineRule } from '../lint/rule.ts';
import { withoutRule } from '../lint/suppressionEdits.ts';

const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

export const suppressionUnused = defineRule({
  id: 'suppression-unused',
  dialects: 'any',
  severity: 'information',
  suppressible: false,
  statements: [],
  fixable: true,
  docs: {
    summary: 'A suppression comment silences nothing.',
    why: 'What it was written for is gone. Left in place it would hide the next mistake on that line.',
    exceptions:
      'A comment is only called unused where the whole configuration is known and the rule looked at the line.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: `${v24}# dovelint-disable-next-line <|comment-ambiguous|> -- it was wrong once\nlogin_greeting = a\n`,
        fixed: `${v24}login_greeting = a\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}# dovelint-disable-next-line comment-ambiguous, <|include-missing|> -- the rest is a note\nlogin_greeting = a#b\n`,
        fixed: `${v24}# dovelint-disable-next-line comment-ambiguous -- the rest is a note\nlogin_greeting = a#b\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}listen = * # dovelint-disable-line <|include-missing|> -- never was\n`,
        fixed: `${v24}listen = *\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}listen = *\n# dovelint-enable <|include-missing|>\n`,
        fixed: `${v24}listen = *\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}# dovelint-disable-next-line <|syntax-error|> -- it is right\nlisten\n`,
        fixed: `${v24}listen\n`,
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: `${v24}# dovelint-disable-next-line comment-ambiguous -- the rest is a comment\nlogin_greeting = a#b\n`,
      },
    ],
  },
  messages: {
    unused: "'{rule}' finds nothing here: take it out.",
    surplus: "Nothing above disables '{rule}'.",
    'not-suppressible':
      "No comment can suppress '{rule}': set its severity in .dovelint.yaml or in the editor's settings.",
  },
  checkSuppressions({ document, comments, outcomes, surplus, report }) {
    const left = new Set(surplus);
    for (const { comment, rule, target, use } of outcomes) {
      const isRefused = target?.suppressible === false;
      if (!isRefused && use !== 'unused') continue;
      report({
        at: { document, span: rule },
        message: isRefused ? 'not-suppressible' : 'unused',
        data: { rule: rule.text },
        fixes: withoutRule(document, comment, rule),
      });
    }
    for (const comment of comments) {
      for (const rule of comment.rules) {
        if (!left.has(rule)) continue;
        const fixes = withoutRule(document, comment, rule);
        report({ at: { document, span: rule }, message: 'surplus', data: { rule: rule.text }, fixes });
      }
    }
  },
});
