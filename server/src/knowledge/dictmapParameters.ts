/** The parameters of dictmap in a URI string that a chain should have, by what the chain stores. */

import type { Dialect } from './dialect.ts';

export interface DictmapParameter {
  /** By its new name, as it is asked for. */
  readonly setting: string;
  /** As it is written in a URI string. */
  readonly written: string;
  readonly roles: readonly ('mail' | 'index' | 'fts')[];
  /** How bad it is to do without. */
  readonly need: 'error' | 'warning' | 'hint';
  /** Where later releases do it by themselves. */
  readonly dialects?: readonly Dialect[];
}

export const dictmapParameters: readonly DictmapParameter[] = [
  { setting: 'fs_dictmap_refcounting_table', written: 'refcounting-table', roles: ['mail'], need: 'warning' },
  { setting: 'fs_dictmap_bucket_size', written: 'bucket-size=10000', roles: ['mail'], need: 'warning' },
  {
    setting: 'fs_dictmap_bucket_cache_path',
    written: 'bucket-cache=%h/buckets.cache',
    roles: ['mail'],
    need: 'warning',
  },
  { setting: 'fs_dictmap_nlinks_limit', written: 'nlinks-limit=3', roles: ['mail'], need: 'hint' },
  { setting: 'fs_dictmap_delete_timestamp', written: 'delete-timestamp=+10s', roles: ['mail'], need: 'hint' },
  { setting: 'fs_dictmap_bucket_deleted_days', written: 'bucket-deleted-days=11', roles: ['mail'], need: 'warning' },
  { setting: 'fs_dictmap_diff_table', written: 'diff-table', roles: ['index'], need: 'warning' },
  { setting: 'fs_dictmap_dict_prefix', written: 'dict-prefix=%u/fts/', roles: ['fts'], need: 'error' },
  {
    setting: 'fs_dictmap_cleanup_uncertain',
    written: 'cleanup-uncertain',
    roles: ['mail', 'index', 'fts'],
    need: 'hint',
    dialects: ['pro-2.3'],
  },
];

/** Those that a chain should have in a dialect of the old grammar. */
export function dictmapParametersFor(
  role: DictmapParameter['roles'][number],
  dialect: Dialect | undefined,
): readonly DictmapParameter[] {
  return dictmapParameters.filter(
    ({ roles, dialects }) =>
      roles.includes(role) && (dialects === undefined || (dialect !== undefined && dialects.includes(dialect))),
  );
}
