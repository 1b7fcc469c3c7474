/** S25: a keyspace with too few copies is not highly available, however many nodes there are. */

import { withManifest } from '../lint/examples.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

const head = 'kind: ConfigMap\nmetadata:\n  name: cassandra-init\ndata:\n  init.cql: |\n';
const keyspace = (factor: string) =>
  `${head}    CREATE KEYSPACE mails WITH replication = {'class': 'NetworkTopologyStrategy', 'fra': ${factor}};\n`;

export const cqlReplicationWeak = defineRule({
  id: 'cql-replication-weak',
  dialects: palomarAndUpgrade,
  severity: 'error',
  statements: ['S25'],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap_cassandra/',
  docs: {
    summary: 'A keyspace keeps fewer than three copies of its data in a datacenter.',
    why: 'With one copy every node is a single point of failure: what it holds is lost with it, and mails whose objects are listed there are not found any more. With two there is no majority while one of them is down, so that nothing can be read or written at quorum.',
    exceptions: 'Three copies need three nodes. After a change the keyspace must be repaired on every node.',
    bad: [
      withManifest(keyspace('<|1|>'), keyspace('3')),
      withManifest(
        `${head}    create keyspace if not exists acl with replication = {'class':'SimpleStrategy','replication_factor':<|2|>};\n`,
        `${head}    create keyspace if not exists acl with replication = {'class':'SimpleStrategy','replication_factor':3};\n`,
      ),
    ],
    good: [withManifest(keyspace('3')), withManifest(keyspace('{{ .Values.factor }}'))],
  },
  messages: {
    one: "Keyspace '{keyspace}' keeps a single copy of its data: a node that fails takes it along. Use three.",
    two: "Keyspace '{keyspace}' keeps two copies: while one node is down there is no majority. Use three.",
  },
  checkManifest({ document, infrastructure, report }) {
    for (const { name, factors } of infrastructure.keyspaces) {
      for (const factor of factors) {
        if (factor.value >= 3 || factor.value === 0) continue;
        const title = 'Keep three copies (needs three nodes, and a repair of the keyspace)';
        report({
          at: { document, span: factor },
          message: factor.value === 1 ? 'one' : 'two',
          data: { keyspace: name },
          ...(factor.value === 2 && { severity: 'warning' }),
          fixes: [{ title, safe: false, edits: [{ document, span: factor, text: '3' }] }],
        });
      }
    }
  },
});
