/** `#` glued to a value starts a comment, with a warning of Dovecot. */

import { defineRule } from '../lint/rule.ts';

export const commentAmbiguous = defineRule({
  id: 'comment-ambiguous',
  dialects: 'any',
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: "A '#' without a blank before it starts a comment.",
    why: "Dovecot cuts the value at '#' and logs a warning at every start. A password or a pattern that contains '#' loses its rest without a word to the user.",
    bad: [
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nlogin_greeting = a<|#|>b\n',
        fixed: 'plugin {\n}\nlogin_greeting = a #b\n',
      },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'plugin {\n}\nlogin_greeting = "a#b"\n' },
      { dialect: 'ce-2.3', text: 'plugin {\n}\nlogin_greeting = a # b\n' },
    ],
  },
  messages: {
    ambiguous:
      "The value ends here: '#' starts a comment. Put a blank before it, or the value in quotes if it belongs to it.",
  },
  check({ configuration, report }) {
    for (const document of configuration.documents) {
      for (const error of document.tree.errors) {
        if (error.code !== 'comment-ambiguous') continue;
        const edits = [{ document, span: { from: error.from, to: error.from }, text: ' ' }];
        report({
          at: { document, span: error },
          message: 'ambiguous',
          fixes: [{ title: "Put a blank before '#' (it stays a comment)", safe: true, edits }],
        });
      }
    }
  },
});
