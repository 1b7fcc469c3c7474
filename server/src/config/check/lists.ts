/** Lists of 2.4 whose entries Dovecot looks at when it starts: where they stand, what they are called, which is the default. */

import type { Opening } from '../configuration.ts';
import { findIn } from '../effective/find.ts';
import { effectiveTree } from '../effective/tree.ts';
import { isKnown } from '../holes.ts';
import type { Scope } from '../scope.ts';
import { isDeferred, parseValue } from '../values/parse.ts';
import { textError } from '../values/texts.ts';
import { type CheckContext, keyOf, knownText } from './context.ts';
import { findNew } from './known.ts';
import type { NewPlace, NewPlaces } from './newPlaces.ts';
import { isSeen } from './seen.ts';

/** Where an entry may stand besides the top level and connection filters. */
const lists: Readonly<Record<string, string | undefined>> = {
  language: undefined,
  mailbox: 'namespace',
  metric: undefined,
  passdb: undefined,
  userdb: undefined,
};

export function checkLists(check: CheckContext, places: NewPlaces): void {
  const { openings, kind, allRead } = check.configuration;
  if (kind !== 'root' || !allRead) return;
  const listed = openings.filter(({ scope }) => Object.hasOwn(lists, scope.filter));
  const atTop = new Set(listed.flatMap(({ scope }) => (scope.parent === undefined ? [scope.path] : [])));
  for (const opening of listed) checkNested(check, places.of(opening.scope.parent), opening, atTop);
  checkLanguages(check, places, listed);
  for (const opening of openings) checkName(check, opening);
}

/** The name of an entry is a setting's value, unless that is set. */
function checkName(check: CheckContext, opening: Opening): void {
  const { scope, section } = opening;
  const field = findNew(scope.filter)?.fact?.nameField;
  if (field === undefined || section.name === undefined || !isSeen(scope, 'new')) return;
  const { text } = section.name;
  const error = isKnown(text) && !isDeferred(text) ? textError(field, text, 'new') : undefined;
  if (error === undefined || findIn(check.configuration, field, scope) !== undefined) return;
  check.report(error.code, opening, section.name, {
    data: { name: section.key.text, part: text.slice(error.from, error.to) },
  });
}

/** Inside of another filter an entry is not found, unless there is one of its name outside. */
function checkNested(check: CheckContext, parent: NewPlace, opening: Opening, atTop: ReadonlySet<string>): void {
  const { filter, name } = opening.scope;
  const outer = parent.filter;
  if (parent.kind !== 'filter' || outer === undefined || check.isUnclosed(outer)) return;
  if (outer.filter === lists[filter] && parent.parent?.filter === undefined) return;
  if (isForbidden(filter, outer.filter) || isInGroup(parent) || atTop.has(`${filter}:${name ?? ''}`)) return;
  const certainty = check.before('2.4.2') === 'error' ? 'error' : 'warning';
  check.report('section-nested', opening, keyOf(opening), { data: { outer: outer.filter, inner: filter }, certainty });
}

/** What is refused for a better reason. */
function isForbidden(inner: string, outer: string): boolean {
  return inner === outer && inner === 'mailbox';
}

function isInGroup(place: NewPlace): boolean {
  let at: NewPlace | undefined = place;
  while (at !== undefined && at.kind !== 'group') at = at.parent;
  return at !== undefined;
}

/** One language of each place must be the default; 2.4.1 sees of what holds inside a filter only what stands there. */
function checkLanguages(check: CheckContext, places: NewPlaces, listed: readonly Opening[]): void {
  const tree = effectiveTree(check.configuration);
  const around = (scope: Scope | undefined) => tree.scopeOf(scope?.filter === 'language' ? scope.parent : scope);
  const given = check.configuration.entries.filter(
    (entry) => entry.setting === 'language_default' && !isNo(knownText(entry)),
  );
  const covered = new Set(given.map(({ scope }) => around(scope)));
  if (given.length > 0 && check.before('2.4.2') !== 'error') return;
  for (const opening of listed) {
    const { scope } = opening;
    if (scope.filter !== 'language' || places.of(scope.parent).filter !== undefined) continue;
    if (!covered.has(around(scope))) check.report('default-missing', opening, keyOf(opening));
    covered.add(around(scope));
  }
}

function isNo(text: string | undefined): boolean {
  const meaning = text === undefined ? undefined : parseValue({ type: 'bool' }, text, 'new');
  return meaning?.kind === 'bool' && !meaning.value;
}
