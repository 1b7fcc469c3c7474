/** A map of an SQL dictionary that the dict service refuses: something is missing, or key and columns do not go together. */

import { hasTemplateMark } from '../config/holes.ts';
import { type DictMap, elements, unmatchedKeys } from '../config/storage/dictMaps.ts';
import { dialects } from '../knowledge/dialect.ts';
import { dictmapMaps } from '../knowledge/dictmapMaps.ts';
import { draftField } from '../knowledge/draftFields.ts';
import { insertIntoSection } from '../lint/edits.ts';
import { defineRule, type Fix, type Report, replace } from '../lint/rule.ts';
import type { Statement } from '../parser/cst.ts';

const blocks = (map: string) =>
  `dovecot_config_version = 2.4.1\ndict_server {\n  dict quota {\n    driver = sql\n    sql_driver = mysql\n${map}  }\n}\n`;
const file = (map: string) => ({ 'dict.conf.ext': `connect = host=localhost dbname=mails\n${map}` });
const listed = 'plugin {\n}\ndict {\n  quota = mysql:dict.conf.ext\n}\n';

type MessageId = 'noPattern' | 'noTable' | 'noValue' | 'noColumn' | 'unusedColumn' | 'typeCount' | 'unknownType';

export const dictMapIncomplete = defineRule({
  id: 'dict-map-incomplete',
  dialects,
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/config/dict.html',
  docs: {
    summary: 'A map of a dictionary lacks a part, or its pattern and its columns do not go together.',
    why: 'A map turns keys into queries. The dict service reads it when the dictionary is first used: `doveconf` and the start of Dovecot say nothing, and then every lookup in this dictionary fails, not only those of the map.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: blocks(
          '    dict_map priv/quota/<|$item|> {\n      sql_table = quota\n      username_field = username\n      value_field bytes {\n      }\n    }\n',
        ),
      },
      {
        dialect: 'ce-2.4',
        text: blocks(
          '    dict_map shared/dictmap/<|$user|>/idx/x {\n      sql_table = t\n      value_field i {\n      }\n    }\n',
        ),
        fixed: blocks(
          '    dict_map shared/dictmap/$user/idx/x {\n      key_field u {\n        value = $user\n      }\n      sql_table = t\n      value_field i {\n      }\n    }\n',
        ),
      },
      {
        dialect: 'ce-2.4',
        text: blocks(
          '    <|dict_map|> priv/quota/storage {\n      sql_table = quota\n      username_field = username\n    }\n',
        ),
      },
      {
        dialect: 'ce-2.4',
        text: blocks(
          '    dict_map shared/last/$user {\n      sql_table = last\n      value_field at {\n      }\n      key_field name {\n        value = <|user|>\n      }\n    }\n',
        ),
        fixed: blocks(
          '    dict_map shared/last/$user {\n      sql_table = last\n      value_field at {\n      }\n      key_field name {\n        value = $user\n      }\n    }\n',
        ),
      },
      {
        dialect: 'ce-2.3',
        text: listed,
        files: file(
          'map {\n  pattern = shared/last/$user\n  table = last\n  value_field = at\n  fields {\n    name = <|$usr|>\n  }\n}\n',
        ),
      },
      {
        dialect: 'ce-2.3',
        text: listed,
        files: file(
          '<|map|> {\n  pattern = priv/quota/storage\n  username_field = username\n  value_field = bytes\n}\n',
        ),
      },
      {
        dialect: 'ce-2.3',
        text: listed,
        files: file(
          'map {\n  pattern = shared/dictmap/max\n  table = t\n  value_field = b,writetime(b)\n  value_type = <|uint|>\n}\n',
        ),
      },
      {
        dialect: 'ce-2.3',
        text: listed,
        files: file(
          'map {\n  pattern = shared/dictmap/max\n  table = t\n  value_field = b\n  value_type = <|blob|>\n}\n',
        ),
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: blocks(
          '    dict_map shared/last/$user/${service} {\n      sql_table = last\n      value_field at {\n        type = uint\n      }\n      key_field name {\n        value = $user\n      }\n      key_field service {\n        value = $service\n      }\n    }\n',
        ),
      },
      {
        dialect: 'ce-2.3',
        text: listed,
        files: file(
          'map {\n  pattern = shared/dictmap/$user/$guid\n  table = t\n  value_field = i,b\n  value_type = hexblob,uint\n  fields {\n    u = $user\n    g = ${hexblob:guid}\n  }\n}\nmap {\n  pattern = priv/quota/storage\n  table = quota\n  username_field = username\n  value_field = bytes\n}\n',
        ),
      },
      {
        dialect: 'ce-2.3',
        text: listed,
        files: file('map {\n  pattern = shared/{{ key }}/$user\n  table = t\n  value_field = i\n}\n'),
      },
    ],
  },
  messages: {
    noPattern: "This map has no 'pattern': the dict service refuses the whole dictionary.",
    noTable: 'This map has no table: name it.',
    noValue: "This map has no 'value_field': the dict service refuses the whole dictionary.",
    noColumn: "No key column takes '{name}' of the pattern: the dict service refuses the whole dictionary.",
    unusedColumn:
      "'{name}' is no variable of the pattern that is left for this column: the dict service refuses the whole dictionary.",
    typeCount:
      "'value_type' has {types} elements, but 'value_field' has {fields}: the dict service refuses the whole dictionary.",
    unknownType: "There is no type '{name}': use string, int, uint or hexblob.",
  },
  check({ storage, report }) {
    for (const { maps, complete } of storage.dicts) {
      if (!complete) continue;
      for (const map of maps) {
        if (map.pattern !== undefined && hasTemplateMark(map.pattern.text)) continue;
        if (map.section.body.some(isDraft)) continue; // they are missing for another reason
        for (const problem of [...missingParts(map), ...keyProblems(map), ...typeProblems(map)]) report(problem);
      }
    }
  },
});

function isDraft(statement: Statement): boolean {
  return statement.kind === 'section' && draftField(statement.key.text, 'dict_map') !== undefined;
}

function missingParts({ pattern, table, values, head }: DictMap): Report<MessageId>[] {
  const problems: Report<MessageId>[] = [];
  if (pattern === undefined) problems.push({ at: head, message: 'noPattern' });
  if (table === undefined) problems.push({ at: head, message: 'noTable' });
  if (values.length === 0) problems.push({ at: head, message: 'noValue' });
  return problems;
}

/** A column that names no variable says most; what it leaves open is not reported a second time. */
function keyProblems(map: DictMap): Report<MessageId>[] {
  const { variables, columns } = unmatchedKeys(map);
  if (map.pattern === undefined || map.keys.some(({ value }) => hasTemplateMark(value?.text ?? ''))) return [];
  if (columns.length === 0) {
    return variables.map(({ name, at }) => ({
      at,
      message: 'noColumn',
      data: { name: at.text },
      fixes: addColumn(map, name),
    }));
  }
  const [only] = variables.length === 1 && columns.length === 1 ? variables : [];
  return columns.map(({ name, value }) => ({
    at: value ?? name,
    message: 'unusedColumn',
    data: { name: value?.text ?? '' },
    fixes:
      only === undefined || value === undefined
        ? []
        : [{ title: `Use the variable $${only.name}`, safe: false, edits: [replace(value, `$${only.name}`)] }],
  }));
}

/** The columns of dictmap's tables are known; others are the author's. */
function addColumn({ head, section, document, keys }: DictMap, variable: string): readonly Fix[] {
  if (head.text !== 'dict_map') return [];
  const column = dictmapMaps.flatMap((map) => Object.entries(map.keys)).find(([, [taken]]) => taken === variable);
  if (column === undefined) return [];
  const [name, [, type]] = column;
  if (keys.some((key) => key.name.text === name)) return [];
  const lines = [
    `key_field ${name} {`,
    `\tvalue = $${variable}`,
    ...(type === undefined ? [] : [`\ttype = ${type}`]),
    '}',
  ];
  return [
    {
      title: `Add the key column ${name} of dictmap`,
      safe: false,
      edits: [insertIntoSection({ document, section }, lines)],
    },
  ];
}

const types: ReadonlySet<string> = new Set(['string', 'int', 'uint', 'hexblob', 'double', 'uuid']);

function typeProblems({ valueFields, valueTypes, values }: DictMap): Report<MessageId>[] {
  if (valueFields === undefined || valueTypes === undefined) return [];
  if (hasTemplateMark(valueFields.text) || hasTemplateMark(valueTypes.text)) return [];
  const found = elements(valueTypes);
  if (found.length !== values.length) {
    const data = { types: String(found.length), fields: String(values.length) };
    return [{ at: valueTypes, message: 'typeCount', data }];
  }
  return found
    .filter(({ text }) => !types.has(text))
    .map((at) => ({ at, message: 'unknownType', data: { name: at.text } }));
}
