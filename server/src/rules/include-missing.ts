/** An include that finds no file. */

import { defineRule } from '../lint/rule.ts';

export const includeMissing = defineRule({
  id: 'include-missing',
  dialects: 'any',
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'An !include finds no file.',
    why: 'Dovecot does not start when an included file is missing, and a pattern that matches nothing counts as missing, too.',
    exceptions:
      'Absolute paths that lead out of the workspace are unknown rather than missing: what they bring is not known, so rules that conclude from absence stay silent. The same holds for what lies beside a key of a ConfigMap, unless a workload shows what its containers see.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\n!include <|conf.d/*.conf|>\n',
        fixed: 'dovecot_config_version = 2.4.1\n!include_try conf.d/*.conf\n',
      },
    ],
    good: [
      { dialect: 'ce-2.4', text: 'dovecot_config_version = 2.4.1\n!include_try local.conf\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\n!include conf.d/*.conf\n',
        files: { 'conf.d/mail.conf': 'mail_driver = maildir\n' },
      },
      { dialect: 'ce-2.4', text: 'dovecot_config_version = 2.4.1\n!include /usr/share/dovecot/{{ name }}.conf\n' },
    ],
  },
  messages: {
    missing: "No file matches '{path}', and Dovecot does not start without one. Use !include_try if it may be missing.",
  },
  check({ configuration, report }) {
    for (const { include, document, resolved } of configuration.includes) {
      // Inside a fragment relative paths are as certain as elsewhere: they start at the including file.
      if (resolved.kind !== 'missing' || include.optional) continue;
      report({
        at: { document, span: include.path },
        message: 'missing',
        data: { path: include.path.text },
        fixes: [
          {
            title: 'Use !include_try (a missing file is then no error)',
            safe: false,
            edits: [{ document, span: include.key, text: '!include_try' }],
          },
        ],
      });
    }
  },
});
