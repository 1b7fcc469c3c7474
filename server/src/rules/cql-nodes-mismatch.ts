/** What is declared of the database is not what the manifests show. */

import { withManifest } from '../lint/examples.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

const text = (nodes: string) =>
  `kind: DovecotDeployment\ndictmap:\n  database:\n    nodesPerSite: ${nodes}\n---\nkind: CassandraDatacenter\nmetadata:\n  name: fra\nspec:\n  serverType: cassandra\n  size: 5\n`;

export const cqlNodesMismatch = defineRule({
  id: 'cql-nodes-mismatch',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S25'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/palomar/components/storage.html',
  docs: {
    summary: 'The deployment manifest declares another number of nodes than the manifests of the database show.',
    why: 'The report believes what is declared. If the database has fewer nodes, it says supported where it is not.',
    exceptions: "The manifest of a database that is not dictmap's may be in the same project.",
    bad: [withManifest(text('<|3|>'), text('5'))],
    good: [withManifest(text('5'))],
  },
  messages: { mismatch: "Declared are {declared} nodes, but '{cluster}' has {shown}." },
  checkManifest({ deploymentFile, manifests, report }) {
    const declared = deploymentFile?.facts.database.nodesPerSite;
    if (declared === undefined) return;
    for (const { document, infrastructure } of manifests) {
      for (const { at, nodes } of infrastructure.databases) {
        if (nodes === undefined || nodes.value === declared.value) continue;
        const data = { declared: String(declared.value), cluster: at.value, shown: String(nodes.value) };
        const title = `Declare ${nodes.value} nodes, as the manifest shows`;
        report({
          at: declared,
          message: 'mismatch',
          data,
          fixes: [{ title, safe: false, edits: [replace(declared, data.shown)] }],
          related: [{ document, span: nodes, message: 'Shown here.' }],
        });
        return;
      }
    }
  },
});
