/** Settings of the old grammar as rows of one flat list, each with its path, as doveconf of 2.3 sorts them. */

import { type Fact, factNames, findFact } from '../../../knowledge/facts.ts';
import { type DefaultSection, defaultServices } from '../../../knowledge/services.ts';
import { formatValue } from '../defaults.ts';
import { foldList } from '../lists.ts';
import type { Assigned, EffectiveScope } from '../scope.ts';

export interface Row {
  /** `service/imap/vsz_limit`; names are escaped in it. */
  readonly key: string;
  readonly sections: readonly RowSection[];
  readonly setting: string;
  readonly value: string;
}

export interface RowSection {
  /** `service/imap/`: tells sections of the same head apart. */
  readonly path: string;
  readonly filter: string;
  /** Empty without a name. */
  readonly name: string;
}

/** `changed`: what differs from the default; `set`: whatever is set; `all`: with the defaults. */
export type RowMode = 'changed' | 'set' | 'all';

export function collectRows(scope: EffectiveScope, mode: RowMode): Row[] {
  const collector = new RowCollector(mode);
  if (mode === 'all') for (const service of defaultServices('old')) collector.defaultSection(service, top);
  collector.scope(scope, top);
  return [...collector.rows.values()];
}

interface Position {
  /** Before the names of settings in keys. */
  readonly path: string;
  /** Before the names of settings in the facts: `service/unix_listener/`. */
  readonly facts: string;
  readonly sections: readonly RowSection[];
  /** Sections that go by their name, of which doveconf does not know the defaults. */
  readonly isUnique: boolean;
}

const top: Position = { path: '', facts: '', sections: [], isUnique: false };

class RowCollector {
  readonly rows = new Map<string, Row>();
  readonly #mode: RowMode;

  constructor(mode: RowMode) {
    this.#mode = mode;
  }

  defaultSection({ filter, name, settings, sections }: DefaultSection, around: Position): void {
    const at = inner(filter, name, 0, around);
    this.#defaults(at);
    for (const [setting, text] of settings) this.#value(setting, text, at);
    for (const section of sections) this.defaultSection(section, at);
  }

  scope(scope: EffectiveScope, at: Position): void {
    if (this.#mode === 'all' || at.isUnique) this.#defaults(at);
    for (const [setting, assignments] of scope.settings) {
      if (at.isUnique && isName(at.facts + setting)) continue;
      const isList = findFact(at.facts + setting, 'old')?.type === 'strlist';
      if (isList) this.#list(setting, assignments, at);
      else this.#value(setting, assignments[assignments.length - 1]!.text, at);
    }
    const counts = new Map<string, number>();
    for (const child of scope.children) {
      if (child.kind === 'connection') continue;
      const index = counts.get(child.filter) ?? 0;
      counts.set(child.filter, index + 1);
      const position = inner(child.filter, shownName(child, at), index, at);
      // Sections that go by their number have their name as a setting.
      if (!position.isUnique) this.#value('name', child.name ?? '', position);
      this.scope(child, position);
    }
  }

  #value(setting: string, text: string, at: Position): void {
    const fact = findFact(at.facts + setting, 'old');
    const value = fact === undefined ? text : formatValue(fact, text, 'old');
    const isDefault = fact !== undefined && isDefaultValue(fact, value);
    if (this.#mode !== 'changed' || at.isUnique || !isDefault) this.#add(setting, value, at);
    else this.rows.delete(at.path + setting);
  }

  #list(setting: string, assignments: readonly Assigned[], at: Position): void {
    const path = `${at.path}${setting}/`;
    const sections = [...at.sections, { path, filter: setting, name: '' }];
    const elements = assignments.filter(({ element }) => element !== undefined);
    for (const { element, text } of foldList(elements, []).items) this.#add(element, text, { ...at, path, sections });
  }

  /** Where sections go by name doveconf prints strings with variables even where they are not set. */
  #defaults(at: Position): void {
    for (const [setting, fact] of settingsIn(at.facts)) {
      if (this.#mode === 'all' ? fact.hidden === true : fact.type !== 'str_vars') continue;
      if (!this.rows.has(at.path + setting)) this.#add(setting, formatValue(fact, fact.default!, 'old'), at);
    }
  }

  #add(setting: string, value: string, { path, sections }: Position): void {
    const key = path + setting;
    this.rows.set(key, { key, sections, setting, value });
  }
}

/** doveconf looks whether an enum's default begins with the value: to it `return` is `return-ok`. */
function isDefaultValue(fact: Fact, value: string): boolean {
  if (fact.default === undefined) return false;
  return fact.type === 'enum' ? fact.default.startsWith(value) : value === formatValue(fact, fact.default, 'old');
}

const settingsBySection = new Map<string, readonly (readonly [setting: string, fact: Fact])[]>();

/** The settings with a default that a section has; `section` is `service/unix_listener/`. */
function settingsIn(section: string): readonly (readonly [setting: string, fact: Fact])[] {
  let settings = settingsBySection.get(section);
  if (settings === undefined) {
    settings = factNames('old').flatMap((name) => {
      const fact = findFact(name, 'old')!;
      const isInside = name.startsWith(section) && !name.includes('/', section.length);
      const isSetting = !fact.isSectionName && !/^section|^strlist$|^alias$/.test(fact.type);
      return isInside && isSetting && fact.default !== undefined ? [[name.slice(section.length), fact] as const] : [];
    });
    // Sections that Dovecot does not know may have any name.
    if (settings.length > 0) settingsBySection.set(section, settings);
  }
  return settings;
}

function inner(filter: string, name: string, index: number, at: Position): Position {
  const facts = `${at.facts}${filter}/`;
  const isUnique = findFact(at.facts + filter, 'old')?.type !== 'section';
  const shown = isUnique ? name : '';
  const path = `${at.path}${filter}/${shown === '' ? index : escapeName(shown)}/`;
  return { path, facts, sections: [...at.sections, { path, filter, name: shown }], isUnique };
}

/** The name may be set again inside, which only changes how the section is shown. */
function shownName({ settings, filter, name }: EffectiveScope, around: Position): string {
  for (const [setting, assignments] of settings) {
    if (isName(`${around.facts}${filter}/${setting}`)) return assignments[assignments.length - 1]!.text;
  }
  return name ?? '';
}

function isName(path: string): boolean {
  const fact = findFact(path, 'old');
  return fact?.isSectionName === true && fact.type !== 'alias';
}

/** Names are parts of keys, so what separates those is written otherwise; it decides the order. */
function escapeName(name: string): string {
  return name.replace(/[=/\\ ,]/g, (char) => escapes[char]!);
}

const escapes: Readonly<Record<string, string>> = { '=': '\\e', '/': '\\s', '\\': '\\\\', ' ': '\\_', ',': '\\+' };
