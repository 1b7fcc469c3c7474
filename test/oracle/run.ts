/**
 * `npm run test:oracle`: compares us with real Dovecot on the corpus, the recorded cases, our examples, variants of all
 * of them and generated configurations, and asks it whether it accepts what fixes make; prints counts and every
 * difference that `differences.ts` does not explain. Each of those is a failure, but for two in a hundred of the cases
 * that chance makes.
 *
 *   --generated N   generated configurations per release       --variants N   variants per release
 *   --seed N        other ones                                  --only SOURCE  one source, or fixes
 *   --show N        differences to show in full                 --reduce       shrink them first
 *   --aspect A       show only differences in acceptance, line or values; false-alarm: what we refuse and Dovecot does not
 *   --match TEXT     show only differences of a kind that has this text
 *   --record        write the verdicts that the unit tests replay
 *   --document      write docs/conformance.md
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Doveconf } from '../../tools/oracle/doveconf.ts';
import { oracleVersions } from '../../tools/oracle/releases.ts';
import { setUpOracle } from '../../tools/oracle/setUp.ts';
import type { OracleCase } from './case.ts';
import { type Comparison, compare } from './compare.ts';
import { conformancePage } from './document.ts';
import { judgeFixes } from './fixes.ts';
import { kindOf, show, table } from './print.ts';
import { record } from './record.ts';
import { reduce } from './reduce.ts';
import { type Amounts, type Source, sourcesFor } from './sources.ts';
import { count, emptyTally, type Tally } from './tally.ts';

const { values: options } = parseArgs({
  options: {
    generated: { type: 'string', default: '1000' },
    variants: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    show: { type: 'string', default: '20' },
    reduce: { type: 'boolean', default: false },
    aspect: { type: 'string' },
    match: { type: 'string' },
    record: { type: 'boolean', default: false },
    document: { type: 'boolean', default: false },
  },
});

/** What chance makes shifts with every example that is added, so a few of those may be new to us. */
const toleratedShare = 0.02;

/** Two at a time: one waits for doveconf while the other judges. */
const workers = 2;

process.exitCode = await main();

async function main(): Promise<number> {
  const oracle = await setUpOracle();
  if (typeof oracle === 'string') {
    console.log(`\n!! SKIPPED: no comparison with real Dovecot. ${oracle}\n`);
    console.log('0 passed, 0 failed, 1 skipped');
    return 0;
  }
  const tallies: Tally[] = [];
  const names: string[] = [];
  const recordable: Comparison[] = [];
  let failed = 0;
  let [mended, refused] = [0, 0];
  const amounts = {
    generated: Number(options.generated),
    variants: Number(options.variants),
    seed: Number(options.seed),
  };
  for (const version of oracleVersions) {
    const doveconf = oracle[version];
    const release = (await doveconf.release())!;
    names.push(release.replace(/ .*/, ''));
    console.log(`\nDovecot ${release}`);
    const sources = sourcesFor(version, amounts);
    if (options.only === undefined || options.only === 'fixes') {
      const tally = await judgeFixes(
        sources.flatMap(({ cases }) => cases),
        doveconf,
      );
      console.log(
        `\n== fixes, ${version}: ${tally.fixes} in ${tally.cases} accepted configurations, ${tally.refused.length} refused`,
      );
      for (const line of tally.refused) console.log(`  ${line}`);
      mended += tally.fixes;
      refused += tally.refused.length;
    }
    for (const source of sources) {
      if (options.only !== undefined && !source.name.startsWith(options.only)) continue;
      const { tally, comparisons } = await runSource(source, doveconf);
      tallies.push(tally);
      failed += failuresOf(source, tally);
      if (source.isOurs) recordable.push(...comparisons);
    }
    doveconf.dispose();
  }
  console.log(`\n${table(tallies)}`);
  if (options.record) record(recordable);
  if (options.document) writeFileSync('docs/conformance.md', conformancePage(tallies, names, commandLine(amounts)));
  failed += refused;
  console.log(`\n${sum(tallies.map(({ cases }) => cases)) + mended - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function failuresOf({ isRandom }: Source, { cases, unexplained }: Tally): number {
  return isRandom && unexplained.length <= cases * toleratedShare ? 0 : unexplained.length;
}

function commandLine({ generated, variants, seed }: Amounts): string {
  return `npm run test:oracle -- --generated ${generated} --variants ${variants} --seed ${seed} --document`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

async function runSource(
  { name, version, cases }: Source,
  doveconf: Doveconf,
): Promise<{ tally: Tally; comparisons: Comparison[] }> {
  const tally = emptyTally(name, version);
  const started = performance.now();
  const comparisons = await compareAll(cases, doveconf);
  for (const comparison of comparisons) count(tally, comparison);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n== ${name}, ${version}: ${cases.length} cases in ${seconds} s, ${tally.unexplained.length} differ`);
  for (const [kind, ids] of kinds(tally.unexplained)) console.log(`  ${ids.length} × ${kind} (${ids[0]})`);
  for (const difference of tally.unexplained.filter(isWanted).slice(0, Number(options.show))) {
    console.log(`\n${show(options.reduce ? await reduce(difference, doveconf) : difference)}`);
  }
  return { tally, comparisons };
}

function kinds(comparisons: readonly Comparison[]): (readonly [kind: string, ids: readonly string[]])[] {
  const found = new Map<string, string[]>();
  for (const comparison of comparisons) {
    const kind = kindOf(comparison);
    found.set(kind, [...(found.get(kind) ?? []), comparison.case.id]);
  }
  return [...found].sort(([, a], [, b]) => b.length - a.length);
}

function isWanted(comparison: Comparison): boolean {
  const { acceptance, line, values, theirs } = comparison;
  if (options.match !== undefined && !kindOf(comparison).includes(options.match)) return false;
  switch (options.aspect) {
    case 'acceptance':
      return acceptance === 'differ';
    case 'false-alarm':
      return acceptance === 'differ' && theirs.rc === 0;
    case 'line':
      return line === 'differ';
    case 'values':
      return values !== undefined && values.differences.length > 0;
    default:
      return true;
  }
}

async function compareAll(cases: readonly OracleCase[], doveconf: Doveconf): Promise<Comparison[]> {
  const comparisons: Comparison[] = new Array(cases.length);
  let next = 0;
  const work = async () => {
    for (let at = next++; at < cases.length; at = next++) comparisons[at] = await compare(cases[at]!, doveconf);
  };
  await Promise.all(Array.from({ length: workers }, work));
  return comparisons;
}
