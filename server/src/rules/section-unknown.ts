/** Section heads that Dovecot does not know where they stand. */

import { defineProblemRule, takeSuggestion } from '../lint/problemRule.ts';
import { dissolvePlugin } from '../lint/upgradeFix.ts';

export const sectionUnknown = defineProblemRule({
  id: 'section-unknown',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'Dovecot does not know a section of this name at this place.',
    why: 'Dovecot does not start with an unknown section. What stands inside it is not judged, because nobody knows what it means.',
    exceptions: 'Sections that Dovecot Pro or a plugin of a third party may bring are information.',
    bad: [
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\n<|Protocol|> imap {\n}\n',
        fixed: 'plugin {\n}\nprotocol imap {\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|plugin|> {\n  quota_rule = *:storage=1G\n  mail_log_events = delete # and no more\n}\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nquota_storage_size = 1G\nmail_log_events = delete # and no more\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nservice lmtp {\n  <|unix_listner|> lmtp {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nservice lmtp {\n  unix_listener lmtp {\n  }\n}\n',
      },
      { dialect: 'ce-2.3', text: 'mail_location = mbox:~/mail\nplugin {\n}\n<|mailbox|> Sent {\n}\n' },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'plugin {\n}\nnamespace inbox {\n  mailbox Sent {\n  }\n}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmailbox Sent {\n}\n',
      },
    ],
  },
  messages: {
    'section-unknown': "Dovecot has no section '{name}' here.",
    'section-suggested': "Dovecot has no section '{name}' here; '{suggestion}' may be meant.",
    'section-replaced': "'{name}' is a section of 2.3: since 2.4 it is {replacement}.",
    'section-gone':
      "'{name}' is a section of 2.3 that 2.4 no longer has: its settings stand outside of it, under new names.",
    'section-newer': "'{name}' is a section of 2.4, which 2.3 does not have.",
    'section-renamed': "'{name}' is a section of 2.4: in 2.3 it is {replacement}.",
    'section-elsewhere': "'{name}' is no section for this place: it belongs to {place}.",
    'section-pro-only': "Only Dovecot Pro has the section '{name}'.",
  },
  fixes: { 'section-suggested': takeSuggestion, 'section-gone': dissolvePlugin },
});
