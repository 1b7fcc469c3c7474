// `npm run test:exhaustive`: every fix, safe or not, on many accidents in the examples of all rules and in real files.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tell, tryFixes } from '../support/fixPromises.ts';
import { allTargets, corpusVariants, variantSituations } from '../support/situations.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

test('every fix keeps its promises in examples with accidents', () => {
  const situations = seeds.flatMap((seed) =>
    variantSituations(500, seed).map((one) => ({ ...one, id: `${seed}: ${one.id}` })),
  );
  const tried = tryFixes(situations);
  tell('examples with accidents', situations.length, tried);
  assert.deepEqual(tried.broken, []);
});

const targets = Object.entries(allTargets);
const skip = corpusVariants(allTargets.auto!, 1, 1).length > 0 ? false : 'the corpus is not there';

test('every fix keeps its promises in real files with accidents', { skip }, () => {
  const situations = seeds.flatMap((seed) => {
    const [name, target] = targets[seed % targets.length]!;
    return corpusVariants(target, 100, seed).map((one) => ({ ...one, id: `${seed} for ${name}: ${one.id}` }));
  });
  // Of what is found in every line some are enough.
  const perRule = new Map<string, number>();
  const tried = tryFixes(situations, (_fix, { rule: { id } }) => {
    perRule.set(id, (perRule.get(id) ?? 0) + 1);
    return perRule.get(id)! <= 100;
  });
  tell('real files with accidents', situations.length, tried);
  assert.deepEqual(tried.broken, []);
});
