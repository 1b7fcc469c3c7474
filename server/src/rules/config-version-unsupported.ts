/** Values of `dovecot_config_version` that no Dovecot takes. */

import type { Problem } from '../config/check/problem.ts';
import { defineProblemRule, replacing } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';

export const configVersionUnsupported = defineProblemRule({
  id: 'config-version-unsupported',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: "'dovecot_config_version' has a value that Dovecot does not take.",
    why: 'It must be written out, as a version that the installed Dovecot knows, and must not change on the way.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = <|2.4|>\ndovecot_storage_version = 2.4.1\n',
        fixed: 'dovecot_config_version = 2.4.0\ndovecot_storage_version = 2.4.1\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\ndovecot_config_version = <|2.4.0|>\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = "2.4.1"\ndovecot_storage_version = 2.4.1\ndovecot_config_version = 2.4.1\n',
      },
    ],
  },
  messages: {
    'config-version-unsupported': "Dovecot does not take the version '{version}': write one of {versions}.",
    'config-version-variable': 'The version must be written out: Dovecot expands no variable and reads no file here.',
    'config-version-changed': "The version cannot change: it is '{version}' already.",
    'config-version-continued': 'Dovecot 2.4.5 aborts when this line is continued: write it on one line.',
  },
  related: 'It is set here first.',
  fixes: { 'config-version-unsupported': takeVersion },
});

/** The release that is meant where a part of it is written, else the newest of the same series. */
function takeVersion(problem: Problem): Fix[] {
  const { version = '', versions = '' } = problem.data;
  const series = /^\d+\.\d+/.exec(version)?.[0];
  const known = versions.split(', ').filter((each) => each.startsWith(`${series}.`));
  const taken = version === series ? known[0] : known.at(-1);
  return taken === undefined ? [] : [replacing(problem, taken, `Write ${taken}`, false)];
}
