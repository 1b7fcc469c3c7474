/** Databases, services and listeners that are there already. */

import type { Problem } from '../config/check/problem.ts';
import type { Configuration } from '../config/configuration.ts';
import { defineProblemRule, replacing } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';

export const sectionNameConflict = defineProblemRule({
  id: 'section-name-conflict',
  severity: 'error',
  source: 'https://doc.dovecot.org/2.3/configuration_manual/config_file/config_file_syntax/',
  docs: {
    summary: 'A database, service or listener is there already.',
    why: 'Dovecot refuses a second service of a name, a second listener for a path or port, and in 2.3 a second passdb or userdb of a name. Other sections with the same name are read as one.',
    bad: [
      {
        dialect: 'ce-2.3',
        text: 'passdb a {\n  driver = pam\n}\npassdb <|a|> {\n  driver = passwd\n}\nuserdb {\n  driver = passwd\n}\n',
        fixed: 'passdb a {\n  driver = pam\n}\npassdb a-2 {\n  driver = passwd\n}\nuserdb {\n  driver = passwd\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nservice stats {\n  <|unix_listener|> auth-userdb {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nservice auth {\n  unix_listener auth-userdb {\n    mode = 0600\n  }\n}\n',
      },
      { dialect: 'ce-2.3', text: 'passdb {\n  driver = pam\n}\npassdb {\n  driver = passwd\n}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\npassdb a {\n}\npassdb a {\n}\n',
      },
    ],
  },
  messages: {
    'listener-duplicate': "Another listener has '{name}' already.",
    'name-duplicate': "There is a {section} '{name}' already: give this one another name, or none.",
    'service-duplicate': "There is a service '{name}' already.",
  },
  related: 'The first one.',
  fixes: { 'name-duplicate': rename },
});

function rename(problem: Problem, { openings }: Configuration): Fix[] {
  const { section, name } = problem.data;
  const taken = new Set(openings.map(({ scope, section: { name: own } }) => `${scope.filter} ${own?.text}`));
  let number = 2;
  while (taken.has(`${section} ${name}-${number}`)) number++;
  return [replacing(problem, `${name}-${number}`, `Name it '${name}-${number}'`, false)];
}
