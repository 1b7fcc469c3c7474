/** What releases of 2.4 and 3.x no longer have, as far as `doveconf` does not refuse it by itself. */

import type { Dialect } from './dialect.ts';

export type Consequence = 'error' | 'warning' | 'information';

export interface Removal {
  /** A setting, one by its beginning, a setting of `plugin { }`, one value of such a setting, a service, a mail plugin. */
  readonly kind: 'setting' | 'prefix' | 'plugin-setting' | 'value' | 'service' | 'plugin';
  readonly name: string;
  /** For `value`: the value that is gone. */
  readonly value?: string;
  /** What happens, by the dialects that are concerned. */
  readonly in: Readonly<Partial<Record<Dialect, Consequence>>>;
  /** The setting or value that takes its place. */
  readonly replacement?: string;
  /** What to do instead, as the end of a sentence. */
  readonly instead: string;
}

const director = { 'pro-3.0': 'error' } as const;
const palomar = { 'pro-3.0': 'error', 'pro-3.1': 'error' } as const;
const ignoredService = { 'pro-3.0': 'warning', 'ce-2.4': 'warning', 'pro-3.1': 'warning' } as const;
const sinceObjectIds = { 'pro-2.3': 'warning', 'pro-3.0': 'warning', 'pro-3.1': 'warning' } as const;

export const removals: readonly Removal[] = [
  { kind: 'prefix', name: 'director_', in: director, instead: 'the cluster service of Palomar takes its place' },
  { kind: 'service', name: 'director', in: ignoredService, instead: 'the cluster service of Palomar takes its place' },
  { kind: 'prefix', name: 'replication_', in: director, instead: 'the storage itself keeps the copies' },
  { kind: 'prefix', name: 'replicator_', in: director, instead: 'the storage itself keeps the copies' },
  { kind: 'plugin-setting', name: 'mail_replica', in: director, instead: 'the storage itself keeps the copies' },
  { kind: 'service', name: 'replicator', in: ignoredService, instead: 'nothing takes its place' },
  { kind: 'service', name: 'aggregator', in: ignoredService, instead: 'nothing takes its place' },
  {
    kind: 'plugin',
    name: 'replication',
    in: { ...palomar, 'ce-2.4': 'error' },
    instead: 'mail processes fail when they cannot load it',
  },
  {
    kind: 'plugin-setting',
    name: 'metacache_disable_merging',
    in: palomar,
    replacement: 'metacache_index_merging = none',
    instead: 'metacache_index_merging = none takes its place',
  },
  {
    kind: 'value',
    name: 'metacache_index_merging',
    value: 'v1',
    in: { ...palomar, 'pro-2.3': 'information' },
    replacement: 'v2',
    instead: 'v2 takes its place',
  },
  {
    kind: 'plugin-setting',
    name: 'obox_allow_inconsistency',
    in: palomar,
    instead: 'nothing takes its place',
  },
  {
    kind: 'plugin-setting',
    name: 'obox_use_object_ids',
    in: sinceObjectIds,
    instead: 'object IDs are in use without it since 2.3',
  },
  { kind: 'plugin-setting', name: 'metacache_delay_uploads', in: sinceObjectIds, instead: 'it does nothing since 2.3' },
  {
    kind: 'setting',
    name: 'license_checksum',
    in: { 'pro-3.0': 'information', 'pro-3.1': 'information' },
    instead: 'no licence is checked any more',
  },
  {
    kind: 'plugin-setting',
    name: 'license_checksum',
    in: { 'pro-3.0': 'information' },
    instead: 'no licence is checked any more',
  },
];

/** Whether the table says of a setting that the dialect has it no more. */
export function isRemovedSetting(setting: string, dialect: Dialect): boolean {
  return removals.some(
    ({ kind, name, in: dialects }) =>
      name === setting && (kind === 'setting' || kind === 'plugin-setting') && dialects[dialect] !== undefined,
  );
}
