/** A scope in Dovecot's canonical form: a section or filter with every assignment that is stored in it. */

import type { Entry } from '../configuration.ts';
import type { AssignedValue } from './values.ts';

export type ScopeKind =
  /** The top level. */
  | 'top'
  /** `protocol`, `local`, `local_name`, `remote`: what is inside counts for some connections only. */
  | 'connection'
  /** `group @label name {`. */
  | 'group'
  /** A filter that has no name: `ssl_server {`. */
  | 'named'
  /** A filter of the new grammar with a name, a section of the old one: `passdb NAME {`. */
  | 'list'
  /** No section to Dovecot. */
  | 'unknown';

/** One assignment of a setting, or of one element of a list. */
export interface Assigned extends AssignedValue {
  readonly entry: Entry;
  /** In which order assignments are read. */
  readonly order: number;
  /** The element of a list; undefined for the setting as a whole. */
  readonly element: string | undefined;
  /** The named filter as whose inside doveconf shows it: `ssl_server` for `ssl_server_cert_file`. */
  readonly block: string | undefined;
}

/** No configuration is deeper; what is inside is out of sight, so that depth cannot drive up the work. */
const maxDepth = 100;

export class EffectiveScope {
  readonly kind: ScopeKind;
  readonly parent: EffectiveScope | undefined;
  /** The filter's full name: `passdb`, `protocol`, `group`; empty for the top level. */
  readonly filter: string;
  /** `@label/name` for groups; undefined for what has no name, empty for sections of the old grammar without one. */
  readonly name: string | undefined;
  /** What tells it from others in the same scope: `service:imap`. */
  readonly label: string;
  /** `protocol:imap/service:imap`; empty for the top level. */
  readonly path: string;
  /** Of filters that are equally specific the one that was opened last wins. */
  readonly order: number;
  readonly #children = new Map<string, EffectiveScope>();
  readonly #connections: EffectiveScope[] = [];
  readonly #groupLabels: string[] = [];
  readonly #settings = new Map<string, Assigned[]>();
  readonly #count: { value: number };
  readonly #depth: number;

  constructor(
    kind: ScopeKind,
    parent: EffectiveScope | undefined,
    filter: string,
    name: string | undefined,
    own: string,
  ) {
    this.kind = kind;
    this.parent = parent;
    this.filter = filter;
    this.name = name;
    this.label = own;
    this.path = parent === undefined || parent.kind === 'top' ? own : `${parent.path}/${own}`;
    this.#depth = parent === undefined ? 0 : parent.#depth + 1;
    this.#count = parent === undefined ? { value: 0 } : parent.#count;
    this.order = this.#count.value++;
  }

  /** In the order of their first opening. */
  get children(): Iterable<EffectiveScope> {
    return this.#children.values();
  }

  /** Every assignment in exactly this scope, by the setting's full name; the last one decides. */
  get settings(): ReadonlyMap<string, readonly Assigned[]> {
    return this.#settings;
  }

  /** Those of the inner scopes that are connection filters. */
  get connections(): readonly EffectiveScope[] {
    return this.#connections;
  }

  /** `@label` of the groups that are included, in the order of their first mention. */
  get groupLabels(): readonly string[] {
    return this.#groupLabels;
  }

  labelled(label: string): EffectiveScope | undefined {
    return this.#children.get(label);
  }

  /** The inner scope, made when it is not there yet; `own` tells sections of the old grammar without a name apart. */
  open(kind: ScopeKind, filter: string, name: string | undefined, own = labelOf(filter, name)): EffectiveScope {
    if (this.#depth > maxDepth) return this;
    let child = this.#children.get(own);
    if (child === undefined) {
      child = new EffectiveScope(kind, this, filter, name, own);
      if (child.#depth > maxDepth) return child;
      this.#children.set(own, child);
      if (kind === 'connection') this.#connections.push(child);
    }
    return child;
  }

  add(setting: string, assigned: Assigned): void {
    const before = this.#settings.get(setting);
    if (before === undefined && setting.startsWith('@')) this.#groupLabels.push(setting);
    if (before === undefined) this.#settings.set(setting, [assigned]);
    else before.push(assigned);
  }

  /** The last assignment of a setting as a whole in exactly this scope. */
  last(setting: string): Assigned | undefined {
    return this.#settings.get(setting)?.findLast(({ element }) => element === undefined);
  }
}

function labelOf(filter: string, name: string | undefined): string {
  return name === undefined ? filter : `${filter}:${name}`;
}

/** The scopes around and the scope itself, outermost first, without the top level. */
export function chainOf(scope: EffectiveScope): EffectiveScope[] {
  const chain: EffectiveScope[] = [];
  for (let at: EffectiveScope | undefined = scope; at?.parent !== undefined; at = at.parent) chain.push(at);
  return chain.reverse();
}

/** Calls `visit` for a scope and all inside it, outer ones first. */
export function forEachScope(scope: EffectiveScope, visit: (scope: EffectiveScope) => void): void {
  visit(scope);
  for (const child of scope.children) forEachScope(child, visit);
}
