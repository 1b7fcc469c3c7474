/**
 * What a configuration's statements amount to: the tree of scopes in Dovecot's canonical form, and in each of them every
 * assignment of a setting, in reading order. Sections that Dovecot takes for one are one scope; connection filters of
 * the old grammar stand outside of sections; what a named filter's own prefix names (`ssl_server { cert_file = … }`)
 * stands beside the filter; a list written as a section is a setting.
 */

import { type Grammar, isPro } from '../../knowledge/dialect.ts';
import { factNames, filterKind, findFact, newType } from '../../knowledge/facts.ts';
import { compareReleases } from '../../knowledge/releases.ts';
import type { Configuration, Entry } from '../configuration.ts';
import { type Around, replaceObsolete } from '../obsolete.ts';
import { connectionFilters, oldPath, type Scope } from '../scope.ts';
import { connectionName, connectionOrder } from './connections.ts';
import type { Dovecot } from './defaults.ts';
import { type Assigned, chainOf, EffectiveScope, type ScopeKind } from './scope.ts';
import { assignedValue } from './values.ts';

const trees = new WeakMap<Configuration, EffectiveTree>();

/** The tree of a configuration, made when first asked for. */
export function effectiveTree(configuration: Configuration): EffectiveTree {
  let tree = trees.get(configuration);
  if (tree === undefined) {
    tree = new EffectiveTree(configuration);
    trees.set(configuration, tree);
  }
  return tree;
}

/** What a scope is to Dovecot. */
interface Placed {
  /** Where what is inside is stored. */
  readonly at: EffectiveScope;
  /** The list whose elements are inside. */
  readonly list: string | undefined;
}

export class EffectiveTree implements Dovecot {
  readonly grammar: Grammar;
  readonly isPro: boolean;
  readonly release: string | undefined;
  readonly configVersion: string | undefined;
  readonly top = new EffectiveScope('top', undefined, '', undefined, '');
  readonly #places = new Map<Scope, Placed>();
  #order = 0;

  constructor(configuration: Configuration) {
    const { dialect, grammar, release } = configuration.decision;
    this.grammar = grammar ?? 'new';
    this.isPro = dialect !== undefined && isPro(dialect);
    this.release = release;
    const version = configuration.entries.find(({ setting }) => setting === 'dovecot_config_version');
    this.configVersion = version?.statement.value.content.text;
    for (const item of configuration.items) {
      if ('section' in item) this.#placed(item.scope);
      else this.#assign(item);
    }
  }

  /** Where what is written inside `scope` is stored; for a list written as a section, the scope of the list. */
  scopeOf(scope: Scope | undefined): EffectiveScope {
    return scope === undefined ? this.top : this.#placed(scope).at;
  }

  /** The list whose elements are written inside `scope`. */
  listOf(scope: Scope | undefined): string | undefined {
    return scope === undefined ? undefined : this.#placed(scope).list;
  }

  /** The last assignment of a setting that `setting = …` inside `scope` would replace. */
  find(setting: string, scope: Scope | undefined): Assigned | undefined {
    return this.placeOf(setting, scope).last(setting);
  }

  /** The scope in which `setting = …` inside `scope` is stored. */
  placeOf(setting: string, scope: Scope | undefined): EffectiveScope {
    return storing(this.scopeOf(scope), setting);
  }

  #placed(scope: Scope): Placed {
    let found = this.#places.get(scope);
    if (found === undefined) {
      found = this.#place(scope);
      this.#places.set(scope, found);
    }
    return found;
  }

  #assign(entry: Entry): void {
    const { scope, setting } = entry;
    const placed = scope === undefined ? { at: this.top, list: undefined } : this.#placed(scope);
    // A group that is included inside a list is included beside it.
    const { at: inside, list } = setting.startsWith('@') ? { ...placed, list: undefined } : placed;
    const name = list ?? (this.grammar === 'old' ? canonical(setting, scope) : setting);
    const at = list === undefined ? storing(inside, name) : inside;
    if (this.grammar === 'old' && list === undefined && this.#replace(entry, at)) return;
    const block = this.grammar === 'new' ? this.#block(entry, list, at) : undefined;
    if (block !== undefined) at.open('named', block, undefined);
    const { text, expanded } = assignedValue(entry, at, this);
    const element = list === undefined ? undefined : setting;
    at.add(name, { entry, order: this.#order++, element, text, expanded, block });
  }

  /** Stores an obsolete setting as what it stands for; false where it is none. */
  #replace(entry: Entry, at: EffectiveScope): boolean {
    const { style, content } = entry.statement.value;
    if ((at.kind !== 'top' && at.kind !== 'connection') || style === 'file') return false;
    if (style === 'bare' && content.text.includes('$')) return false;
    const replacements = replaceObsolete(entry.statement.key.text, content.text, around(at));
    for (const { sections, setting, element, text } of replacements ?? []) {
      let target = sections.length === 0 ? at : this.top;
      for (const [filter, name] of sections) target = target.open('list', filter, name);
      const expanded = text.startsWith('<') ? undefined : text;
      target.add(setting, { entry, order: this.#order++, element, block: undefined, text, expanded });
    }
    return replacements !== undefined;
  }

  /** Settings are shown inside the named filter that their name begins with – as written, unless written inside it. */
  #block({ scope, setting, statement }: Entry, list: string | undefined, at: EffectiveScope): string | undefined {
    const around = list === undefined ? scope : scope?.parent;
    if (around !== undefined && this.scopeOf(around) !== at) return around.filter;
    const key = list ?? statement.key.text;
    // Of a path the part that names the setting.
    const word = key.includes('/') ? (key.split('/').find((part) => setting.endsWith(part)) ?? setting) : key;
    const block = namedPrefix(word);
    return block === undefined || block === underscored(at) || this.#isLater(block) ? undefined : block;
  }

  /** Whether only a later release has the filter. */
  #isLater(filter: string): boolean {
    const since = findFact(filter, this.grammar)?.since;
    return since !== undefined && this.release !== undefined && compareReleases(since, this.release) > 0;
  }

  #place(scope: Scope): Placed {
    const { parent, filter, name } = scope;
    const around = this.scopeOf(parent);
    if (connectionFilters.has(filter)) return { at: this.#connection(filter, name ?? '', around), list: undefined };
    const kind = this.#kind(scope);
    if (kind === 'elements') return { at: storing(around, filter), list: filter };
    // Such sections are numbered, not named.
    const isNumbered = kind === 'list' && scope.section !== undefined && scope.section.name === undefined;
    const isNamed = scope.section !== undefined && kind !== 'named' && kind !== 'unknown';
    const at = isNumbered
      ? around.open(kind, filter, '', `${filter}:${name}`)
      : around.open(kind, filter, kind === 'named' ? undefined : (name ?? (isNamed ? '' : undefined)));
    return { at, list: undefined };
  }

  #kind({ filter, parent }: Scope): ScopeKind | 'elements' {
    if (filter === 'group') return 'group';
    switch (this.grammar === 'new' ? newType(filter) : findFact(oldPath(filter, parent), 'old')?.type) {
      case 'named_filter':
        return 'named';
      case 'named_list_filter':
      case 'section':
      case 'section_unique':
        return 'list';
      case 'boollist':
      case 'strlist':
        return 'elements';
      default:
        return 'unknown';
    }
  }

  /** In the old grammar filters are sorted and stand outside of all sections, wherever they are opened. */
  #connection(filter: string, text: string, around: EffectiveScope): EffectiveScope {
    const name = connectionName(filter, text, this.grammar);
    // All addresses there are: no filter.
    if (name === undefined) return around;
    if (this.grammar === 'new') return around.open('connection', filter, name);
    const chain = chainOf(around);
    const names = new Map<string, string | undefined>();
    for (const scope of chain) if (scope.kind === 'connection') names.set(scope.filter, scope.name);
    names.set(filter, name);
    let at = this.top;
    for (const outer of connectionOrder) if (names.has(outer)) at = at.open('connection', outer, names.get(outer));
    for (const { kind, filter: section, name: own, label } of chain) {
      if (kind !== 'connection') at = at.open(kind, section, own, label);
    }
    return at;
  }
}

function around({ kind, filter, name, parent }: EffectiveScope): Around {
  if (kind === 'top') return { kind };
  return filter === 'protocol' && parent?.kind === 'top' ? { kind: 'protocol', name: name ?? '' } : { kind: 'other' };
}

/** What the prefix of a named filter's own name begins is stored beside the filter. */
function storing(scope: EffectiveScope, setting: string): EffectiveScope {
  return scope.kind === 'named' && setting.startsWith(`${scope.filter}_`) ? (scope.parent ?? scope) : scope;
}

/** The same few hundred words recur in every file; bounded, because unknown ones are the author's. */
const prefixes = new Map<string, string | undefined>();
const maxPrefixes = 20_000;

/** The named filter with the longest name that `word` begins with: `ssl_server` of `ssl_server_cert_file`. */
function namedPrefix(word: string): string | undefined {
  if (prefixes.has(word)) return prefixes.get(word);
  if (prefixes.size >= maxPrefixes) prefixes.clear();
  let prefix: string | undefined;
  for (let end = word.lastIndexOf('_'); end > 0 && prefix === undefined; end = word.lastIndexOf('_', end - 1)) {
    if (filterKind(word.slice(0, end)) === 'named_filter') prefix = word.slice(0, end);
  }
  prefixes.set(word, prefix);
  return prefix;
}

/** `passdb_ldap` for `passdb ldap {`: how settings that are meant for it begin. */
function underscored({ filter, name }: EffectiveScope): string {
  return name === undefined ? filter : `${filter}_${name.replaceAll('/', '_')}`;
}

/** Older names that 2.3 still takes: `mail` is `mail_location`. */
function canonical(setting: string, scope: Scope | undefined): string {
  return aliases.has(setting) ? (findFact(oldPath(setting, scope), 'old')?.aliasOf ?? setting) : setting;
}

const aliases: ReadonlySet<string> = new Set(
  factNames('old').flatMap((name) => (findFact(name, 'old')?.aliasOf === undefined ? [] : [name.replace(/^.*\//, '')])),
);
