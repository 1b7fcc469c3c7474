/** An include of which is not known what it brings. */

import { defineRule } from '../lint/rule.ts';
import { baseName } from '../workspace/paths.ts';

export const includeUnread = defineRule({
  id: 'include-unread',
  dialects: 'any',
  severity: 'information',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'An included file is not read here, so what it sets is unknown.',
    why: 'Dovecot reads it, but here it lies outside the workspace or cannot be opened. Rules that conclude from absence stay silent. A path mapping says where such a folder is found in the workspace.',
    exceptions:
      'An !include_try of a path outside the workspace often names a file that is not there; it is no finding.',
    noFix: 'The file lies outside of what is read; path mappings say where to find it.',
    bad: [{ dialect: 'ce-2.4', text: 'dovecot_config_version = 2.4.1\n!include <|/usr/share/dovecot/x.conf|>\n' }],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\n!include_try /usr/share/dovecot/protocols.d/*.protocol\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\n!include /etc/dovecot/x.conf\n',
        files: { 'x.conf': 'mail_driver = maildir\n' },
      },
    ],
  },
  messages: {
    outside: "'{path}' is not found in the workspace, so what it sets is unknown here.",
    unreadable: "'{file}' cannot be read ({reason}), so what it sets is unknown here.",
    dangling: "'{file}' is a link that leads nowhere, so what it sets is unknown here.",
  },
  check({ configuration, report }) {
    for (const { include, document, resolved, unread } of configuration.includes) {
      const at = { document, span: include.path };
      if (resolved.kind === 'unknown' && resolved.why === 'outside-workspace' && !include.optional) {
        report({ at, message: 'outside', data: { path: include.path.text } });
      }
      for (const { uri, content } of unread) {
        const file = baseName(uri);
        if (content.kind === 'unreadable') {
          report({ at, message: 'unreadable', data: { file, reason: content.reason } });
        } else if (content.kind === 'missing' && !include.optional) {
          report({ at, message: 'dangling', data: { file } });
        }
      }
    }
  },
});
