/** A suppression comment that names no rule there is, or is none although it begins like one. */

import { defineRule, type Fix } from '../lint/rule.ts';
import { type CommentWord, suppressionWords } from '../lint/suppressions.ts';
import { nearest } from '../text/near.ts';
import type { SourceDocument } from '../workspace/document.ts';

const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

export const suppressionUnknownRule = defineRule({
  id: 'suppression-unknown-rule',
  dialects: 'any',
  severity: 'warning',
  suppressible: false,
  statements: [],
  fixable: true,
  docs: {
    summary: 'A suppression comment names a rule that does not exist.',
    why: 'It silences nothing, and whoever wrote it believes that it does.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: `${v24}# dovelint-disable-next-line <|comment-ambigous|> -- the rest is a note\nlogin_greeting = a#b\n`,
        fixed: `${v24}# dovelint-disable-next-line comment-ambiguous -- the rest is a note\nlogin_greeting = a#b\n`,
      },
      { dialect: 'ce-2.4', text: `${v24}# <|dovelint-disable-file|> -- all of it\nlisten = *\n` },
      {
        dialect: 'ce-2.4',
        text: `${v24}# <|dovelint-disable-nextline|> comment-ambiguous -- the rest is a note\nlogin_greeting = a#b\n`,
        fixed: `${v24}# dovelint-disable-next-line comment-ambiguous -- the rest is a note\nlogin_greeting = a#b\n`,
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: `${v24}# dovelint-disable comment-ambiguous -- the rest is a note\nlogin_greeting = a#b\n# dovelint-enable\n`,
      },
    ],
  },
  messages: {
    unknown: "There is no rule '{word}': dovelint rules lists them.",
    'no-rule': "'{word}' needs the ids of the rules that it is about.",
    'no-word':
      "There is no comment '{word}'. There are dovelint-disable, -disable-line, -disable-next-line, -disable-file and -enable.",
  },
  checkSuppressions({ document, comments, ruleIds, report }) {
    for (const { word, form, rules } of comments) {
      if (form === undefined) {
        const fixes = didYouMean(document, word, Object.keys(suppressionWords));
        report({ at: { document, span: word }, message: 'no-word', data: { word: word.text }, fixes });
        continue;
      }
      // A lone enable ends all that is disabled.
      if (rules.length === 0 && form !== 'enable')
        report({ at: { document, span: word }, message: 'no-rule', data: { word: word.text } });
      for (const rule of rules) {
        if (ruleIds.has(rule.text)) continue;
        const fixes = didYouMean(document, rule, ruleIds);
        report({ at: { document, span: rule }, message: 'unknown', data: { word: rule.text }, fixes });
      }
    }
  },
});

/** What another rule hides then is for a human to decide. */
function didYouMean(document: SourceDocument, word: CommentWord, words: Iterable<string>): readonly Fix[] {
  const meant = nearest(word.text, words);
  if (meant === undefined) return [];
  return [{ title: `Write '${meant}'`, safe: false, edits: [{ document, span: word, text: meant }] }];
}
