/** `field` and `value` blocks inside a map: names of drafts that no release takes. */

import type { Configuration, Opening } from '../config/configuration.ts';
import { locatedWord } from '../config/located.ts';
import { type DocumentEdit, defineRule } from '../lint/rule.ts';

const map = (field: string) =>
  `dovecot_config_version = 2.4.1\ndict_server {\n  dict mails {\n    driver = sql\n    dict_map shared/last/$user {\n      sql_table = last\n${field}    }\n  }\n}\n`;

/** By the name of the draft: the block of the releases, and how a setting in it is called. */
const renamed: Readonly<
  Record<string, { readonly block: string; readonly settings: Readonly<Record<string, string>> }>
> = {
  field: { block: 'key_field', settings: { pattern: 'value' } },
  dict_map_field: { block: 'dict_map_key_field', settings: { pattern: 'value', dict_map_field_pattern: 'value' } },
  value: { block: 'value_field', settings: {} },
  dict_map_value: { block: 'dict_map_value_field', settings: {} },
};

export const dictMapFieldUnsupported = defineRule({
  id: 'dict-map-field-unsupported',
  dialects: ['ce-2.4', 'pro-3.1'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/config/dict.html',
  docs: {
    summary: "A map has a 'field' or 'value' block, which releases call 'key_field' and 'value_field'.",
    why: 'Drafts of the manual and some of its setting lists have the short names. Every release refuses them, and Dovecot does not start.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: map('      <|field|> name {\n        pattern = $user\n        type = string\n      }\n'),
        fixed: map('      key_field name {\n        value = $user\n        type = string\n      }\n'),
      },
      {
        dialect: 'ce-2.4',
        text: map('      <|value|> at {\n        type = uint\n      }\n'),
        fixed: map('      value_field at {\n        type = uint\n      }\n'),
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
    renamed: "No release takes '{old}' here: it is called '{block}'.",
  },
  check({ configuration, report }) {
    for (const opening of fieldBlocks(configuration)) {
      const { key } = opening.section;
      const { block } = renamed[key.text]!;
      report({
        at: locatedWord(key, opening.document),
        message: 'renamed',
        data: { old: key.text, block },
        fixes: [{ title: `Rename it to ${block}`, safe: true, edits: rename(opening) }],
      });
    }
  },
});

function fieldBlocks({ openings }: Configuration): readonly Opening[] {
  return openings.filter(
    ({ scope, section }) => scope.parent?.filter === 'dict_map' && Object.hasOwn(renamed, section.key.text),
  );
}

function rename({ section, document }: Opening): DocumentEdit[] {
  const { block, settings } = renamed[section.key.text]!;
  const inside = section.body.flatMap((statement) =>
    statement.kind === 'assignment' && Object.hasOwn(settings, statement.key.text)
      ? [{ document, span: statement.key, text: settings[statement.key.text]! }]
      : [],
  );
  return [{ document, span: section.key, text: block }, ...inside];
}
