// One property over all rules: whatever the configuration, a fix removes its finding and brings no error, and mending
// all comes to an end. `npm run test:exhaustive` tries many more accidents, and `npm run test:oracle` asks real Dovecot
// whether it still accepts the outcome.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Fix } from '../../server/src/lint/rule.ts';
import { rules } from '../../server/src/rules/index.ts';
import { brokenPromises, judged, tell, tryFixes } from '../support/fixPromises.ts';
import {
  accidents,
  allTargets,
  corpusSituations,
  exampleSituations,
  variantSituations,
} from '../support/situations.ts';

describe('every fix keeps its promises', () => {
  test('in the examples of all rules', () => {
    const situations = exampleSituations();
    const tried = tryFixes(situations);
    tell('examples', situations.length, tried);
    assert.deepEqual(tried.broken, []);
    const never = rules.filter(({ id, fixable }) => fixable && !tried.rules.has(id)).map(({ id }) => id);
    assert.deepEqual(never, [], 'every rule that mends is tried');
  });

  test('in examples with small accidents', () => {
    const situations = variantSituations(500, 1);
    const tried = tryFixes(situations);
    tell('variants', situations.length, tried);
    assert.deepEqual(tried.broken, []);
    assert.ok(tried.fixes > 500);
  });

  for (const situation of accidents()) {
    test(`where ${situation.id}`, () => assert.deepEqual(tryFixes([situation]).broken, []));
  }

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
