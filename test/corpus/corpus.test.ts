// Real files with real verdicts: what Dovecot accepts gets no error from us. The corpus is third-party material that
// stays outside the repository; without it the test is skipped.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseTarget } from '../../server/src/config/dialect.ts';
import { corpusFiles, corpusFindings, corpusSummary, judgeCorpus, noCorpus } from '../support/corpus.ts';

/** Why Dovecot refuses what we do not: not a matter of the text. */
const environment: readonly (readonly [RegExp, string])[] = [
  [/No matches/, 'the corpus does not hold the included file'],
  [/not built with/, 'a build option'],
  [/\$\{|MIN_PROCESS|name: x(?:unix_listener|sieve_script)/, "a template's hole"],
];

describe('the corpus', { skip: noCorpus ?? false }, () => {
  test('gets no error where Dovecot accepts the file', () => {
    const verdict = judgeCorpus();
    const { counts, wrong, notStored } = verdict;
    console.log(corpusSummary(verdict));
    console.log(`corpus: ${notStored.length} includes of accepted files lead to files that it does not hold`);
    assert.ok(notStored.length < 5);
    assert.ok(counts.accepted > 200);
    assert.deepEqual(wrong, []);
  });

  test('gets an error on the line that Dovecot refuses', () => {
    const missed: string[] = [];
    const counts = { refused: 0, found: 0, environment: 0, elsewhere: 0 };
    for (const corpusFile of corpusFiles) {
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
        const lines = corpusFindings(corpusFile, target)
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
