/** A comment or an empty line inside a continued line throws away what came before it. */

import { defineRule } from '../lint/rule.ts';

export const continuationLost = defineRule({
  id: 'continuation-lost',
  dialects: 'any',
  severity: 'warning',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A continued line is followed by a comment, an empty line or the end of the file.',
    why: 'Dovecot drops everything collected so far, without any message: the setting is simply not there.',
    noFix: 'Without the backslash the line would count, which it never did: only you know what was meant.',
    bad: [
      { dialect: 'ce-2.3', text: 'plugin {\n}\n<|login_greeting = a \\|>\n\nlisten = *\n' },
      { dialect: 'ce-2.3', text: 'plugin {\n}\n<|login_greeting = a \\|>\n# note\nlisten = *\n' },
    ],
    good: [{ dialect: 'ce-2.3', text: 'plugin {\n}\nlogin_greeting = a \\\n  b\n' }],
  },
  messages: {
    lost: 'Dovecot drops this without a message: a continued line may not be followed by a comment or an empty line.',
  },
  check({ configuration, report }) {
    for (const document of configuration.documents) {
      for (const error of document.tree.errors) {
        if (error.code !== 'continuation-lost') continue;
        // At the end of an included file the text runs on into the including one.
        if (document !== configuration.root && !/\S/.test(document.text.slice(error.to))) continue;
        report({ at: { document, span: error }, message: 'lost' });
      }
    }
  },
});
