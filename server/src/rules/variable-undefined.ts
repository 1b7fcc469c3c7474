/** Variables in values that stand for nothing. */

import { isOpening, type Problem } from '../config/check/problem.ts';
import { indentAt, indentUnit, lineEnd } from '../lint/edits.ts';
import { defineProblemRule, replacing } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';

const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

export const variableUndefined = defineProblemRule({
  id: 'variable-undefined',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A variable names a setting that is not there, or that has no text.',
    why: "'doveconf' alone does not see it, but Dovecot does not start. In 2.3 every word that begins with '$' is a variable, unless the value is in quotes.",
    exceptions:
      "In 2.3 it is a warning only: '$name' may also be meant for a template. So it is in 2.4, which takes '$name' as it stands: it wants '$SET:name'.",
    bad: [
      {
        dialect: 'ce-2.4',
        text: `${v24}login_greeting = <|$SET:greeting|> ready\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}login_greeting = <|$SET:listen|>\n`,
      },
      { dialect: 'ce-2.3', text: 'plugin {\n}\nlogin_greeting = Hello <|$mail_host|>\n' },
      {
        dialect: 'ce-2.4',
        text: `${v24}protocol lmtp {\n  mail_plugins = <|$mail_plugins|> sieve\n}\n`,
        fixed: `${v24}protocol lmtp {\n  mail_plugins {\n    sieve = yes\n  }\n}\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}service imap {\n  user = <|$default_internal_user|>\n}\n`,
        fixed: `${v24}service imap {\n  user = $SET:default_internal_user\n}\n`,
      },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'plugin {\n}\nmail_plugins = $mail_plugins quota\nlogin_greeting = "$mail_host"\n' },
      {
        dialect: 'ce-2.4',
        text: `${v24}login_greeting = $SET:login_log_format\n`,
      },
    ],
  },
  messages: {
    'variable-unknown': "There is no setting '{name}' to take the value from.",
    'variable-list': "'{name}' is a list or a section, which cannot be put into a value.",
    'variable-loop': "'{name}' stands for this setting in turn, so it never ends.",
    'variable-plain': "'${name}' is plain text in 2.4: write '$SET:{name}'.",
    'variable-plain-list':
      "'${name}' is plain text in 2.4, where '{name} {' adds to the list: write its words inside, as 'word = yes'.",
    'variable-in-file': "Since 2.4.5 a file's path takes no value of another setting.",
  },
  fixes: {
    'variable-plain': (problem) => [
      replacing(problem, `$SET:${problem.data.name}`, `Write '$SET:${problem.data.name}'`, false),
    ],
    'variable-plain-list': addToList,
  },
});

/** `mail_plugins = $mail_plugins sieve` as a section, which adds. */
function addToList({ subject, document, data }: Problem): Fix[] {
  if (subject === undefined || isOpening(subject) || subject.setting !== data.name) return [];
  const { key, value, to } = subject.statement;
  const words = value.content.text.split(/[ ,]+/).filter((word) => word !== '' && word !== `$${data.name}`);
  if (words.length === 0 || !words.every((word) => /^[\w-]+$/.test(word))) return [];
  const [end, indent, unit] = [lineEnd(document), indentAt(document, key.from), indentUnit(document)];
  const body = words.map((word) => `${indent}${unit}${word} = yes${end}`).join('');
  const text = `${key.text} {${end}${body}${indent}}`;
  return [
    {
      title: `Add to the list with '${key.text} {'`,
      safe: false,
      edits: [{ document, span: { from: key.from, to }, text }],
    },
  ];
}
