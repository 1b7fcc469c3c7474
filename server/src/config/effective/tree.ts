/**
 * What a configuration's statements amount to: the tree of scopes in Dovecot's canonical form, and in each of them every
 * assignment of a setting, in reading order. Sections that Dovecot takes for one are one scope; connection filters of
 * the old grammar stand outside of sections; what a named filter's own prefix names (`ssl_server { cert_file = … }`)
 * stands beside the filter; a list written as a section is a setting.
 */

import { type Grammar, isPro } from '../../knowledge/dialect.ts';
import { filterKind, findFact, isListSetting } from '../../knowledge/facts.ts';
import type { Configuration, Entry, Opening } from '../configuration.ts';
import { type Around, replaceObsolete } from '../obsolete.ts';
import { connectionFilters, type Scope, structPath } from '../scope.ts';
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

export class EffectiveTree implements Dovecot {
  readonly grammar: Grammar;
  readonly isPro: boolean;
  readonly release: string | undefined;
  readonly configVersion: string | undefined;
  readonly top = new EffectiveScope('top', undefined, '', undefined, '');
  readonly #scopes = new Map<Scope, EffectiveScope>();
  #order = 0;

  constructor(configuration: Configuration) {
    const { dialect, grammar, release } = configuration.decision;
    this.grammar = grammar ?? 'new';
    this.isPro = dialect !== undefined && isPro(dialect);
    this.release = release;
    const version = configuration.entries.find(({ setting }) => setting === 'dovecot_config_version');
    this.configVersion = version?.statement.value.content.text;
    for (const item of configuration.items) {
      if ('section' in item) this.#open(item);
      else this.#assign(item);
    }
  }

  /** Where what is written inside `scope` is stored; for a list written as a section, the scope of the list. */
  scopeOf(scope: Scope | undefined): EffectiveScope {
    if (scope === undefined) return this.top;
    let found = this.#scopes.get(scope);
    if (found === undefined) {
      found = this.#place(scope);
      this.#scopes.set(scope, found);
    }
    return found;
  }

  /** The last assignment of a setting that `setting = …` inside `scope` would replace. */
  find(setting: string, scope: Scope | undefined): Assigned | undefined {
    return storing(this.scopeOf(scope), setting).last(setting);
  }

  #open({ scope }: Opening): void {
    this.scopeOf(scope);
  }

  #assign(entry: Entry): void {
    const { scope, setting } = entry;
    const isElement = scope !== undefined && this.#isList(scope);
    const name = isElement ? scope.filter : this.#canonical(setting, scope);
    const at = storing(this.scopeOf(isElement ? scope.parent : scope), name);
    if (this.grammar === 'old' && !isElement && this.#replace(entry, at)) return;
    const block = this.grammar === 'new' ? this.#block(entry, isElement, at) : undefined;
    if (block !== undefined) at.open('named', block, undefined);
    const value = assignedValue(entry, at, this);
    at.add(name, { entry, order: this.#order++, element: isElement ? setting : undefined, block, ...value });
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

  /** Older names that 2.3 still takes: `mail` is `mail_location`. */
  #canonical(setting: string, scope: Scope | undefined): string {
    return this.grammar === 'old' ? (findFact(oldName(setting, scope), 'old')?.aliasOf ?? setting) : setting;
  }

  /** Settings are shown inside the named filter that their name begins with – as written, unless written inside it. */
  #block({ scope, setting, statement }: Entry, isElement: boolean, at: EffectiveScope): string | undefined {
    const around = isElement ? scope?.parent : scope;
    if (around !== undefined && this.scopeOf(around) !== at) return around.filter;
    const key = isElement ? scope!.filter : statement.key.text;
    // Of a path the part that names the setting.
    const word = key.includes('/') ? (key.split('/').find((part) => setting.endsWith(part)) ?? setting) : key;
    const block = namedPrefix(word);
    return block === underscored(at) ? undefined : block;
  }

  #isList({ filter, parent }: Scope): boolean {
    if (this.grammar === 'new') return isListSetting(filter);
    return findFact(oldName(filter, parent), 'old')?.type === 'strlist';
  }

  #place(scope: Scope): EffectiveScope {
    const { parent, filter, name } = scope;
    const around = this.scopeOf(parent);
    if (this.#isList(scope)) return storing(around, filter);
    if (connectionFilters.has(filter)) return this.#connection(filter, name ?? '', around);
    const kind = this.#kind(scope);
    // Such sections are numbered, not named.
    if (kind === 'list' && scope.section !== undefined && scope.section.name === undefined) {
      return around.open(kind, filter, '', `${filter}:${name}`);
    }
    return around.open(kind, filter, kind === 'named' ? undefined : (name ?? (kind === 'unknown' ? undefined : '')));
  }

  #kind({ filter, parent }: Scope): ScopeKind {
    if (filter === 'group') return 'group';
    if (this.grammar === 'new') {
      const kind = filterKind(filter);
      return kind === undefined ? 'unknown' : kind === 'named_filter' ? 'named' : 'list';
    }
    const type = findFact(oldName(filter, parent), 'old')?.type;
    return type === 'section' || type === 'section_unique' ? 'list' : 'unknown';
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

/** The named filter with the longest name that `word` begins with: `ssl_server` of `ssl_server_cert_file`. */
function namedPrefix(word: string): string | undefined {
  for (let end = word.lastIndexOf('_'); end > 0; end = word.lastIndexOf('_', end - 1)) {
    const prefix = word.slice(0, end);
    if (filterKind(prefix) === 'named_filter') return prefix;
  }
  return undefined;
}

/** `passdb_ldap` for `passdb ldap {`: how settings that are meant for it begin. */
function underscored({ filter, name }: EffectiveScope): string {
  return name === undefined ? filter : `${filter}_${name.replaceAll('/', '_')}`;
}

function oldName(filter: string, parent: Scope | undefined): string {
  const outer = structPath(parent);
  return outer === '' ? filter : `${outer}/${filter}`;
}
