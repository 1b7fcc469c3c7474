/** Connections to a CQL database: `dict_server { dict … }` blocks, or the `connect` string of a dict's external file. */

import type { Assignment } from '../../parser/cst.ts';
import type { ConfigDocument } from '../../workspace/document.ts';
import type { Configuration, Opening } from '../configuration.ts';
import { findEffective } from '../configuration.ts';
import { type Located, locatedSlice, locatedValue, locatedWord } from '../located.ts';
import type { Scope } from '../scope.ts';

export interface CqlConnection {
  /** The dict's name, as dictmap refers to it. */
  readonly dict: string;
  /** Where a person looks for the connection: the dict's name, or `connect`. */
  readonly holder: Located;
  readonly hosts: readonly Located[];
  readonly protocolVersion: Located | undefined;
  readonly document: ConfigDocument;
  /** Where a further `cassandra_*` line or `key=value` word can be added. */
  readonly insertion:
    | { readonly kind: 'block'; readonly opening: Opening }
    | { readonly kind: 'connect'; readonly value: Located; readonly statement: Assignment };
}

export function cqlConnections(configuration: Configuration): CqlConnection[] {
  return configuration.decision.grammar === 'old' ? fromExternals(configuration) : fromBlocks(configuration);
}

function fromBlocks(configuration: Configuration): CqlConnection[] {
  const connections: CqlConnection[] = [];
  const seen = new Set<string>();
  for (const opening of configuration.openings) {
    const { scope, section, document } = opening;
    if (scope.filter !== 'dict' || seen.has(scope.path) || isInsideChain(scope)) continue;
    seen.add(scope.path);
    const get = (setting: string) => {
      const entry = findEffective(configuration, setting, scope);
      return entry === undefined ? undefined : locatedValue(entry.statement, entry.document);
    };
    if (get('sql_driver')?.text !== 'cassandra') continue;
    const hosts = get('cassandra_hosts');
    connections.push({
      dict: section.name?.text ?? '',
      holder: locatedWord(section.name ?? section.key, document),
      hosts: hosts === undefined ? [] : words(hosts),
      protocolVersion: get('cassandra_protocol_version'),
      document,
      insertion: { kind: 'block', opening },
    });
  }
  return connections;
}

/** `dict proxy { }` inside an fs block only refers to a dict. */
function isInsideChain(scope: Scope): boolean {
  return scope.parent?.filter === 'fs';
}

/** The elements of a space or comma separated list. */
function words(list: Located): Located[] {
  return [...list.text.matchAll(/[^\s,]+/g)].map((match) =>
    locatedSlice(list, match.index, match.index + match[0].length),
  );
}

function fromExternals(configuration: Configuration): CqlConnection[] {
  const connections: CqlConnection[] = [];
  for (const [entry, document] of configuration.externals) {
    if (entry.scope?.filter !== 'dict' || !entry.statement.value.content.text.startsWith('cassandra:')) continue;
    const connect = document.tree.statements.find(
      (statement) => statement.kind === 'assignment' && statement.key.text === 'connect',
    );
    if (connect?.kind !== 'assignment') continue;
    const value = locatedValue(connect, document);
    const pairs = words(value).map((word) => {
      const equals = word.text.indexOf('=');
      return equals === -1
        ? { key: word.text, value: word }
        : { key: word.text.slice(0, equals), value: locatedSlice(word, equals + 1, word.text.length) };
    });
    connections.push({
      dict: entry.setting,
      holder: locatedWord(connect.key, document),
      hosts: pairs.filter(({ key }) => key === 'host').map((pair) => pair.value),
      protocolVersion: pairs.findLast(({ key }) => key === 'version')?.value,
      document,
      insertion: { kind: 'connect', value, statement: connect },
    });
  }
  return connections;
}
