/** The cluster of Palomar: proxies and backends of one or several sites. */

import type { Setting } from '../types.ts';
import { newPro, oldPro30, pages } from './shared.ts';

const dialectsOf = (name: string) => ({
  old: { name, place: 'setting', since: '3.0.0', dialects: oldPro30 } as const,
  new: { name, place: 'setting', dialects: newPro } as const,
});

export const clusterSettings: readonly Setting[] = [
  {
    ...dialectsOf('cluster_backend_name'),
    type: 'string',
    summary: 'Host name of this backend, as `doveadm cluster backend` knows it.',
    details: 'For backends only; a proxy must not have it.',
    example: 'cluster_backend_name = backend1.example.com',
    seeAlso: ['cluster_local_site'],
    source: pages.cluster,
  },
  {
    ...dialectsOf('cluster_backend_test_password'),
    type: 'string',
    summary: 'Password with which a proxy logs in to backends to see whether they are up.',
    details: 'Belongs to the user of `cluster_backend_test_username`.',
    example: 'cluster_backend_test_password = CHANGEME',
    seeAlso: ['cluster_backend_test_username'],
    source: pages.cluster,
  },
  {
    ...dialectsOf('cluster_backend_test_username'),
    type: 'string',
    summary: 'User as whom a proxy logs in to backends to see whether they are up.',
    details: 'Backends use it for `doveadm cluster group access`, where any user that exists will do.',
    example: 'cluster_backend_test_username = test-%{backend_host}',
    seeAlso: ['cluster_backend_test_password', 'cluster_proxy_check_backends'],
    source: pages.cluster,
  },
  {
    ...dialectsOf('cluster_default_group_count'),
    type: 'uint',
    unit: 'groups',
    summary: 'Number of groups among which users are spread that have none yet.',
    details: 'About 100 for each backend let the load be moved in steps of one per cent. For proxies only.',
    example: 'cluster_default_group_count = 100',
    seeAlso: ['cluster_user_move_timeout'],
    source: pages.cluster,
  },
  {
    ...dialectsOf('cluster_geodb'),
    type: 'dict_uri',
    summary: 'Dictionary that all sites share, with sites, backends and groups; mostly in Cassandra.',
    details: 'Needed by proxies and backends. `@cluster_defaults` brings it in 3.1.',
    example: 'cluster_geodb = proxy:dict-async:cluster-geodb',
    seeAlso: ['cluster_localdb', 'metacache_last_host_dict'],
    source: pages.cluster,
  },
  {
    ...dialectsOf('cluster_local_site'),
    type: 'string',
    summary: 'Name of the site that this server belongs to, as `doveadm cluster site` knows it.',
    details: 'The same on all servers of a site.',
    example: 'cluster_local_site = fra',
    seeAlso: ['cluster_backend_name'],
    source: pages.cluster,
  },
  {
    ...dialectsOf('cluster_localdb'),
    type: 'dict_uri',
    summary: 'Dictionary of this server alone, mostly SQLite in memory.',
    details: 'What the server knows of the cluster without asking the GeoDB.',
    example: 'cluster_localdb = proxy:cluster-local:localdb',
    seeAlso: ['cluster_geodb'],
    source: pages.cluster,
  },
  {
    ...dialectsOf('cluster_proxy_check_backends'),
    type: 'bool',
    summary: 'Checking by this proxy whether backends are up.',
    details: 'On by default. A proxy with `no` never sets a backend offline. For proxies only.',
    example: 'cluster_proxy_check_backends = yes',
    seeAlso: ['cluster_backend_test_username'],
    source: pages.cluster,
  },
  {
    ...dialectsOf('cluster_user_move_timeout'),
    type: 'time',
    unit: 'seconds',
    summary: 'Longest wait for the move of a user, after which the next one is moved.',
    details: 'For proxies only.',
    example: 'cluster_user_move_timeout = 30s',
    seeAlso: ['cluster_default_group_count'],
    source: pages.cluster,
  },
];
