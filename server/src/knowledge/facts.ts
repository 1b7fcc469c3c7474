/** Which names Dovecot knows in which grammar: the generated tables of the binaries, and the storage settings of Pro. */

import type { Grammar } from './dialect.ts';
import settings23 from './generated/settings-2.3.json' with { type: 'json' };
import settings24 from './generated/settings-2.4.json' with { type: 'json' };
import { storageSettings } from './settings/index.ts';

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
  /** First and last release that has it, where not all of the series do. */
  readonly since?: string;
  readonly lastSeen?: string;
}

const tables: Record<Grammar, Readonly<Record<string, Fact>>> = {
  old: settings23.settings,
  new: settings24.settings,
};

/** The binaries' fact about a setting; old names inside sections are written with their path, as `service/vsz_limit`. */
export function findFact(name: string, grammar: Grammar): Fact | undefined {
  const table = tables[grammar];
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

const pluginSettings: ReadonlySet<string> = new Set(settings23.plugin);

/** Whether Dovecot's own plugins of 2.3 ask for this name inside `plugin { }`. */
export function isPluginSetting(name: string): boolean {
  return pluginSettings.has(name);
}

export type FilterKind = 'named_filter' | 'named_list_filter';

let proFilters: Map<string, FilterKind> | undefined;
let proNames: Set<string> | undefined;

function proOnly(): { filters: Map<string, FilterKind>; names: Set<string> } {
  if (proFilters === undefined || proNames === undefined) {
    proFilters = new Map();
    proNames = new Set();
    for (const setting of storageSettings) {
      if (setting.new?.place !== 'setting') continue;
      proNames.add(setting.new.name);
      if (setting.type === 'named_filter' || setting.type === 'named_list_filter') {
        proFilters.set(setting.new.name, setting.type);
      }
    }
  }
  return { filters: proFilters, names: proNames };
}

/** Whether a name of the new grammar is a filter, and of which kind. */
export function filterKind(name: string): FilterKind | undefined {
  const type = findFact(name, 'new')?.type;
  if (type === 'named_filter' || type === 'named_list_filter') return type;
  return proOnly().filters.get(name);
}

/** Whether the new grammar has a setting of this full name, in CE or Pro. */
export function isNewSetting(name: string): boolean {
  return findFact(name, 'new') !== undefined || proOnly().names.has(name);
}

/** Whether only Pro has a setting or filter of this full name in the new grammar. */
export function isProOnlyNewSetting(name: string): boolean {
  return findFact(name, 'new') === undefined && proOnly().names.has(name);
}

/** Whether a top-level name belongs to the old grammar only. */
export function isOldOnlySetting(name: string): boolean {
  return findFact(name, 'old') !== undefined && !isNewSetting(name);
}

/** Whether a top-level name belongs to the new grammar only. */
export function isNewOnlySetting(name: string): boolean {
  return isNewSetting(name) && findFact(name, 'old') === undefined;
}
