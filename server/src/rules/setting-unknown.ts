/** Settings that Dovecot does not know where they stand. */

import { defineProblemRule, takeSuggestion } from '../lint/problemRule.ts';
import { upgradeSetting } from '../lint/upgradeFix.ts';

export const settingUnknown = defineProblemRule({
  id: 'setting-unknown',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'Dovecot does not know a setting of this name at this place.',
    why: 'Dovecot does not start with an unknown setting; when it is reloaded it keeps running with the old configuration.',
    exceptions:
      "Any name may stand in 'plugin { }' of 2.3, so there a likely slip is a hint only; in 2.4, where the section is the error, its keys are information. What a plugin of a third party or Dovecot Pro brings is not known in full: such names are information.",
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|mail_plugin|> = quota\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_plugins = quota\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nservice imap {\n  <|service_count|> = 1\n}\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nservice imap {\n  restart_request_count = 1\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|mail_location|> = maildir:~/Maildir:INDEX=/var/index/%u\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_driver = maildir\nmail_path = ~/Maildir\nmail_index_path = /var/index/%{user}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|disable_plaintext_auth|> = yes\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nauth_allow_cleartext = no\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'mail_location = maildir:~/Maildir\nservice imap {\n  <|mail_max_userip_connections|> = 20\n}\n',
      },
      { dialect: 'ce-2.3', text: 'mail_location = maildir:~/Maildir\n<|quota_rule|> = *:storage=1G\n' },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nservice imap {\n  mail_max_userip_connections = 20\n}\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n  my_own_setting = x\n}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nnamespace inbox {\n  separator = /\n}\n{{ key }} = x\n',
      },
    ],
  },
  messages: {
    'setting-unknown': "Dovecot has no setting '{name}' here.",
    'setting-suggested': "Dovecot has no setting '{name}' here; '{suggestion}' may be meant.",
    'setting-replaced':
      "'{name}' is a setting of 2.3: since 2.4 it is {replacement}, and its value may have another form or place.",
    'setting-gone': "'{name}' is a setting of 2.3 that 2.4 no longer has.",
    'setting-moved': "'{name}' stands outside of 'plugin' since 2.4, and its value may have another form.",
    'setting-newer': "'{name}' is a setting of 2.4, which 2.3 does not have.",
    'setting-renamed': "'{name}' is a setting of 2.4: in 2.3 it is {replacement}.",
    'setting-elsewhere': "'{name}' is no setting of this section: it belongs to {place}.",
    'setting-pro-only': "Only Dovecot Pro has the setting '{name}'.",
    'setting-plugin-suggested': "No plugin of Dovecot asks for '{name}'; '{suggestion}' may be meant.",
  },
  fixes: {
    'setting-replaced': upgradeSetting,
    'setting-gone': upgradeSetting,
    'setting-moved': upgradeSetting,
    'setting-suggested': takeSuggestion,
    'setting-plugin-suggested': takeSuggestion,
  },
});
