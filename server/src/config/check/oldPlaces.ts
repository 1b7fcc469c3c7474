/** Where a scope is in the old grammar: its path in the settings structs. */

import serviceFacts from '../../knowledge/generated/services.json' with { type: 'json' };
import { connectionFilters, type Scope, structPath } from '../scope.ts';
import type { CheckContext } from './context.ts';
import { oldSectionsNamed } from './explain.ts';
import { findOld, isSectionType } from './known.ts';

export interface OldPlace {
  readonly kind: /** The top level of a root, or a connection filter there. */
    | 'top'
    /** The top level of a fragment, which may be anywhere. */
    | 'open'
    | 'section'
    /** `plugin` and `dict`, which take any key. */
    | 'strlist'
    /** A section that is not known, and all inside; 1.x syntax. */
    | 'unknown';
  /** `service/unix_listener`; empty at the top level. */
  readonly path: string;
  /** The innermost connection filter, this one included. */
  readonly connection: Scope | undefined;
  /** A connection filter inside a section, where the section's settings are not known. */
  readonly isShut: boolean;
  /** Inside `local`, `local_name` or `remote`, where authentication cannot be set. */
  readonly isLocal: boolean;
}

export class OldPlaces {
  readonly #check: CheckContext;
  readonly #places = new Map<Scope | undefined, OldPlace>();
  readonly #opened = new Set<string>();

  constructor(check: CheckContext) {
    this.#check = check;
  }

  of(scope: Scope | undefined): OldPlace {
    let place = this.#places.get(scope);
    if (place === undefined) {
      place = scope === undefined ? this.#top() : this.#make(scope);
      this.#places.set(scope, place);
    }
    return place;
  }

  /** Whether a section that a path key names is there: a path key makes none in 2.3. */
  exists(scope: Scope): boolean {
    return scope.filter === 'plugin' || scope.filter === 'dict' || this.#opened.has(scope.path) || isBuiltIn(scope);
  }

  open(scope: Scope): void {
    this.#opened.add(scope.path);
  }

  #top(): OldPlace {
    const kind = this.#check.isFragment ? 'open' : 'top';
    return { kind, path: '', connection: undefined, isShut: false, isLocal: false };
  }

  #make(scope: Scope): OldPlace {
    const parent = this.of(scope.parent);
    const word = scope.section?.key.text ?? scope.filter;
    if (connectionFilters.has(word)) {
      const { connection } = parent;
      // The same filter again is no other one.
      if (connection?.filter === scope.filter && connection.name === scope.name) return parent;
      const isLocal = parent.isLocal || word !== 'protocol';
      // Of the built-in services and their listeners the settings are known everywhere.
      const isShut = parent.isShut || (parent.path !== '' && !isBuiltIn(scope.parent!));
      return { ...parent, connection: scope, isShut, isLocal };
    }
    const path = this.#path(parent, word);
    const type = path === undefined ? '' : (findOld(path)?.type ?? '');
    const kind = isSectionType(type) ? 'section' : type === 'strlist' ? 'strlist' : 'unknown';
    const isKnown = parent.kind !== 'unknown' && parent.kind !== 'strlist';
    return { ...parent, kind: isKnown ? kind : 'unknown', path: path ?? word };
  }

  #path(parent: OldPlace, word: string): string | undefined {
    if (parent.path !== '') return parent.kind === 'section' ? `${parent.path}/${word}` : undefined;
    if (parent.kind !== 'open' || findOld(word) !== undefined) return word;
    // At the top of a fragment a word may be a section of one that is opened elsewhere.
    return oldSectionsNamed(word)[0] ?? word;
  }
}

interface ServiceFact {
  readonly unix_listeners?: readonly { readonly path: string }[];
  readonly fifo_listeners?: readonly { readonly path: string }[];
  readonly inet_listeners?: readonly { readonly name: string }[];
}

const services: Readonly<Record<string, ServiceFact>> = serviceFacts.old;

/** The services that 2.3 has by itself, and their listeners. */
function isBuiltIn({ filter, name = '', parent }: Scope): boolean {
  if (filter === 'service') return structPath(parent) === '' && Object.hasOwn(services, name);
  if (parent?.filter !== 'service' || !Object.hasOwn(services, parent.name ?? '')) return false;
  const { unix_listeners = [], fifo_listeners = [], inet_listeners = [] } = services[parent.name!]!;
  if (filter === 'inet_listener') return inet_listeners.some((listener) => listener.name === name);
  return (filter === 'unix_listener' ? unix_listeners : fifo_listeners).some(({ path }) => path === name);
}
