/** Which names Dovecot knows in which grammar: the generated tables of the binaries, and the storage settings of Pro. */

import type { Grammar } from './dialect.ts';
import settings23 from './generated/settings-2.3.json' with { type: 'json' };
import settings24 from './generated/settings-2.4.json' with { type: 'json' };
import { storageSettings } from './settings/index.ts';
import type { ValueType } from './types.ts';

/** What the binaries say of a setting; `type` is Dovecot's own word. */
export interface Fact {
  readonly type: string;
  /** As Dovecot's source writes it: `60s`, `268435456`, `%{user}`. */
  readonly default?: string;
  readonly values?: readonly string[];
  readonly aliasOf?: string;
  /** The plugin or driver that brings it; absent for the core. */
  readonly component?: string;
  /** For filters: the setting without which the block is refused. */
  readonly required?: string;
  /** For named list filters: the setting that holds the block's name. */
  readonly nameField?: string;
  /** Dovecot's settings structs that have it, e.g. `auth`. */
  readonly structs?: readonly string[];
  /** In 2.3: the setting that a section's name goes to. */
  readonly isSectionName?: boolean;
  readonly hidden?: boolean;
  /** The first release that has it, where not all of the series do. */
  readonly since?: string;
  /** The last release that had it. */
  readonly removedAfter?: string;
}

function withRemoved(settings: Readonly<Record<string, Fact>>, removed: Readonly<Record<string, string>>) {
  const gone = Object.entries(removed).map(([name, removedAfter]): [string, Fact] => [
    name,
    { type: 'str', removedAfter },
  ]);
  return new Map([...Object.entries(settings), ...gone]);
}

const tables: Record<Grammar, ReadonlyMap<string, Fact>> = {
  old: withRemoved(settings23.settings, settings23.removed),
  new: withRemoved(settings24.settings, settings24.removed),
};

/** The binaries' fact about a setting; old names inside sections are written with their path, as `service/vsz_limit`. */
export function findFact(name: string, grammar: Grammar): Fact | undefined {
  return tables[grammar].get(name);
}

/** Defaults of the new grammar that hold inside a filter only, or for one element of a list, by their path. */
export const contextDefaults = settings24.contextDefaults as unknown as readonly (readonly [
  path: string,
  value: string,
])[];

/** All names that the newest binaries know, in alphabetical order. */
export function factNames(grammar: Grammar): readonly string[] {
  return Object.keys(grammar === 'old' ? settings23.settings : settings24.settings);
}

const pluginSettings: ReadonlySet<string> = new Set(settings23.plugin);

/** Whether Dovecot's own plugins of 2.3 ask for this name inside `plugin { }`. */
export function isPluginSetting(name: string): boolean {
  return pluginSettings.has(name);
}

export type FilterKind = 'named_filter' | 'named_list_filter';

let proTypes: ReadonlyMap<string, ValueType> | undefined;

/** The names of the new grammar that the curated storage settings have, with their types. */
function curatedTypes(): ReadonlyMap<string, ValueType> {
  proTypes ??= new Map(
    storageSettings.flatMap((setting) => (setting.new?.place === 'setting' ? [[setting.new.name, setting.type]] : [])),
  );
  return proTypes;
}

/** Dovecot's type of a name of the new grammar, in CE or Pro. */
export function newType(name: string): string | undefined {
  return findFact(name, 'new')?.type ?? curatedTypes().get(name);
}

/** Whether a name of the new grammar is a filter, and of which kind. */
export function filterKind(name: string): FilterKind | undefined {
  const type = newType(name);
  return type === 'named_filter' || type === 'named_list_filter' ? type : undefined;
}

/** Whether a name of the new grammar is a list, whose elements are written as `list { element = … }`, too. */
export function isListSetting(name: string): boolean {
  const type = newType(name);
  return type === 'boollist' || type === 'strlist';
}

/** Whether the new grammar has a setting of this full name, in CE or Pro. */
export function isNewSetting(name: string): boolean {
  return findFact(name, 'new') !== undefined || curatedTypes().has(name);
}

let beginnings: ReadonlySet<string> | undefined;

/** Whether the full name of any setting of the new grammar begins so: `fs_s3_`. */
export function beginsNewSetting(prefix: string): boolean {
  beginnings ??= new Set(
    [...tables.new.keys(), ...curatedTypes().keys()].flatMap((name) =>
      [...name.matchAll(/_/g)].map(({ index }) => name.slice(0, index + 1)),
    ),
  );
  return beginnings.has(prefix);
}

/** Whether only Pro has a setting or filter of this full name in the new grammar. */
export function isProOnlyNewSetting(name: string): boolean {
  return findFact(name, 'new') === undefined && curatedTypes().has(name);
}

/** Whether a top-level name belongs to the old grammar only. */
export function isOldOnlySetting(name: string): boolean {
  return findFact(name, 'old') !== undefined && !isNewSetting(name);
}

/** Whether a top-level name belongs to the new grammar only. */
export function isNewOnlySetting(name: string): boolean {
  return isNewSetting(name) && findFact(name, 'old') === undefined;
}
