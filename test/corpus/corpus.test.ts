// Real files with real verdicts: what Dovecot accepts gets no error from us. The corpus is third-party material that
// stays outside the repository; without it the test is skipped.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { autoTarget, parseTarget, type Target } from '../../server/src/config/dialect.ts';
import { Project } from '../../server/src/config/project.ts';
import type { Finding } from '../../server/src/lint/rule.ts';
import { lint } from '../../server/src/lint/run.ts';
import { rules } from '../../server/src/rules/index.ts';
import { DocumentStore } from '../../server/src/workspace/document.ts';
import { memoryFiles, uriOf } from '../support/memory.ts';

interface Verdict {
  readonly rc: number;
  readonly err: readonly string[];
  /** Read behind the two version lines of 2.4, as `zz-main.conf`. */
  readonly wrapped?: boolean;
  /** The verdict with `!include` read as `!include_try`. */
  readonly missing_includes_ignored?: unknown;
}

interface CorpusFile {
  readonly file: string;
  readonly path: string;
  readonly group: string;
  readonly kind: 'main' | 'fragment' | 'ext' | 'perl-template';
  readonly results: Readonly<Record<string, Verdict>>;
}

const corpus = '../shared/corpus';
const manifest = `${corpus}/MANIFEST.json`;
const skip = existsSync(manifest) ? false : `${manifest} is not there`;
const files: CorpusFile[] = skip === false ? JSON.parse(readFileSync(manifest, 'utf8')) : [];

/** The files of one repository's folder, or of one Debian release. */
function installationOf({ file, group }: CorpusFile): string {
  return `${group} ${file.split('__')[0]}`;
}

const installations = new Map<string, Record<string, string>>();
for (const corpusFile of files) {
  const texts = installations.get(installationOf(corpusFile)) ?? {};
  texts[corpusFile.path] = readFileSync(`${corpus}/${corpusFile.file}`, 'utf8');
  installations.set(installationOf(corpusFile), texts);
}

/** Judges a file among those of its installation: a fragment in the roots that include it. */
function findingsOf(corpusFile: CorpusFile, target: Target): Finding[] {
  const { path } = corpusFile;
  const texts = installations.get(installationOf(corpusFile))!;
  const project = new Project(new DocumentStore(memoryFiles(texts)));
  project.configure(() => ({ target, mappings: {} }));
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

/** Why Dovecot refuses what we do not: not a matter of the text. */
const environment: readonly (readonly [RegExp, string])[] = [
  [/No matches/, 'the corpus does not hold the included file'],
  [/not built with/, 'a build option'],
  [/\$\{|MIN_PROCESS|name: x(?:unix_listener|sieve_script)/, "a template's hole"],
];

describe('the corpus', { skip }, () => {
  test('gets no error where Dovecot accepts the file', () => {
    const counts = { files: 0, accepted: 0, error: 0, warning: 0, information: 0, hint: 0 };
    const wrong: string[] = [];
    const notStored: string[] = [];
    for (const corpusFile of files) {
      const { file, kind, results } = corpusFile;
      const found = findingsOf(corpusFile, autoTarget);
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

  test('gets an error on the line that Dovecot refuses', () => {
    const missed: string[] = [];
    const counts = { refused: 0, found: 0, environment: 0, elsewhere: 0 };
    for (const corpusFile of files) {
      for (const [version, { rc, err, wrapped }] of Object.entries(corpusFile.results)) {
        const fatal = err.find((line) => line.includes('Fatal')) ?? '';
        if (rc === 0) continue;
        counts.refused++;
        const isExternal = corpusFile.path.endsWith('dict-auth.conf.ext'); // no file for doveconf
        if (isExternal || environment.some(([text]) => err.some((line) => text.test(line)))) {
          counts.environment++;
          continue;
        }
        const place = /configuration file (\S+) line (\d+)/.exec(fatal);
        const isOwn = place !== null && (place[1]!.endsWith('zz-main.conf') || corpusFile.path.endsWith(place[1]!));
        if (!isOwn) {
          counts.elsewhere++;
          continue;
        }
        const line = Number(place[2]) - (wrapped === true && place[1]!.endsWith('zz-main.conf') ? 2 : 0);
        const target = parseTarget(`${version.startsWith('2.3') ? 'ce-2.3' : 'ce-2.4'}@${version}`)!;
        const lines = findingsOf(corpusFile, target)
          .filter(({ severity }) => severity === 'error')
          .map(({ document, span }) => document.lines.positionAt(span.from).line + 1);
        if (lines.includes(line)) counts.found++;
        else missed.push(`${version} ${corpusFile.file}: ${fatal} | ${lines}`);
      }
    }
    console.log(
      `corpus: ${counts.refused} refusals; ${counts.found} found on their line, ${counts.environment} of the environment, ${counts.elsewhere} in another file or without a line, ${missed.length} missed`,
    );
    assert.deepEqual(missed, []);
  });
});
