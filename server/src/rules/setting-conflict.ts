/** Two settings whose values do not go together. */

import { defineProblemRule } from '../lint/problemRule.ts';

export const settingConflict = defineProblemRule({
  id: 'setting-conflict',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/config/ssl.html',
  docs: {
    summary: 'Two settings contradict each other, and Dovecot does not start with both.',
    why: "With 'ssl = required' nobody may log in without TLS, so there is nothing that 'auth_allow_cleartext = yes' could allow. Since 2.4 Dovecot refuses that where both stand in the same place; a filter may still allow what the top level does not.",
    noFix: 'Which of the two is right only you know.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nssl = required\n<|auth_allow_cleartext|> = yes\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nssl = required\nremote 10.0.0.0/8 {\n  auth_allow_cleartext = yes\n}\n',
      },
    ],
  },
  messages: {
    'settings-conflict': "'{name} = {value}' contradicts '{other} = {otherValue}': Dovecot refuses both together.",
  },
  related: 'The other one stands here.',
});
