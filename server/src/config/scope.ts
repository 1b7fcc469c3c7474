/**
 * Scopes: where in the tree of sections and filters a setting stands. In the new grammar every setting is global and
 * a filter's name may be left off inside it (`fs s3 { url = … }` is `fs_s3_url`); `resolveName` undoes that in
 * Dovecot's order of candidates.
 */

import type { Grammar } from '../knowledge/dialect.ts';
import { beginsNewSetting, filterKind, isListSetting, isNewSetting } from '../knowledge/facts.ts';
import type { Section } from '../parser/cst.ts';
import type { ConfigDocument } from '../workspace/document.ts';

export interface Scope {
  readonly parent: Scope | undefined;
  /** The filter's full name: `fs`, `dict_map_key_field`, `protocol`, `plugin`, `group`. */
  readonly filter: string;
  /** `s3` in `fs s3 {`; undefined without a name. */
  readonly name: string | undefined;
  /** Identity: sections with the same path are one to Dovecot. `obox/fs:s3`. */
  readonly path: string;
  /** The sections that it is inside of, itself among them, without filters; of deep ones the innermost. */
  readonly structs: readonly string[];
  /** Where it was first opened here; undefined when a path key (`service/imap/vsz_limit`) made it. */
  readonly section: Section | undefined;
  readonly document: ConfigDocument;
}

export const connectionFilters: ReadonlySet<string> = new Set(['protocol', 'local', 'local_name', 'remote']);

/** No section of the old grammar is deeper than `service/unix_listener`. */
const deepest = 3;

export function makeScope(
  parent: Scope | undefined,
  filter: string,
  name: string | undefined,
  section: Section | undefined,
  document: ConfigDocument,
): Scope {
  const own = name === undefined ? filter : `${filter}:${name}`;
  const path = parent === undefined ? own : `${parent.path}/${own}`;
  const around = parent?.structs ?? [];
  const structs = connectionFilters.has(filter) ? around : [...around.slice(1 - deepest), filter];
  return { parent, filter, name, path, structs, section, document };
}

/** The path of a scope; the top level's is empty. */
export function scopePath(scope: Scope | undefined): string {
  return scope?.path ?? '';
}

/** `vsz_limit` inside `service imap { }` of the old grammar is `service/vsz_limit`: what the facts call it. */
export function oldPath(name: string, scope: Scope | undefined): string {
  const outer = structPath(scope);
  return outer === '' ? name : `${outer}/${name}`;
}

/**
 * Where in the settings structs of the old grammar a scope is: `service/unix_listener`. Filters may stand anywhere and
 * leave no trace in it; the top level's is empty.
 */
export function structPath(scope: Scope | undefined): string {
  return scope?.structs.join('/') ?? '';
}

/** What may be left off a name inside a scope, the longest first: `fs_s3_`, `fs_`. */
export function scopePrefixes(scope: Scope | undefined): readonly string[] {
  if (scope === undefined || connectionFilters.has(scope.filter)) return [];
  const { filter, name } = scope.filter === 'group' ? labelAndName(scope.name ?? '') : scope;
  return name === undefined ? [`${filter}_`] : [`${filter}_${name.replaceAll('/', '_')}_`, `${filter}_`];
}

/** Of `@mysql/default`, as if it were the filter `mysql default`. */
function labelAndName(group: string): { filter: string; name: string } {
  const slash = group.indexOf('/');
  return { filter: group.slice(1, slash), name: group.slice(slash + 1) };
}

/** What is called alike: scopes inside which the same can be left off. There are no more than names are known. */
interface Naming {
  /** What may be left off, of that with which any name begins. */
  readonly prefixes: readonly string[];
  /** The same few hundred words recur in every file, and at every keystroke. */
  readonly resolved: Map<string, string>;
}

const namings = new WeakMap<Scope, Naming>();
const byPrefixes = new Map<string, Naming>();
/** Bounded, because unknown words are the author's. */
const maxResolved = 10_000;

function namingOf(scope: Scope): Naming {
  let naming = namings.get(scope);
  if (naming === undefined) {
    const prefixes = isListSetting(scope.filter) ? [] : scopePrefixes(scope).filter(beginsNewSetting);
    const id = prefixes.join(' ');
    naming = byPrefixes.get(id) ?? { prefixes, resolved: new Map() };
    byPrefixes.set(id, naming);
    namings.set(scope, naming);
  }
  return naming;
}

/**
 * The full name of what `key` means inside `scope`: a setting, or the filter or list that a section head of this word
 * opens. Unknown names are returned as they are, and so are the elements of a list.
 */
export function resolveSetting(key: string, scope: Scope | undefined, grammar: Grammar): string {
  if (grammar === 'old' || scope === undefined) return key;
  const { prefixes, resolved } = namingOf(scope);
  let name = resolved.get(key);
  if (name === undefined) {
    name = resolveNew(key, prefixes);
    if (resolved.size >= maxResolved) resolved.clear();
    resolved.set(key, name);
  }
  return name;
}

/** The first in Dovecot's order of candidates. */
function resolveNew(key: string, prefixes: readonly string[]): string {
  const full = prefixes
    .map((prefix) => prefix + key)
    .find((candidate) => isNewSetting(candidate) && filterKind(candidate) !== 'named_filter');
  return full ?? key;
}
