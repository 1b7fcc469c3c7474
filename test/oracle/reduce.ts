/** Shrinks a case to the few lines on which we still differ from Dovecot. */

import type { Doveconf } from '../../tools/oracle/doveconf.ts';
import type { OracleCase } from './case.ts';
import { type Comparison, compare } from './compare.ts';
import { explain } from './differences.ts';
import { kindOf as kindOfDifference } from './print.ts';

/** So that reducing does not wander off to another difference. */
function kindOf(comparison: Comparison): string {
  return explain(comparison).complete ? 'none' : kindOfDifference(comparison);
}

/** Takes out ever smaller runs of lines as long as the same kind of difference stays. */
export async function reduce(found: Comparison, doveconf: Doveconf): Promise<Comparison> {
  const kind = kindOf(found);
  let best = found;
  for (const name of Object.keys(found.case.files)) {
    for (
      let size = Math.ceil(linesOf(best.case, name).length / 2);
      size >= 1;
      size = size === 1 ? 0 : Math.ceil(size / 2)
    ) {
      for (let at = 0; at < linesOf(best.case, name).length; ) {
        const lines = linesOf(best.case, name);
        lines.splice(at, size);
        const files = { ...best.case.files, [name]: lines.join('\n') };
        const next = await compare({ ...best.case, files }, doveconf);
        if (kindOf(next) === kind && files[name] !== best.case.files[name]) best = next;
        else at += size;
      }
    }
  }
  return best;
}

function linesOf({ files }: OracleCase, name: string): string[] {
  return files[name]!.split('\n');
}
