/** Settings of 1.x that 2.3 still understands. */

import type { Problem } from '../config/check/problem.ts';
import { isOpening } from '../config/check/problem.ts';
import { defineProblemRule, replacing, withoutLines } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';

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
        text: 'plugin {\n}\nprotocols = <|imaps|> lmtp\n',
        fixed: 'plugin {\n}\nprotocols = imap lmtp\n',
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
    'word-obsolete': (problem) => [
      replacing(problem, problem.data.replacement!, `Write '${problem.data.replacement}'`, true),
    ],
  },
});

/** A plain name, or `name = <FILE`, where the value becomes the file that is read. */
function rename(problem: Problem): Fix[] {
  const { subject, document } = problem;
  const { replacement = '' } = problem.data;
  if (subject === undefined || isOpening(subject)) return [];
  const file = /^(\w+) = <FILE$/.exec(replacement);
  if (file !== null) {
    const { value } = subject.statement;
    const edits = [
      { document, span: problem.span, text: file[1]! },
      { document, span: { from: value.from, to: value.from }, text: '<' },
    ];
    return value.style === 'bare' ? [{ title: `Write '${file[1]}'`, safe: true, edits }] : [];
  }
  return sameValue.has(replacement) ? [replacing(problem, replacement, `Write '${replacement}'`, true)] : [];
}

/** New names whose values are what they were. */
const sameValue: ReadonlySet<string> = new Set([
  'imap_compress_deflate_level',
  'mail_cache_purge_continued_percentage',
  'mail_cache_purge_delete_percentage',
  'mail_cache_purge_header_continue_count',
  'mail_cache_purge_min_size',
  'mdbox_rotate_size',
]);

function removeSetting(problem: Problem): Fix[] {
  const { subject } = problem;
  if (subject === undefined || isOpening(subject)) return [];
  const { from, to } = subject.statement;
  return [{ title: 'Remove it', safe: true, edits: [withoutLines(problem, from, to)] }];
}
