/** Nodes of a database that share a machine fail together. */

import { withManifest } from '../lint/examples.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

const datacenter = (setting: string) =>
  `kind: CassandraDatacenter\nmetadata:\n  name: fra\nspec:\n  serverType: cassandra\n  size: 3\n${setting}`;

const scylla = (mode: string) =>
  `kind: ScyllaCluster\nmetadata:\n  name: mails\nspec:\n  developerMode: ${mode}\n  datacenter:\n    racks:\n      - members: 3\n`;

export const cqlMachinesShared = defineRule({
  id: 'cql-machines-shared',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S25'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/palomar/components/storage.html',
  docs: {
    summary: 'Several nodes of the CQL database may run on one machine.',
    why: 'Three nodes on one machine are one node when it fails. The setting is for tests and development.',
    bad: [
      withManifest(
        datacenter('  allowMultipleNodesPerWorker: <|true|>\n'),
        datacenter('  allowMultipleNodesPerWorker: false\n'),
      ),
      withManifest(scylla('<|true|>'), scylla('false')),
    ],
    good: [withManifest(datacenter(''))],
  },
  messages: {
    shared: "'{setting}' lets several nodes share a machine, and fail with it. Leave it off but for tests.",
    developer:
      "'{setting}' has ScyllaDB run on what it was not made for, beside anything else. Leave it off but for tests.",
  },
  checkManifest({ document, infrastructure, report }) {
    for (const { sharedMachines } of infrastructure.databases) {
      if (sharedMachines === undefined) continue;
      const title = 'Turn it off (every node then needs a machine of its own)';
      report({
        at: { document, span: sharedMachines },
        message: /developerMode$/i.test(sharedMachines.value) ? 'developer' : 'shared',
        data: { setting: sharedMachines.value },
        fixes: [{ title, safe: false, edits: [{ document, span: sharedMachines, text: 'false' }] }],
      });
    }
  },
});
