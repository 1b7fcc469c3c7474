/** S25: the CQL database must have several nodes. */

import { isKnown } from '../config/holes.ts';
import { isIpAddress, managedCqlOfHost } from '../knowledge/hosts.ts';
import { storageSupportPage } from '../knowledge/support.ts';
import { withManifest } from '../lint/examples.ts';
import { defineRule, type Place, palomarAndUpgrade, replace } from '../lint/rule.ts';

export const cqlSingleNode = defineRule({
  id: 'cql-single-node',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S25'],
  fixable: true,
  source: storageSupportPage,
  docs: {
    summary: 'The CQL database has one or two nodes, or one contact host.',
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
      withManifest(
        'kind: CassandraDatacenter\nmetadata:\n  name: fra\nspec:\n  serverType: cassandra\n  size: <|1|>\n',
      ),
      withManifest('services:\n  <|c1|>:\n    image: cassandra:4.1\n  c2:\n    image: cassandra:4.1\n'),
      withManifest('kind: DovecotDeployment\ndictmap:\n  database:\n    nodesPerSite: <|1|>\n'),
    ],
    good: [
      withManifest('kind: CassandraDatacenter\nmetadata:\n  name: fra\nspec:\n  serverType: cassandra\n  size: 3\n'),
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
    one: "The CQL database '{name}' has one node: when it is down, no mailbox can be opened. Run three or more.",
    two: "The CQL database '{name}' has two nodes: when one is down, there is no majority. Run three or more.",
  },
  checkManifest({ document, infrastructure, deploymentFile, report }) {
    const found = (at: Place, nodes: number, name: string) => {
      if (nodes === 0 || nodes > 2) return;
      const severity = nodes === 1 ? 'error' : 'warning';
      report({ at, message: nodes === 1 ? 'one' : 'two', data: { name }, severity });
    };
    for (const { at, nodes } of infrastructure.databases) {
      if (nodes !== undefined) found({ document, span: nodes }, nodes.value, at.value);
    }
    const declared = deploymentFile?.facts.database.nodesPerSite;
    if (declared !== undefined) found(declared, declared.value, 'dictmap');
  },
  check({ storage, deployment, report }) {
    // Whoever declares the nodes has answered the question.
    if ((deployment?.database.nodesPerSite?.value ?? 0) >= 3) return;
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
