/** The small cases on which the grammar was established (test/fixtures/doveconf-cases.json). */

import { readFileSync } from 'node:fs';
import { oracleVersions, releases } from '../../tools/oracle/releases.ts';
import { type OracleCase, versionLines } from './case.ts';

interface RecordedCase {
  readonly id: string;
  readonly text: string;
  readonly args: string | null;
  readonly files: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** The text is the whole file; otherwise version lines stand before it in 2.4. */
  readonly raw: boolean;
  readonly res: Readonly<Record<string, { readonly rc: number; readonly out: string; readonly err: string }>>;
}

export interface RecordedOracleCase extends OracleCase {
  readonly rc: number;
  readonly out: string;
  readonly err: string;
}

/** Those that were run with plain `doveconf -n`. */
export function recordedCases(): RecordedOracleCase[] {
  const cases: RecordedCase[] = JSON.parse(readFileSync('test/fixtures/doveconf-cases.json', 'utf8'));
  return oracleVersions.flatMap((version) =>
    cases.flatMap(({ id, text, args, files, env, raw, res }) => {
      const recorded = Object.entries(res).find(([release]) => release.startsWith(releases[version].release))?.[1];
      if (recorded === undefined || (args ?? '-n') !== '-n') return [];
      const root = 't.conf';
      const head = version === '2.4' && !raw ? versionLines : '';
      return [{ id, version, root, files: { ...files, [root]: head + text }, env, ...recorded }];
    }),
  );
}
