/** Consistency levels that Cassandra refuses for the kind of query, or does not have. */

import { consistencyLevels, isRefused, knownLevels } from '../config/storage/cqlConsistency.ts';
import { dialects } from '../knowledge/dialect.ts';
import { nameInConnection } from '../lint/cqlEdits.ts';
import { defineRule, replace } from '../lint/rule.ts';

const text = (settings: string) =>
  `dovecot_config_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = c1.example.com c2.example.com c3.example.com\n    cassandra_keyspace = mails\n    cassandra_protocol_version = 4\n${settings}  }\n}\n`;
const connect = (words: string) => `connect = host=a host=b host=c keyspace=mails version=4 ${words}\n`;

export const cqlConsistencyUnsupported = defineRule({
  id: 'cql-consistency-unsupported',
  dialects,
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/config/sql/cassandra.html',
  docs: {
    summary: 'A consistency level is set that does not exist for this kind of query.',
    why: 'Cassandra reads neither with any nor with each-quorum, and writes neither with serial nor with local-serial: it refuses each such query. A word that the driver does not know stops the dictionary as a whole.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: text('    cassandra_read_consistency = <|each-quorum|>\n'),
        fixed: text('    cassandra_read_consistency = local-quorum\n'),
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\ndict {\n  mails = cassandra:mails.conf.ext\n}\n',
        files: { 'mails.conf.ext': connect('delete_fallback_consistency=<|local-serial|>') },
        fixed: connect('delete_fallback_consistency=local-quorum'),
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\ndict {\n  mails = cassandra:mails.conf.ext\n}\n',
        files: { 'mails.conf.ext': connect('write_consistency=<|localquorum|>') },
        fixed: connect('write_consistency=local-quorum'),
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: text(
          '    cassandra_read_consistency = local-quorum\n    cassandra_read_fallback_consistency = quorum\n    cassandra_write_consistency = each-quorum\n    cassandra_write_fallback_consistency = local-quorum\n',
        ),
      },
      { dialect: 'pro-3.1', text: text('    cassandra_read_consistency = {{ consistency }}\n') },
    ],
  },
  messages: {
    refused: "Cassandra refuses '{level}' for this kind of query: use 'local-quorum'.",
    unknown: "The driver of Cassandra knows no '{level}' for '{setting}', and the dictionary cannot be used.",
  },
  check({ storage, report }) {
    for (const connection of storage.cql) {
      for (const level of consistencyLevels(connection)) {
        const { value, setting } = level;
        const isUnknown = !knownLevels.has(value.text);
        if (!isUnknown && !isRefused(level)) continue;
        report({
          at: value,
          message: isUnknown ? 'unknown' : 'refused',
          data: { level: value.text, setting: nameInConnection(connection, setting) },
          fixes: [{ title: 'Use local-quorum', safe: false, edits: [replace(value, 'local-quorum')] }],
        });
      }
    }
  },
});
