/** DynamoDB in the place of a CQL database. */

import { plain } from '../config/entries.ts';
import { type Located, locatedSlice, locatedValue } from '../config/located.ts';
import { isDynamoDbHost } from '../knowledge/hosts.ts';
import { pro30, pro31 } from '../lint/examples.ts';
import { defineRule, pro } from '../lint/rule.ts';

export const awsDynamodbUnsupported = defineRule({
  id: 'aws-dynamodb-unsupported',
  dialects: pro,
  severity: 'error',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/storage/providers/aws.html',
  docs: {
    summary: 'DynamoDB is named as the database of a dictionary.',
    why: 'Dictmap speaks CQL, which DynamoDB does not understand. No mailbox on object storage can be opened without the database.',
    noFix: 'Which cluster takes its place only you know.',
    bad: [
      pro31(
        'dict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = <|dynamodb.eu-central-1.amazonaws.com|>\n    cassandra_keyspace = mails\n    cassandra_protocol_version = 4\n  }\n}\n',
      ),
      pro30('dict {\n  cassandra = <|dynamodb|>:/etc/dovecot/dovecot-dict.conf.ext\n}\nplugin {\n}\n'),
      pro31('dict_server {\n  dict mails {\n    driver = <|dynamodb|>\n  }\n}\n'),
    ],
    good: [
      pro31(
        'dict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = c1.example.com c2.example.com c3.example.com\n    cassandra_protocol_version = 4\n  }\n}\n',
      ),
    ],
  },
  messages: {
    dynamodb: 'DynamoDB does not speak CQL, which dictmap needs: use a Cassandra cluster.',
  },
  check({ storage, configuration, report }) {
    for (const { hosts } of storage.cql) {
      for (const host of hosts) if (isDynamoDbHost(host.text)) report({ at: host, message: 'dynamodb' });
    }
    for (const { setting, scope, statement, document } of configuration.entries) {
      const value = locatedValue(statement, document);
      const driver = scope?.filter === 'dict' ? driverOf(setting, value, scope.name) : undefined;
      if (plain(driver)?.text === 'dynamodb') report({ at: driver!, message: 'dynamodb' });
    }
  },
});

/** `driver:` in front of what a dictionary of the old grammar is, or the value of the new one's setting. */
function driverOf(setting: string, value: Located, name: string | undefined): Located | undefined {
  if (name !== undefined) return setting === 'dict_driver' || setting === 'sql_driver' ? value : undefined;
  const colon = value.text.indexOf(':');
  return colon === -1 ? undefined : locatedSlice(value, 0, colon);
}
