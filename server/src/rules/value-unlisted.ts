/** Words in values that Dovecot looks up and does not find. */

import { defineProblemRule } from '../lint/problemRule.ts';

export const valueUnlisted = defineProblemRule({
  id: 'value-unlisted',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/types.html',
  docs: {
    summary: 'A value names something that Dovecot does not have.',
    why: 'Dovecot compares protocols, workarounds, features and exporters with those that it has, and refuses the configuration.',
    bad: [
      { dialect: 'ce-2.3', text: 'plugin {\n}\nprotocols = imap <|jmap|>\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nimap_client_workarounds = tb-lsub-flags <|outlook|>\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmetric logins {\n  filter = event=auth_request_finished\n  exporter = <|log|>\n}\n',
      },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'plugin {\n}\nprotocols = imap mine\nservice mine {\n  protocol = mine\n}\n' },
      { dialect: 'ce-2.3', text: 'plugin {\n}\nprotocols = $PROTOCOLS\n' },
    ],
  },
  messages: {
    'word-unknown': "'{name}' does not know '{word}': it takes {values}.",
    'protocol-unknown': "No service speaks the protocol '{word}': there are {values}.",
    'exporter-unknown': "There is no event_exporter '{name}'.",
  },
});
