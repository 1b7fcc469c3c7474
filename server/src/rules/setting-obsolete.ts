/** Settings of 1.x that 2.3 still understands. */

import { findOld } from '../config/check/known.ts';
import { replacementsOf } from '../config/check/obsolete.ts';
import type { Problem } from '../config/check/problem.ts';
import { isOpening } from '../config/check/problem.ts';
import { isKnown } from '../config/holes.ts';
import type { Replacement } from '../config/obsolete.ts';
import { type NewLine, written } from '../config/upgrade/lines.ts';
import { parseValue } from '../config/values/parse.ts';
import { defineProblemRule, replacing, withoutLines } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';
import { inPlace } from '../lint/upgradeFix.ts';

export const settingObsolete = defineProblemRule({
  id: 'setting-obsolete',
  severity: 'warning',
  source: 'https://doc.dovecot.org/2.3/configuration_manual/config_file/config_file_syntax/',
  docs: {
    summary: 'A setting, section or word is from before 2.3, which still understands it.',
    why: 'Dovecot 2.3 warns of it at every start, and 2.4 refuses it.',
    bad: [
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\n<|ssl_cert_file|> = /etc/ssl/mail.pem\n',
        fixed: 'plugin {\n}\nssl_cert = </etc/ssl/mail.pem\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\n<|ssl_dh_parameters_length|> = 2048\nlisten = *\n',
        fixed: 'plugin {\n}\nlisten = *\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\n<|fsync_disable|> = yes # for tests\n',
        fixed: 'plugin {\n}\nmail_fsync = never # for tests\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n  quota = count:main\n}\n<|auth_user|> = root\n',
        fixed: 'plugin {\n  quota = count:main\n}\nservice auth {\n  user = root\n}\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nprotocols = <|imaps|> lmtp\n',
        fixed: 'plugin {\n}\nprotocols = imap lmtp\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nimap_client_workarounds = delay-newmail <|outlook-idle|>\n',
        fixed: 'plugin {\n}\nimap_client_workarounds = delay-newmail\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n}\n<|auth|> default {\n  mechanisms = plain\n}\n' },
    ],
    good: [{ dialect: 'ce-2.3', text: 'plugin {\n}\nssl_cert = </etc/ssl/mail.pem\nprotocols = imap lmtp\n' }],
  },
  messages: {
    'setting-obsolete': "'{name}' is obsolete: write '{replacement}'.",
    'setting-needless': "'{name}' is obsolete and does nothing: remove it.",
    'section-obsolete': "'{name}' is obsolete: write '{replacement}'.",
    'word-obsolete': "'{word}' is obsolete: write '{replacement}'.",
    'word-needless': "'{word}' is obsolete and does nothing: remove it.",
  },
  fixes: {
    'setting-obsolete': rename,
    'setting-needless': removeSetting,
    'word-needless': removeWord,
    'word-obsolete': (problem) => [
      replacing(problem, problem.data.replacement!, `Write '${problem.data.replacement}'`, true),
    ],
  },
});

/** What 2.3 itself takes it for. Of what goes into services there may be more than the protocols that we know. */
function rename(problem: Problem): Fix[] {
  const { subject } = problem;
  const { replacement = '' } = problem.data;
  if (subject === undefined || isOpening(subject)) return [];
  const [first, ...others] = replacementsOf(subject.setting, subject) ?? [];
  if (others.length > 0 || (first !== undefined && isRefused(first))) return [];
  const { content, style } = subject.statement.value;
  if (first === undefined || isRenamed(first, content.text)) {
    const name = first?.setting ?? replacement;
    return [replacing(problem, name, `Write '${name}'`, true)];
  }
  // Sections are the server's, whatever filter the setting stands in.
  if (style !== 'bare' || !isKnown(content.text) || subject.scope !== undefined) return [];
  return [
    { title: `Write '${replacement.replace(' = <FILE', '')}'`, safe: true, edits: [inPlace(subject, linesOf(first))] },
  ];
}

/** Whether the new setting does not take the value, as the old one did not: the error is not for us to uncover. */
function isRefused({ sections, setting, element, text }: Replacement): boolean {
  const known = sections.length === 0 && element === undefined ? findOld(setting) : undefined;
  return known !== undefined && !text.startsWith('<') && parseValue(known, text, 'old').kind === 'error';
}

/** Another name for the same value. */
function isRenamed({ sections, setting, element, text }: Replacement, value: string): boolean {
  return sections.length === 0 && element === undefined && text === value && setting !== '';
}

function linesOf({ sections, setting, element, text }: Replacement): readonly NewLine[] {
  const own: NewLine = { name: element ?? setting, value: text.startsWith('<') ? text : written(text) };
  const inner: NewLine = element === undefined ? own : { head: setting, body: [own] };
  return [
    sections.reduceRight((line: NewLine, [filter, name]) => ({ head: `${filter} ${name}`, body: [line] }), inner),
  ];
}

/** With the blanks in front of it. */
function removeWord(problem: Problem): Fix[] {
  const { document, span } = problem;
  const blanks = /[ \t]*$/.exec(document.text.slice(0, span.from))![0].length;
  const edits = [{ document, span: { from: span.from - blanks, to: span.to }, text: '' }];
  return [{ title: 'Remove it', safe: true, edits }];
}

function removeSetting(problem: Problem): Fix[] {
  const { subject } = problem;
  if (subject === undefined || isOpening(subject)) return [];
  const { from, to } = subject.statement;
  return [{ title: 'Remove it', safe: true, edits: [withoutLines(problem, from, to)] }];
}
