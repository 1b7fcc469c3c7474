/**
 * The storage model: what a configuration says about mail storage, in one structure for both grammars. Settings are
 * asked for by their new name (`fs_s3_region`), wherever and however they were written.
 */

import type { Section } from '../../parser/cst.ts';
import type { Configuration, Entry } from '../configuration.ts';
import type { Located } from '../located.ts';
import type { Scope } from '../scope.ts';
import type { CqlConnection } from './cql.ts';
import type { Dict, DictReference } from './dicts.ts';
import { type MailFormat, oboxFormat } from './formats.ts';
import type { StorageUrl } from './url.ts';

/** What a chain stores: mails (`obox`), index bundles (`metacache`), or search indexes (`fts dovecot`). */
export type ChainRole = 'mail' | 'index' | 'fts';

/** What people call the chains. */
export const chainNames: Readonly<Record<ChainRole, string>> = { mail: 'mail', index: 'index', fts: 'FTS' };

/** Drivers that put objects or files somewhere; all others wrap the next one. */
export const storageDrivers: ReadonlySet<string> = new Set([
  'sproxyd',
  'scality',
  'aws-s3',
  's3',
  'azure',
  'posix',
  'dict',
  'swift',
]);

export const wrapperDrivers: ReadonlySet<string> = new Set([
  'fscache',
  'fts-cache',
  'compress',
  'crypt',
  'mail-crypt',
  'metawrap',
  'dictmap',
  'randomfail',
  'sis',
  'sis-queue',
  'test',
]);

/** Those that keep objects under keys, for which dictmap is required. */
export const objectDrivers: ReadonlySet<string> = new Set(['sproxyd', 'scality', 'aws-s3', 's3', 'azure', 'swift']);

export const s3Drivers: ReadonlySet<string> = new Set(['s3', 'aws-s3']);

export interface FsDriver {
  /** `aws-s3`, at the word that names it. */
  readonly name: Located;
  /** The whole part of the URI string, or the head of the `fs` block. */
  readonly extent: Located;
  /** The value of a setting for this driver, by its new name; undefined when it is not set. */
  readonly get: (setting: string) => Located | undefined;
  /** All that is set for it is known: what `get` does not find is not set. */
  readonly complete: boolean;
  /** Where the endpoint is; undefined for drivers without one, or when it is not set. */
  readonly url: StorageUrl | undefined;
  /** The block in the new grammar; undefined in a URI string. */
  readonly section: Section | undefined;
  readonly scope: Scope | undefined;
}

/** A row of drivers, each wrapping the next, whatever it is for. */
export interface DriverChain {
  /** Setting (`obox_fs`) or filter (`obox`) that holds the chain, at its name. */
  readonly holder: Located;
  /** Outermost wrapper first, the storage itself last. */
  readonly drivers: readonly FsDriver[];
  /** Whether a part of the chain is not known: a hole, a group include, something unparsable. */
  readonly open: boolean;
  /** The setting whose value the chain is, in the old grammar. */
  readonly entry: Entry | undefined;
  readonly section: Section | undefined;
}

/** A chain of the mail storage proper. */
export interface FsChain extends DriverChain {
  readonly role: ChainRole;
}

export interface StorageModel {
  readonly formats: readonly MailFormat[];
  readonly chains: readonly FsChain[];
  /** Chains for attachments kept outside of the mails, which CE has too. */
  readonly attachments: readonly DriverChain[];
  readonly cql: readonly CqlConnection[];
  /** What the dict service offers. */
  readonly dicts: readonly Dict[];
  readonly dictReferences: readonly DictReference[];
}

/** The driver that stores: the last of the chain, when it is known and no wrapper. */
export function finalDriver(chain: DriverChain): FsDriver | undefined {
  const last = chain.drivers[chain.drivers.length - 1];
  return last === undefined || chain.open || wrapperDrivers.has(last.name.text) ? undefined : last;
}

/** The drivers of all chains. */
export function allDrivers(storage: StorageModel): readonly FsDriver[] {
  return storage.chains.flatMap(({ drivers }) => drivers);
}

/** Every chain of drivers, for what is true of them all. */
export function allChains({ chains, attachments }: StorageModel): readonly DriverChain[] {
  return [...chains, ...attachments];
}

/** Whether all of a chain is known: a URI string is whole, to a block another file may still add. */
export function isWhole(chain: DriverChain, configuration: Configuration): boolean {
  return !chain.open && (chain.section === undefined || configuration.complete);
}

/** The first place that chooses obox, where a chain for mails belongs to it: what a backend has. */
export function oboxBackend({ formats, chains }: StorageModel): MailFormat | undefined {
  return chains.some(({ role }) => role === 'mail') ? oboxFormat(formats) : undefined;
}

export function hasDriver({ drivers }: DriverChain, names: readonly string[]): boolean {
  return drivers.some(({ name }) => names.includes(name.text));
}
