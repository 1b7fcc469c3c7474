/** Compares real Dovecot's verdict on a case with ours. */

import type { Doveconf, Verdict } from '../../tools/oracle/doveconf.ts';
import type { OracleCase } from './case.ts';
import { environmentReason } from './environment.ts';
import { judge, type OurVerdict } from './ours.ts';
import { compareValues, readValues, type ValueComparison } from './values.ts';

export interface Comparison {
  readonly case: OracleCase;
  readonly theirs: Verdict;
  readonly ours: OurVerdict;
  readonly acceptance: 'agree' | 'differ' | 'environment';
  /** Where Dovecot stopped; undefined unless both refuse and Dovecot names a line. */
  readonly line: 'agree' | 'differ' | undefined;
  /** Undefined unless both accept. */
  readonly values: ValueComparison | undefined;
}

export async function compare(oracleCase: OracleCase, doveconf: Doveconf): Promise<Comparison> {
  const { files, root, env, filters = [] } = oracleCase;
  // 2.3 has a name of its own for it.
  const args = [
    '-n',
    ...filters.flatMap((filter) => [
      '-f',
      oracleCase.version === '2.3' ? filter.replace('local_name=', 'lname=') : filter,
    ]),
  ];
  const options = { args, ...(root && { root }), ...(env && { env }) };
  const ours = judge(oracleCase);
  const theirs = await doveconf.judge(files, options);
  if (theirs.rc !== 0 || ours.errors.length === 0) return compareVerdicts(oracleCase, theirs, ours);
  const expanded = await doveconf.judge(files, { ...options, args: [...args, '-x'] });
  return compareVerdicts(oracleCase, { ...theirs, expanded }, ours);
}

/** The same for a verdict that was given before. */
export function compareVerdicts(oracleCase: OracleCase, verdict: Verdict, ours = judge(oracleCase)): Comparison {
  const theirs = decidesAtStart(verdict, ours) ? verdict.expanded! : verdict;
  const accepted = theirs.rc === 0;
  const weAccept = ours.errors.length === 0;
  let acceptance: Comparison['acceptance'] = accepted === weAccept ? 'agree' : 'differ';
  if (!accepted && weAccept && environmentReason(theirs.firstError?.message ?? '') !== undefined)
    acceptance = 'environment';
  return {
    case: oracleCase,
    theirs,
    ours,
    acceptance,
    line: !accepted && !weAccept ? compareLine(theirs, ours) : undefined,
    values:
      accepted && weAccept && theirs.out !== undefined ? compareValues(readValues(theirs.out), ours.values) : undefined,
  };
}

/** Only a start shows what is wrong with a variable; a file that is missing on this machine is another matter. */
function decidesAtStart({ rc, expanded }: Verdict, ours: OurVerdict): boolean {
  if (rc !== 0 || expanded === undefined || expanded.rc === 0) return false;
  const isOfMachine = environmentReason(expanded.firstError?.message ?? '') !== undefined;
  return !isOfMachine && compareLine(expanded, ours) !== 'differ';
}

function compareLine({ firstError }: Verdict, { errors }: OurVerdict): Comparison['line'] {
  if (firstError?.line === undefined || environmentReason(firstError.message) !== undefined) return undefined;
  const [first] = errors;
  return first !== undefined && first.file === firstError.file && first.line === firstError.line ? 'agree' : 'differ';
}
