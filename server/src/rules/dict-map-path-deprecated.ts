/** Maps for objects that are found by their path instead of an object ID. */

import { patternShape } from '../config/storage/dictMaps.ts';
import { dictmapMaps } from '../knowledge/dictmapMaps.ts';
import { defineRule } from '../lint/rule.ts';

const head =
  'dovecot_config_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n';
const map = (value: string) =>
  `${head}    dict_map shared/dictmap/$user/idx/$object_name {\n      sql_table = user_index_objects\n${value}      key_field u {\n        value = $user\n      }\n      key_field n {\n        value = $object_name\n      }\n    }\n  }\n}\n`;

export const dictMapPathDeprecated = defineRule({
  id: 'dict-map-path-deprecated',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap_cassandra_path/',
  docs: {
    summary: 'The maps of dictmap keep paths instead of object IDs.',
    why: 'With object IDs, which are blobs, the index of a mailbox remembers where its mails are, and Cassandra is hardly asked. With paths it is asked for nearly every mail. Path maps exist for old installations and for tests. S3 and Azure get object IDs by storage_objectid_prefix.',
    exceptions:
      'The type of a column cannot be changed while there is data in it: moving an old installation is a migration.',
    noFix: 'What is stored would have to be migrated with it.',
    bad: [
      { dialect: 'pro-3.1', text: map('      value_field <|i|> {\n      }\n') },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/ ; bucket-size=10000\n}\ndict {\n  mails = cassandra:mails.conf.ext\n}\n',
        files: {
          'mails.conf.ext':
            'connect = host=a host=b host=c keyspace=mails version=4\nmap {\n  pattern = shared/dictmap/$user/idx/$object_name\n  table = user_index_objects\n  value_field = <|i|>\n  fields {\n    u = $user\n    n = $object_name\n  }\n}\nmap {\n  pattern = shared/dictmap/$user/fts/$object_name\n  table = user_fts_objects\n  value_field = i\n  fields {\n    u = $user\n    n = $object_name\n  }\n}\n',
        },
      },
    ],
    good: [
      { dialect: 'pro-3.1', text: map('      value_field i {\n        type = hexblob\n      }\n') },
      { dialect: 'pro-3.1', text: map('      value_field i {\n        type = {{ type }}\n      }\n') },
    ],
  },
  messages: {
    path: "'{column}' holds a path. Use object IDs, with type hexblob: they save nearly all lookups of mails.",
  },
  check({ storage, report }) {
    for (const { maps, complete } of storage.dicts) {
      if (!complete) continue;
      // One is enough: the others are of the same kind.
      const columns = maps.filter(
        ({ pattern }) => pattern !== undefined && objectShapes.has(patternShape(pattern.text)),
      );
      const path = columns.flatMap(({ values }) => values).find(({ type }) => type === 'string');
      if (path !== undefined) report({ at: path.name, message: 'path', data: { column: path.name.text } });
    }
  },
});

/** The keys under which an object is kept. */
const objectShapes: ReadonlySet<string> = new Set(
  dictmapMaps.filter(({ values }) => values[0]?.[0] === 'i').map(({ pattern }) => patternShape(pattern)),
);
