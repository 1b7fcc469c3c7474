/** Section heads of the old grammar: where their struct has them, and which names they need. */

import type { Entry, Opening } from '../configuration.ts';
import { hasHole } from '../holes.ts';
import { connectionFilters } from '../scope.ts';
import { parseValue } from '../values/parse.ts';
import { checkConnection } from './connections.ts';
import { type CheckContext, isTemplateName, keyOf } from './context.ts';
import { explainOld, oldSectionsNamed } from './explain.ts';
import { findOld, isSectionType } from './known.ts';
import { obsoleteSection } from './obsolete.ts';
import type { OldPlace, OldPlaces } from './oldPlaces.ts';
import { certaintyOf } from './oldSettings.ts';
import { isOpening } from './problem.ts';
import type { Requirement } from './required.ts';

/** Sections that are refused without a name. */
const named = new Set(['service', 'metric', 'event_exporter']);

export class OldSections {
  readonly #check: CheckContext;
  readonly #places: OldPlaces;
  /** passdb and userdb by filter and name, which must not come twice. */
  readonly #databases = new Map<string, Opening>();
  /** How many sections without a name there were. */
  #unnamed = 0;

  constructor(check: CheckContext, places: OldPlaces) {
    this.#check = check;
    this.#places = places;
  }

  check(opening: Opening): void {
    const check = this.#check;
    const { key, name } = opening.section;
    this.#places.open(opening.scope);
    const parent = this.#places.of(opening.scope.parent);
    if (parent.kind === 'unknown') return;
    const replacement = parent.path === '' ? obsoleteSection(key.text, name?.text) : undefined;
    if (replacement !== undefined) {
      const data = { name: name === undefined ? key.text : `${key.text} ${name.text}`, replacement };
      check.report('section-obsolete', opening, keyOf(opening), { data, certainty: 'warning' });
    }
    if (connectionFilters.has(key.text)) {
      checkConnection(check, opening, parent.connection);
      return;
    }
    if (parent.kind === 'strlist') {
      check.report('section-in-list', opening, keyOf(opening), { data: { section: parent.path } });
      return;
    }
    const place = this.#places.of(opening.scope);
    this.#checkStruct(opening, parent, place, replacement === undefined);
    if (name === undefined) this.#unnamed++;
  }

  #checkStruct(opening: Opening, parent: OldPlace, place: OldPlace, isNew: boolean): void {
    const check = this.#check;
    const { key, name } = opening.section;
    const known = parent.isShut ? undefined : findOld(place.path);
    if (known === undefined) {
      if (isNew) this.#checkUnknown(opening, parent);
    } else if (isSectionType(known.type)) {
      this.#checkName(opening, place);
    } else if (known.type !== 'strlist' && parent.kind !== 'open') {
      // Its value is the section's name, or a number that counts sections; nothing is known inside.
      const numbers = this.#unnamed === 0 ? ['0'] : ['0', '1', '2'];
      const values = name === undefined ? numbers : [name.text];
      const isRefused =
        opening.section.body.length > 0 || values.every((value) => parseValue(known, value, 'old').kind === 'error');
      const details = { data: { section: key.text }, certainty: isRefused ? ('error' as const) : ('warning' as const) };
      check.report('setting-as-section', opening, keyOf(opening), details);
    }
  }

  #checkName(opening: Opening, place: OldPlace): void {
    const check = this.#check;
    const { key, name } = opening.section;
    const { filter } = opening.scope;
    const isDatabase = filter === 'passdb' || filter === 'userdb';
    if (isDatabase && place.isLocal) check.report('local-auth', opening, keyOf(opening), { data: { name: filter } });
    if (name === undefined || name.text === '') {
      if (named.has(place.path)) check.report('name-missing', opening, keyOf(opening), { data: { section: key.text } });
      return;
    }
    if (!isDatabase) return;
    const path = opening.scope.path;
    const other = this.#databases.get(path);
    if (other === undefined) this.#databases.set(path, opening);
    else if (!hasHole(name.text)) {
      check.report('name-duplicate', opening, name, { data: { section: filter, name: name.text }, other });
    }
  }

  #checkUnknown(opening: Opening, parent: OldPlace): void {
    const check = this.#check;
    const { key } = opening.section;
    if (isTemplateName(key.text)) return;
    if (parent.kind === 'open' && oldSectionsNamed(key.text).length > 0) return;
    if (parent.path !== '' && findOld(key.text) !== undefined && check.isUnclosed(opening.scope.parent)) return;
    const explanation = explainOld(key.text, parent.path, true);
    const certainty = certaintyOf(check, key.text, parent, explanation);
    if (certainty === undefined) return;
    check.report(`section-${explanation.kind}`, opening, keyOf(opening), {
      data: { name: key.text, place: parent.path, ...explanation },
      certainty,
    });
  }
}

const driver: readonly Requirement[] = [{ setting: 'driver', atEnd: true }];

/** What 2.3 wants in sections, by path. Exporters want their transport, too. */
const requirements: ReadonlyMap<string, readonly Requirement[]> = new Map([
  ['passdb', driver],
  ['userdb', driver],
  ['metric', [{ setting: 'filter', atEnd: true }]],
  [
    'event_exporter',
    [
      { setting: 'format', atEnd: true },
      { setting: 'transport', atEnd: true },
    ],
  ],
]);

export function oldRequirements({ path, kind, isLocal }: OldPlace, { scope }: Opening): readonly Requirement[] {
  if (kind !== 'section' || connectionFilters.has(scope.filter)) return [];
  const required = requirements.get(path) ?? [];
  // Databases must not stand there at all.
  return isLocal && required === driver ? [] : required;
}

/** Metrics chose their events by name before 2.3.12. */
export function oldGiven(item: Entry | Opening): string {
  if (isOpening(item)) return item.scope.filter;
  return item.setting === 'event_name' ? 'filter' : item.setting;
}
