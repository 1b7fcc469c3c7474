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
  readonly kind: 'main' | 'fragment' | 'ext' | 'perl-template';
  readonly results: Readonly<Record<string, { readonly rc: number }>>;
}

const corpus = '../shared/corpus';
const manifest = `${corpus}/MANIFEST.json`;
const skip = existsSync(manifest) ? false : `${manifest} is not there`;

function findingsOf(name: string, text: string): Finding[] {
  const project = new Project(new DocumentStore(memoryFiles({ [name]: text })));
  project.configure({ target: autoTarget, mappings: {} });
  return project.configurationsFor(uriOf(name)).flatMap((configuration) =>
    lint(configuration, {
      rules,
      onError: (rule, error) => assert.fail(`${rule.id} on ${name}: ${error instanceof Error ? error.stack : error}`),
    }),
  );
}

describe('the corpus', { skip }, () => {
  const files: CorpusFile[] = skip === false ? JSON.parse(readFileSync(manifest, 'utf8')) : [];

  test('gets no error where Dovecot accepts the file', () => {
    const counts = { files: 0, accepted: 0, error: 0, warning: 0, information: 0, hint: 0 };
    const wrong: string[] = [];
    for (const { file, kind, results } of files) {
      const found = findingsOf(
        file.replace(/^.*\//, '').replaceAll('__', '/'),
        readFileSync(`${corpus}/${file}`, 'utf8'),
      );
      counts.files++;
      for (const { severity } of found) counts[severity]++;
      const accepted = kind !== 'ext' && Object.values(results).some(({ rc }) => rc === 0);
      if (!accepted) continue;
      counts.accepted++;
      for (const { severity, message, rule } of found)
        if (severity === 'error') wrong.push(`${file}: ${message} [${rule.id}]`);
    }
    console.log(
      `corpus: ${counts.files} files, ${counts.accepted} accepted by Dovecot; findings in all: ${counts.error} errors, ${counts.warning} warnings, ${counts.information} informations, ${counts.hint} hints; errors in accepted files: ${wrong.length}`,
    );
    assert.ok(counts.accepted > 200);
    assert.deepEqual(wrong, []);
  });
});
