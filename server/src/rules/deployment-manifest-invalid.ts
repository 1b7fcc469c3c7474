/** A deployment manifest that says something which nobody understands. */

import { withManifest } from '../lint/examples.ts';
import { defineRule, type Fix } from '../lint/rule.ts';
import type { ShapeProblem } from '../manifest/shape.ts';
import type { SourceDocument } from '../workspace/document.ts';

export const deploymentManifestInvalid = defineRule({
  id: 'deployment-manifest-invalid',
  dialects: 'any',
  severity: 'error',
  statements: [],
  fixable: true,
  docs: {
    summary: 'The deployment manifest has a key or a value that does not exist, or is no YAML.',
    why: 'What is not understood is not declared: the questions that it was to answer stay open, and the report says unknown.',
    bad: [
      withManifest('kind: DovecotDeployment\n<|user|>: 1000\n', 'kind: DovecotDeployment\nusers: 1000\n'),
      withManifest(
        'kind: DovecotDeployment\nstorage:\n  mail:\n    system: <|aws-s4|>\n',
        'kind: DovecotDeployment\nstorage:\n  mail:\n    system: aws-s3\n',
      ),
      withManifest('kind: DovecotDeployment\nusers: <|many|>\n'),
      withManifest('kind: DovecotDeployment\nsites: <|fra|>\n'),
    ],
    good: [
      withManifest(
        'kind: DovecotDeployment\ndovecot:\n  edition: pro\n  version: 3.1.2\nusers: 1000\nlicense:\n  nfsSla: false\nsites:\n  - name: fra\n    region: eu-central-1\n    zones: [eu-central-1a]\nstorage:\n  mail:\n    system: scality-ring\ndictmap:\n  database:\n    system: cassandra\n    version: 4.1\n    nodesPerSite: 3\n',
      ),
      withManifest('kind: DovecotDeployment\nusers: {{ .Values.users }}\n'),
    ],
  },
  messages: {
    'not-yaml': '{word}',
    'key-unknown': "There is no key '{word}' here.",
    'name-unknown': "There is no {noun} '{word}'.",
    'value-unknown': 'This must be {word}.',
    'kind-wrong': 'This must be {word}.',
  },
  checkManifest({ deploymentFile, report }) {
    for (const problem of deploymentFile?.problems ?? []) {
      const { document } = deploymentFile!;
      const { code, word, noun } = problem;
      report({
        at: { document, span: problem },
        message: code,
        data: { word, noun },
        fixes: didYouMean(document, problem),
      });
    }
  },
});

/** Another word means another thing: a human decides. */
function didYouMean(document: SourceDocument, { from, to, meant }: ShapeProblem): readonly Fix[] {
  if (meant === undefined) return [];
  return [{ title: `Write '${meant}'`, safe: false, edits: [{ document, span: { from, to }, text: meant }] }];
}
