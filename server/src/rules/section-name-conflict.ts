/** Databases of 2.3 that come twice. */

import { defineProblemRule } from '../lint/problemRule.ts';

export const sectionNameConflict = defineProblemRule({
  id: 'section-name-conflict',
  severity: 'error',
  source: 'https://doc.dovecot.org/2.3/configuration_manual/config_file/config_file_syntax/',
  docs: {
    summary: 'A passdb or userdb has the name of an earlier one.',
    why: 'Dovecot 2.3 refuses the second one. Sections of other kinds with the same name are read as one.',
    bad: [
      {
        dialect: 'ce-2.3',
        text: 'passdb a {\n  driver = pam\n}\npassdb <|a|> {\n  driver = passwd\n}\nuserdb {\n  driver = passwd\n}\n',
      },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'passdb {\n  driver = pam\n}\npassdb {\n  driver = passwd\n}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\npassdb a {\n}\npassdb a {\n}\n',
      },
    ],
  },
  messages: {
    'name-duplicate': "There is a {section} '{name}' already: give this one another name, or none.",
  },
  related: 'The first one.',
});
