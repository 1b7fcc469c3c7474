/**
 * Prints the tree as doveconf of 2.4 does: settings by their full name, then filters in the order of their first
 * opening. Settings that begin with a named filter's name stand inside its block.
 */

import { findFact, isNewSetting } from '../../../knowledge/facts.ts';
import { builtInGroupNames } from '../../../knowledge/groups.ts';
import { type Dovecot, listDefaults, plainDefault } from '../defaults.ts';
import { type EffectiveList, foldList } from '../lists.ts';
import { namesOfRelease } from '../names.ts';
import type { Assigned, EffectiveScope } from '../scope.ts';
import { situationOf } from '../situation.ts';
import { compareKeys, Lines, quote, writeAssignment } from './notation.ts';

interface Shown {
  readonly name: string;
  /** Where it is stored. */
  readonly stored: EffectiveScope;
  /** Undefined for a default. */
  readonly assignments: readonly Assigned[] | undefined;
}

export class NewPrinter {
  readonly #dovecot: Dovecot;
  readonly #lines = new Lines();

  constructor(dovecot: Dovecot) {
    this.#dovecot = dovecot;
  }

  print(top: EffectiveScope, all: boolean): string[] {
    const version = top.last('dovecot_config_version');
    if (version !== undefined) this.#lines.write(0, `dovecot_config_version = ${version.text}`);
    this.#settings(0, top, [...this.#own(top), ...(all ? this.#missing(top) : [])], all);
    for (const child of top.children) this.#scope(0, child);
    this.#groups(0, top);
    return this.#lines.lines;
  }

  #scope(depth: number, scope: EffectiveScope): void {
    // Dovecot does not show a group of its own that is opened again.
    if (scope.kind === 'group' && builtInGroupNames.has(scope.name ?? '')) return;
    this.#lines.section(depth, head(scope), scope.kind === 'list', () => {
      const nameSetting = findFact(scope.filter, 'new')?.nameField;
      const own = this.#own(scope).filter(
        ({ name, assignments }) => name !== nameSetting || last(assignments)?.text !== scope.name,
      );
      this.#settings(depth + 1, scope, [...own, ...blockSettings(scope)], true);
      this.#groups(depth + 1, scope);
      for (const child of scope.children) this.#scope(depth + 1, child);
    });
  }

  #own(scope: EffectiveScope): Shown[] {
    const shown: Shown[] = [];
    for (const [name, assignments] of scope.settings) {
      if (last(assignments)?.block !== undefined || name.startsWith('@') || name === 'dovecot_config_version') continue;
      shown.push({ name, stored: scope, assignments });
    }
    return shown;
  }

  /** What the release has and nobody sets. */
  #missing(top: EffectiveScope): Shown[] {
    return namesOfRelease(this.#dovecot)
      .filter((name) => !top.settings.has(name))
      .map((name) => ({ name, stored: top, assignments: undefined }));
  }

  /** At the top level a setting that is as by default is left out, unless all are wanted. */
  #settings(depth: number, scope: EffectiveScope, settings: Shown[], all: boolean): void {
    settings.sort((a, b) => compareKeys(a.name, b.name));
    for (const { name, stored, assignments } of settings) {
      const shown = shortened(name, scope);
      const isList = listTypes.has(findFact(name, 'new')?.type ?? '');
      if (isList) {
        const defaults = listDefaults(name, situationOf(stored).inside, this.#dovecot);
        this.#list(depth, name, shown, foldList(assignments ?? [], defaults), assignments === undefined);
        continue;
      }
      const byDefault = plainDefault(name, this.#dovecot);
      const text = last(assignments)?.text ?? byDefault ?? '';
      if (all || text !== byDefault) this.#lines.write(depth, writeAssignment(name, escapeKey(shown), text));
    }
  }

  /** A list that stands for itself is one line, one that changes another is a block. String lists are always blocks. */
  #list(depth: number, name: string, shown: string, { replaces, items }: EffectiveList, isDefault: boolean): void {
    const isStringList = findFact(name, 'new')?.type === 'strlist';
    if (items.length === 0 || ((replaces || isDefault) && !isStringList)) {
      this.#lines.write(depth, `${shown} = ${items.map(({ element }) => escapeKey(element)).join(' ')}`);
      return;
    }
    if (replaces) this.#lines.write(depth, `${shown} = `);
    const sorted = isStringList ? items.toSorted((a, b) => compareKeys(a.element, b.element)) : items;
    this.#lines.section(depth, shown, true, () => {
      for (const { element, text } of sorted) {
        this.#lines.write(depth + 1, writeAssignment(element, escapeKey(element), text));
      }
    });
  }

  /** `@label = name`. */
  #groups(depth: number, scope: EffectiveScope): void {
    for (const label of scope.groupLabels) this.#lines.write(depth, `${label} = ${scope.last(label)?.text ?? ''}`);
  }
}

const listTypes: ReadonlySet<string> = new Set(['boollist', 'strlist']);

function last(assignments: readonly Assigned[] | undefined): Assigned | undefined {
  return assignments?.[assignments.length - 1];
}

/** Settings of the scope around that are shown inside this named filter. */
function blockSettings({ kind, filter, parent }: EffectiveScope): Shown[] {
  if (kind !== 'named' || parent === undefined) return [];
  return [...parent.settings].flatMap(([name, assignments]) =>
    last(assignments)?.block === filter ? [{ name, stored: parent, assignments }] : [],
  );
}

function head({ kind, filter, name }: EffectiveScope): string {
  if (name === undefined) return filter;
  if (kind === 'connection') return `${filter} ${name}`;
  if (kind === 'group') return `group ${name.replace('/', ' ')}`;
  const text = unescapeName(name);
  return `${filter} ${text === '' || /[ "{=<'$]/.test(text) ? quote(text) : text}`;
}

/** Dovecot takes these in any name for its own way to write what separates the parts of keys. */
function unescapeName(name: string): string {
  return name.replace(/\\([se_+\\])/g, (_, escaped: string) => unescaped[escaped]!);
}

const unescaped: Readonly<Record<string, string>> = { s: '/', e: '=', _: ' ', '+': ',', '\\': '\\' };

function escapeKey(key: string): string {
  return /[ "\\#=]/.test(key) ? quote(key) : key;
}

/** The filter's own prefix is left off, unless what remains would mean another setting. */
function shortened(name: string, { kind, filter, name: own }: EffectiveScope): string {
  if (kind !== 'named' && kind !== 'list') return name;
  const prefix = `${filter}_`;
  if (own !== undefined) {
    const longer = `${prefix}${own.replaceAll('/', '_')}_`;
    if (name.startsWith(longer)) return name.slice(longer.length);
    if (isNewSetting(longer + name.slice(prefix.length))) return name;
  }
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
