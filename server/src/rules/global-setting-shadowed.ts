/** Global settings that come after a filter has set them. */

import { defineProblemRule } from '../lint/problemRule.ts';

export const globalSettingShadowed = defineProblemRule({
  id: 'global-setting-shadowed',
  severity: 'warning',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A global setting comes after a filter that sets it, too.',
    why: 'It does not change the setting inside of the filter, and Dovecot warns of it at every start. Move it above the filter when that is what you want.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nprotocol imap {\n  mail_plugins = quota\n}\n<|mail_plugins|> = acl\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_plugins = acl\nprotocol imap {\n  mail_plugins = quota\n}\n',
      },
    ],
  },
  messages: {
    'global-shadowed':
      "This does not change '{name}' inside of '{filter}', which comes before: move it above to keep Dovecot from warning.",
  },
  related: 'The filter sets it here.',
});
