// The verdicts of real Dovecot that are on record, against ours: acceptance, the line of the first error, values.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { oracleVersions } from '../../tools/oracle/releases.ts';
import { compareVerdicts } from './compare.ts';
import { explain, explanations } from './differences.ts';
import { show } from './print.ts';
import { establishedCases, type JudgedCase, recordedCases } from './recorded.ts';
import { count, emptyTally } from './tally.ts';

const established = establishedCases();
const recorded = recordedCases();

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
        established.filter(({ release: of }) => of === release),
      ));
  }
  for (const version of oracleVersions) {
    test(`examples, variants and generated configurations, ${version}`, () =>
      replay(
        version,
        recorded.filter((one) => one.version === version),
      ));
  }
});

describe('the table of differences', () => {
  const differing = [...established, ...recorded]
    .map((one) => compareVerdicts(one, one.verdict))
    .filter(
      ({ acceptance, line, values }) => acceptance === 'differ' || line === 'differ' || values?.differences.length,
    );

  for (const explanation of explanations) {
    test(`${explanation.title}: explains a case on record`, () => {
      const explains = differing.some((comparison) => explain(comparison).explanations.has(explanation));
      assert.ok(explains, 'It explains nothing any more: delete it.');
    });
  }

  test('no entry explains what another one does', () => {
    for (const comparison of differing) {
      const titles = explanations.flatMap(({ title, refusal }) => (refusal?.(comparison) === true ? [title] : []));
      const isRefusal = comparison.acceptance === 'differ' || comparison.line === 'differ';
      assert.ok(!isRefusal || titles.length === 1, `${comparison.case.id}: ${titles.join(', ')}`);
    }
  });
});
