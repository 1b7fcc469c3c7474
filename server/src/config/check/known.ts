/** What Dovecot knows by a name: the binaries' facts and the curated settings of Pro as one. */

import type { Dialect } from '../../knowledge/dialect.ts';
import { type Fact, findFact } from '../../knowledge/facts.ts';
import { storageSettings } from '../../knowledge/settings/index.ts';
import type { Setting, ValueType } from '../../knowledge/types.ts';
import type { ValueForm } from '../values/parse.ts';

export interface Known extends ValueForm {
  /** The full name (new) or the path (old); an alias leads to what it stands for. */
  readonly name: string;
  readonly fact: Fact | undefined;
  /** The dialects that have it, where it is not of CE. */
  readonly only: readonly Dialect[] | undefined;
}

type Table = ReadonlyMap<string, Known>;

/** Our type words as Dovecot has them; the others are the same, or mean any text. */
const dovecotTypes: Partial<Record<ValueType, string>> = { octal: 'uint_oct', port: 'in_port' };

let newTable: Map<string, Known> | undefined;
let oldTable: Map<string, Known> | undefined;
let pluginTable: Table | undefined;

function knownFact(name: string, fact: Fact): Known {
  return { name, type: fact.type, ...(fact.values !== undefined && { values: fact.values }), fact, only: undefined };
}

function curated(spelling: 'old' | 'new', place: 'setting' | 'plugin'): Map<string, Known> {
  const table = new Map<string, Known>();
  for (const setting of storageSettings) {
    const own = setting[spelling];
    if (own?.place === place) table.set(own.name, knownSetting(own.name, setting, own.dialects));
  }
  return table;
}

function knownSetting(name: string, setting: Setting, only: readonly Dialect[]): Known {
  const type = dovecotTypes[setting.type] ?? setting.type;
  // The words of an enum are not listed: there may be more than are taught.
  return { name, type, fact: undefined, only };
}

/** A setting, filter or list of the new grammar by its full name. */
export function findNew(name: string): Known | undefined {
  newTable ??= curated('new', 'setting');
  return find(newTable, name, 'new');
}

/** A setting or section of the old grammar by its path in the structs, as `service/vsz_limit`. */
export function findOld(path: string): Known | undefined {
  oldTable ??= curated('old', 'setting');
  return find(oldTable, path, 'old');
}

/** A key of `plugin { }` that curated knowledge has. */
export function findPlugin(name: string): Known | undefined {
  pluginTable ??= curated('old', 'plugin');
  return pluginTable.get(name);
}

/** Facts go before curated knowledge; what was found once is remembered in the table. */
function find(table: Map<string, Known>, name: string, grammar: 'old' | 'new'): Known | undefined {
  const remembered = table.get(name);
  if (remembered?.fact !== undefined) return remembered;
  const fact = findFact(name, grammar);
  if (fact === undefined) return remembered;
  const parent = name.slice(0, name.lastIndexOf('/') + 1);
  const known = knownFact(name, fact);
  const target = fact.aliasOf === undefined ? undefined : findFact(parent + fact.aliasOf, grammar);
  const resolved = target === undefined ? known : { ...known, ...knownFact(parent + fact.aliasOf, target) };
  table.set(name, resolved);
  return resolved;
}

export function isFilterType(type: string): boolean {
  return type === 'named_filter' || type === 'named_list_filter';
}

export function isSectionType(type: string): boolean {
  return type === 'section' || type === 'section_unique';
}

/** Beginnings of names of Pro, of which not all are known. */
const proBeginnings = /^(?:obox|metacache|fs_|fs$|fts_dovecot|cluster|vault|dictmap|sproxyd|scality|palomar|intercept)/;

export function looksLikePro(name: string): boolean {
  return proBeginnings.test(name);
}
