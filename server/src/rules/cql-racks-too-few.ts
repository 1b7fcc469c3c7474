/** S25: copies of one rack fail together. */

import { withManifest } from '../lint/examples.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

const datacenter = (racks: string) =>
  `kind: CassandraDatacenter\nmetadata:\n  name: fra\nspec:\n  serverType: cassandra\n  size: 3\n  ${racks}`;

export const cqlRacksTooFew = defineRule({
  id: 'cql-racks-too-few',
  dialects: palomarAndUpgrade,
  severity: 'information',
  statements: ['S25'],
  fixable: false,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap_cassandra/',
  docs: {
    summary: 'A database has fewer racks than copies of its data.',
    why: 'Copies are spread over racks as far as there are any. With fewer racks than copies, two of them share one, and with it power, network or a failure zone.',
    exceptions: 'One rack for all is fine where its nodes really do not share anything.',
    noFix: 'How many racks there are is a matter of machines, not of the manifest.',
    bad: [withManifest(datacenter('<|racks|>:\n    - name: a\n    - name: b\n'))],
    good: [
      withManifest(datacenter('racks:\n    - name: a\n    - name: b\n    - name: c\n')),
      withManifest(datacenter('racks:\n    - name: a\n')),
    ],
  },
  messages: {
    few: 'There are {racks} racks for {copies} copies: some share a rack. Have as many racks as copies.',
  },
  checkManifest({ document, infrastructure, deployment, report }) {
    const copies = deployment?.database.replicationFactor?.value ?? 3;
    for (const { racks } of infrastructure.databases) {
      // One rack is no rack at all: everything is spread over nodes alone.
      if (racks === undefined || racks.value < 2 || racks.value >= copies) continue;
      report({
        at: { document, span: racks },
        message: 'few',
        data: { racks: String(racks.value), copies: String(copies) },
      });
    }
  },
});
