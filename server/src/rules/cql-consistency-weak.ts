/** Consistency levels of dictmap's database at which Dovecot may read old data. */

import { consistencyLevels, isRefused, isWeak } from '../config/storage/cqlConsistency.ts';
import { defineRule, replace } from '../lint/rule.ts';

const text = (settings: string) =>
  `dovecot_config_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = c1.example.com c2.example.com c3.example.com\n    cassandra_keyspace = mails\n    cassandra_protocol_version = 4\n${settings}    dict_map shared/$key {\n      sql_table = objects\n      value_field value {\n        type = hexblob\n      }\n      key_field key {\n        value = $key\n      }\n    }\n  }\n}\nmetacache {\n  fs dictmap {\n    dict proxy {\n      name = mails\n      socket_path = dict-async\n    }\n  }\n  fs sproxyd {\n  }\n}\n`;

export const cqlConsistencyWeak = defineRule({
  id: 'cql-consistency-weak',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap_cassandra/',
  docs: {
    summary: "Dictmap's database answers before enough copies agree.",
    why: 'Dovecot expects to read what it has just written: it must be strongly consistent within a data centre. With one, two or any a backend may not see a new mail or an index bundle of another backend, and mailboxes seem to lose mails. Recommended are local-quorum for everything, or, with several data centres, each-quorum for writing and deleting with local-quorum as fallback.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: text('    cassandra_write_consistency = <|one|>\n'),
        fixed: text('    cassandra_write_consistency = local-quorum\n'),
      },
      {
        dialect: 'pro-3.1',
        text: text('    cassandra_delete_fallback_consistency = <|local-one|>\n'),
        fixed: text('    cassandra_delete_fallback_consistency = local-quorum\n'),
      },
    ],
    good: [
      { dialect: 'pro-3.1', text: text('    cassandra_write_consistency = local-quorum\n') },
      {
        dialect: 'pro-3.1',
        text: text('    cassandra_write_consistency = one\n').replace('name = mails', 'name = other'),
      },
    ],
  },
  messages: {
    weak: "With '{level}' Dovecot may read old data: dictmap needs 'local-quorum', or 'each-quorum' for writing over several data centres.",
  },
  check({ storage, report }) {
    const ofDictmap = new Set(storage.dictReferences.flatMap(({ chain, name }) => (chain ? [name?.text] : [])));
    for (const connection of storage.cql.filter(({ dict }) => ofDictmap.has(dict))) {
      for (const level of consistencyLevels(connection)) {
        if (!isWeak(level) || isRefused(level)) continue;
        report({
          at: level.value,
          message: 'weak',
          data: { level: level.value.text },
          fixes: [
            {
              title: 'Use local-quorum (slower, and it needs most copies of the data centre)',
              safe: false,
              edits: [replace(level.value, 'local-quorum')],
            },
          ],
        });
      }
    }
  },
});
