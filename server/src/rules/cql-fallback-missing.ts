/** Writing to every data centre with nothing to fall back on. */

import type { CqlConnection } from '../config/storage/cql.ts';
import { consistencyLevels, consistencySetting } from '../config/storage/cqlConsistency.ts';
import { addToConnection, nameInConnection } from '../lint/cqlEdits.ts';
import { type DocumentEdit, defineRule, replace } from '../lint/rule.ts';

const text = (settings: string) =>
  `dovecot_config_version = 3.1.2\ndict_server {\n  dict mails {\n${settings}    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = c1.example.com c2.example.com c3.example.com\n    cassandra_keyspace = mails\n    cassandra_protocol_version = 4\n  }\n}\n`;
const connect = (words: string) => `connect = host=a host=b host=c keyspace=mails version=4 ${words}\n`;

export const cqlFallbackMissing = defineRule({
  id: 'cql-fallback-missing',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap_cassandra/',
  docs: {
    summary: 'Writes need every data centre, and there is no weaker level to fall back on.',
    why: 'each-quorum waits for most copies in every data centre. When the connection between two of them is cut, no write succeeds anywhere: no mail can be delivered, no flag be set. With local-quorum as fallback each data centre goes on by itself.',
    exceptions:
      'The manual names local-quorum as the default of the fallback, but in the code an unset one is the same as the first level.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: text('    cassandra_write_consistency = <|each-quorum|>\n'),
        fixed: text(
          '    cassandra_write_fallback_consistency = local-quorum\n    cassandra_write_consistency = each-quorum\n',
        ),
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndict {\n  mails = cassandra:mails.conf.ext\n}\n',
        files: { 'mails.conf.ext': connect('delete_consistency=<|each-quorum|>') },
        fixed: connect('delete_consistency=each-quorum delete_fallback_consistency=local-quorum'),
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndict {\n  mails = cassandra:mails.conf.ext\n}\n',
        files: {
          'mails.conf.ext': connect('write_fallback_consistency=each-quorum write_consistency=<|each-quorum|>'),
        },
        fixed: connect('write_fallback_consistency=local-quorum write_consistency=each-quorum'),
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: text(
          '    cassandra_write_consistency = each-quorum\n    cassandra_write_fallback_consistency = local-quorum\n',
        ),
      },
      { dialect: 'pro-3.1', text: text('    cassandra_write_consistency = local-quorum\n') },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndict {\n  mails = cassandra:mails.conf.ext\n}\n',
        files: { 'mails.conf.ext': connect('write_consistency=each-quorum {{ more }}') },
      },
    ],
  },
  messages: {
    missing: "Without a weaker '{fallback}' a cut between data centres stops every write: set it to 'local-quorum'.",
  },
  check({ storage, report }) {
    for (const connection of storage.cql) {
      for (const { kind, isFallback, value } of consistencyLevels(connection)) {
        if (isFallback || kind === 'read' || value.text !== 'each-quorum') continue;
        const setting = consistencySetting(kind, true);
        const edit = setFallback(connection, setting);
        if (edit === undefined) continue;
        report({
          at: value,
          message: 'missing',
          data: { fallback: nameInConnection(connection, setting) },
          fixes: [{ title: 'Fall back on local-quorum', safe: true, edits: [edit] }],
        });
      }
    }
  },
});

/** Undefined where there is another fallback, or may be one. */
function setFallback(connection: CqlConnection, setting: string): DocumentEdit | undefined {
  const fallback = connection.get(setting);
  if (fallback === undefined) {
    return connection.complete ? addToConnection(connection, setting, 'local-quorum') : undefined;
  }
  return fallback.text === 'each-quorum' ? replace(fallback, 'local-quorum') : undefined;
}
