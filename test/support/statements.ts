// How each storage support statement must be shown, and how it is shown.

import { statements } from '../../server/src/knowledge/statements.ts';
import { hoversNaming } from '../../server/src/knowledge/support.ts';
import { judges } from '../../server/src/report/judges.ts';
import { rules } from '../../server/src/rules/index.ts';

/** As a diagnostic, as a quick-fix, on hover, as a line of the report. */
export type Way = 'D' | 'F' | 'H' | 'R';

const needed: Readonly<Record<string, string>> = {
  S01: 'DHR',
  S02: 'HR',
  S03: 'DHR',
  S04: 'HR',
  S05: 'DFHR',
  S06: 'DFH',
  S07: 'FH',
  S08: 'HR',
  S09: 'HR',
  S10: 'HR',
  S11: 'HR',
  S12: 'DFR',
  S13: 'DFH',
  S14: 'DF',
  S15: 'HR',
  S16: 'DFH',
  S17: 'HR',
  S18: 'DH',
  S19: 'DFH',
  S20: 'DFHR',
  S21: 'HR',
  S22: 'DF',
  S23: 'DF',
  S24: 'DFH',
  S25: 'DFR',
  S26: 'HR',
  S27: 'DHR',
  S28: 'DF',
  S29: 'DHR',
  S30: 'DH',
  S31: 'D',
  S32: 'D',
  S33: 'R',
  S34: 'DHR',
};

/** The ways in which a statement is shown. */
export function shownWays(id: string): Way[] {
  const own = rules.filter((rule) => rule.statements.includes(id));
  const ways: Readonly<Record<Way, boolean>> = {
    D: own.length > 0,
    F: own.some(({ fixable }) => fixable),
    H: hoversNaming(id).length > 0,
    R: Object.hasOwn(judges, id),
  };
  return (Object.keys(ways) as Way[]).filter((way) => ways[way]);
}

/** Each statement with the ways that it needs and is not shown in. */
export function statementGaps(): { readonly id: string; readonly missing: readonly Way[] }[] {
  return statements.map(({ id }) => {
    const shown = shownWays(id);
    const wanted = [...(needed[id] ?? 'DFHR')] as Way[];
    return { id, missing: wanted.filter((way) => !shown.includes(way)) };
  });
}
