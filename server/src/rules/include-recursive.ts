/** A file that includes itself, directly or through others. */

import { removeLines } from '../lint/edits.ts';
import { defineRule } from '../lint/rule.ts';

export const includeRecursive = defineRule({
  id: 'include-recursive',
  dialects: 'any',
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'An include leads back to a file that is being read.',
    why: 'Dovecot refuses such a configuration, also when it is !include_try. A pattern such as *.conf easily matches the file that it stands in.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n!include <|*.conf|>\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n!include a.inc\n',
        files: { 'a.inc': '!include_try <|dovecot.conf|>\n' },
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n!include a.inc\n!include a.inc\n',
        files: { 'a.inc': 'mail_driver = maildir\n' },
      },
    ],
  },
  messages: {
    recursive: "'{path}' leads back to a file that is being read, which Dovecot refuses.",
    many: "With '{path}' the configuration would read thousands of files; the rest is left out.",
  },
  check({ configuration, report }) {
    for (const { include, document, resolved } of configuration.includes) {
      const data = { path: include.path.text };
      if (resolved.kind === 'cycle') {
        const fix = { title: 'Remove the include', safe: false, edits: [removeLines(document, include)] };
        report({ at: { document, span: include.path }, message: 'recursive', data, fixes: [fix] });
      }
      if (resolved.kind === 'too-many') {
        report({ at: { document, span: include.path }, message: 'many', data, severity: 'warning' });
      }
    }
  },
});
