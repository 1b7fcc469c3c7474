// `npm run bench:manifests`: YAML of 50,000 lines – one ConfigMap, and a stream of many – from its text to its findings,
// and a keystroke in the stream, in relation to the `yaml` package's own parse of the same text in the same run.

import { parseAllDocuments } from 'yaml';
import type { Project } from '../server/src/config/project.ts';
import { Findings, type FindingsOptions } from '../server/src/lint/findings.ts';
import { embeddedFiles } from '../server/src/manifest/embedded.ts';
import { YamlDocument } from '../server/src/manifest/yamlDocument.ts';
import { rules } from '../server/src/rules/index.ts';
import { memoryProject, uriOf } from '../test/support/memory.ts';

const wantedLines = 50_000;

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
const head = (name: string) => `---
kind: ConfigMap
metadata:
  name: ${name}
data:
  dovecot.conf: |
    dovecot_config_version = 2.4.1
    dovecot_storage_version = 2.4.1
`;

/** Small blocks, as generated ones are, so many in each ConfigMap. */
function configMaps(blocksEach: number): string {
  const count = Math.round(wantedLines / (blocksEach * 9 + 8));
  const blocks = Array.from({ length: blocksEach }, (_, index) => block(index)).join('');
  return Array.from({ length: count }, (_, index) => head(`generated-${index}`) + blocks).join('');
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

const options: FindingsOptions = {
  rules,
  today: () => '2026-01-01',
  onError(_rule, error) {
    throw error;
  },
};

function open(text: string): { project: Project; findings: Findings } {
  const project = memoryProject({ 'mail.yaml': text }, { roots: [] });
  return { project, findings: new Findings(project, options) };
}

const uri = uriOf('mail.yaml');
const findingsOf = (text: string) => open(text).findings.of(uri).findings.length;

/** What the editor's buffer goes through at each letter; every one is another text. */
function typing(text: string, offset: number): () => number {
  const { project, findings } = open(text);
  let count = 0;
  return () => {
    project.store.open(uri, `${text.slice(0, offset)}${++count}${text.slice(offset)}`);
    project.changed(uri);
    project.setManifests([uri]);
    return findings.of(uri).findings.length;
  };
}

function compare(name: string, text: string, more: (print: (what: string, run: () => unknown) => void) => void): void {
  const parse = median(() => parseAllDocuments(text, { uniqueKeys: false }));
  const print = (what: string, time: number) =>
    console.log(`  ${what}: ${time.toFixed(1)} ms, ${(time / parse).toFixed(2)} × the parse`);
  console.log(`${name}: ${text.split('\n').length - 1} lines, ${findingsOf(text)} findings`);
  print('the yaml package alone', parse);
  print(
    'our YAML tree',
    median(() => new YamlDocument(uri, text)),
  );
  print(
    'and what is embedded in it',
    median(() => embeddedFiles(new YamlDocument(uri, text))),
  );
  print(
    'text to findings, cold',
    median(() => findingsOf(text)),
  );
  more((what, run) => print(what, median(run)));
}

const one = configMaps(Math.round(wantedLines / 9));
compare('one ConfigMap', one, (print) => {
  const [file] = embeddedFiles(new YamlDocument(uri, one));
  if (file === undefined) throw new Error('Nothing is embedded.');
  const { embedding } = file;
  print('its configuration as a file of its own, cold', () => {
    const project = memoryProject({ 'dovecot.conf': embedding.text });
    return new Findings(project, options).of(uriOf('dovecot.conf')).findings.length;
  });
  print('every tenth offset there and back', () => {
    for (let at = 0; at < embedding.text.length; at += 10)
      embedding.toText(embedding.toHost({ from: at, to: at }).from);
  });
});

const many = configMaps(20);
compare('a stream of ConfigMaps', many, (print) => {
  print('text to findings, a keystroke in the first', typing(many, many.indexOf('worker0')));
  print('text to findings, a keystroke in the middle', typing(many, many.indexOf('worker0', many.length / 2)));
});
