/** `dovecot_config_version` is not the first setting. */

import type { Problem } from '../config/check/problem.ts';
import { isOpening } from '../config/check/problem.ts';
import type { Configuration } from '../config/configuration.ts';
import { insertAbove, lineEnd } from '../lint/edits.ts';
import { defineProblemRule, withoutLines } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';

export const configVersionMissing = defineProblemRule({
  id: 'config-version-missing',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: "A configuration of 2.4 does not begin with 'dovecot_config_version'.",
    why: 'Dovecot 2.4 reads the version first, because it decides about defaults, and refuses a configuration in which anything else comes before it, be it an include.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: '# Mail\n<|mail_driver|> = maildir\nmail_path = ~/Maildir\n',
        fixed:
          '# Mail\ndovecot_config_version = CHANGEME_INSTALLED_VERSION\ndovecot_storage_version = CHANGEME_INSTALLED_VERSION\nmail_driver = maildir\nmail_path = ~/Maildir\n',
      },
      {
        dialect: 'ce-2.4',
        text: '<|mail_driver|> = maildir\ndovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n',
        fixed: 'dovecot_config_version = 2.4.1\nmail_driver = maildir\ndovecot_storage_version = 2.4.1\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: '# The first setting:\ndovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n',
      },
      { dialect: 'ce-2.3', text: 'mail_location = maildir:~/Maildir\n' },
    ],
  },
  messages: {
    'config-version-missing':
      "'dovecot_config_version' must be the first setting of a configuration of 2.4, and there is none.",
    'config-version-late': "'dovecot_config_version' must come first: move it above this line.",
  },
  fixes: { 'config-version-missing': addVersions, 'config-version-late': moveUp },
  related: 'It stands here.',
});

function addVersions({ document, span }: Problem, configuration: Configuration): Fix[] {
  const version = configuration.decision.release ?? 'CHANGEME_INSTALLED_VERSION';
  const names = ['dovecot_config_version'];
  if (
    !configuration.entries.some(({ setting, scope }) => scope === undefined && setting === 'dovecot_storage_version')
  ) {
    names.push('dovecot_storage_version');
  }
  const lines = names.map((name) => `${name} = ${version}`);
  return [
    { title: 'Add the version Dovecot is installed in', safe: false, edits: [insertAbove(document, span.from, lines)] },
  ];
}

/** Only inside one file: what an include brings first is decided there. */
function moveUp(problem: Problem): Fix[] {
  const { document, span, other } = problem;
  if (other === undefined || isOpening(other) || other.document !== document || other.scope !== undefined) return [];
  const { from, to } = other.statement;
  const text = document.text.slice(from, to);
  if (text.includes('\n')) return [];
  const at = document.text.lastIndexOf('\n', span.from - 1) + 1;
  const edits = [
    { document, span: { from: at, to: at }, text: `${text}${lineEnd(document)}` },
    withoutLines(problem, from, to),
  ];
  return [{ title: "Move 'dovecot_config_version' up", safe: true, edits }];
}
