// One property over all rules: whatever the configuration, a fix removes its finding and brings no error, and mending
// all comes to an end. Real Dovecot is asked whether it still accepts the outcome by `npm run test:oracle`.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding, Fix } from '../../server/src/lint/rule.ts';
import { rules } from '../../server/src/rules/index.ts';
import { brokenPromises, judged, mendAll } from '../support/fixPromises.ts';
import {
  allTargets,
  corpusSituations,
  exampleSituations,
  type NamedSituation,
  variantSituations,
} from '../support/situations.ts';

interface Tried {
  readonly fixes: number;
  readonly rounds: number;
  readonly rules: ReadonlySet<string>;
  readonly broken: readonly string[];
}

function tryFixes(
  situations: readonly NamedSituation[],
  isWanted: (fix: Fix, finding: Finding) => boolean = () => true,
): Tried {
  let [fixes, rounds] = [0, 0];
  const broken: string[] = [];
  const tried = new Set<string>();
  for (const situation of situations) {
    const before = judged(situation);
    for (const finding of before.findings) {
      for (const fix of finding.fixes.filter((each) => isWanted(each, finding))) {
        fixes++;
        tried.add(finding.rule.id);
        broken.push(...brokenPromises(situation, before, finding, fix).map((what) => `${situation.id}: ${what}`));
      }
    }
    const mended = mendAll(situation);
    rounds = Math.max(rounds, mended.rounds);
    broken.push(...mended.broken.map((what) => `${situation.id}: ${what}`));
  }
  return { fixes, rounds, rules: tried, broken };
}

function tell(what: string, situations: number, { fixes, rounds, rules: tried, broken }: Tried): void {
  console.log(
    `${what}: ${fixes} fixes of ${tried.size} rules tried in ${situations} configurations, ${broken.length} break a promise; mending all took ${rounds} rounds at most`,
  );
}

describe('every fix keeps its promises', () => {
  test('in the examples of all rules', () => {
    const situations = exampleSituations();
    const tried = tryFixes(situations);
    tell('examples', situations.length, tried);
    assert.deepEqual(tried.broken, []);
    const never = rules.filter(({ id, fixable }) => fixable && !tried.rules.has(id)).map(({ id }) => id);
    assert.deepEqual(never, [], 'every rule that mends is tried');
  });

  test('in examples with small accidents, where nobody looks on', () => {
    const situations = variantSituations(500, 1);
    const tried = tryFixes(situations, ({ safe }) => safe);
    tell('variants', situations.length, tried);
    assert.deepEqual(tried.broken, []);
    assert.ok(tried.fixes > 200);
  });

  const corpus = corpusSituations(allTargets.auto!);
  const skip = corpus.length > 0 ? false : 'the corpus is not there';
  for (const [name, target] of Object.entries(allTargets)) {
    test(`in real files, read for ${name}`, { skip }, () => {
      const situations = corpusSituations(target);
      const perRule = new Map<string, number>();
      // Of what is found in every line some are enough.
      const tried = tryFixes(situations, (_fix, { rule: { id } }) => {
        perRule.set(id, (perRule.get(id) ?? 0) + 1);
        return perRule.get(id)! <= 20;
      });
      tell(`corpus for ${name}`, situations.length, tried);
      assert.deepEqual(tried.broken, []);
      assert.ok(situations.length > 200);
    });
  }
});

describe('a promise can be broken', () => {
  const situation = exampleSituations().find(({ id }) => id === 'comment-ambiguous 1')!;
  const before = judged(situation);
  const finding = before.findings.find(({ rule }) => rule.id === 'comment-ambiguous')!;
  const { document, span } = finding;
  const broken = (edits: Fix['edits'], safe = true) =>
    brokenPromises(situation, before, finding, { title: 't', safe, edits }).map((what) => what.replace(/^.*'t' /, ''));

  test('by changing nothing', () => {
    assert.deepEqual(broken([]), ['changes nothing', 'leaves its finding']);
  });
  test('by breaking the form', () => {
    const at = { from: document.text.length, to: document.text.length };
    const all = broken([{ document, span: at, text: 'nothing {\n' }]);
    assert.deepEqual(all.toSorted(), [
      'breaks the form',
      'brings section-unknown',
      'brings syntax-error',
      'leaves its finding',
    ]);
  });
  test('by an error in what it writes, even when a human takes it over', () => {
    const edits = [
      { document, span: { from: span.from, to: span.from }, text: ' ' },
      { document, span: { from: 0, to: 0 }, text: 'no_such_setting = yes\n' },
    ];
    assert.deepEqual(broken(edits, false), ['brings setting-unknown']);
  });
  test('and is kept by a blank', () => {
    assert.deepEqual(broken([{ document, span: { from: span.from, to: span.from }, text: ' ' }]), []);
  });
});
