/** Variables in values that stand for nothing. */

import { defineProblemRule } from '../lint/problemRule.ts';

export const variableUndefined = defineProblemRule({
  id: 'variable-undefined',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A variable names a setting that is not there, or that has no text.',
    why: "'doveconf' alone does not see it, but Dovecot does not start. In 2.3 every word that begins with '$' is a variable, unless the value is in quotes.",
    exceptions: "In 2.3 it is a warning only: '$name' may also be meant for a template.",
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nlogin_greeting = <|$SET:greeting|> ready\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nlogin_greeting = <|$SET:listen|>\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n}\nlogin_greeting = Hello <|$mail_host|>\n' },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'plugin {\n}\nmail_plugins = $mail_plugins quota\nlogin_greeting = "$mail_host"\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nlogin_greeting = $SET:login_log_format\n',
      },
    ],
  },
  messages: {
    'variable-unknown': "There is no setting '{name}' to take the value from.",
    'variable-list': "'{name}' is a list or a section, which cannot be put into a value.",
    'variable-loop': "'{name}' stands for this setting in turn, so it never ends.",
    'variable-in-file': "Since 2.4.5 a file's path takes no value of another setting.",
  },
});
