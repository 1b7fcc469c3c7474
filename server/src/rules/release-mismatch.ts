/** What only other releases than the one in use understand. */

import { defineProblemRule } from '../lint/problemRule.ts';

export const releaseMismatch = defineProblemRule({
  id: 'release-mismatch',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A setting or a form needs another release of Dovecot.',
    why: 'A release that does not have it refuses the whole configuration. When only dovecot_config_version is known, which the installed release may be ahead of, this is information.',
    noFix: 'It takes another release of Dovecot, or another setting.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|oauth2_token_expire_grace|> = 10s\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nlogin_greeting = <|<<EOF|>\nHello\nEOF\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.5\ndovecot_storage_version = 2.4.5\nlogin_greeting = <<EOF\nHello\nEOF\n',
      },
    ],
  },
  messages: {
    'setting-alias': "Dovecot 2.4.1 crashes on the older name '{name}': write '{replacement}'.",
    'setting-release': "The setting '{name}' needs Dovecot {release}.",
    'setting-removed': "Dovecot {release} was the last release with the setting '{name}'.",
    'heredoc-release': 'Here-documents need Dovecot 2.4.5.',
    'config-version-newer':
      "dovecot_config_version '{version}' is newer than what is known to work: use one of {versions}.",
  },
});
