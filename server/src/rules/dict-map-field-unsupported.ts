/** `field` and `value` blocks inside a map: names of drafts that mean nothing to any release. */

import { draftField } from '../knowledge/draftFields.ts';
import { defineRule } from '../lint/rule.ts';

const map = (field: string) =>
  `dovecot_config_version = 2.4.1\ndict_server {\n  dict mails {\n    driver = sql\n    dict_map shared/last/$user {\n      sql_table = last\n${field}    }\n  }\n}\n`;

export const dictMapFieldUnsupported = defineRule({
  id: 'dict-map-field-unsupported',
  dialects: ['ce-2.4', 'pro-3.1'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/config/dict.html',
  docs: {
    summary: "A map has a 'field' or 'value' block, which releases call 'key_field' and 'value_field'.",
    why: "Drafts of the manual and some of its setting lists have the short names. Dovecot does not start with 'field', and with 'value' the map has no value.",
    bad: [
      {
        dialect: 'ce-2.4',
        text: map(
          '      value_field at {\n      }\n      <|field|> name {\n        pattern = $user\n        type = string\n      }\n',
        ),
        fixed: map(
          '      value_field at {\n      }\n      key_field name {\n        value = $user\n        type = string\n      }\n',
        ),
      },
      {
        dialect: 'ce-2.4',
        text: map(
          '      key_field name {\n        value = $user\n      }\n      <|value|> at {\n        type = uint\n      }\n',
        ),
        fixed: map(
          '      key_field name {\n        value = $user\n      }\n      value_field at {\n        type = uint\n      }\n',
        ),
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: map(
          '      value_field at {\n        type = uint\n      }\n      key_field name {\n        value = $user\n      }\n',
        ),
      },
    ],
  },
  messages: {
    renamed: "'{old}' means nothing here: it is called '{block}'.",
  },
  check({ configuration, report }) {
    for (const { scope, section, document } of configuration.openings) {
      const draft = draftField(section.key.text, scope.parent?.filter);
      if (draft === undefined) continue;
      const inside = section.body.flatMap((statement) =>
        statement.kind === 'assignment' && Object.hasOwn(draft.settings, statement.key.text)
          ? [{ document, span: statement.key, text: draft.settings[statement.key.text]! }]
          : [],
      );
      report({
        at: { document, span: section.key },
        message: 'renamed',
        data: { old: section.key.text, block: draft.block },
        fixes: [
          {
            title: `Rename it to ${draft.block}`,
            safe: true,
            edits: [{ document, span: section.key, text: draft.block }, ...inside],
          },
        ],
      });
    }
  },
});
