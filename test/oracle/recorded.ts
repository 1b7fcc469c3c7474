/**
 * Cases whose verdict is known without a Dovecot: the small ones on which the grammar was established, and those that
 * `npm run test:oracle -- --record` chose among examples, variants and generated configurations.
 */

import { existsSync, readFileSync } from 'node:fs';
import { type Verdict, verdictOf } from '../../tools/oracle/doveconf.ts';
import type { OracleVersion } from '../../tools/oracle/releases.ts';
import { type OracleCase, versionLines } from './case.ts';

export interface JudgedCase extends OracleCase {
  readonly verdict: Verdict;
}

interface EstablishedCase {
  readonly id: string;
  readonly text: string;
  readonly args: string | null;
  readonly files: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** The text is the whole file; otherwise version lines stand before it in 2.4. */
  readonly raw: boolean;
  readonly res: Readonly<Record<string, { readonly rc: number; readonly out: string; readonly err: string }>>;
}

/** Of test/fixtures/doveconf-cases.json, those that were run with plain `doveconf -n`. */
export function establishedCases(): JudgedCase[] {
  const cases: EstablishedCase[] = JSON.parse(readFileSync('test/fixtures/doveconf-cases.json', 'utf8'));
  const root = 't.conf';
  const keyOf = ({ text, files, env, raw }: EstablishedCase) => JSON.stringify([text, files, env, raw]);
  const starts = new Map(cases.flatMap((one) => (one.args === '-n,-x' ? [[keyOf(one), one.res]] : [])));
  return cases
    .filter(({ args }) => (args ?? '-n') === '-n')
    .flatMap((one) =>
      Object.entries(one.res).map(([release, { rc, out, err }]) => {
        const { id, text, files, env, raw } = one;
        const start = starts.get(keyOf(one))?.[release];
        const expanded = start && verdictOf(start.rc, start.out, start.err);
        const version: OracleVersion = release.startsWith('2.3') ? '2.3' : '2.4';
        const whole = version === '2.4' && !raw ? versionLines + text : text;
        const verdict = { ...verdictOf(rc, version === '2.4' ? versionsIn(whole) + out : out, err), expanded };
        return { id, version, release, root, files: { ...files, [root]: whole }, env, verdict };
      }),
    );
}

/** The fixture leaves out the two lines with which doveconf of 2.4 begins. */
function versionsIn(text: string): string {
  return ['config', 'storage']
    .map((word) => `dovecot_${word}_version`)
    .map((name) => `${name} = ${new RegExp(`^${name} = [\\\\"\\s]*([\\w.]+)`, 'm').exec(text)?.[1]}\n`)
    .join('');
}

export const recordedFixture = 'test/fixtures/oracle-verdicts.json';

/** What the fixture holds of a case; `line` and `message` are those of the first error. */
interface RecordedCase extends OracleCase {
  readonly rc: number;
  readonly out?: string;
  readonly error?: Verdict['firstError'];
}

export function recordedCases(): JudgedCase[] {
  if (!existsSync(recordedFixture)) return [];
  const cases: RecordedCase[] = JSON.parse(readFileSync(recordedFixture, 'utf8'));
  return cases.map(({ rc, out, error, ...oracleCase }) => ({
    ...oracleCase,
    verdict: { rc, out: out ?? '', err: '', firstError: error },
  }));
}
