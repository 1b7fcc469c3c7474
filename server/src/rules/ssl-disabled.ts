/** TLS that is switched off for all. */

import { isOpening, type Problem } from '../config/check/problem.ts';
import { defineProblemRule } from '../lint/problemRule.ts';
import { type Fix, replace } from '../lint/rule.ts';

export const sslDisabled = defineProblemRule({
  id: 'ssl-disabled',
  severity: 'warning',
  source: 'https://doc.dovecot.org/main/core/config/ssl.html',
  docs: {
    summary: "'ssl = no' at the top level switches TLS off, whatever a filter says.",
    why: 'Dovecot ignores the value inside of the filter and warns of it at every start.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nssl = no\nprotocol imap {\n  ssl = <|required|>\n}\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nssl = yes\nprotocol imap {\n  ssl = required\n}\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nssl = yes\nprotocol imap {\n  ssl = required\n}\n',
      },
    ],
  },
  messages: {
    'ssl-disabled': "'ssl = no' at the top level switches TLS off here, too: set it to 'yes' there.",
  },
  related: 'TLS is switched off here.',
  fixes: { 'ssl-disabled': switchOn },
});

function switchOn({ other }: Problem): Fix[] {
  if (other === undefined || isOpening(other)) return [];
  const edits = [replace({ document: other.document, span: other.statement.value }, 'yes')];
  return [{ title: "Write 'ssl = yes' at the top level (there must be a certificate)", safe: false, edits }];
}
