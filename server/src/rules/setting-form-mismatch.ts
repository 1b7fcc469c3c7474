/** Sections written as settings, and settings written as sections. */

import { defineProblemRule } from '../lint/problemRule.ts';

export const settingFormMismatch = defineProblemRule({
  id: 'setting-form-mismatch',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A section is written as a setting, or a setting as a section.',
    why: 'Dovecot 2.4 refuses both. Dovecot 2.3 takes a setting that is written as a section and sets it to a number that nobody wrote.',
    noFix: 'What the section or setting should hold only you know.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|ssl_server|> = x\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|passdb|> = pam\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nimport_environment = <|TZ=UTC|>\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n}\n<|login_greeting|> {\n}\n' },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nimport_environment =\nmail_plugins {\n  quota = yes\n}\n',
      },
    ],
  },
  messages: {
    'filter-assigned': "'{name}' is a section: write '{name} {' and its settings on lines of their own.",
    'list-filter-assigned':
      "'{name}' is a section with a name: write '{name} NAME {' and its settings on lines of their own.",
    'strlist-assigned':
      "'{name}' is a list of keys and values: write '{name} {' and 'key = value' on lines of their own.",
    'group-head': "A group has a label and a name: write 'group @label name {'.",
    'setting-as-section': "'{section}' is a setting, not a section: write '{section} = value'.",
  },
});
