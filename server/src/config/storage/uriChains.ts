/**
 * fs chains of the old grammar: `obox_fs = fscache:512M:/path:dictmap:proxy:dict-async:cassandra ; s3:https://… ; …`.
 * Drivers are separated by `:`, dictmap's three parts by ` ; `, and a URL contains colons of its own.
 */

import type { Configuration, Entry } from '../configuration.ts';
import { lastEntries } from '../effective/find.ts';
import { hasHole } from '../holes.ts';
import { type Located, locatedSlice, locatedValue, locatedWord } from '../located.ts';
import { uriParameterName } from './parameters.ts';
import {
  type ChainRole,
  type DriverChain,
  type FsChain,
  type FsDriver,
  storageDrivers,
  wrapperDrivers,
} from './types.ts';
import { parseUrl, type StorageUrl } from './url.ts';

const holders: Readonly<Record<string, ChainRole>> = { obox_fs: 'mail', obox_index_fs: 'index', fts_dovecot_fs: 'fts' };

export function uriChains(configuration: Configuration): FsChain[] {
  const chains: FsChain[] = [];
  for (const entry of lastEntries(configuration)) {
    const role = Object.hasOwn(holders, entry.setting) ? holders[entry.setting] : undefined;
    if (role === undefined || entry.scope?.filter !== 'plugin') continue;
    chains.push(uriChain(role, entry));
  }
  return chains;
}

function uriChain(role: ChainRole, entry: Entry): FsChain {
  const parsed = parseChain(locatedValue(entry.statement, entry.document));
  return { role, ...chainOf(entry, parsed) };
}

function chainOf(entry: Entry, { drivers, open }: ParsedChain): DriverChain {
  return { holder: locatedWord(entry.statement.key, entry.document), drivers, open, entry, section: undefined };
}

/** `mail_attachment_fs = sis posix`: here a blank may stand for the first colon. */
export function uriAttachments(configuration: Configuration): DriverChain[] {
  const chains: DriverChain[] = [];
  for (const entry of lastEntries(configuration)) {
    if (entry.setting !== 'mail_attachment_fs' || entry.scope?.filter === 'plugin') continue;
    chains.push(chainOf(entry, parseChain(locatedValue(entry.statement, entry.document), /[: ]/)));
  }
  return chains;
}

interface ParsedChain {
  readonly drivers: FsDriver[];
  readonly open: boolean;
}

/** Parses the colon chain of a value; `separator` ends the first driver's name. Exported for tests. */
export function parseChain(value: Located, separator = /:/): ParsedChain {
  const drivers: FsDriver[] = [];
  let rest = value;
  while (rest.text.length > 0) {
    const colon = drivers.length === 0 ? rest.text.search(separator) : rest.text.indexOf(':');
    const nameEnd = colon === -1 ? rest.text.length : colon;
    const name = locatedSlice(rest, 0, nameEnd);
    if (!/^[a-z0-9-]+$/.test(name.text)) return { drivers, open: true };
    const argumentsFrom = Math.min(nameEnd + 1, rest.text.length);
    const args = locatedSlice(rest, argumentsFrom, rest.text.length);
    if (name.text === 'dictmap') return dictmap(drivers, name, rest, args);
    const taken = wrapperDrivers.has(name.text) ? wrapperArguments(name.text, args) : undefined;
    if (taken === undefined) {
      // A storage driver takes all that is left.
      drivers.push(storage(name, rest, args));
      const known = storageDrivers.has(name.text) || /:\/\//.test(args.text) || args.text === '';
      return { drivers, open: hasHole(name.text) || (!known && hasHole(rest.text)) };
    }
    drivers.push(wrapper(name, locatedSlice(rest, 0, argumentsFrom + taken.length), taken.values));
    rest = locatedSlice(rest, Math.min(argumentsFrom + taken.length, rest.text.length), rest.text.length);
    if (taken.open) return { drivers, open: true };
  }
  return { drivers, open: value.text === '' };
}

interface WrapperArguments {
  /** Characters of the argument text that belong to the wrapper, with the colon behind them. */
  readonly length: number;
  readonly values: ReadonlyMap<string, Located>;
  readonly open: boolean;
}

/** Positional arguments, by driver. A path may hold `%{…}` with colons. */
const positional: Readonly<Record<string, readonly string[]>> = {
  fscache: ['size', 'path'],
  'fts-cache': [],
  compress: ['method', 'level'],
  metawrap: [],
  'sis-queue': ['path'],
};

function wrapperArguments(driver: string, args: Located): WrapperArguments {
  const values = new Map<string, Located>();
  const partEnd = partEnds(args.text);
  let at = 0;
  const names = positional[driver];
  if (names !== undefined) {
    for (const name of names) {
      const end = partEnd(at);
      values.set(name, locatedSlice(args, at, end));
      at = Math.min(end + 1, args.text.length);
    }
  } else {
    // crypt, mail-crypt, sis, randomfail: `key=value` parts as long as they come.
    while (at < args.text.length) {
      const end = partEnd(at);
      const equals = args.text.indexOf('=', at);
      if (equals === -1 || equals >= end) break;
      values.set(args.text.slice(at, equals), locatedSlice(args, equals + 1, end));
      at = Math.min(end + 1, args.text.length);
    }
  }
  return { length: at, values, open: hasHole(args.text.slice(0, at)) && !args.text.slice(at).includes(':') };
}

/**
 * Gives the end of the colon-separated part that begins at an offset: `%{…}` and `{{…}}` may contain colons; a brace that
 * is never closed is a letter like others.
 */
export function partEnds(text: string): (from: number) => number {
  const colons: number[] = [];
  /** How many colons there were at each open brace. */
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{') open.push(colons.length);
    else if (character === '}') colons.length = open.pop() ?? colons.length;
    else if (character === ':') colons.push(at);
  }
  let next = 0;
  return (from) => {
    while (next < colons.length && colons[next]! < from) next++;
    return colons[next] ?? text.length;
  };
}

/** `dictmap:<dict uri> ; <fs chain>[ ; <parameters>]`. */
function dictmap(before: FsDriver[], name: Located, rest: Located, args: Located): ParsedChain {
  const parts = splitParts(args);
  const [dict, inner, parameters] = parts;
  const values = new Map<string, Located>();
  if (dict !== undefined) values.set('dict', dict);
  if (parameters !== undefined) {
    const partEnd = partEnds(parameters.text);
    for (let at = 0; at < parameters.text.length; ) {
      const end = partEnd(at);
      const equals = parameters.text.indexOf('=', at);
      const split = equals === -1 || equals > end ? end : equals;
      // A bare word stands for itself.
      const value = split === end ? locatedSlice(parameters, at, end) : locatedSlice(parameters, split + 1, end);
      values.set(parameters.text.slice(at, split), value);
      at = end + 1;
    }
  }
  before.push(wrapper(name, rest, values));
  if (inner === undefined) return { drivers: before, open: true };
  const wrapped = parseChain(inner);
  return { drivers: [...before, ...wrapped.drivers], open: wrapped.open || parts.length > 3 };
}

function splitParts(args: Located): Located[] {
  const parts: Located[] = [];
  const pattern = / ; /g;
  let from = 0;
  for (let match = pattern.exec(args.text); match !== null; match = pattern.exec(args.text)) {
    parts.push(trimmed(args, from, match.index));
    from = match.index + 3;
  }
  parts.push(trimmed(args, from, args.text.length));
  return parts;
}

function trimmed(whole: Located, from: number, to: number): Located {
  const text = whole.text.slice(from, to);
  const start = from + (text.length - text.trimStart().length);
  return locatedSlice(whole, start, Math.max(start, from + text.trimEnd().length));
}

function wrapper(name: Located, extent: Located, values: ReadonlyMap<string, Located>): FsDriver {
  return driver(name, extent, values, undefined);
}

function storage(name: Located, extent: Located, args: Located): FsDriver {
  const url = parseUrl(args);
  const values = new Map<string, Located>();
  if (url !== undefined) {
    values.set('url', url.whole);
    for (const { key, value } of url.parameters) values.set(key.text, value ?? key);
    // S3 calls the parts of the userinfo key and secret, Azure account and shared key.
    for (const name of ['access_key', 'account_name']) if (url.user !== undefined) values.set(name, url.user);
    for (const name of ['secret', 'shared_key']) if (url.password !== undefined) values.set(name, url.password);
  } else {
    const partEnd = partEnds(args.text);
    for (let at = 0; at < args.text.length; ) {
      const end = partEnd(at);
      const equals = args.text.indexOf('=', at);
      const split = equals === -1 || equals > end ? end : equals;
      values.set(args.text.slice(at, split), locatedSlice(args, Math.min(split + 1, end), end));
      at = end + 1;
    }
  }
  return driver(name, extent, values, url);
}

function driver(
  name: Located,
  extent: Located,
  values: ReadonlyMap<string, Located>,
  url: StorageUrl | undefined,
): FsDriver {
  const get = (setting: string) => {
    const parameter = uriParameterName(name.text, setting);
    return parameter === undefined ? undefined : values.get(parameter);
  };
  return { name, extent, get, complete: !hasHole(extent.text), url, section: undefined, scope: undefined };
}
