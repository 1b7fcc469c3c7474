/** A server of a cluster that does not know the GeoDB. */

import { entriesLike, entriesNamed } from '../config/entries.ts';
import { locatedWord } from '../config/located.ts';
import { insertAbove } from '../lint/edits.ts';
import { defineRule, palomar } from '../lint/rule.ts';

const v31 = 'dovecot_config_version = 3.1.2\n';
const v30 = 'dovecot_config_version = 3.0.5\nplugin {\n}\n';

export const clusterGeodbMissing = defineRule({
  id: 'cluster-geodb-missing',
  dialects: palomar,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/palomar/configuration.html',
  docs: {
    summary: 'A server has settings of a cluster, but no GeoDB.',
    why: 'The GeoDB, mostly in Cassandra, holds the sites, the backends and the groups of users. Without it a proxy does not know where a user is, and a backend not which users are its own.',
    exceptions: 'In 3.1 @cluster_defaults brings it; with that group nothing is said.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: `${v30}<|cluster_local_site|> = fra\ncluster_backend_name = b1.example.com\n`,
        fixed: `${v30}cluster_geodb = proxy:dict-async:CHANGEME_GEODB\ncluster_local_site = fra\ncluster_backend_name = b1.example.com\n`,
      },
      {
        dialect: 'pro-3.1',
        text: `${v31}<|cluster_backend_name|> = b1.example.com\n`,
        fixed: `${v31}@cluster_defaults = backend\ncluster_backend_name = b1.example.com\n`,
      },
      {
        dialect: 'pro-3.1',
        text: `${v31}<|cluster_default_group_count|> = 100\n`,
        fixed: `${v31}@cluster_defaults = proxy\ncluster_default_group_count = 100\n`,
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: `${v30}cluster_local_site = fra\ncluster_geodb = proxy:dict-async:cluster-geodb\ndict {\n  cluster-geodb = cassandra:/etc/dovecot/geodb.conf.ext\n}\n`,
      },
      { dialect: 'pro-3.1', text: `${v31}@cluster_defaults = backend\ncluster_backend_name = b1.example.com\n` },
      {
        dialect: 'pro-3.1',
        text: `${v31}cluster_backend_name = b1.example.com\ndict_server {\n  dict cluster-geodb {\n    driver = sql\n    sql_driver = cassandra\n  }\n}\n`,
      },
    ],
  },
  messages: {
    missing: 'This server belongs to a cluster, but the GeoDB with its sites, backends and groups is not set.',
  },
  check({ configuration, storage, dialect, report }) {
    const [entry] = entriesLike(configuration, /^cluster_/);
    if (entry === undefined || !configuration.complete) return;
    const isKnown = entriesNamed(configuration, 'cluster_geodb').length > 0;
    if (isKnown || storage.dicts.some(({ name }) => name.text === 'cluster-geodb')) return;
    const isProxy = entriesNamed(configuration, 'cluster_backend_name').length === 0;
    const line =
      dialect === 'pro-3.0'
        ? 'cluster_geodb = proxy:dict-async:CHANGEME_GEODB'
        : `@cluster_defaults = ${isProxy ? 'proxy' : 'backend'}`;
    report({
      at: locatedWord(entry.statement.key, entry.document),
      message: 'missing',
      fixes:
        entry.scope === undefined
          ? [
              {
                title: titles[dialect === 'pro-3.0' ? 'dict' : 'group'],
                safe: false,
                edits: [insertAbove(entry.document, entry.statement.from, [line])],
              },
            ]
          : [],
    });
  },
});

const titles = {
  dict: 'Set the GeoDB (replace CHANGEME_GEODB by the name of its dict)',
  group: 'Take the defaults of the cluster (check that the role is right)',
};
