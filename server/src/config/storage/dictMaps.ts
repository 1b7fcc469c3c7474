/**
 * Maps of a dictionary to database tables: `map { }` in an external file of 2.3, `dict_map PATTERN { }` in the new
 * grammar. They are read as Dovecot's lib-dict-backend does it, at run time: doveconf accepts what is wrong in them.
 */

import type { Assignment, Section, Statement } from '../../parser/cst.ts';
import type { ConfigDocument } from '../../workspace/document.ts';
import type { Configuration } from '../configuration.ts';
import { findIn } from '../effective/find.ts';
import { type Located, locatedSlice, locatedValue, locatedWord } from '../located.ts';

/** A column of the table. */
export interface MapColumn {
  readonly name: Located;
  /** `string`, `hexblob` …: as written, or the default. */
  readonly type: string;
  /** Its block in the new grammar. */
  readonly section: Section | undefined;
}

/** A column of the key, filled by a part of the dictionary key. */
export interface KeyColumn extends MapColumn {
  /** What is written: `$user`, `${hexblob:guid}`; undefined when nothing is. */
  readonly value: Located | undefined;
  /** The variable of the pattern that it names; undefined when it names none. */
  readonly variable: string | undefined;
}

export interface DictMap {
  /** `shared/dictmap/$user/idx/$object_name`; undefined where a `map { }` has none. */
  readonly pattern: Located | undefined;
  readonly table: Located | undefined;
  readonly values: readonly MapColumn[];
  /** `value_field` and `value_type` as written in a `map { }`. */
  readonly valueFields: Located | undefined;
  readonly valueTypes: Located | undefined;
  readonly keys: readonly KeyColumn[];
  /** The word that opens the map. */
  readonly head: Located;
  readonly section: Section;
  readonly document: ConfigDocument;
}

/** The maps of an external file, in its order, which decides. */
export function mapsOfFile(document: ConfigDocument): DictMap[] {
  return document.tree.statements
    .filter((statement) => statement.kind === 'section' && statement.key.text === 'map')
    .map((section) => fileMap(section as Section, document));
}

function fileMap(section: Section, document: ConfigDocument): DictMap {
  const get = (key: string): Located | undefined => {
    const found = assignments(section.body).findLast((assignment) => assignment.key.text === key);
    return found === undefined ? undefined : locatedValue(found, document);
  };
  const fields = section.body.filter(
    (statement): statement is Section => statement.kind === 'section' && statement.key.text === 'fields',
  );
  const valueFields = get('value_field');
  const valueTypes = get('value_type');
  const types = valueTypes === undefined ? [] : elements(valueTypes).map(({ text }) => text);
  const type = get('value_hexblob')?.text.startsWith('y') ? 'hexblob' : 'string';
  return {
    pattern: get('pattern'),
    table: get('table'),
    valueFields,
    valueTypes,
    values: (valueFields === undefined ? [] : elements(valueFields)).map((name, index) => ({
      name,
      type: types[index] ?? type,
      section: undefined,
    })),
    keys: fields.flatMap(({ body }) => assignments(body)).map((field) => fileKey(field, document)),
    head: locatedWord(section.key, document),
    section,
    document,
  };
}

function fileKey(field: Assignment, document: ConfigDocument): KeyColumn {
  const value = locatedValue(field, document);
  const typed = /^\$\{(hexblob|int|uint|double|uuid):(.*)\}$/.exec(value.text);
  const variable = value.text.startsWith('$') ? value.text.slice(1) : undefined;
  return {
    name: locatedWord(field.key, document),
    value,
    type: typed?.[1] ?? 'string',
    variable: typed?.[2] ?? variable,
    section: undefined,
  };
}

function assignments(body: readonly Statement[]): Assignment[] {
  return body.filter((statement) => statement.kind === 'assignment');
}

/** The elements of a comma-separated list, as Dovecot splits it: blanks belong to them. */
export function elements(list: Located): Located[] {
  return [...list.text.matchAll(/[^,]+/g)].map((match) =>
    locatedSlice(list, match.index, match.index + match[0].length),
  );
}

/** The maps inside a `dict` block, in the order in which they are first opened. */
export function mapsOfBlock(configuration: Configuration, dictPath: string): DictMap[] {
  const valueIn = (setting: string, path: string): Located | undefined => {
    const entry = findIn(configuration, setting, path);
    return entry === undefined ? undefined : locatedValue(entry.statement, entry.document);
  };
  const columns = (map: string, filter: string) =>
    blocksIn(configuration, map, filter).map(({ path, name, section }) => ({
      name,
      type: valueIn(`${filter}_type`, path)?.text ?? 'string',
      section,
      path,
    }));
  return blocksIn(configuration, dictPath, 'dict_map').flatMap(({ path, section, name, document }) => {
    if (section === undefined) return [];
    return [
      {
        pattern: name,
        table: valueIn('dict_map_sql_table', path),
        valueFields: undefined,
        valueTypes: undefined,
        values: columns(path, 'dict_map_value_field'),
        keys: columns(path, 'dict_map_key_field').map((column) => {
          const value = valueIn('dict_map_key_field_value', column.path);
          return { ...column, value, variable: value?.text.startsWith('$') ? value.text.slice(1) : undefined };
        }),
        head: locatedWord(section.key, document),
        section,
        document,
      },
    ];
  });
}

/** A block of a map, opened as a section or by a path such as `dict_map_key_field/u/value = $user`. */
interface Block {
  readonly path: string;
  readonly name: Located;
  readonly section: Section | undefined;
  readonly document: ConfigDocument;
}

const blockIndexes = new WeakMap<Configuration, ReadonlyMap<string, readonly Block[]>>();

/** The blocks of a filter directly inside a scope, each at its first opening. */
function blocksIn(configuration: Configuration, parent: string, filter: string): readonly Block[] {
  let index = blockIndexes.get(configuration);
  if (index === undefined) {
    index = indexBlocks(configuration);
    blockIndexes.set(configuration, index);
  }
  return index.get(`${parent} ${filter}`) ?? [];
}

function indexBlocks({ items }: Configuration): ReadonlyMap<string, readonly Block[]> {
  const seen = new Set<string>();
  const byParent = new Map<string, Block[]>();
  for (const item of items) {
    const { scope, document } = item;
    if (scope?.parent === undefined || !scope.filter.startsWith('dict_map') || seen.has(scope.path)) continue;
    seen.add(scope.path);
    const section = 'section' in item ? item.section : undefined;
    const name = locatedWord(section?.name ?? ('section' in item ? item.section.key : item.statement.key), document);
    const key = `${scope.parent.path} ${scope.filter}`;
    const block = { path: scope.path, name: { ...name, text: scope.name ?? name.text }, section, document };
    const same = byParent.get(key);
    if (same === undefined) byParent.set(key, [block]);
    else same.push(block);
  }
  return byParent;
}

/** A `$name` or `${name}` of a pattern, without its marks. */
export interface PatternVariable {
  readonly name: string;
  readonly at: Located;
}

export function patternVariables(pattern: Located): PatternVariable[] {
  return [...pattern.text.matchAll(/\$(?:\{([^}]*)\}|([A-Za-z0-9_]*))/g)].map((match) => ({
    name: match[1] ?? match[2]!,
    at: locatedSlice(pattern, match.index, match.index + match[0].length),
  }));
}

/** A pattern without the names of its variables: `shared/dictmap/$/idx/$`. */
export function patternShape(pattern: string): string {
  return shapeParts(pattern).join('/');
}

export const variablePart = '$';

/** A part that is one variable is `$`; one with text around it stays as it is and equals only itself. */
export function shapeParts(pattern: string): string[] {
  return pattern.split('/').map((part) => part.replace(/^\$(?:\{[^}]*\}|[A-Za-z0-9_]+)$/, variablePart));
}

/**
 * Whether a pattern matches every key that another one matches. A variable holds all up to the next slash, the last one
 * of a pattern all that is left.
 */
export function takesAllKeysOf(pattern: string, other: string): boolean {
  const wanted = shapeParts(pattern);
  const given = shapeParts(other);
  for (const [index, part] of wanted.entries()) {
    const own = given[index];
    if (own === undefined) return false;
    if (part !== variablePart && part !== own) return false;
    if (part === variablePart && index === wanted.length - 1) return true;
  }
  return wanted.length === given.length;
}

/** How the variables of a map's pattern and its key columns go together: each must find one of the other. */
export interface KeyMatch {
  readonly variables: readonly PatternVariable[];
  readonly columns: readonly KeyColumn[];
}

/** What is left over on both sides. */
export function unmatchedKeys({ pattern, keys }: DictMap): KeyMatch {
  const columns = [...keys];
  const variables = (pattern === undefined ? [] : patternVariables(pattern)).filter(({ name }) => {
    const index = columns.findIndex(({ variable }) => variable === name);
    if (index !== -1) columns.splice(index, 1);
    return index === -1;
  });
  return { variables, columns };
}
