/** Settings of obox and metacache, wherever the grammar keeps them: in `plugin { }`, at top level, or in their filter. */

import { isListSetting } from '../../knowledge/facts.ts';
import type { Configuration, Entry } from '../configuration.ts';
import { findIn } from '../effective/find.ts';
import { entriesNamed } from '../entries.ts';
import { type Located, locatedValue } from '../located.ts';

const paths = { old: ['plugin'], new: ['obox', 'metacache', ''] };

/** The assignment that holds for every user; undefined when there is none. */
export function findProEntry(configuration: Configuration, setting: string): Entry | undefined {
  for (const path of paths[configuration.decision.grammar ?? 'new']) {
    const entry = findIn(configuration, setting, path);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** The value that holds for every user; undefined when it is not set there. */
export function findProSetting(configuration: Configuration, setting: string): Located | undefined {
  const entry = findProEntry(configuration, setting);
  return entry === undefined ? undefined : locatedValue(entry.statement, entry.document);
}

/** The assignments of a setting for any users or connections. */
export function proEntries(configuration: Configuration, setting: string): readonly Entry[] {
  return entriesNamed(configuration, setting).filter((entry) => isProEntry(entry, configuration));
}

/** Whether an assignment stands in `plugin { }`, or in the new grammar where its settings may stand. */
export function isProEntry({ scope }: Entry, { decision }: Configuration): boolean {
  if (decision.grammar === 'old') return scope?.filter === 'plugin';
  return scope === undefined || !isListSetting(scope.filter);
}

/** Whether a setting is certainly not set, not even for some users or connections. */
export function isUnset(configuration: Configuration, setting: string): boolean {
  return configuration.complete && entriesNamed(configuration, setting).length === 0;
}
