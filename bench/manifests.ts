// `npm run bench:manifests`: a ConfigMap of 50,000 lines from its text to its findings, and the way to the places in it,
// in relation to the `yaml` package's own parse of the same text in the same run.

import { parseDocument } from 'yaml';
import { Findings } from '../server/src/lint/findings.ts';
import { embeddedFiles } from '../server/src/manifest/embedded.ts';
import { YamlDocument } from '../server/src/manifest/yamlDocument.ts';
import { rules } from '../server/src/rules/index.ts';
import { memoryProject, uriOf } from '../test/support/memory.ts';

const wantedLines = 50_000;

/** One key with many small blocks, as generated ones are. */
function configMap(): string {
  const block = (index: number) => `    service worker${index} {
      executable = script /usr/local/bin/worker${index}
      vsz_limit = 512M
      process_limit = ${index + 1}
      unix_listener worker${index} {
        mode = 0660
        user = vmail
      }
    }
`;
  const head = `kind: ConfigMap
metadata:
  name: large
data:
  dovecot.conf: |
    dovecot_config_version = 2.4.1
    dovecot_storage_version = 2.4.1
`;
  return head + Array.from({ length: wantedLines / 9 }, (_, index) => block(index)).join('');
}

/** The median of some runs, after some that do not count. */
function median(run: () => unknown): number {
  for (let round = 0; round < 3; round++) run();
  const times = Array.from({ length: 9 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[4]!;
}

function findingsOf(text: string): number {
  const project = memoryProject({ 'mail.yaml': text }, { roots: [] });
  const findings = new Findings(project, {
    rules,
    today: () => '2026-01-01',
    onError(_rule, error) {
      throw error;
    },
  });
  return findings.of(uriOf('mail.yaml')).findings.length;
}

const text = configMap();
const parse = median(() => parseDocument(text, { uniqueKeys: false }));
const print = (what: string, time: number) =>
  console.log(`${what}: ${time.toFixed(1)} ms, ${(time / parse).toFixed(2)} × the parse`);

console.log(`${text.split('\n').length - 1} lines, ${findingsOf(text)} findings`);
print('the yaml package alone', parse);
print(
  'our YAML tree',
  median(() => new YamlDocument('file:///m.yaml', text)),
);
print(
  'and what is embedded in it',
  median(() => embeddedFiles(new YamlDocument('file:///m.yaml', text))),
);
print(
  'text to findings',
  median(() => findingsOf(text)),
);
const [file] = embeddedFiles(new YamlDocument('file:///m.yaml', text));
if (file === undefined) throw new Error('Nothing is embedded.');
const { embedding } = file;
print(
  'every tenth offset there and back',
  median(() => {
    for (let at = 0; at < embedding.text.length; at += 10)
      embedding.toText(embedding.toHost({ from: at, to: at }).from);
  }),
);
