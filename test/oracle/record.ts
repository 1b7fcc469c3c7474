/**
 * Chooses some telling verdicts and writes them down, so that the unit tests need no Dovecot. Differences that nothing
 * explains are none of them: they fail the comparison itself.
 */

import { writeFileSync } from 'node:fs';
import type { Comparison } from './compare.ts';
import { explain } from './differences.ts';
import { recordedFixture } from './recorded.ts';

/** Of each explained difference per release; of each kind of refusal, and of what is accepted, per source and release. */
const perExplanation = 6;
const perRefusal = 4;
const perAcceptance = 60;
const maxLength = 800;

/** The message without the names in it: what kind of refusal it is. */
function kindOf({ theirs, values }: Comparison): string {
  if (theirs.rc === 0) return `accepted with ${values === undefined ? 'no' : ''} values`;
  return (theirs.firstError?.message ?? '')
    .replace(/^[^ ]*: (?=[A-Z])/, '')
    .replace(/[^ ]*[_\d/"'=<>$%:][^ ]*/g, '_')
    .slice(0, 30);
}

export function choose(comparisons: readonly Comparison[]): Comparison[] {
  const chosen = new Map<string, number>();
  return comparisons.filter((comparison) => {
    const { acceptance, theirs } = comparison;
    const { files, version, id } = comparison.case;
    const { explanations, complete } = explain(comparison);
    if (acceptance === 'environment' || !complete) return false;
    if (Object.values(files).join('').length > maxLength) return false;
    const [explanation] = explanations;
    const key = `${version} ${explanation?.title ?? `${id.split(/[ /]/)[0]} ${kindOf(comparison)}`}`;
    const count = (chosen.get(key) ?? 0) + 1;
    chosen.set(key, count);
    if (explanation !== undefined) return count <= perExplanation;
    return count <= (theirs.rc === 0 ? perAcceptance : perRefusal);
  });
}

/** One case a line. */
export function record(comparisons: readonly Comparison[]): void {
  const rows = choose(comparisons).map(({ case: oracleCase, theirs: { rc, out, firstError: error } }) =>
    JSON.stringify({ ...oracleCase, rc, ...(rc === 0 && { out }), ...(error && { error }) }),
  );
  writeFileSync(recordedFixture, `[\n${rows.join(',\n')}\n]\n`);
  console.log(`${rows.length} verdicts in ${recordedFixture}`);
}
