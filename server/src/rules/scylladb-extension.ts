/** S28: nothing of ScyllaDB beyond CQL is used or supported. */

import { wholeLines } from '../lint/edits.ts';
import { withManifest } from '../lint/examples.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const scylladbExtension = defineRule({
  id: 'scylladb-extension',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S28'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/palomar/components/storage.html',
  docs: {
    summary: 'An interface of ScyllaDB is on that is not CQL.',
    why: 'Dictmap speaks CQL and nothing else. Alternator, the interface of DynamoDB, is of no use to Dovecot Pro and is not supported with it.',
    exceptions: 'Another application may need it; then better on a cluster of its own.',
    bad: [
      withManifest(
        'kind: ScyllaCluster\nmetadata:\n  name: mails\nspec:\n  <|alternator|>:\n    port: 8000\n  datacenter:\n    racks:\n      - members: 3\n',
        'kind: ScyllaCluster\nmetadata:\n  name: mails\nspec:\n  datacenter:\n    racks:\n      - members: 3\n',
      ),
      withManifest(
        'kind: ScyllaDBDatacenter\nmetadata:\n  name: mails\nspec:\n  scyllaDB:\n    <|alternatorOptions|>: {}\n  racks:\n    - nodes: 3\n',
      ),
    ],
    good: [
      withManifest(
        'kind: ScyllaCluster\nmetadata:\n  name: mails\nspec:\n  datacenter:\n    racks:\n      - members: 3\n',
      ),
    ],
  },
  messages: {
    extension: "'{option}' is none of CQL: Dovecot Pro neither uses nor supports it.",
  },
  checkManifest({ document, infrastructure, report }) {
    for (const { at, whole } of infrastructure.scyllaExtensions) {
      const option = at.value;
      const span = whole && wholeLines(document, whole);
      const title = `Remove '${option}' (whatever else uses this interface loses it)`;
      const fixes = span === undefined ? [] : [{ title, safe: false, edits: [{ document, span, text: '' }] }];
      report({ at: { document, span: at }, message: 'extension', data: { option }, fixes });
    }
  },
});
