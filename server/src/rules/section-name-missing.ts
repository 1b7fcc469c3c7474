/** Sections that need a name. */

import type { Problem } from '../config/check/problem.ts';
import { isOpening } from '../config/check/problem.ts';
import type { Configuration, Opening } from '../config/configuration.ts';
import { driverIn } from '../config/upgrade/upgrade.ts';
import { defineProblemRule } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';

export const sectionNameMissing = defineProblemRule({
  id: 'section-name-missing',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A section that needs a name has none.',
    why: "Dovecot refuses it. In 2.4 the name also tells which settings may be written short: in 'passdb sql {' the driver is sql, unless 'driver' says otherwise.",
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|passdb|> {\n  driver = pam\n}\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\npassdb pam {\n  driver = pam\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|namespace|> {\n}\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nnamespace CHANGEME_NAME {\n}\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\n<|service|> {\n}\n',
        fixed: 'plugin {\n}\nservice CHANGEME_NAME {\n}\n',
      },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'passdb {\n  driver = pam\n}\n' },
      { dialect: 'ce-2.4', text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\npassdb "" {\n}\n' },
    ],
  },
  messages: {
    'name-missing': "A name is missing: write '{section} NAME {'.",
  },
  fixes: { 'name-missing': addName },
});

const placeholder = 'CHANGEME_NAME';

/** The driver is the best name where there is one; sections of one name would be one section. */
function addName({ subject, document, span }: Problem, configuration: Configuration): Fix[] {
  if (subject === undefined || !isOpening(subject) || subject.section.name !== undefined) return [];
  const driver = driverIn(subject.section);
  const name = driver !== undefined && /^[\w-]+$/.test(driver) ? driver : placeholder;
  const number = numberAmongAlike(subject, name, configuration);
  const unique = number > 1 ? `${name}-${number}` : name;
  const edits = [{ document, span: { from: span.to, to: span.to }, text: ` ${unique}` }];
  return [{ title: `Name it '${unique}'`, safe: false, edits }];
}

const numbers = new WeakMap<Configuration, ReadonlyMap<Opening, number>>();

/** Which of the sections that would be called the same it is, from 1; counted once for all of a configuration. */
function numberAmongAlike(subject: Opening, name: string, configuration: Configuration): number {
  let found = numbers.get(configuration);
  if (found === undefined) {
    found = numbered(configuration);
    numbers.set(configuration, found);
  }
  return name === placeholder ? 1 : (found.get(subject) ?? 1);
}

function numbered({ openings }: Configuration): Map<Opening, number> {
  const counts = new Map<string, number>();
  return new Map(
    openings.flatMap((opening) => {
      const name = opening.section.name?.text ?? driverIn(opening.section);
      if (name === undefined) return [];
      const key = `${opening.scope.filter} ${name}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return [[opening, count] as const];
    }),
  );
}
