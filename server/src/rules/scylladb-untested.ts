/** S27: ScyllaDB is not tested with Dovecot Pro at present. */

import { withManifest } from '../lint/examples.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const scylladbUntested = defineRule({
  id: 'scylladb-untested',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S27'],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/palomar/components/storage.html',
  docs: {
    summary: 'The CQL database is ScyllaDB.',
    why: 'Dovecot Pro is not tested with ScyllaDB at present. It says to be compatible with version 4 of the protocol; whether that is enough is yours to judge, and help comes from third parties.',
    exceptions: 'Silence it with a reason once you have judged.',
    noFix: 'There is nothing to mend in a file: whether ScyllaDB will do is for you to judge.',
    bad: [
      withManifest(
        'kind: ScyllaCluster\nmetadata:\n  name: <|mails|>\nspec:\n  datacenter:\n    racks:\n      - members: 3\n',
      ),
      withManifest('services:\n  <|scylla|>:\n    image: scylladb/scylla:6.2\n    deploy:\n      replicas: 3\n'),
      withManifest('kind: DovecotDeployment\ndictmap:\n  database:\n    system: <|scylladb|>\n'),
    ],
    good: [withManifest('services:\n  cassandra:\n    image: cassandra:4.1\n    deploy:\n      replicas: 3\n')],
  },
  messages: {
    untested: 'ScyllaDB is not tested with Dovecot Pro at present: whether it does is yours to judge.',
  },
  checkManifest({ document, infrastructure, deploymentFile, report }) {
    for (const { system, at } of infrastructure.databases) {
      if (system === 'scylladb') report({ at: { document, span: at }, message: 'untested' });
    }
    const declared = deploymentFile?.facts.database.system;
    if (declared?.value === 'scylladb') report({ at: declared, message: 'untested' });
  },
});
