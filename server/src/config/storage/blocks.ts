/** fs chains of the new grammar: the ordered `fs NAME { }` blocks of `obox`, `metacache` and `fts dovecot`. */

import type { Configuration, Entry, Opening } from '../configuration.ts';
import { findEffective, findIn } from '../effective/find.ts';
import { hasHole } from '../holes.ts';
import { type Located, locatedValue, locatedWord } from '../located.ts';
import type { Scope } from '../scope.ts';
import type { ChainRole, DriverChain, FsChain, FsDriver } from './types.ts';
import { parseUrl } from './url.ts';

function roleOf(scope: Scope): ChainRole | undefined {
  if (scope.filter === 'obox') return 'mail';
  if (scope.filter === 'metacache') return 'index';
  return scope.filter === 'fts' && scope.name === 'dovecot' ? 'fts' : undefined;
}

/** Where each driver's endpoint is set. */
const urlSettings: Readonly<Record<string, string>> = {
  s3: 'fs_s3_url',
  'aws-s3': 'fs_s3_url',
  sproxyd: 'fs_sproxyd_url',
  scality: 'fs_scality_url',
};

export function blockChains(configuration: Configuration): FsChain[] {
  return containers(configuration, (scope) => roleOf(scope) !== undefined).map((container) => ({
    role: roleOf(container.opening.scope)!,
    ...chainOf(configuration, container),
  }));
}

/** `mail_ext_attachment { fs … { } }` */
export function blockAttachments(configuration: Configuration): DriverChain[] {
  return containers(configuration, ({ filter }) => filter === 'mail_ext_attachment').map((container) =>
    chainOf(configuration, container),
  );
}

/** A block with `fs` blocks inside, each of these at its first opening. */
interface Container {
  readonly opening: Opening;
  readonly blocks: Map<string, Opening>;
}

function containers(configuration: Configuration, isContainer: (scope: Scope) => boolean): readonly Container[] {
  const found = new Map<string, Container>();
  for (const opening of configuration.openings) {
    const { scope } = opening;
    // What a container inside of its like means is not known.
    const isNested = scope.parent?.filter === scope.filter;
    if (isContainer(scope) && !isNested && !found.has(scope.path))
      found.set(scope.path, { opening, blocks: new Map() });
    if (scope.filter !== 'fs' || scope.parent === undefined) continue;
    const container = found.get(scope.parent.path);
    // The same name again continues the block; its place in the chain stays.
    if (container !== undefined && !container.blocks.has(scope.path)) container.blocks.set(scope.path, opening);
  }
  return [...found.values()];
}

const groupIncludes = ['@fs_defaults', '@fts_fs_defaults'];

function chainOf(configuration: Configuration, { opening, blocks }: Container): DriverChain {
  const drivers = [...blocks.values()].map((block) => fsDriver(configuration, block));
  const groups = configuration.entries.some(({ setting }) => groupIncludes.includes(setting));
  return {
    holder: locatedWord(opening.section.key, opening.document),
    drivers,
    open: groups || drivers.length === 0 || drivers.some(({ name }) => hasHole(name.text)),
    entry: undefined,
    section: opening.section,
  };
}

function fsDriver(configuration: Configuration, block: Opening): FsDriver {
  const { scope, section, document } = block;
  const own = findIn(configuration, 'fs_driver', scope.path);
  const name =
    own === undefined ? locatedWord(section.name ?? section.key, document) : locatedValue(own.statement, own.document);
  const get = (setting: string): Located | undefined => {
    const entry = findForDriver(configuration, setting, name.text, scope);
    return entry === undefined ? undefined : locatedValue(entry.statement, entry.document);
  };
  const address = Object.hasOwn(urlSettings, name.text) ? get(urlSettings[name.text]!) : undefined;
  return {
    name,
    extent: locatedWord(section.key, document),
    get,
    complete: configuration.complete,
    url: address === undefined ? undefined : parseUrl(address),
    section,
    scope,
  };
}

/** The driver's own filter (`fs_s3 { }`) counts inside its blocks, too. */
function findForDriver(configuration: Configuration, setting: string, driver: string, block: Scope): Entry | undefined {
  const own = `fs_${driver.replaceAll('-', '_')}`;
  return findEffective(configuration, setting, block, driver === 'aws-s3' ? [own, 'fs_s3'] : [own]);
}
