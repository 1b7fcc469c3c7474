/**
 * Which scopes hold in a situation: for these connections, inside these sections. Dovecot of 2.4 takes a setting from the
 * filter with the most named sections, then from the one that was opened last; 2.3 from the connection filter that
 * demands most, of equals from the one that was opened first.
 */

import type { Grammar } from '../../knowledge/dialect.ts';
import { parseNetwork } from '../network.ts';
import { matchingConnections } from './matching.ts';
import { chainOf, type EffectiveScope } from './scope.ts';

export interface Situation {
  /** By filter: `protocol` → `imap`, `local` → `10.1.2.3`. */
  readonly connection: ReadonlyMap<string, string>;
  /** The sections and filters that are in force, from the outside in: `service:imap`, `ssl_server`. */
  readonly inside: readonly string[];
}

export const anywhere: Situation = { connection: new Map(), inside: [] };

/** The situation in which exactly a scope and those around it hold. */
export function situationOf(scope: EffectiveScope): Situation {
  const connection = new Map<string, string>();
  const inside: string[] = [];
  for (const { kind, filter, name, label } of chainOf(scope)) {
    if (kind === 'connection') connection.set(filter, name ?? '');
    else inside.push(label);
  }
  return { connection, inside };
}

/** The scopes that hold, the decisive one first; groups are not among them. */
export function scopesIn(top: EffectiveScope, situation: Situation, grammar: Grammar): EffectiveScope[] {
  const connections = [top, ...matchingConnections(top, situation.connection)];
  if (grammar === 'new') {
    const found = connections.flatMap((scope) => [scope, ...filtersIn(scope, situation.inside)]);
    return found.sort((a, b) => compareNumbers(weightOf(b), weightOf(a)));
  }
  connections.sort((a, b) => compareNumbers(demandsOf(b), demandsOf(a)) || a.order - b.order);
  return connections.flatMap((scope) => sectionIn(scope, situation.inside) ?? []);
}

/** The filters below a scope all of whose sections are in force, in any order. */
export function filtersIn(scope: EffectiveScope, inside: readonly string[]): EffectiveScope[] {
  return inside.flatMap((label) => {
    const child = scope.labelled(label);
    const others = inside.filter((other) => other !== label);
    return child === undefined || child.kind === 'group' ? [] : [child, ...filtersIn(child, others)];
  });
}

/** In the old grammar sections are structures: there is one way to each. */
function sectionIn(scope: EffectiveScope, inside: readonly string[]): EffectiveScope | undefined {
  let at: EffectiveScope | undefined = scope;
  for (const label of inside) at = at?.labelled(label);
  return at;
}

/** How specific a filter of the new grammar is. */
export function weightOf(scope: EffectiveScope): number[] {
  const chain = chainOf(scope);
  const count = (kind: string) => chain.filter((outer) => outer.kind === kind).length;
  return [count('list'), count('named'), scope.order];
}

/** How much a connection filter of the old grammar demands. */
export function demandsOf(scope: EffectiveScope): number[] {
  const names = new Map(chainOf(scope).map(({ filter, name }) => [filter, name ?? '']));
  const bits = (filter: string) => {
    const name = names.get(filter);
    return name === undefined ? 0 : (parseNetwork(name)?.bits ?? 1);
  };
  return [Number(names.has('local_name')), bits('local'), bits('remote'), Number(names.has('protocol'))];
}

/** By the first number that differs. */
export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at === -1 ? 0 : a[at]! - b[at]!;
}
