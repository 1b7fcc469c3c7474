/** Global settings that come after a filter has set them. */

import { isOpening, type Problem } from '../config/check/problem.ts';
import { insertAbove, wholeLines } from '../lint/edits.ts';
import { defineProblemRule } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';
import { pathAt } from '../parser/cst.ts';

export const globalSettingShadowed = defineProblemRule({
  id: 'global-setting-shadowed',
  severity: 'warning',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A global setting comes after a filter that sets it, too.',
    why: 'It does not change the setting inside of the filter, and Dovecot warns of it at every start. Move it above the filter when that is what you want.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nprotocol imap {\n  mail_plugins = quota\n}\n<|mail_plugins|> = acl\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_plugins = acl\nprotocol imap {\n  mail_plugins = quota\n}\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_plugins = acl\nprotocol imap {\n  mail_plugins = quota\n}\n',
      },
    ],
  },
  messages: {
    'global-shadowed':
      "This does not change '{name}' inside of '{filter}', which comes before: move it above to keep Dovecot from warning.",
  },
  related: 'The filter sets it here.',
  fixes: { 'global-shadowed': moveUp },
});

/** Above the section around the other one, where both are in one file. */
function moveUp({ subject, other, document }: Problem): Fix[] {
  if (subject === undefined || other === undefined || isOpening(subject) || isOpening(other)) return [];
  const { statement } = subject;
  const lines = wholeLines(document, statement);
  const [section] = other.document === document ? pathAt(document.tree, other.statement.from) : [];
  if (section === undefined || lines === undefined || statement.value.style === 'heredoc') return [];
  const moved = document.text.slice(lines.from, lines.to);
  if (moved.trimEnd().includes('\n') || section.to > lines.from) return [];
  const edits = [
    insertAbove(document, section.from, [document.text.slice(statement.from, lines.to).trimEnd()]),
    { document, span: lines, text: '' },
  ];
  return [{ title: 'Move it above (what the filter takes over from it is then there)', safe: false, edits }];
}
