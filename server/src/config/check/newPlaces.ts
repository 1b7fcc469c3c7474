/** Where a scope is in the new grammar: what it may hold, and what its settings are called. */

import { connectionFilters, resolveSetting, type Scope } from '../scope.ts';
import type { CheckContext } from './context.ts';
import { findNew, isFilterType } from './known.ts';

export interface NewPlace {
  readonly kind: /** The top level of a root. */
    | 'top'
    /** The top level of a fragment, which may be anywhere. */
    | 'open'
    | 'connection'
    | 'filter'
    | 'group'
    /** A list written as a section. */
    | 'list'
    /** A section that is not known, and all inside. */
    | 'unknown';
  /** The scope with its filter's full name. */
  readonly scope: Scope | undefined;
  readonly parent: NewPlace | undefined;
  /** The type of what opened it: `named_filter`, `boollist` … */
  readonly type: string;
  /** The innermost filter or group, this one included. */
  readonly filter: Scope | undefined;
  /** The innermost connection filter, this one included. */
  readonly connection: Scope | undefined;
  /** Inside `local`, `local_name` or `remote`, where authentication cannot be set. */
  readonly isLocal: boolean;
}

export class NewPlaces {
  readonly #check: CheckContext;
  readonly #places = new Map<Scope | undefined, NewPlace>();
  /** Whether the configuration was assembled in the other grammar, so that its scopes have short names. */
  readonly #isForeign: boolean;

  constructor(check: CheckContext) {
    this.#check = check;
    this.#isForeign = check.configuration.decision.grammar === 'old';
  }

  of(scope: Scope | undefined): NewPlace {
    let place = this.#places.get(scope);
    if (place === undefined) {
      place = scope === undefined ? this.#top() : this.#make(scope);
      this.#places.set(scope, place);
    }
    return place;
  }

  #top(): NewPlace {
    const kind = this.#check.isFragment ? 'open' : 'top';
    return {
      kind,
      scope: undefined,
      parent: undefined,
      type: '',
      filter: undefined,
      connection: undefined,
      isLocal: false,
    };
  }

  #make(original: Scope): NewPlace {
    const parent = this.of(original.parent);
    const scope = this.#isForeign ? this.#resolved(original, parent.scope) : original;
    const isConnection = connectionFilters.has(scope.filter);
    const isLocal = parent.isLocal || (isConnection && scope.filter !== 'protocol');
    const known = findNew(scope.filter);
    const type = known?.type ?? '';
    const kind = this.#kind(original, scope, parent, type);
    const connection = isConnection ? scope : parent.connection;
    const place = { kind, scope, parent, type, connection, isLocal };
    return { ...place, filter: kind === 'filter' || kind === 'group' ? scope : parent.filter };
  }

  #kind(original: Scope, scope: Scope, parent: NewPlace, type: string): NewPlace['kind'] {
    if (parent.kind === 'unknown') return 'unknown';
    // A list is no filter: a connection's filter inside of one is as good as outside.
    if (connectionFilters.has(scope.filter)) return 'connection';
    // 2.4.1 takes what it knows for something outside of the list.
    if (parent.kind === 'list' && this.#check.before('2.4.2') !== 'error') return 'unknown';
    if (scope.filter === 'group') return 'group';
    if (type === 'boollist' || type === 'strlist') return 'list';
    return isFilterType(type) && !(parent.kind === 'open' && this.#isAmbiguous(original)) ? 'filter' : 'unknown';
  }

  #resolved(scope: Scope, parent: Scope | undefined): Scope {
    const filter = resolveSetting(scope.section?.key.text ?? scope.filter, parent, 'new');
    return { ...scope, filter, parent };
  }

  /** At the top of a fragment a word may be short for something else, inside the filter that includes the file. */
  #isAmbiguous({ section }: Scope): boolean {
    return section !== undefined && this.#check.isShortName(section.key.text, isFilterType);
  }
}
