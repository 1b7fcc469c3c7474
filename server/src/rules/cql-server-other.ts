/** The support page speaks of Apache Cassandra; other servers of its family are not named. */

import { withManifest } from '../lint/examples.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

const datacenter = (type: string) =>
  `kind: CassandraDatacenter\nmetadata:\n  name: fra\nspec:\n  serverType: ${type}\n  size: 3\n`;

export const cqlServerOther = defineRule({
  id: 'cql-server-other',
  dialects: palomarAndUpgrade,
  severity: 'hint',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/palomar/components/storage.html',
  docs: {
    summary: 'The CQL database is of the family of Cassandra, but not Apache Cassandra.',
    why: 'What is tested for every release is Apache Cassandra. DSE and HCD are built on it; that they behave alike is concluded, not stated.',
    noFix: 'Another server is another installation.',
    bad: [withManifest(datacenter('<|dse|>'))],
    good: [withManifest(datacenter('cassandra'))],
  },
  messages: { other: "Releases are tested with Apache Cassandra; server type '{type}' is another product." },
  checkManifest({ document, infrastructure, report }) {
    for (const { serverType } of infrastructure.databases) {
      if (serverType !== undefined)
        report({ at: { document, span: serverType }, message: 'other', data: { type: serverType.value } });
    }
  },
});
