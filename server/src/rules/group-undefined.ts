/** Includes of groups that are not there. */

import { defineProblemRule } from '../lint/problemRule.ts';

export const groupUndefined = defineProblemRule({
  id: 'group-undefined',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A group is included that is not defined.',
    why: 'Dovecot refuses it. Since 2.4.2 a group must also be defined before it is included.',
    noFix: 'What the group should hold only you know.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|@mysql|> = main\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n@mailbox_defaults = <|german|>\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|@mysql|> = main\ngroup @mysql main {\n}\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n@mailbox_defaults = english\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n@mysql = main\n!include /etc/shared/groups.conf\n',
      },
    ],
  },
  messages: {
    'group-label-unknown': "No group with the label '{label}' is defined: write 'group {label} {name} {'.",
    'group-name-unknown': "There is no group '{label} {name}': there are {names}.",
    'group-late': "Since 2.4.2 a group must be defined before it is included: move 'group {label} {name}' up.",
  },
});
