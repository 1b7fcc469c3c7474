/** `dovecot_storage_version` is not set. */

import type { Problem } from '../config/check/problem.ts';
import { isOpening } from '../config/check/problem.ts';
import type { Configuration } from '../config/configuration.ts';
import { effectiveTree } from '../config/effective/tree.ts';
import { lineEnd } from '../lint/edits.ts';
import { defineProblemRule, replacing } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';

export const storageVersionMissing = defineProblemRule({
  id: 'storage-version-missing',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: "A configuration of 2.4 does not set 'dovecot_storage_version'.",
    why: 'It says which Dovecot must still be able to read the mails when you go back to it, and 2.4 does not start without. On a new server it is the installed version.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: '<|dovecot_config_version|> = 2.4.1\nmail_driver = maildir\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_driver = maildir\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\n<|dovecot_storage_version =|>\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n',
      },
    ],
    good: [
      { dialect: 'ce-2.4', text: 'dovecot_config_version = 2.4.1\n!include /etc/shared/versions.conf\n' },
      { dialect: 'ce-2.3', text: 'mail_location = maildir:~/Maildir\n' },
    ],
  },
  messages: {
    'storage-version-missing': "'dovecot_storage_version' is missing: add it below.",
    'storage-version-empty': "'dovecot_storage_version' cannot be empty.",
  },
  fixes: { 'storage-version-missing': addVersion, 'storage-version-empty': fillVersion },
});

/** The same version as the configuration's, which is right on a new server. */
function versionLine(configuration: Configuration): string {
  const version = effectiveTree(configuration).configVersion ?? '';
  return `dovecot_storage_version = ${/^[\d.]+$/.test(version) ? version : 'CHANGEME_INSTALLED_VERSION'}`;
}

function addVersion({ subject, document }: Problem, configuration: Configuration): Fix[] {
  if (subject === undefined || isOpening(subject) || subject.scope !== undefined) return [];
  const line = versionLine(configuration);
  const newline = document.text.indexOf('\n', subject.statement.to);
  const at = newline === -1 ? document.text.length : newline + 1;
  const text = newline === -1 ? lineEnd(document) + line : line + lineEnd(document);
  return [{ title: `Add '${line}'`, safe: false, edits: [{ document, span: { from: at, to: at }, text }] }];
}

function fillVersion(problem: Problem, configuration: Configuration): Fix[] {
  const line = versionLine(configuration);
  return [replacing(problem, line, `Write '${line}'`, false)];
}
