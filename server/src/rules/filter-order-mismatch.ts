/** Connection filters in the wrong order. */

import { defineProblemRule } from '../lint/problemRule.ts';

export const filterOrderMismatch = defineProblemRule({
  id: 'filter-order-mismatch',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: "The filters 'local', 'local_name', 'remote' and 'protocol' stand in the wrong order.",
    why: "Dovecot takes them in this order only: 'local' around 'local_name' around 'remote' around 'protocol', each of which may be left out. A network inside of another one must be a part of it.",
    bad: [
      { dialect: 'ce-2.3', text: 'plugin {\n}\nprotocol imap {\n  <|remote|> 10.0.0.0/8 {\n  }\n}\n' },
      { dialect: 'ce-2.3', text: 'plugin {\n}\nlocal 10.0.0.0/8 {\n  local <|11.1.0.0/16|> {\n  }\n}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nprotocol imap {\n  <|protocol|> pop3 {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nlocal 10.0.0.0/8 {\n  local 10.1.0.0/16 {\n    remote mail.example.com {\n      protocol imap {\n      }\n    }\n  }\n}\n',
      },
    ],
  },
  messages: {
    'filter-order': "'{inner}' cannot stand inside of '{outer}': put '{inner}' outside and '{outer}' inside.",
    'filter-repeated': "A 'protocol' cannot stand inside of another one.",
    'filter-network-outside': "This network must be a part of the '{section}' network around it.",
  },
});
