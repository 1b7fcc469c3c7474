/** Dictmap: what a chain's dictmap is told, with the defaults that its place gives it. */

import type { Grammar } from '../../knowledge/dialect.ts';
import type { Located } from '../located.ts';
import type { ChainRole, FsChain, FsDriver } from './types.ts';

export interface Dictmap {
  readonly chain: FsChain;
  readonly driver: FsDriver;
  /** Which dictmap it is: in a URI string nothing has a default. */
  readonly grammar: Grammar;
}

export function dictmaps(chains: readonly FsChain[]): Dictmap[] {
  return chains.flatMap((chain) => {
    const driver = chain.drivers.find(({ name }) => name.text === 'dictmap');
    return driver === undefined
      ? []
      : [{ chain, driver, grammar: driver.section === undefined ? ('old' as const) : ('new' as const) }];
  });
}

/** What `obox { }` and `metacache { }` of the new grammar set by themselves. */
const defaults: Partial<Record<ChainRole, Readonly<Record<string, string>>>> = {
  mail: {
    fs_dictmap_refcounting_table: 'yes',
    fs_dictmap_bucket_size: '10000',
    fs_dictmap_bucket_deleted_days: '11',
    fs_dictmap_bucket_cache_path: '%{home}/buckets.cache',
    fs_dictmap_nlinks_limit: '3',
  },
  index: { fs_dictmap_diff_table: 'yes' },
};

/** The value that counts, set or default; undefined when there is none or it is not known. */
export function dictmapValue({ chain, driver, grammar }: Dictmap, setting: string): string | undefined {
  const own = driver.get(setting);
  if (own !== undefined) return own.text;
  return grammar === 'new' && driver.complete ? defaults[chain.role]?.[setting] : undefined;
}

/** Whether a switch is on; undefined when it is not known. The bare word of a URI string switches on. */
export function isDictmapOn(dictmap: Dictmap, setting: string): boolean | undefined {
  const value = dictmapValue(dictmap, setting);
  if (dictmap.grammar === 'old') return value !== undefined ? true : dictmap.driver.complete ? false : undefined;
  if (value === undefined) return dictmap.driver.complete ? false : undefined;
  return isYes(value);
}

function isYes(text: string): boolean | undefined {
  if (/^(?:yes|y|1|true)$/i.test(text)) return true;
  return /^(?:no|n|0|false)$/i.test(text) ? false : undefined;
}

/** The value of a switch or a parameter that stands in the chain itself, not around it. */
export function ownDictmapValue({ chain, driver }: Dictmap, setting: string): Located | undefined {
  const value = driver.get(setting);
  if (value === undefined || chain.section === undefined) return value;
  return value.document === chain.holder.document &&
    value.span.from > chain.section.open &&
    value.span.to <= chain.section.to
    ? value
    : undefined;
}
