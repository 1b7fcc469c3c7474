/** A placeholder that a quick-fix put in and nobody has replaced. */

import { allDocuments } from '../config/configuration.ts';
import { defineRule } from '../lint/rule.ts';
import { forEachStatement } from '../parser/cst.ts';
import { sourceSpan } from '../text/mappedText.ts';

export const placeholderLeft = defineRule({
  id: 'placeholder-left',
  dialects: 'any',
  severity: 'warning',
  suppressible: false,
  statements: [],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/storage/providers/s3.html',
  docs: {
    summary: 'A CHANGEME placeholder is left in a value.',
    why: 'A quick-fix inserts CHANGEME where only you know the value. Dovecot would take it literally.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_auth_role = <|CHANGEME_ROLE|>\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n  quota = dict:User quota::proxy::<|CHANGEME|>\n}\n' },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n# CHANGEME below\nfs_s3_auth_role = mails\n',
      },
    ],
  },
  messages: {
    left: 'Replace this placeholder by the real value.',
  },
  check({ configuration, report }) {
    for (const document of allDocuments(configuration)) {
      if (!document.text.includes('CHANGEME')) continue;
      forEachStatement(document.tree.statements, (statement) => {
        if (statement.kind !== 'assignment') return;
        const { content } = statement.value;
        for (const match of content.text.matchAll(/CHANGEME[A-Za-z0-9_]*/g)) {
          report({
            at: { document, span: sourceSpan(content, match.index, match.index + match[0].length) },
            message: 'left',
          });
        }
      });
    }
  },
});
