/** Sections that must not have a name. */

import type { Problem } from '../config/check/problem.ts';
import { isOpening } from '../config/check/problem.ts';
import { defineProblemRule } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';

export const sectionNameUnexpected = defineProblemRule({
  id: 'section-name-unexpected',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A section has a name, but it is one that can be there only once.',
    why: 'Dovecot 2.4 refuses a name behind such a section, even an empty one.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nssl_server <|main|> {\n}\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nssl_server {\n}\n',
      },
    ],
    good: [
      { dialect: 'ce-2.4', text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nssl_server {\n}\n' },
      { dialect: 'ce-2.3', text: 'plugin main {\n}\n' },
    ],
  },
  messages: {
    'name-unexpected': "'{section}' takes no name: write '{section} {'.",
  },
  fixes: { 'name-unexpected': removeName },
});

function removeName({ subject, document }: Problem): Fix[] {
  if (subject === undefined || !isOpening(subject)) return [];
  const { key, open } = subject.section;
  if (document.text.slice(key.to, open).includes('\n')) return [];
  return [
    { title: 'Remove the name', safe: false, edits: [{ document, span: { from: key.to, to: open }, text: ' ' }] },
  ];
}
