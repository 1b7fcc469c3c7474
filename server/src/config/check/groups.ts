/** Groups: `group @label name { }` and where they are included by `@label = name`. */

import { builtInGroupLabels, proGroupNames } from '../../knowledge/groups.ts';
import type { Entry } from '../configuration.ts';
import { isKnown } from '../holes.ts';
import { isDeferred } from '../values/parse.ts';
import { type CheckContext, keyOf, valueSpan } from './context.ts';
import type { NewPlaces } from './newPlaces.ts';
import { isOpening } from './problem.ts';
import { heredocMarker } from './values.ts';

type Groups = Map<string, Set<string>>;

function builtInGroups(): Groups {
  return new Map([...builtInGroupLabels].map(([label, names]) => [label, new Set(names)]));
}

export function checkGroups(check: CheckContext, places: NewPlaces): void {
  const { items, allRead } = check.configuration;
  const all = builtInGroups();
  let any = false;
  for (const item of items) {
    if (!isOpening(item)) any ||= item.statement.key.text.startsWith('@');
    else if (item.scope.filter === 'group') define(all, item.scope.name!);
  }
  if (!any) return;
  const soFar = builtInGroups();
  for (const item of items) {
    if (isOpening(item)) {
      if (item.scope.filter === 'group') define(soFar, item.scope.name!);
    } else if (item.statement.key.text.startsWith('@')) {
      checkInclude(check, places, item, { all, soFar, allRead });
    }
  }
}

/** A group scope is called `@label/name`. */
function define(groups: Groups, scopeName: string): void {
  const slash = scopeName.indexOf('/');
  const label = scopeName.slice(0, slash);
  const names = groups.get(label) ?? new Set();
  groups.set(label, names.add(scopeName.slice(slash + 1)));
}

interface Defined {
  readonly all: Groups;
  readonly soFar: Groups;
  readonly allRead: boolean;
}

function checkInclude(check: CheckContext, places: NewPlaces, entry: Entry, { all, soFar, allRead }: Defined): void {
  const { key, value } = entry.statement;
  const { kind } = places.of(entry.scope);
  if (kind === 'unknown') return;
  if (kind === 'group') {
    check.report('group-recursive', entry, keyOf(entry));
    return;
  }
  const label = key.text;
  const name = value.content.text;
  if (value.style === 'heredoc') {
    check.report('heredoc-for-group', entry, heredocMarker(entry));
    return;
  }
  const isQuoted = key.to - key.from > label.length;
  if (isQuoted && check.before('2.4.4') !== 'error') {
    const certainty = check.from('2.4.4');
    if (certainty !== undefined) {
      check.report('setting-unknown', entry, key, { data: { name: label, place: '' }, certainty });
      return;
    }
  }
  if (check.mayBePro && Object.hasOwn(proGroupNames, label)) return;
  const data = { label, name, names: [...(all.get(label) ?? [])].sort().join(', ') };
  // Pro has groups of its own.
  const certainty = check.mayBePro ? 'information' : 'error';
  if (!all.has(label)) {
    if (allRead) check.report('group-label-unknown', entry, key, { data, certainty });
  } else if (!isKnown(name) || isDeferred(name)) {
    return;
  } else if (all.get(label)?.has(name) !== true) {
    if (allRead) check.report('group-name-unknown', entry, valueSpan(entry), { data, certainty });
  } else if (soFar.get(label)?.has(name) !== true) {
    const late = check.from('2.4.2');
    if (late !== undefined) check.report('group-late', entry, key, { data, certainty: late });
  }
}
