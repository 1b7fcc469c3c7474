/** The consistency levels of a connection to Cassandra: how many copies must answer, by kind of query. */

import { plain } from '../entries.ts';
import type { Located } from '../located.ts';
import type { CqlConnection } from './cql.ts';

export type QueryKind = 'read' | 'write' | 'delete';

export interface ConsistencyLevel {
  readonly kind: QueryKind;
  /** Whether it is the one that is tried when the first fails. */
  readonly isFallback: boolean;
  readonly setting: string;
  readonly value: Located;
}

const kinds: readonly QueryKind[] = ['read', 'write', 'delete'];

export function consistencySetting(kind: QueryKind, isFallback: boolean): string {
  return `cassandra_${kind}_${isFallback ? 'fallback_' : ''}consistency`;
}

/** The levels that are set and known. */
export function consistencyLevels({ get }: CqlConnection): ConsistencyLevel[] {
  return kinds.flatMap((kind) =>
    [false, true].flatMap((isFallback) => {
      const setting = consistencySetting(kind, isFallback);
      const value = plain(get(setting));
      return value === undefined || value.text === '' ? [] : [{ kind, isFallback, setting, value }];
    }),
  );
}

/** The levels that Cassandra has, and those of them that it refuses for a kind of query. */
export const knownLevels: ReadonlySet<string> = new Set([
  'any',
  'one',
  'two',
  'three',
  'quorum',
  'all',
  'local-one',
  'local-quorum',
  'each-quorum',
  'serial',
  'local-serial',
]);

const refused: Readonly<Record<QueryKind, readonly string[]>> = {
  read: ['any', 'each-quorum'],
  write: ['serial', 'local-serial'],
  delete: ['serial', 'local-serial'],
};

export function isRefused({ kind, value }: ConsistencyLevel): boolean {
  return refused[kind].includes(value.text);
}

/** Levels at which a read may miss what was just written. */
export function isWeak({ value }: ConsistencyLevel): boolean {
  return ['any', 'one', 'two', 'local-one'].includes(value.text);
}
