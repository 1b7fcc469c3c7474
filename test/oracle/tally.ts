/** Counts of comparisons, by source and release. */

import type { Comparison } from './compare.ts';
import { type Explanation, explain } from './differences.ts';

export interface Tally {
  readonly source: string;
  readonly version: string;
  cases: number;
  accepted: number;
  /** What we refuse and Dovecot accepts: our worst mistake. */
  falseAlarms: number;
  /** Same verdict, another verdict, a verdict about the machine. */
  readonly acceptance: Record<Comparison['acceptance'], number>;
  readonly line: { agree: number; differ: number };
  /** Settings, and cases all of whose settings agree. */
  readonly values: { agree: number; differ: number; cases: number; casesAgree: number };
  /** Differences that no entry of the table explains. */
  readonly unexplained: Comparison[];
  readonly explained: Map<Explanation, string[]>;
}

export function emptyTally(source: string, version: string): Tally {
  return {
    source,
    version,
    cases: 0,
    accepted: 0,
    falseAlarms: 0,
    acceptance: { agree: 0, differ: 0, environment: 0 },
    line: { agree: 0, differ: 0 },
    values: { agree: 0, differ: 0, cases: 0, casesAgree: 0 },
    unexplained: [],
    explained: new Map(),
  };
}

export function count(tally: Tally, comparison: Comparison): void {
  const { acceptance, line, values, theirs } = comparison;
  tally.cases++;
  if (theirs.rc === 0) tally.accepted++;
  if (acceptance === 'differ' && theirs.rc === 0) tally.falseAlarms++;
  tally.acceptance[acceptance]++;
  if (line !== undefined) tally.line[line]++;
  if (values !== undefined) {
    tally.values.cases++;
    tally.values.agree += values.same;
    tally.values.differ += values.differences.length;
    if (values.differences.length === 0) tally.values.casesAgree++;
  }
  const { explanations, complete } = explain(comparison);
  for (const explanation of explanations) {
    const ids = tally.explained.get(explanation) ?? [];
    ids.push(comparison.case.id);
    tally.explained.set(explanation, ids);
  }
  if (!complete) tally.unexplained.push(comparison);
}

/** `99.57 %`, rounded down so that nothing looks better than it is. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`;
}
