/** Connections to a CQL database: `dict_server { dict … }` blocks, or the `connect` string of a dict's external file. */

import { storageSettings } from '../../knowledge/settings/index.ts';
import type { Assignment } from '../../parser/cst.ts';
import type { ConfigDocument } from '../../workspace/document.ts';
import type { Configuration, Opening } from '../configuration.ts';
import { findEffective } from '../effective/find.ts';
import { hasHole } from '../holes.ts';
import { type Located, locatedSlice, locatedValue, locatedWord } from '../located.ts';
import type { Dict } from './dicts.ts';

/** `key=value` of a connect string; a key alone has no value. */
export interface ConnectWord {
  readonly key: Located;
  readonly value: Located | undefined;
  readonly whole: Located;
}

export interface CqlConnection {
  /** The dict's name, as dictmap refers to it. */
  readonly dict: string;
  /** Where a person looks for the connection: the dict's name, or `connect`. */
  readonly holder: Located;
  readonly hosts: readonly Located[];
  readonly protocolVersion: Located | undefined;
  /** The value of a setting by its new name (`cassandra_keyspace`); undefined when it is not set. */
  readonly get: (setting: string) => Located | undefined;
  /** Whether all that is set is known: what `get` does not find is not set. */
  readonly complete: boolean;
  readonly document: ConfigDocument;
  /** Where a further `cassandra_*` line or `key=value` word can be added. */
  readonly insertion:
    | { readonly kind: 'block'; readonly opening: Opening }
    | {
        readonly kind: 'connect';
        readonly value: Located;
        readonly statement: Assignment;
        readonly words: readonly ConnectWord[];
      };
}

export function cqlConnections(configuration: Configuration, dicts: readonly Dict[]): CqlConnection[] {
  return dicts
    .filter(({ driver }) => driver === 'cassandra')
    .flatMap((dict) => {
      const connection = dict.opening === undefined ? ofFile(dict) : ofBlock(configuration, dict, dict.opening);
      return connection === undefined ? [] : [connection];
    });
}

function ofBlock(configuration: Configuration, { name, document }: Dict, opening: Opening): CqlConnection {
  const get = (setting: string) => {
    const entry = findEffective(configuration, setting, opening.scope, ['cassandra']);
    return entry === undefined ? undefined : locatedValue(entry.statement, entry.document);
  };
  const hosts = get('cassandra_hosts');
  return {
    dict: name.text,
    holder: name,
    hosts: hosts === undefined ? [] : parts(hosts, /[^\s,]+/g),
    protocolVersion: get('cassandra_protocol_version'),
    get,
    complete: configuration.complete,
    document,
    insertion: { kind: 'block', opening },
  };
}

function parts(list: Located, pattern: RegExp): Located[] {
  return [...list.text.matchAll(pattern)].map((match) =>
    locatedSlice(list, match.index, match.index + match[0].length),
  );
}

function ofFile({ name, document }: Dict): CqlConnection | undefined {
  const connect = document.tree.statements.findLast(
    (statement) => statement.kind === 'assignment' && statement.key.text === 'connect',
  );
  if (connect?.kind !== 'assignment') return undefined;
  const value = locatedValue(connect, document);
  const words = parts(value, /[^ ]+/g).map(connectWord);
  const get = (setting: string) => {
    const keys = connectKeys(setting);
    return words.findLast(({ key }) => keys.includes(key.text))?.value;
  };
  return {
    dict: name.text,
    holder: locatedWord(connect.key, document),
    hosts: words.flatMap((word) =>
      word.key.text === 'host' && word.value !== undefined ? parts(word.value, /[^,]+/g) : [],
    ),
    protocolVersion: get('cassandra_protocol_version'),
    get,
    complete: !hasHole(value.text),
    document,
    insertion: { kind: 'connect', value, statement: connect, words },
  };
}

function connectWord(whole: Located): ConnectWord {
  const equals = whole.text.indexOf('=');
  if (equals === -1) return { key: whole, value: undefined, whole };
  const key = locatedSlice(whole, 0, equals);
  return { key, value: locatedSlice(whole, equals + 1, whole.text.length), whole };
}

/** Words of a connect string that are on as soon as they are there, whatever their value. */
export const connectFlags: ReadonlySet<string> = new Set(['debug_queries', 'latency_aware_routing', 'log_retries']);

/** The words that a connect string may have. */
export function allConnectKeys(): readonly string[] {
  return storageSettings.flatMap(({ old }) => (old?.place === 'connect' ? [old.name] : []));
}

/** What a setting's new name is called in a connect string. */
export function connectKeys(setting: string): readonly string[] {
  const own = storageSettings.flatMap(({ old, new: spelling }) =>
    old?.place === 'connect' && spelling?.name === setting ? [old.name] : [],
  );
  return setting === 'cassandra_keyspace' ? [...own, 'dbname'] : own;
}
