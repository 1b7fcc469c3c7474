/** Maps that dictmap asks for and its dictionary does not have. */

import { patternShape, takesAllKeysOf } from '../config/storage/dictMaps.ts';
import { dictmaps, dictmapValue, isDictmapOn } from '../config/storage/dictmap.ts';
import type { Dict } from '../config/storage/dicts.ts';
import type { StorageModel } from '../config/storage/types.ts';
import { dictmapMaps, type MapUse } from '../knowledge/dictmapMaps.ts';
import { insertMap, manualIndex } from '../lint/dictMapEdits.ts';
import { defineRule } from '../lint/rule.ts';

const old = 'dovecot_config_version = 3.0.5\ndict {\n  mails = cassandra:mails.conf.ext\n}\nplugin {\n  ';
const index =
  '    dict_map shared/dictmap/$user/idx/$object_name {\n      sql_table = user_index_objects\n      value_field i {\n        type = hexblob\n      }\n      key_field u {\n        value = $user\n      }\n      key_field n {\n        value = $object_name\n      }\n    }\n';
const mailboxIndex =
  '    dict_map shared/dictmap/$user/mailboxes/$mailbox_guid/idx/$object_name {\n      sql_table = user_mailbox_index_objects\n      value_field i {\n        type = hexblob\n      }\n      key_field u {\n        value = $user\n      }\n      key_field g {\n        value = $mailbox_guid\n        type = hexblob\n      }\n      key_field n {\n        value = $object_name\n      }\n    }\n';
const blocks = (name: string, maps: string) =>
  `dovecot_config_version = 3.1.2\ndict_server {\n  dict ${name} {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_protocol_version = 4\n${maps}  }\n}\nmetacache {\n  fs dictmap {\n    diff_table = no\n    dict proxy {\n      name = mails\n      socket_path = dict-async\n    }\n  }\n  fs sproxyd {\n  }\n}\n`;

export const dictMapMissing = defineRule({
  id: 'dict-map-missing',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap_cassandra/',
  docs: {
    summary: 'The dictionary of dictmap lacks a map that a storage chain asks for.',
    why: 'Each kind of object has keys of its own: index bundles of users and of mailboxes, mails in buckets, search indexes, and, where they are switched on, newest bundles (diff-table) and references (refcounting-table). A key without a map is an error at run time: mails cannot be saved or found.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: blocks('<|mails|>', index),
        fixed: blocks('mails', `${index}${mailboxIndex}`),
      },
      {
        dialect: 'pro-3.0',
        text: `${old}fts_dovecot_fs = fts-cache:dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/ ; dict-prefix=%u/fts/\n}\n`,
        files: {
          'mails.conf.ext':
            '<|connect|> = host=a host=b host=c keyspace=mails version=4\nmap {\n  pattern = shared/dictmap/$user/idx/$object_name\n  table = user_index_objects\n  value_field = i\n  value_type = hexblob\n  fields {\n    u = $user\n    n = $object_name\n  }\n}\n',
        },
      },
    ],
    good: [
      { dialect: 'pro-3.1', text: blocks('mails', `${index}${mailboxIndex}`) },
      {
        dialect: 'pro-3.0',
        text: `${old}obox_index_fs = dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/\n}\n`,
        files: {
          'mails.conf.ext':
            'connect = host=a host=b host=c keyspace=mails version=4\nmap {\n  pattern = shared/$key\n  table = objects\n  value_field = i\n  fields {\n    k = $key\n  }\n}\n',
        },
      },
      {
        dialect: 'pro-3.0',
        text: `${old}obox_index_fs = dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/\n}\n`,
        files: {
          'mails.conf.ext': 'connect = host=a host=b host=c keyspace=mails version=4\n!include maps.conf.ext\n',
        },
      },
    ],
  },
  messages: {
    missing: "The dict '{dict}' lacks maps that dictmap asks for: {patterns}.",
  },
  check({ storage, report }) {
    for (const dict of storage.dicts) {
      if (dict.driver !== 'cassandra' || !dict.complete || dict.maps.some(({ pattern }) => pattern === undefined))
        continue;
      const uses = usesOf(dict, storage);
      const missing = dictmapMaps.filter(({ use, pattern }) => uses.has(use) && !hasMapFor(dict, pattern));
      if (missing.length === 0) continue;
      report({
        at: storage.cql.find((connection) => connection.dict === dict.name.text)?.holder ?? dict.name,
        message: 'missing',
        data: { dict: dict.name.text, patterns: listed(missing.map(({ pattern }) => pattern)) },
        fixes: [
          {
            title: 'Insert the maps (their tables must exist in Cassandra)',
            safe: false,
            edits: missing.map((map) => insertMap(dict, map)),
          },
        ],
      });
    }
  },
});

function listed(patterns: readonly string[]): string {
  const shown = patterns.slice(0, 3).map((pattern) => `'${pattern}'`);
  return shown.length < patterns.length
    ? `${shown.join(', ')} and ${patterns.length - shown.length} more`
    : shown.join(', ');
}

/** What the chains that use a dict make dictmap ask for. */
function usesOf({ name }: Dict, { chains, dictReferences }: StorageModel): ReadonlySet<MapUse> {
  const users = new Set(
    dictReferences.filter((reference) => reference.name?.text === name.text).map(({ chain }) => chain),
  );
  const uses = new Set<MapUse>();
  for (const dictmap of dictmaps(chains)) {
    const { chain } = dictmap;
    if (!users.has(chain)) continue;
    if (chain.role === 'index') uses.add('indexes');
    if (chain.role === 'fts') uses.add('search');
    if (chain.role === 'mail' && Number(dictmapValue(dictmap, 'fs_dictmap_bucket_size')) > 0) uses.add('buckets');
    if (chain.role === 'mail' && isDictmapOn(dictmap, 'fs_dictmap_refcounting_table')) uses.add('refcounting-table');
    if (chain.role === 'index' && isDictmapOn(dictmap, 'fs_dictmap_diff_table')) uses.add('diff-table');
  }
  return uses;
}

/** A map of the same shape, or one of the author's own that takes its keys. */
function hasMapFor({ maps }: Dict, pattern: string): boolean {
  return maps.some((map) => {
    const own = map.pattern!.text;
    if (patternShape(own) === patternShape(pattern)) return true;
    return manualIndex(map) === -1 && takesAllKeysOf(own, pattern);
  });
}
