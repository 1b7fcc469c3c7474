/** S29: Amazon Keyspaces lacks features that dictmap needs. */

import { managedCqlOfHost } from '../knowledge/hosts.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const awsKeyspacesUnsupported = defineRule({
  id: 'aws-keyspaces-unsupported',
  dialects: palomarAndUpgrade,
  severity: 'error',
  statements: ['S29'],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/storage/providers/aws.html',
  docs: {
    summary: 'Amazon Keyspaces is used as the CQL database.',
    why: 'Keyspaces lacks Cassandra features that dictmap relies on, so it cannot be used: mails written through it may be lost from view. The pages of 3.0 still list it among managed services, later ones mark it unsupported.',
    noFix: 'Which cluster takes its place only you know.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = <|cassandra.eu-central-1.amazonaws.com|>\n    cassandra_protocol_version = 4\n  }\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\ndict {\n  cassandra = cassandra:dovecot-dict-cql.conf.ext\n}\nplugin {\n}\n',
        files: {
          'dovecot-dict-cql.conf.ext':
            'connect = host=<|cassandra.eu-central-1.amazonaws.com|> keyspace=mails version=4\n',
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
    unsupported: "'{host}' is Amazon Keyspaces, which lacks features that dictmap needs: use a Cassandra cluster.",
  },
  checkManifest({ deploymentFile, configurations, report }) {
    const service = deploymentFile?.facts.database.service;
    if (service?.value !== 'aws-keyspaces') return;
    const isLater =
      configurations.length === 0 || configurations.some(({ decision }) => decision.dialect === 'pro-3.1');
    const severity = isLater ? 'error' : 'warning';
    report({ at: service, message: 'unsupported', data: { host: service.value }, severity });
  },
  check({ storage, dialect, report }) {
    for (const { hosts } of storage.cql) {
      for (const host of hosts) {
        if (managedCqlOfHost(host.text)?.keyspaces !== true) continue;
        const severity = dialect === 'pro-3.1' ? 'error' : 'warning';
        report({ at: host, message: 'unsupported', data: { host: host.text }, severity });
      }
    }
  },
});
