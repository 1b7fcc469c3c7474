/** S25: the CQL database must have several nodes. */

import { isKnown } from '../config/holes.ts';
import { isIpAddress, managedCqlOfHost } from '../knowledge/hosts.ts';
import { storageSupportPage } from '../knowledge/support.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

export const cqlSingleNode = defineRule({
  id: 'cql-single-node',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S25'],
  fixable: true,
  source: storageSupportPage,
  docs: {
    summary: 'Only one contact host is named for the CQL database.',
    why: 'Every access to mails on object storage asks the database first. It must be highly available, on several nodes; with one node, or with one contact host that is down when Dovecot starts, no mailbox can be opened.',
    exceptions:
      'One name may resolve to several addresses. Then declare the nodes in the deployment manifest (dictmap.database.nodesPerSite).',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = <|192.0.2.10|>\n    cassandra_protocol_version = 4\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = 192.0.2.10 CHANGEME_HOST_2 CHANGEME_HOST_3\n    cassandra_protocol_version = 4\n  }\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = <|cassandra.example.com|>\n    cassandra_protocol_version = 4\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = cassandra.example.com CHANGEME_HOST_2 CHANGEME_HOST_3\n    cassandra_protocol_version = 4\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = 192.0.2.10 192.0.2.11 192.0.2.12\n    cassandra_protocol_version = 4\n  }\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = {{ hosts }}\n    cassandra_protocol_version = 4\n  }\n}\n',
      },
    ],
  },
  messages: {
    address:
      "'{host}' is the only contact host of the CQL database, which must have several nodes: name all of this site.",
    name: "'{host}' is the only contact host of the CQL database. It may resolve to several; otherwise name all nodes of this site.",
  },
  check({ storage, report }) {
    for (const { hosts, insertion } of storage.cql) {
      const [host] = hosts;
      if (host === undefined || hosts.length > 1 || !isKnown(host.text) || managedCqlOfHost(host.text) !== undefined)
        continue;
      const data = { host: host.text };
      const more = ['CHANGEME_HOST_2', 'CHANGEME_HOST_3'].map((name) =>
        insertion.kind === 'connect' ? `host=${name}` : name,
      );
      const fix = {
        title: 'Add two more contact hosts (replace CHANGEME_HOST_2 and CHANGEME_HOST_3)',
        safe: false,
        edits: [replace(host, [host.text, ...more].join(' '))],
      };
      if (isIpAddress(host.text)) report({ at: host, message: 'address', data, fixes: [fix] });
      else report({ at: host, message: 'name', data, severity: 'information', fixes: [fix] });
    }
  },
});
