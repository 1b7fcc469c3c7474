/** Why a name is not known where it stands, and what was probably meant. */

import { findFact, isNewSetting, isPluginSetting } from '../../knowledge/facts.ts';
import { findSetting, newNameOf } from '../../knowledge/lookup.ts';
import { childNames } from '../../knowledge/names.ts';
import { upgradeOf } from '../../knowledge/upgrades.ts';
import { type Scope, scopePrefixes } from '../scope.ts';
import { findNew, findPlugin, isFilterType, isSectionType } from './known.ts';
import { endingWith, nearConnectionFilter, nearNew, nearOld } from './near.ts';

export type Explanation =
  | { readonly kind: 'unknown' }
  /** Misspelt, or of another driver. */
  | { readonly kind: 'suggested'; readonly suggestion: string }
  /** A name of 2.3 at a path there; `replacement` is what 2.4 has for it, in quotes. */
  | { readonly kind: 'replaced'; readonly replacement: string; readonly path: string }
  /** A name of 2.3 that 2.4 has nothing for. */
  | { readonly kind: 'gone'; readonly path: string }
  /** A name of 2.4 in a configuration of 2.3. */
  | { readonly kind: 'newer' }
  /** The same, where 2.3 has another name for it. */
  | { readonly kind: 'renamed'; readonly replacement: string }
  /** Right, but in another place, which is named as people say it. */
  | { readonly kind: 'elsewhere'; readonly place: string };

/** What became of a key of `plugin { }`: `moved` has the same name outside of it. */
export type PluginKeyExplanation = Explanation | { readonly kind: 'moved'; readonly path: string };

const unknown: Explanation = { kind: 'unknown' };

/** A setting's key, or with `isHead` a section's word, that 2.4 does not know inside a scope. */
export function explainNew(key: string, scope: Scope | undefined, isHead: boolean): Explanation {
  return explainOldName(key, scope) ?? suggestNew(key, scope, isHead) ?? unknown;
}

/** What became several settings. */
const split: Readonly<Record<string, readonly string[]>> = {
  mail_location: ['mail_driver', 'mail_path'],
  'namespace/location': ['mail_driver', 'mail_path'],
};

function explainOldName(key: string, scope: Scope | undefined): Explanation | undefined {
  const sections = scope === undefined ? [] : oldSectionsNamed(scope.filter);
  for (const path of [...sections.map((section) => `${section}/${key}`), key, `plugin/${key}`]) {
    if (!isOldName(path, key)) continue;
    const names = newNames(path, key);
    // The same name in another place is no replacement.
    if (names.includes(key)) return undefined;
    return names.length === 0 ? { kind: 'gone', path } : { kind: 'replaced', replacement: quoted(names), path };
  }
  return undefined;
}

/** A key inside `plugin { }`, as far as plugins of Dovecot ask for it. */
export function explainPluginKey(key: string): PluginKeyExplanation {
  const path = `plugin/${key}`;
  if (!isOldName(path, key) && !isNewSetting(key)) return unknown;
  const names = newNames(path, key);
  if (names.includes(key) || isNewSetting(key)) return { kind: 'moved', path };
  return names.length === 0 ? { kind: 'gone', path } : { kind: 'replaced', replacement: quoted(names), path };
}

function newNames(path: string, key: string): readonly string[] {
  if (Object.hasOwn(split, path)) return split[path]!;
  const curated = findSetting('old', path.startsWith('plugin/') ? 'plugin' : 'setting', key)?.new?.name;
  const one = newNameOf(path) ?? curated;
  if (one !== undefined) return [one];
  const upgrade = upgradeOf(path) ?? [];
  return typeof upgrade === 'string' || 'composite' in upgrade ? [] : upgrade.map(({ name }) => name);
}

function isOldName(path: string, key: string): boolean {
  if (findFact(path, 'old') !== undefined || upgradeOf(path) !== undefined) return true;
  return path.startsWith('plugin/') && (isPluginSetting(key) || findPlugin(key) !== undefined);
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(' and ');
}

function suggestNew(key: string, scope: Scope | undefined, isHead: boolean): Explanation | undefined {
  const fits = (name: string) => canBe(isHead, findNew(name)?.type ?? '');
  const endings = endingWith(key).filter((name) => fits(name) && isFilterType(typeBefore(name, key)));
  const prefixes = scopePrefixes(scope);
  const ofFilter = endings.filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
  if (ofFilter.length === 1) return { kind: 'suggested', suggestion: ofFilter[0]! };
  const filter = isHead ? nearConnectionFilter(key) : undefined;
  if (filter !== undefined) return { kind: 'suggested', suggestion: filter };
  for (const prefix of [...prefixes, '']) {
    const near = nearNew(prefix + key);
    if (near !== undefined && fits(near)) {
      return { kind: 'suggested', suggestion: near.startsWith(prefix) ? near.slice(prefix.length) : near };
    }
  }
  return endings.length === 1 ? { kind: 'suggested', suggestion: endings[0]! } : undefined;
}

/** Lists may be written both ways. */
function canBe(isHead: boolean, type: string): boolean {
  if (isHead) return isFilterType(type) || type === 'boollist' || type === 'strlist';
  return type !== '' && !isFilterType(type) && type !== 'strlist';
}

/** The type of the filter that a name begins with, as `namespace` in `namespace_inbox`. */
function typeBefore(name: string, key: string): string {
  const words = name.slice(0, -key.length - 1);
  // The name of a driver may stand between.
  return findNew(words)?.type ?? findNew(words.slice(0, words.lastIndexOf('_')))?.type ?? '';
}

/** A key that 2.3 does not know inside a section (`''` at the top level). */
export function explainOld(key: string, section: string, isHead: boolean): Explanation {
  const [other] = parentsOf(key).filter((parent) => parent !== section);
  if (other !== undefined) return { kind: 'elsewhere', place: placeName(other) };
  const newer = section === '' ? key : `${section.slice(section.lastIndexOf('/') + 1)}_${key}`;
  if (findNew(newer)?.fact !== undefined) {
    const old = findSetting('new', 'setting', newer)?.old;
    // The parts of a location have names of their own only in the new grammar.
    const replacement = old?.place === 'mail-location' ? 'mail_location' : old?.name;
    return replacement === undefined || replacement === key
      ? { kind: 'newer' }
      : { kind: 'renamed', replacement: quoted([replacement]) };
  }
  const near = (isHead ? nearConnectionFilter(key) : undefined) ?? nearOld(section, key);
  return near === undefined ? unknown : { kind: 'suggested', suggestion: near };
}

function placeName(section: string): string {
  if (section === '') return 'the top level';
  const words = section.split('/');
  return `${words.join(' { ')} {${' }'.repeat(words.length)}`;
}

let parents: Map<string, string[]> | undefined;

/** The sections of the old grammar that have a setting or section of this name, the top level first. */
function parentsOf(key: string): readonly string[] {
  if (parents === undefined) {
    parents = new Map();
    for (const section of sectionPaths()) {
      for (const name of childNames(section)) {
        const same = parents.get(name);
        if (same === undefined) parents.set(name, [section]);
        else same.push(section);
      }
    }
  }
  return parents.get(key) ?? [];
}

/** `''`, `service`, `service/unix_listener` … and `plugin` last. */
function sectionPaths(from = ''): string[] {
  const paths = [from];
  for (const name of childNames(from)) {
    const path = from === '' ? name : `${from}/${name}`;
    if (isSectionType(findFact(path, 'old')?.type ?? '')) paths.push(...sectionPaths(path));
  }
  return from === '' ? [...paths, 'plugin'] : paths;
}

/** The paths of the old grammar's sections of this name: `unix_listener` → `service/unix_listener`. */
export function oldSectionsNamed(word: string): readonly string[] {
  return parentsOf(word).flatMap((parent) => {
    const path = parent === '' ? word : `${parent}/${word}`;
    return isSectionType(findFact(path, 'old')?.type ?? '') ? [path] : [];
  });
}

/** The old grammar's paths of a name at any place but `plugin`. */
export function oldPathsNamed(key: string): readonly string[] {
  return parentsOf(key).flatMap((parent) => (parent === 'plugin' ? [] : [parent === '' ? key : `${parent}/${key}`]));
}
