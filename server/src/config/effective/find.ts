/** The assignments that decide, for those who want the place rather than the value. */

import type { Configuration, Entry } from '../configuration.ts';
import type { Scope } from '../scope.ts';
import { isBuiltIn } from './groups.ts';
import type { EffectiveScope } from './scope.ts';
import { decidingAssignment } from './setting.ts';
import { situationOf } from './situation.ts';
import { effectiveTree } from './tree.ts';

/**
 * The assignment that decides a setting in exactly the scope where `at` stands; a path such as `service:imap` means the
 * scope that doveconf would show so, and may end with a list, whose elements are asked for then.
 */
export function findIn(
  configuration: Configuration,
  setting: string,
  at: Scope | string | undefined,
): Entry | undefined {
  const tree = effectiveTree(configuration);
  if (typeof at !== 'string') return tree.find(setting, at)?.entry;
  const scope = scopeAt(tree.top, at);
  if (scope !== undefined) return scope.last(setting)?.entry;
  const slash = at.lastIndexOf('/');
  const elements = scopeAt(tree.top, at.slice(0, Math.max(slash, 0)))?.settings.get(at.slice(slash + 1));
  return elements?.findLast(({ element }) => element === setting)?.entry;
}

/**
 * The assignment that decides a setting for what stands inside `scope`; `filters` are named filters that are in force
 * there, too, such as the `fs_s3` of an `fs s3`.
 */
export function findEffective(
  configuration: Configuration,
  setting: string,
  scope: Scope | undefined,
  filters: readonly string[] = [],
): Entry | undefined {
  const tree = effectiveTree(configuration);
  const { connection, inside } = situationOf(tree.scopeOf(scope));
  const entry = decidingAssignment(tree, setting, { connection, inside: [...inside, ...filters] })?.entry;
  return entry === undefined || isBuiltIn(entry.document) ? undefined : entry;
}

const lists = new WeakMap<Configuration, readonly Entry[]>();

/** In every scope the assignments that are not replaced by later ones there; what groups hold is not among them. */
export function lastEntries(configuration: Configuration): readonly Entry[] {
  let entries = lists.get(configuration);
  if (entries === undefined) {
    entries = collectLast(effectiveTree(configuration).top, []);
    lists.set(configuration, entries);
  }
  return entries;
}

function collectLast(scope: EffectiveScope, entries: Entry[]): Entry[] {
  if (scope.kind === 'group') return entries;
  for (const assignments of scope.settings.values()) {
    const last = assignments[assignments.length - 1]!;
    const deciding =
      last.element === undefined
        ? [last.entry]
        : new Map(assignments.map((each) => [each.element, each.entry])).values();
    for (const entry of deciding) entries.push(entry);
  }
  for (const child of scope.children) collectLast(child, entries);
  return entries;
}

function scopeAt(top: EffectiveScope, path: string): EffectiveScope | undefined {
  let at: EffectiveScope | undefined = top;
  while (at !== undefined && at.path !== path) {
    const children: EffectiveScope[] = [...at.children];
    at = children.find((child) => child.path === path) ?? children.find(({ path: own }) => path.startsWith(`${own}/`));
  }
  return at;
}
