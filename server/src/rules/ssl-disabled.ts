/** TLS that is switched off for all. */

import { defineProblemRule } from '../lint/problemRule.ts';

export const sslDisabled = defineProblemRule({
  id: 'ssl-disabled',
  severity: 'warning',
  source: 'https://doc.dovecot.org/main/core/config/ssl.html',
  docs: {
    summary: "'ssl = no' at the top level switches TLS off, whatever a filter says.",
    why: 'Dovecot ignores the value inside of the filter and warns of it at every start.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nssl = no\nprotocol imap {\n  ssl = <|required|>\n}\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nssl = yes\nprotocol imap {\n  ssl = required\n}\n',
      },
    ],
  },
  messages: {
    'ssl-disabled': "'ssl = no' at the top level switches TLS off here, too: set it to 'yes' there.",
  },
  related: 'TLS is switched off here.',
});
