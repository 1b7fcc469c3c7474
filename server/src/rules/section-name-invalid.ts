/** Names of sections that Dovecot refuses. */

import { defineProblemRule } from '../lint/problemRule.ts';

export const sectionNameInvalid = defineProblemRule({
  id: 'section-name-invalid',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A section has a name that it cannot have.',
    why: 'Dovecot does not start with a network that has an impossible mask, with names that are reserved for itself, or (since 2.4) with several host names in one local_name.',
    noFix: 'Which name or network is meant only you know.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nlocal 10.0.0.0/<|33|> {\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\npassdb <|__sql|> {\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nlocal_name <|"a.example.com b.example.com"|> {\n}\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nlocal_name "a.example.com b.example.com" {\n}\nlocal [2001:db8::]/32 {\n}\n',
      },
    ],
  },
  messages: {
    'name-reserved': "Names that begin with '__' are reserved for Dovecot: choose another one.",
    'name-mask': 'A network mask is at most 32 for IPv4 and 128 for IPv6.',
    'name-several': 'Since 2.4 a local_name has one name: write a section for each, or use a wildcard.',
  },
});
