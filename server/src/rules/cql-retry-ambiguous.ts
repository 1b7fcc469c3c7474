/** Repeating queries to Cassandra: half a setting, or one that the newer manual warns of. */

import { plain } from '../config/entries.ts';
import { isPalomar } from '../knowledge/dialect.ts';
import { nameInConnection } from '../lint/cqlEdits.ts';
import { defineRule } from '../lint/rule.ts';

const text = (settings: string) =>
  `dovecot_config_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = c1.example.com c2.example.com c3.example.com\n    cassandra_keyspace = mails\n    cassandra_protocol_version = 4\n${settings}  }\n}\n`;

const interval = 'cassandra_execution_retry_interval';
const times = 'cassandra_execution_retry_times';

export const cqlRetryAmbiguous = defineRule({
  id: 'cql-retry-ambiguous',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'hint',
  profile: 'strict',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecot.org/main/core/config/sql/cassandra.html',
  docs: {
    summary: 'Queries to Cassandra are repeated, or are to be and are not.',
    why: 'The driver repeats a query that is not answered only when both the interval and the number are set. The manuals disagree on whether it should: that of 2.3 recommends it, the newer one warns that the driver may hang when all of Cassandra is down.',
    exceptions: 'The sources contradict each other, so this is a hint of the profile strict and there is no quick-fix.',
    noFix: 'The sources contradict each other, so nobody can say which way is right.',
    bad: [
      { dialect: 'pro-3.1', text: text('    cassandra_execution_retry_times = <|3|>\n') },
      {
        dialect: 'pro-3.1',
        text: text('    cassandra_execution_retry_interval = <|500ms|>\n    cassandra_execution_retry_times = 3\n'),
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/\n}\ndict {\n  mails = cassandra:mails.conf.ext\n}\n',
        files: {
          'mails.conf.ext':
            'connect = host=a host=b host=c keyspace=mails version=4 execution_retry_interval=<|500ms|>\n',
        },
      },
    ],
    good: [
      { dialect: 'pro-3.1', text: text('') },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/\n}\ndict {\n  mails = cassandra:mails.conf.ext\n}\n',
        files: {
          'mails.conf.ext':
            'connect = host=a host=b host=c keyspace=mails version=4 execution_retry_interval=500ms execution_retry_times=3\n',
        },
      },
    ],
  },
  messages: {
    half: "This has no effect without '{other}': queries are repeated only when both are set.",
    hang: 'The manual warns that with repeated queries the driver may hang when all of Cassandra is down.',
  },
  check({ storage, dialect, report }) {
    for (const connection of storage.cql) {
      const every = plain(connection.get(interval));
      const count = plain(connection.get(times));
      if (every !== undefined && count !== undefined) {
        if (isPalomar(dialect) && count.text !== '0') report({ at: every, message: 'hang' });
        continue;
      }
      const only = every ?? count;
      const missing = every === undefined ? interval : times;
      if (only === undefined || only.text === '0' || !connection.complete || connection.get(missing) !== undefined)
        continue;
      report({ at: only, message: 'half', data: { other: nameInConnection(connection, missing) } });
    }
  },
});
