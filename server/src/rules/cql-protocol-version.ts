/** S24: dictmap speaks CQL protocol version 4. */

import { isKnown } from '../config/holes.ts';
import type { CqlConnection } from '../config/storage/cql.ts';
import { insertIntoSection } from '../lint/edits.ts';
import { type DocumentEdit, defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

export const cqlProtocolVersion = defineRule({
  id: 'cql-protocol-version',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S24'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/dictmap.html',
  docs: {
    summary: 'The CQL protocol version is not 4, or is left to the driver.',
    why: 'Version 4 is the one that Dovecot Pro is tested with. With a lower one prepared statements do not work; without a setting the driver first tries others and logs warnings at every connection.',
    exceptions: 'Version 3 may be needed for a while to reach a very old Cassandra.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = c1.example.com c2.example.com c3.example.com\n    cassandra_protocol_version = <|3|>\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = c1.example.com c2.example.com c3.example.com\n    cassandra_protocol_version = 4\n  }\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\ndict_server {\n  dict <|mails|> {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = c1.example.com c2.example.com c3.example.com\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\ndict_server {\n  dict mails {\n    cassandra_protocol_version = 4\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = c1.example.com c2.example.com c3.example.com\n  }\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\ndict {\n  cassandra = cassandra:dovecot-dict-cql.conf.ext\n}\nplugin {\n}\n',
        files: {
          'dovecot-dict-cql.conf.ext':
            '<|connect|> = host=c1.example.com host=c2.example.com host=c3.example.com keyspace=mails\n',
        },
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = c1.example.com c2.example.com c3.example.com\n    cassandra_protocol_version = 4\n  }\n}\n',
      },
    ],
  },
  messages: {
    other: 'CQL protocol version {version} is not tested with Dovecot Pro: use version 4.',
    unset: 'The CQL protocol version is left to the driver: set version 4, the one that is tested.',
  },
  check({ storage, configuration, report }) {
    for (const connection of storage.cql) {
      const version = connection.protocolVersion;
      if (version === undefined) {
        if (connection.insertion.kind === 'block' && !configuration.complete) continue;
        if (connection.insertion.kind === 'connect' && !isKnown(connection.insertion.value.text)) continue;
        const fix = { title: 'Set CQL protocol version 4', safe: true, edits: [addVersion(connection)] };
        report({ at: connection.holder, message: 'unset', severity: 'hint', fixes: [fix] });
      } else if (version.text !== '4' && isKnown(version.text)) {
        const fix = { title: 'Use CQL protocol version 4', safe: true, edits: [replace(version, '4')] };
        report({ at: version, message: 'other', data: { version: version.text }, fixes: [fix] });
      }
    }
  },
});

function addVersion({ document, insertion }: CqlConnection): DocumentEdit {
  if (insertion.kind === 'block') {
    return insertIntoSection({ document, section: insertion.opening.section }, ['cassandra_protocol_version = 4']);
  }
  const at = insertion.value.span.to;
  return { document, span: { from: at, to: at }, text: ' version=4' };
}
