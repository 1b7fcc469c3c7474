/**
 * Cases whose verdict is known without a Dovecot: the small ones on which the grammar was established, and those that
 * `npm run test:oracle -- --record` chose among examples, variants and generated configurations.
 */

import { existsSync, readFileSync } from 'node:fs';
import { type FileTexts, type Verdict, verdictOf } from '../../tools/oracle/doveconf.ts';
import type { OracleVersion } from '../../tools/oracle/releases.ts';
import { type OracleCase, versionLines } from './case.ts';

export interface JudgedCase extends OracleCase {
  readonly verdict: Verdict;
}

interface EstablishedCase {
  readonly id: string;
  readonly text: string;
  readonly args: readonly string[] | null;
  /** A folder has no text. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly env: Readonly<Record<string, string>>;
  /** The text is the whole file; otherwise version lines stand before it in 2.4. */
  readonly raw: boolean;
  readonly res: Readonly<Record<string, { readonly rc: number; readonly out: string; readonly err: string }>>;
}

/** Of test/fixtures/doveconf-cases.json, those that were run with `doveconf -n`, `doveconf -n -x` or both. */
export function establishedCases(): JudgedCase[] {
  const cases: EstablishedCase[] = JSON.parse(readFileSync('test/fixtures/doveconf-cases.json', 'utf8'));
  const byFiles = new Map<string, { plain?: EstablishedCase; expanded?: EstablishedCase }>();
  for (const one of cases) {
    const run = ({ '-n': 'plain', '-n -x': 'expanded' } as const)[one.args?.join(' ') ?? '-n'];
    const key = JSON.stringify([one.text, one.files, one.env, one.raw]);
    if (run !== undefined) byFiles.set(key, { [run]: one, ...byFiles.get(key) });
  }
  return [...byFiles.values()].flatMap(({ plain, expanded }) => judged((plain ?? expanded)!, plain, expanded));
}

const root = 't.conf';

function judged(
  { id, text, files, env, raw }: EstablishedCase,
  plain: EstablishedCase | undefined,
  expanded: EstablishedCase | undefined,
): JudgedCase[] {
  return Object.keys((plain ?? expanded)!.res).map((release) => {
    const version: OracleVersion = release.startsWith('2.3') ? '2.3' : '2.4';
    const whole = version === '2.4' && !raw ? versionLines + text : text;
    const read = (run: EstablishedCase | undefined): Verdict | undefined => {
      const result = run?.res[release];
      const head = version === '2.4' ? versionsIn(whole) : '';
      return result && verdictOf(result.rc, head + result.out, result.err);
    };
    const start = read(expanded);
    const verdict = { ...(read(plain) ?? { ...start!, out: undefined }), expanded: start };
    return { id, version, release, root, files: { ...withFolders(files), [root]: whole }, env, verdict };
  });
}

/** A folder is made by a file in it. */
function withFolders(files: EstablishedCase['files']): FileTexts {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => (text === null ? [`${name}/.keep`, ''] : [name, text])),
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
