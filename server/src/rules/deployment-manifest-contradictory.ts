/** A deployment manifest that contradicts itself. */

import type { Declared } from '../config/deployment.ts';
import { withManifest } from '../lint/examples.ts';
import { defineRule, type Fix, type Place, replace } from '../lint/rule.ts';

export const deploymentManifestContradictory = defineRule({
  id: 'deployment-manifest-contradictory',
  dialects: 'any',
  severity: 'warning',
  statements: [],
  fixable: true,
  docs: {
    summary: 'Two declarations of the deployment manifest exclude each other.',
    why: 'One of them is wrong, and what follows from it is, too: the report would answer a question for another deployment.',
    bad: [
      withManifest(
        'kind: DovecotDeployment\ndovecot:\n  edition: <|ce|>\n  version: 3.1.2\n',
        'kind: DovecotDeployment\ndovecot:\n  edition: pro\n  version: 3.1.2\n',
      ),
      withManifest('kind: DovecotDeployment\nstorage:\n  mail:\n    system: aws-s3\n    nfs:\n      version: <|3|>\n'),
      withManifest('kind: DovecotDeployment\ndictmap:\n  database:\n    system: cassandra\n    service: <|astra|>\n'),
      withManifest(
        'kind: DovecotDeployment\ndictmap:\n  database:\n    nodesPerSite: 2\n    replicationFactor: <|3|>\n',
      ),
    ],
    good: [withManifest('kind: DovecotDeployment\ndovecot:\n  edition: pro\n  version: 3.1.2\n')],
  },
  messages: {
    edition: "Release '{other}' is one of {product}, not of the edition that is declared.",
    nfs: "The mail storage is declared as '{other}', which has no NFS version.",
    service: "The database is declared as '{other}'; a service is only for a managed one.",
    factor: 'There cannot be more copies than nodes: a site has {other}.',
  },
  checkManifest({ deploymentFile, report }) {
    if (deploymentFile === undefined) return;
    const { edition, version, storage, database } = deploymentFile.facts;
    const found = (
      at: Declared<unknown>,
      message: 'edition' | 'nfs' | 'service' | 'factor',
      other: unknown,
      product = '',
      fixes: readonly Fix[] = [],
    ) => report({ at, message, data: { other: String(other), product }, fixes });
    if (edition !== undefined && version !== undefined) {
      const isPro = version.value.startsWith('3.');
      if (isPro && edition.value === 'ce')
        found(edition, 'edition', version.value, 'Dovecot Pro', [declaring(edition, 'pro')]);
      if (version.value.startsWith('2.4') && edition.value === 'pro')
        found(edition, 'edition', version.value, 'the Community Edition', [declaring(edition, 'ce')]);
    }
    const { system, nfsVersion } = storage;
    if (nfsVersion !== undefined && system !== undefined && system.value !== 'nfs')
      found(nfsVersion, 'nfs', system.value);
    const { service, nodesPerSite: nodes, replicationFactor: factor } = database;
    if (service !== undefined && database.system !== undefined && database.system.value !== 'managed') {
      found(service, 'service', database.system.value);
    }
    if (factor !== undefined && nodes !== undefined && factor.value > nodes.value) found(factor, 'factor', nodes.value);
  },
});

function declaring(at: Place, edition: string): Fix {
  return { title: `Declare '${edition}'`, safe: false, edits: [replace(at, edition)] };
}
