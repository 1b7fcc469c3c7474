// The verdicts of real Dovecot that are on record, against ours: acceptance, the line of the first error, values.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareVerdicts } from './compare.ts';
import { show } from './print.ts';
import { establishedCases, type JudgedCase, recordedCases } from './recorded.ts';
import { count, emptyTally } from './tally.ts';

function replay(name: string, cases: readonly JudgedCase[]): void {
  const tally = emptyTally(name, '');
  for (const oracleCase of cases) count(tally, compareVerdicts(oracleCase, oracleCase.verdict));
  const { acceptance, line, values, unexplained } = tally;
  console.log(
    `${name}: ${tally.cases} verdicts, acceptance agrees in ${acceptance.agree}, the line in ${line.agree} of ${line.agree + line.differ}, ${values.agree} of ${values.agree + values.differ} values`,
  );
  assert.ok(tally.cases > 100);
  assert.deepEqual(unexplained.map(show), []);
}

describe('real Dovecot on record', () => {
  for (const release of ['2.3.19', '2.4.1', '2.4.5']) {
    test(`established cases, ${release}`, () =>
      replay(
        release,
        establishedCases().filter((one) => one.release === release),
      ));
  }
  for (const version of ['2.3', '2.4']) {
    test(`examples, variants and generated configurations, ${version}`, () =>
      replay(
        version,
        recordedCases().filter((one) => one.version === version),
      ));
  }
});
