/** Configurations made from the settings facts and the grammar, always the same ones for a seed. */

import fc from 'fast-check';
import type { OracleVersion } from '../../../tools/oracle/releases.ts';
import type { OracleCase } from '../case.ts';
import { Choose } from './choose.ts';
import { withMistake } from './mistakes.ts';
import { newDraft } from './new.ts';
import { oldDraft } from './old.ts';
import { write } from './write.ts';

/** Mostly valid ones. */
const mistakeShare = 35;

function configuration(version: OracleVersion, choose: Choose): string {
  const draft = version === '2.4' ? newDraft(choose) : oldDraft(choose);
  return write(choose.percent(mistakeShare) ? withMistake(draft, version, choose) : draft, choose);
}

export function generatedCases(version: OracleVersion, amount: number, seed: number): OracleCase[] {
  const texts = fc.gen().map((value) => configuration(version, new Choose(value)));
  return fc.sample(texts, { numRuns: amount, seed }).map((text, index) => ({
    id: `generated ${seed}/${index}`,
    version,
    files: { 'dovecot.conf': text },
  }));
}
