/** What else a configuration sets, for questions asked of each of its old settings: looked up, never searched for. */

import { locationParts } from '../../knowledge/upgrades.ts';
import type { Statement } from '../../parser/cst.ts';
import type { Configuration, Entry } from '../configuration.ts';
import { type Scope, scopePath } from '../scope.ts';
import { writtenName } from './lines.ts';

export interface Surroundings {
  readonly byStatement: ReadonlyMap<Statement, Entry>;
  /** Assignments by `placeKey` and `headKey`; of many the first two tell all there is to know. */
  readonly byPlace: ReadonlyMap<string, readonly Entry[]>;
  /** Assignments as `setting = value`. */
  readonly values: ReadonlySet<string>;
  /** The settings of 2.4 that make up the user's location, outside of namespaces. */
  readonly locationParts: ReadonlySet<string>;
  readonly hasSeveralQuotas: boolean;
}

const remembered = new WeakMap<Configuration, Surroundings>();

export function surroundingsOf(configuration: Configuration): Surroundings {
  let found = remembered.get(configuration);
  if (found === undefined) {
    found = collect(configuration.entries);
    remembered.set(configuration, found);
  }
  return found;
}

/** A setting, or a key as it is written, in a scope. */
export function placeKey(path: string, name: string): string {
  return `in ${path}\n${name}`;
}

/** The same in any section with this head. */
export function headKey(head: string, name: string): string {
  return `of ${head}\n${name}`;
}

function collect(entries: readonly Entry[]): Surroundings {
  const byPlace = new Map<string, Entry[]>();
  const add = (key: string, entry: Entry) => {
    const same = byPlace.get(key);
    if (same === undefined) byPlace.set(key, [entry]);
    else if (same.length < 2 && same[0] !== entry) same.push(entry);
  };
  const parts = new Set<string>();
  for (const entry of entries) {
    const head = headOf(entry.scope);
    for (const name of [entry.setting, entry.statement.key.text]) {
      add(placeKey(scopePath(entry.scope), name), entry);
      if (head !== undefined) add(headKey(head, name), entry);
    }
    for (const part of partsOf(entry)) parts.add(part);
  }
  return {
    byStatement: new Map(entries.map((entry) => [entry.statement, entry])),
    byPlace,
    values: new Set(entries.map(({ setting, statement }) => `${setting} = ${statement.value.content.text}`)),
    locationParts: parts,
    hasSeveralQuotas: entries.some(
      ({ scope, statement }) => scope?.filter === 'plugin' && /^quota\d+$/.test(statement.key.text),
    ),
  };
}

/** `service auth-worker` */
function headOf(scope: Scope | undefined): string | undefined {
  if (scope?.section === undefined) return undefined;
  const { key, name } = scope.section;
  return name === undefined ? key.text : `${key.text} ${writtenName(name.text)}`;
}

const partNames: ReadonlySet<string> = new Set(Object.values(locationParts));

function partsOf({ setting, scope, statement }: Entry): readonly string[] {
  if (scope?.filter === 'namespace') return [];
  if (setting !== 'mail_location') return partNames.has(setting) ? [setting] : [];
  const keys = statement.value.content.text.match(/(?<=:)[A-Z]+(?==)/g) ?? [];
  return keys.map((key) => (Object.hasOwn(locationParts, key) ? locationParts[key]! : key));
}
