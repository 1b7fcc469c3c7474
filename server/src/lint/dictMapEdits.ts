/** Writes maps of a dictionary in the grammar in which its others are. */

import type { DictMap } from '../config/storage/dictMaps.ts';
import { patternShape } from '../config/storage/dictMaps.ts';
import type { Dict } from '../config/storage/dicts.ts';
import { type DictmapMap, dictmapMaps } from '../knowledge/dictmapMaps.ts';
import { appendToFile, insertAbove, insertBelow, insertIntoSection } from './edits.ts';
import type { DocumentEdit } from './rule.ts';

/** Inserts a map where the order of the manual has it: in front of the first one that comes later there. */
export function insertMap(dict: Dict, map: DictmapMap): DocumentEdit {
  const lines = dict.opening === undefined ? fileLines(map) : blockLines(map);
  const later = dict.maps.find((own) => manualIndex(own) > dictmapMaps.indexOf(map));
  if (later !== undefined) return insertAbove(later.document, later.section.from, lines);
  const last = dict.maps[dict.maps.length - 1];
  if (last !== undefined) return insertBelow(last.document, last.section, lines);
  return dict.opening === undefined ? appendToFile(dict.document, lines) : insertIntoSection(dict.opening, lines);
}

/** The place of a map in the manual's order; -1 for one that it does not have. */
export function manualIndex({ pattern }: DictMap): number {
  if (pattern === undefined) return -1;
  const shape = patternShape(pattern.text);
  return dictmapMaps.findIndex((known) => patternShape(known.pattern) === shape);
}

function fileLines({ pattern, table, values, keys }: DictmapMap): string[] {
  const types = values.map(([, type]) => type);
  return [
    'map {',
    `\tpattern = ${pattern}`,
    `\ttable = ${table}`,
    `\tvalue_field = ${values.map(([column]) => column).join(',')}`,
    ...(types.some((type) => type !== 'string') ? [`\tvalue_type = ${types.join(',')}`] : []),
    '\tfields {',
    ...Object.entries(keys).map(([column, key]) => `\t\t${column} = ${fileKey(...key)}`),
    '\t}',
    '}',
  ];
}

function fileKey(variable: string, type?: string): string {
  return type === undefined ? `$${variable}` : `\${${type}:${variable}}`;
}

function blockLines({ pattern, table, values, keys }: DictmapMap): string[] {
  return [
    `dict_map ${pattern} {`,
    `\tsql_table = ${table}`,
    ...values.flatMap(([column, type]) => valueFieldLines(column, type).map((line) => `\t${line}`)),
    ...Object.entries(keys).flatMap(([column, [variable, type]]) => [
      `\tkey_field ${column} {`,
      `\t\tvalue = $${variable}`,
      ...(type === undefined ? [] : [`\t\ttype = ${type}`]),
      '\t}',
    ]),
    '}',
  ];
}

/** `value_field b { type = uint }`; a string needs no type. */
export function valueFieldLines(column: string, type: string): string[] {
  return [`value_field ${column} {`, ...(type === 'string' ? [] : [`\ttype = ${type}`]), '}'];
}
