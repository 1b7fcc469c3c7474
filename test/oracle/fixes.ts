/** Fixes before real Dovecot: what it accepted it still accepts after any fix, and after all safe ones. */

import type { Doveconf } from '../../tools/oracle/doveconf.ts';
import { applied, judged, mendAll, type Situation, type Texts } from '../support/fixPromises.ts';
import { type OracleCase, targets } from './case.ts';

export interface FixTally {
  /** Configurations that Dovecot accepts and in which something can be mended. */
  readonly cases: number;
  readonly fixes: number;
  /** Each with the complaint of Dovecot. */
  readonly refused: readonly string[];
}

/** A finding in every line of a long file tells no more than some of them. */
const maxFixesPerCase = 12;

export async function judgeFixes(cases: readonly OracleCase[], doveconf: Doveconf): Promise<FixTally> {
  let [mendable, fixes] = [0, 0];
  const refused: string[] = [];
  for (const one of cases) {
    const { files, root = 'dovecot.conf', version, env } = one;
    const situation: Situation = { texts: files, root, target: targets[version] };
    const { findings } = judged(situation);
    const all = findings.flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })));
    if (all.length === 0) continue;
    const verdict = (texts: Texts) => doveconf.judge(texts, { root, ...(env && { env }) });
    if ((await verdict(files)).rc !== 0) continue;
    mendable++;
    for (const { finding, fix } of all.slice(0, maxFixesPerCase)) {
      fixes++;
      const { rc, firstError } = await verdict(applied(files, fix.edits));
      if (rc !== 0) refused.push(`${one.id}: ${finding.rule.id}: '${fix.title}': ${firstError?.message}`);
    }
    const mended = mendAll(situation);
    if (mended.rounds === 0) continue;
    fixes++;
    const { rc, firstError } = await verdict(mended.texts);
    if (rc !== 0) refused.push(`${one.id}: mending all: ${firstError?.message}`);
  }
  return { cases: mendable, fixes, refused };
}
