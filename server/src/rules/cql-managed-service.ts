/** S29: a managed CQL service. */

import { managedCqlOfHost } from '../knowledge/hosts.ts';
import { storageSupportPage } from '../knowledge/support.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const cqlManagedService = defineRule({
  id: 'cql-managed-service',
  dialects: palomarAndUpgrade,
  severity: 'information',
  statements: ['S29'],
  fixable: false,
  source: storageSupportPage,
  docs: {
    summary: 'The CQL database is a managed service.',
    why: 'Managed services exist and may be used, but OX supports neither their configuration nor their operation and gives no advice on them: in an incident their provider is the one to ask.',
    exceptions: 'It is information only.',
    noFix: 'There is nothing to mend: such a service may be used.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = <|0a1b-eu-west-1.db.astra.datastax.com|>\n    cassandra_protocol_version = 4\n  }\n}\n',
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
    managed:
      "'{host}' belongs to {service}: OX supports neither the configuration nor the operation of managed services.",
  },
  checkManifest({ deploymentFile, report }) {
    const { system, service } = deploymentFile?.facts.database ?? {};
    if (system?.value !== 'managed' || service?.value === 'aws-keyspaces') return;
    const at = service ?? system;
    report({ at, message: 'managed', data: { host: at.value, service: 'a managed service' } });
  },
  check({ storage, report }) {
    for (const { hosts } of storage.cql) {
      for (const host of hosts) {
        const service = managedCqlOfHost(host.text);
        if (service === undefined || service.keyspaces) continue;
        report({ at: host, message: 'managed', data: { host: host.text, service: service.name } });
      }
    }
  },
});
