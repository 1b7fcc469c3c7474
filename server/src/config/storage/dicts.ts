/**
 * Dictionaries: those that the dict service offers (`dict { }`, `dict_server { }`) with their maps to tables, and the
 * places that use one.
 */

import { forEachStatement } from '../../parser/cst.ts';
import type { ConfigDocument } from '../../workspace/document.ts';
import type { Configuration, Entry, Opening } from '../configuration.ts';
import { findEffective, lastEntries } from '../effective/find.ts';
import { hasHole } from '../holes.ts';
import { type Located, locatedSlice, locatedValue, locatedWord } from '../located.ts';
import { type DictMap, mapsOfBlock, mapsOfFile } from './dictMaps.ts';
import type { FsChain } from './types.ts';

/** A dictionary of the dict service. */
export interface Dict {
  readonly name: Located;
  /** `cassandra`, `mysql`, `redis` …: for SQL the database; undefined when it is not known. */
  readonly driver: string | undefined;
  /** `cassandra:/etc/dovecot/dict.conf.ext`, in the old grammar. */
  readonly uri: Located | undefined;
  readonly maps: readonly DictMap[];
  /** Whether the maps are all that there are. */
  readonly complete: boolean;
  /** The external file, or the one with the block. */
  readonly document: ConfigDocument;
  /** The block in the new grammar. */
  readonly opening: Opening | undefined;
}

export const databaseDrivers: ReadonlySet<string> = new Set(['cassandra', 'mysql', 'pgsql', 'sqlite', 'sql']);

export function dicts(configuration: Configuration): Dict[] {
  return configuration.decision.grammar === 'old' ? listedDicts(configuration) : blockDicts(configuration);
}

function blockDicts(configuration: Configuration): Dict[] {
  const seen = new Set<string>();
  const opened = openedDicts(configuration, seen);
  return [...opened, ...pathDicts(configuration, seen)];
}

/** `dict_server/dict/mails/driver = sql`: not looked into, but there. */
function pathDicts({ entries }: Configuration, seen: Set<string>): Dict[] {
  return entries.flatMap(({ scope, statement, document }) => {
    let at = scope;
    while (at !== undefined && (at.filter !== 'dict' || at.parent?.filter !== 'dict_server')) at = at.parent;
    if (at?.name === undefined || seen.has(at.path)) return [];
    seen.add(at.path);
    const name = { ...locatedWord(statement.key, document), text: at.name };
    return [{ name, driver: undefined, uri: undefined, maps: [], complete: false, document, opening: undefined }];
  });
}

function openedDicts(configuration: Configuration, seen: Set<string>): Dict[] {
  return configuration.openings.flatMap((opening) => {
    const { scope, section, document } = opening;
    if (scope.filter !== 'dict' || scope.parent?.filter !== 'dict_server' || seen.has(scope.path)) return [];
    seen.add(scope.path);
    const get = (setting: string) => locatedOf(findEffective(configuration, setting, scope))?.text;
    const database = get('sql_driver');
    const driver = get('dict_driver') ?? (database === undefined ? section.name?.text : 'sql');
    return [
      {
        name: locatedWord(section.name ?? section.key, document),
        driver: known(driver === 'sql' ? (database ?? driver) : driver),
        uri: undefined,
        maps: mapsOfBlock(configuration, scope.path),
        complete: configuration.complete,
        document,
        opening,
      },
    ];
  });
}

/** `dict { name = driver:path }` */
function listedDicts(configuration: Configuration): Dict[] {
  return entriesOf(configuration, (entry) => entry.scope?.path === 'dict').map((entry) => {
    const file = configuration.externals.get(entry);
    const driver = /^([a-z_]+):/.exec(entry.statement.value.content.text)?.[1];
    const hasMaps = file !== undefined && driver !== undefined && databaseDrivers.has(driver);
    return {
      name: locatedWord(entry.statement.key, entry.document),
      driver,
      uri: locatedOf(entry),
      maps: hasMaps ? mapsOfFile(file) : [],
      complete: hasMaps && isPlain(file),
      document: file ?? entry.document,
      opening: undefined,
    };
  });
}

/** Whether a file is well-formed, and nothing in it is left to a template or to another file. */
function isPlain({ tree }: ConfigDocument): boolean {
  let plain = tree.errors.length === 0;
  forEachStatement(tree.statements, (statement) => {
    if (statement.kind === 'section' ? statement.close === undefined : statement.kind !== 'assignment') plain = false;
  });
  return plain;
}

/** A place that uses a dictionary. */
export interface DictReference {
  /** `proxy`, or the driver itself, at its word. */
  readonly driver: Located;
  /** The name at the dict service; for the driver `proxy` only. */
  readonly name: Located | undefined;
  /** The socket as written; undefined when it is left to the default. */
  readonly socket: Located | undefined;
  /** The whole URI, or the block's name. */
  readonly whole: Located;
  /** The storage chain whose dictmap it is. */
  readonly chain: FsChain | undefined;
  /** The block in the new grammar. */
  readonly opening: Opening | undefined;
}

/** Settings of the old grammar whose value is a dictionary. */
const dictSettings: ReadonlySet<string> = new Set([
  'acl_shared_dict',
  'cluster_geodb',
  'expire_dict',
  'fs_auth_cache_dict',
  'last_login_dict',
  'mail_attribute_dict',
  'metacache_last_host_dict',
  'quota_clone_dict',
]);

export function dictReferences(configuration: Configuration, chains: readonly FsChain[]): DictReference[] {
  if (configuration.decision.grammar !== 'old') return blockReferences(configuration, chains);
  const inChains = chains.flatMap((chain) =>
    chain.drivers.map((driver) => ({ chain, uri: driver.name.text === 'dictmap' ? driver.get('dict') : undefined })),
  );
  const inSettings = entriesOf(configuration, ({ setting, scope }) => dictSettings.has(setting) && isPlace(scope)).map(
    (entry) => ({ chain: undefined, uri: locatedOf(entry) }),
  );
  return [...inChains, ...inSettings].flatMap(({ chain, uri }) => {
    const reference = uri === undefined ? undefined : parseDictUri(uri);
    return reference === undefined ? [] : [{ ...reference, chain, opening: undefined }];
  });
}

function isPlace(scope: Entry['scope']): boolean {
  return scope === undefined || scope.filter === 'plugin' || scope.filter === 'protocol';
}

/** `proxy:[option=value:]…[socket]:name`, `redis:host=…`. */
export function parseDictUri(uri: Located): Omit<DictReference, 'chain' | 'opening'> | undefined {
  const match = /^([a-z_]+):/.exec(uri.text);
  if (match === null) return undefined;
  const driver = locatedSlice(uri, 0, match[1]!.length);
  if (driver.text !== 'proxy') return { driver, name: undefined, socket: undefined, whole: uri };
  const proxy = /^proxy:(?:(?:idle_msecs|warn_slow_msecs|idle_timeout|slow_warn)=[^:]*:)*([^:]*):/.exec(uri.text);
  if (proxy === null) return undefined;
  const nameFrom = proxy[0].length;
  const socketFrom = nameFrom - 1 - proxy[1]!.length;
  return {
    driver,
    name: locatedSlice(uri, nameFrom, uri.text.length),
    socket: proxy[1] === '' ? undefined : locatedSlice(uri, socketFrom, nameFrom - 1),
    whole: uri,
  };
}

/** Blocks of the authentication databases are theirs; `dict_server { }` defines, it does not use. */
const otherParents: ReadonlySet<string> = new Set(['dict_server', 'passdb', 'userdb', 'group']);

function blockReferences(configuration: Configuration, chains: readonly FsChain[]): DictReference[] {
  const seen = new Set<string>();
  return configuration.openings.flatMap((opening) => {
    const { scope, section, document } = opening;
    if (scope.filter !== 'dict' || scope.parent === undefined || seen.has(scope.path)) return [];
    for (let at: typeof scope | undefined = scope; at !== undefined; at = at.parent) {
      if (otherParents.has(at.filter)) return [];
    }
    seen.add(scope.path);
    const get = (setting: string) => locatedOf(findEffective(configuration, setting, scope));
    const whole = locatedWord(section.name ?? section.key, document);
    const driver = get('dict_driver') ?? whole;
    const isProxy = driver.text === 'proxy';
    return [
      {
        driver,
        name: isProxy ? get('dict_proxy_name') : undefined,
        socket: isProxy ? get('dict_proxy_socket_path') : undefined,
        whole,
        chain: chains.find(({ drivers }) => drivers.some((fs) => fs.scope?.path === scope.parent?.path)),
        opening,
      },
    ];
  });
}

function entriesOf(configuration: Configuration, isWanted: (entry: Entry) => boolean): Entry[] {
  return lastEntries(configuration).filter(isWanted);
}

function locatedOf(entry: Entry | undefined): Located | undefined {
  return entry === undefined ? undefined : locatedValue(entry.statement, entry.document);
}

function known(text: string | undefined): string | undefined {
  return text === undefined || hasHole(text) ? undefined : text;
}
