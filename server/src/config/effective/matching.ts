/** Which connection filters of a scope match a connection, found without looking at all of them. */

import { isInside, type Network, networkPrefix, parseNetwork } from '../network.ts';
import type { EffectiveScope } from './scope.ts';

/** Filters by what a connection that they match is looked up with. */
interface Index {
  /** How many filters it knows; there may be more of them now. */
  readonly count: number;
  readonly filters: ReadonlyMap<string, readonly EffectiveScope[]>;
  /** The prefix lengths of networks that there are. */
  readonly lengths: ReadonlySet<number>;
}

const indexes = new WeakMap<EffectiveScope, Index>();

/** The filters that match, and those in them. */
export function matchingConnections(scope: EffectiveScope, connection: ReadonlyMap<string, string>): EffectiveScope[] {
  if (scope.connections.length === 0 || connection.size === 0) return [];
  const { filters, lengths } = indexOf(scope);
  const candidates = new Set<EffectiveScope>();
  for (const [filter, actual] of connection) {
    for (const key of keysOfConnection(filter, actual, lengths)) {
      for (const candidate of filters.get(key) ?? []) candidates.add(candidate);
    }
  }
  return [...candidates]
    .filter((candidate) => matches(candidate, connection))
    .flatMap((found) => [found, ...matchingConnections(found, connection)]);
}

function indexOf(scope: EffectiveScope): Index {
  const known = indexes.get(scope);
  if (known?.count === scope.connections.length) return known;
  const filters = new Map<string, EffectiveScope[]>();
  const lengths = new Set<number>();
  for (const filter of scope.connections) {
    const network = networkOf(filter.filter, filter.name ?? '');
    if (network !== undefined) lengths.add(network.bits);
    for (const key of keysOfFilter(filter, network)) {
      const others = filters.get(key);
      if (others === undefined) filters.set(key, [filter]);
      else others.push(filter);
    }
  }
  const index = { count: scope.connections.length, filters, lengths };
  indexes.set(scope, index);
  return index;
}

function keysOfFilter({ filter, name = '' }: EffectiveScope, network: Network | undefined): string[] {
  const exact = `${filter} ${name}`;
  if (network !== undefined) return [exact, networkKey(filter, network, network.bits)];
  if (filter === 'protocol' && name.startsWith('!')) return [exact, 'protocol !'];
  if (filter === 'local_name')
    return [
      exact,
      ...name
        .toLowerCase()
        .split(' ')
        .map((pattern) => `${filter} ${pattern}`),
    ];
  return [exact];
}

function keysOfConnection(filter: string, actual: string, lengths: ReadonlySet<number>): string[] {
  const exact = `${filter} ${actual}`;
  if (filter === 'protocol') return [exact, 'protocol !'];
  if (filter === 'local_name') {
    const name = actual.toLowerCase();
    return [exact, `${filter} ${name}`, `${filter} *${name.slice(Math.max(name.indexOf('.'), 0))}`];
  }
  const network = networkOf(filter, actual);
  if (network === undefined) return [exact];
  const outer = [...lengths].filter((bits) => bits <= network.bits);
  return [exact, ...outer.map((bits) => networkKey(filter, network, bits))];
}

function networkOf(filter: string, name: string): Network | undefined {
  return filter === 'local' || filter === 'remote' ? parseNetwork(name) : undefined;
}

function networkKey(filter: string, network: Network, bits: number): string {
  return `${filter} ${network.version} ${bits} ${networkPrefix(network, bits)}`;
}

function matches({ filter, name = '' }: EffectiveScope, connection: ReadonlyMap<string, string>): boolean {
  const actual = connection.get(filter);
  if (actual === undefined) return false;
  if (actual === name) return true;
  switch (filter) {
    case 'protocol':
      return name.startsWith('!') && name.slice(1) !== actual;
    case 'local_name':
      return name.split(' ').some((pattern) => matchesName(actual.toLowerCase(), pattern.toLowerCase()));
    default: {
      const inner = parseNetwork(actual);
      const outer = parseNetwork(name);
      return inner !== undefined && outer !== undefined && isInside(inner, outer);
    }
  }
}

/** `*.example.com` stands for names with one more part. */
function matchesName(name: string, pattern: string): boolean {
  if (!pattern.startsWith('*.')) return name === pattern;
  const dot = name.indexOf('.');
  return dot > 0 && name.slice(dot) === pattern.slice(1);
}
