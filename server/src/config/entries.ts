/** Looks up assignments by name, wherever in a configuration they stand. */

import type { Assignment } from '../parser/cst.ts';
import type { Configuration, Entry } from './configuration.ts';
import { lastEntries } from './effective/find.ts';
import { isKnown } from './holes.ts';
import { type Located, locatedValue } from './located.ts';
import { scopePath } from './scope.ts';

const indexes = new WeakMap<Configuration, ReadonlyMap<string, readonly Entry[]>>();

/** The assignments of a setting that decide, one for each scope that has any. Those of groups are not among them. */
export function entriesNamed(configuration: Configuration, setting: string): readonly Entry[] {
  return indexOf(configuration).get(setting) ?? [];
}

/** The same for every setting whose name fits. */
export function entriesLike(configuration: Configuration, name: RegExp): readonly Entry[] {
  return [...indexOf(configuration)].flatMap(([setting, entries]) => (name.test(setting) ? entries : []));
}

function indexOf(configuration: Configuration): ReadonlyMap<string, readonly Entry[]> {
  let index = indexes.get(configuration);
  if (index === undefined) {
    index = indexed(configuration);
    indexes.set(configuration, index);
  }
  return index;
}

function indexed(configuration: Configuration): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const entry of lastEntries(configuration)) {
    const same = index.get(entry.setting);
    if (same === undefined) index.set(entry.setting, [entry]);
    else same.push(entry);
  }
  return index;
}

const rows = new WeakMap<Configuration, ReadonlyMap<Assignment, readonly Entry[]>>();

/** All assignments that one replaces, or that replace it: those of its setting in its scope, in their order. */
export function assignmentsLike(configuration: Configuration, assignment: Assignment): readonly Entry[] {
  let row = rows.get(configuration);
  if (row === undefined) {
    row = rowsOf(configuration);
    rows.set(configuration, row);
  }
  return row.get(assignment) ?? [];
}

function rowsOf({ entries }: Configuration): ReadonlyMap<Assignment, readonly Entry[]> {
  const byPlace = new Map<string, Entry[]>();
  const byAssignment = new Map<Assignment, readonly Entry[]>();
  for (const entry of entries) {
    const place = `${scopePath(entry.scope)} ${entry.setting}`;
    const row = byPlace.get(place) ?? [];
    byPlace.set(place, row);
    row.push(entry);
    byAssignment.set(entry.statement, row);
  }
  return byAssignment;
}

/** An assignment's value when it is known as it stands: no file, no hole, no placeholder and no variable. */
export function plainValue(entry: Entry | undefined): Located | undefined {
  if (entry === undefined || entry.statement.value.style === 'file') return undefined;
  return plain(locatedValue(entry.statement, entry.document));
}

/** A text that is known as it stands, else undefined. */
export function plain(value: Located | undefined): Located | undefined {
  return value !== undefined && isKnown(value.text) && !value.text.includes('%') ? value : undefined;
}

/** What a plain value means as yes or no; undefined when it is neither for certain. */
export function isYes(value: Located | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  if (/^(?:yes|y|1|true)$/i.test(value.text)) return true;
  return /^(?:no|n|0|false|)$/i.test(value.text) ? false : undefined;
}
