/** Words in values that Dovecot looks up and does not find. */

import { defineProblemRule, takeSuggestion } from '../lint/problemRule.ts';

export const valueUnlisted = defineProblemRule({
  id: 'value-unlisted',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/types.html',
  docs: {
    summary: 'A value names something that Dovecot does not have.',
    why: 'Dovecot compares protocols, workarounds, features and exporters with those that it has, and refuses the configuration. Drivers, mechanisms, plugins and services it only looks up when it needs them, so that a slip shows at the first login; what is near to a word of Dovecot is a warning.',
    exceptions: 'A plugin of a third party may have such a name; plugins are information.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nauth_mechanisms = plain <|logn|>\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nauth_mechanisms = plain login\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nservice <|imap-logn|> {\n  client_limit = 100\n}\n',
        fixed: 'plugin {\n}\nservice imap-login {\n  client_limit = 100\n}\n',
      },
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
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_plugins = quota my_own\npassdb users {\n  driver = passwd-file\n}\nservice imapd {\n  executable = imap\n}\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n}\nprotocols = imap mine\nservice mine {\n  protocol = mine\n}\n' },
      { dialect: 'ce-2.3', text: 'plugin {\n}\nprotocols = $PROTOCOLS\n' },
    ],
  },
  messages: {
    'alias-chained': "The namespace with the prefix '{name}' is an alias itself.",
    'alias-unknown': "No namespace has the prefix '{name}'.",
    'word-unknown': "'{name}' does not know '{word}': it takes {values}.",
    'protocol-unknown': "No service speaks the protocol '{word}': there are {values}.",
    'exporter-unknown': "There is no event_exporter '{name}'.",
    'word-suggested': "'{name}' knows no '{word}'; '{suggestion}' may be meant.",
  },
  fixes: {
    'word-unknown': takeSuggestion,
    'protocol-unknown': takeSuggestion,
    'exporter-unknown': takeSuggestion,
    'word-suggested': takeSuggestion,
  },
});
