/** Sections inside of sections that cannot hold them. */

import { defineProblemRule } from '../lint/problemRule.ts';

export const sectionMisplaced = defineProblemRule({
  id: 'section-misplaced',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A section stands inside of one that cannot hold it.',
    why: 'Dovecot refuses it. In 2.4 the filters of a connection (protocol, local, remote) must be around all other sections, while 2.3 allowed them anywhere.',
    noFix: 'Where the section belongs depends on what it is meant for.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nnamespace inbox {\n  <|protocol|> imap {\n  }\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nprotocol imap {\n  <|service|> imap {\n  }\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nnamespace inbox {\n  <|namespace|> more {\n  }\n}\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n  <|quota|> {\n  }\n}\n' },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'plugin {\n}\nservice imap {\n  protocol imap {\n  }\n}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nprotocol imap {\n  namespace inbox {\n    mailbox Sent {\n    }\n  }\n}\n',
      },
    ],
  },
  messages: {
    'filter-in-section': "'{inner}' cannot stand inside of '{outer}': put '{inner}' around it.",
    'group-in-filter': 'Groups are defined at the top level only: move it out of this section.',
    'section-in-list': "'{section}' holds keys and values: there are no sections in it.",
    'section-in-section': "'{inner}' cannot stand inside of '{outer}'.",
    'section-nested': "Dovecot looks for '{inner}' outside of '{outer}' and does not find it: move it out.",
    'service-in-filter':
      "Services are the server's, so they stand at the top level only: move this one out of '{outer}'.",
  },
});
