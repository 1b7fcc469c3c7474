/** Section heads of the new grammar: known words, names where they belong, and what may stand in what. */

import { draftField } from '../../knowledge/draftFields.ts';
import type { Entry, Opening } from '../configuration.ts';
import { hasHole } from '../holes.ts';
import { connectionFilters } from '../scope.ts';
import { checkConnection } from './connections.ts';
import { type CheckContext, isTemplateName, keyOf } from './context.ts';
import { explainNew } from './explain.ts';
import { findNew, type Known } from './known.ts';
import { endingWith } from './near.ts';
import type { NewPlace, NewPlaces } from './newPlaces.ts';
import { certaintyOf, checkRelease } from './newSettings.ts';
import { isOpening } from './problem.ts';
import type { Requirement } from './required.ts';

export function checkNewSection(check: CheckContext, places: NewPlaces, opening: Opening): void {
  const { section } = opening;
  const parent = places.of(opening.scope.parent);
  const { scope } = places.of(opening.scope);
  if (parent.kind === 'unknown' || scope === undefined) return;
  // They have a rule of their own, which knows more.
  if (draftField(section.key.text, parent.scope?.filter) !== undefined) return;
  if (connectionFilters.has(scope.filter)) {
    if (checkOutside(check, opening, parent)) checkConnection(check, opening, parent.connection);
  } else if (parent.kind === 'list') {
    // 2.4.1 takes what it knows for something outside of the list.
    const isGroup = section.label !== undefined || section.key.text.startsWith('@');
    const isKnown = isGroup || findNew(section.key.text) !== undefined;
    const certainty = isKnown ? 'warning' : 'error';
    check.report('section-in-list', opening, keyOf(opening), { data: { section: parent.scope!.filter }, certainty });
    const known = findNew(scope.filter);
    if (known !== undefined && places.of(opening.scope).kind === 'filter') {
      checkHead(check, opening, parent.parent ?? parent, known);
    }
  } else if (section.key.text === 'group' && section.label === undefined && section.name !== undefined) {
    check.report('group-head', opening, section.name);
  } else if (scope.filter === 'group') {
    checkGroupHead(check, opening, parent);
  } else {
    const known = findNew(scope.filter);
    if (known === undefined) checkUnknown(check, opening, parent);
    else if (parent.kind !== 'open' || endingWith(section.key.text).length === 0) {
      checkHead(check, opening, parent, known);
    }
  }
}

function checkGroupHead(check: CheckContext, opening: Opening, parent: NewPlace): void {
  if (parent.scope !== undefined && !check.isUnclosed(parent.scope)) {
    check.report('group-in-filter', opening, keyOf(opening));
  }
}

/** 2.4 wants connection filters around all others. */
function checkOutside(check: CheckContext, opening: Opening, parent: NewPlace): boolean {
  const outer = parent.filter;
  if (outer === undefined) return true;
  if (!check.isUnclosed(outer)) {
    const data = { outer: outer.filter, inner: opening.scope.filter };
    check.report('filter-in-section', opening, keyOf(opening), { data });
  }
  return false;
}

function checkHead(check: CheckContext, opening: Opening, parent: NewPlace, known: Known): void {
  const { key, name } = opening.section;
  const data = { name: name?.text ?? '', section: key.text };
  checkRelease(check, opening, known);
  switch (known.type) {
    case 'named_filter':
      if (name !== undefined) check.report('name-unexpected', opening, name, { data });
      break;
    case 'named_list_filter':
      if (name === undefined) check.report('name-missing', opening, keyOf(opening), { data });
      else if (name.text.startsWith('__') && !hasHole(name.text))
        check.report('name-reserved', opening, name, { data });
      checkNesting(check, opening, parent, known.name);
      break;
    case 'boollist':
    case 'strlist': {
      const certainty = name === undefined ? undefined : check.from('2.4.4');
      if (certainty !== undefined) check.report('name-unexpected', opening, name!, { data, certainty });
      break;
    }
    default: {
      // 2.4.1 takes it and does nothing.
      const certainty = check.from('2.4.4');
      const details = { data, certainty: certainty === 'error' ? certainty : ('warning' as const) };
      check.report('setting-as-section', opening, keyOf(opening), details);
    }
  }
  if (parent.isLocal && (known.name === 'passdb' || known.name === 'userdb')) {
    check.report('local-auth', opening, keyOf(opening), { data: { name: known.name } });
  }
}

/** A namespace is no part of a namespace, nor a mailbox of a mailbox; and services are the server's. */
const forbidden: Readonly<Record<string, readonly string[]>> = {
  namespace: ['namespace', 'mailbox'],
  mailbox: ['mailbox'],
};

function checkNesting(check: CheckContext, opening: Opening, parent: NewPlace, name: string): void {
  if (parent.scope === undefined || check.isUnclosed(parent.scope)) return;
  const outer = parent.scope.filter;
  if (name === 'service' && parent.kind === 'connection') {
    check.report('service-in-filter', opening, keyOf(opening), { data: { outer } });
  } else if (parent.kind === 'filter' && (name === 'service' || forbidden[name]?.includes(outer) === true)) {
    check.report('section-in-section', opening, keyOf(opening), { data: { outer, inner: name } });
  }
}

function checkUnknown(check: CheckContext, opening: Opening, parent: NewPlace): void {
  const { key } = opening.section;
  if (isTemplateName(key.text)) return;
  if (parent.kind === 'open' && endingWith(key.text).length > 0) return;
  const explanation = explainNew(key.text, parent.scope, true);
  const certainty = certaintyOf(check, key.text, parent, explanation);
  if (certainty === undefined) return;
  check.report(`section-${explanation.kind}`, opening, keyOf(opening), {
    data: { name: key.text, ...explanation },
    certainty,
  });
}

/** Exporters want a format, but not before all is read. */
const lateRequirements: Readonly<Record<string, readonly Requirement[]>> = {
  event_exporter: [{ setting: 'event_exporter_format', atEnd: true }],
};

/** An exporter that takes another name is another one. */
export function newGiven(item: Entry | Opening): string {
  if (isOpening(item)) return item.scope.filter;
  return item.setting === 'event_exporter_name' ? 'event_exporter_format' : item.setting;
}

/** What 2.4 wants in a filter. */
export function newRequirements({ scope, kind, parent }: NewPlace): readonly Requirement[] {
  if (kind !== 'filter' || scope === undefined) return [];
  const setting = findNew(scope.filter)?.fact?.required;
  if (setting !== undefined) return [{ setting }];
  // What a group brings is only looked at where it is included.
  return parent?.kind === 'group' ? [] : (lateRequirements[scope.filter] ?? []);
}
