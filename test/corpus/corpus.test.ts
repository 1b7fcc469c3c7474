// Real files with real verdicts: what Dovecot accepts gets no error from us. The corpus is third-party material that
// stays outside the repository; without it the test is skipped.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { autoTarget } from '../../server/src/config/dialect.ts';
import { Project } from '../../server/src/config/project.ts';
import type { Finding } from '../../server/src/lint/rule.ts';
import { lint } from '../../server/src/lint/run.ts';
import { rules } from '../../server/src/rules/index.ts';
import { DocumentStore } from '../../server/src/workspace/document.ts';
import { memoryFiles, uriOf } from '../support/memory.ts';

interface CorpusFile {
  readonly file: string;
  readonly path: string;
  readonly group: string;
  readonly kind: 'main' | 'fragment' | 'ext' | 'perl-template';
  /** `missing_includes_ignored`: the verdict with `!include` read as `!include_try`. */
  readonly results: Readonly<Record<string, { readonly rc: number; readonly missing_includes_ignored?: unknown }>>;
}

const corpus = '../shared/corpus';
const manifest = `${corpus}/MANIFEST.json`;
const skip = existsSync(manifest) ? false : `${manifest} is not there`;

/** Judges a file among those of its installation: a fragment in the roots that include it. */
function findingsOf(
  { path, group }: CorpusFile,
  installations: ReadonlyMap<string, Record<string, string>>,
): Finding[] {
  const texts = installations.get(group)!;
  const project = new Project(new DocumentStore(memoryFiles(texts)));
  project.configure({ target: autoTarget, mappings: {} });
  project.setRoots(
    Object.keys(texts)
      .filter((name) => /(^|\/)dovecot\.conf$/.test(name))
      .map(uriOf),
  );
  return project
    .configurationsFor(uriOf(path))
    .flatMap((configuration) =>
      lint(configuration, {
        rules,
        onError: (rule, error) => assert.fail(`${rule.id} on ${path}: ${error instanceof Error ? error.stack : error}`),
      }),
    )
    .filter(({ document }) => document.uri === uriOf(path));
}

describe('the corpus', { skip }, () => {
  const files: CorpusFile[] = skip === false ? JSON.parse(readFileSync(manifest, 'utf8')) : [];

  test('gets no error where Dovecot accepts the file', () => {
    const counts = { files: 0, accepted: 0, error: 0, warning: 0, information: 0, hint: 0 };
    const wrong: string[] = [];
    const notStored: string[] = [];
    const installations = new Map<string, Record<string, string>>();
    for (const { file, path, group } of files) {
      const texts = installations.get(group) ?? {};
      texts[path] = readFileSync(`${corpus}/${file}`, 'utf8');
      installations.set(group, texts);
    }
    for (const corpusFile of files) {
      const { file, kind, results } = corpusFile;
      const found = findingsOf(corpusFile, installations);
      counts.files++;
      for (const { severity } of found) counts[severity]++;
      const accepted = kind !== 'ext' && Object.values(results).some(({ rc }) => rc === 0);
      if (!accepted) continue;
      counts.accepted++;
      for (const { severity, message, rule } of found) {
        // The corpus keeps a text once, so a file of an installation may be stored under another's name only.
        if (rule.id === 'include-missing') notStored.push(`${file}: ${message}`);
        else if (severity === 'error') wrong.push(`${file}: ${message} [${rule.id}]`);
      }
    }
    console.log(
      `corpus: ${counts.files} files, ${counts.accepted} accepted by Dovecot; findings in all: ${counts.error} errors, ${counts.warning} warnings, ${counts.information} informations, ${counts.hint} hints; errors in accepted files: ${wrong.length}`,
    );
    console.log(`corpus: ${notStored.length} includes of accepted files lead to files that it does not hold`);
    assert.ok(notStored.length < 5);
    assert.ok(counts.accepted > 200);
    assert.deepEqual(wrong, []);
  });
});
