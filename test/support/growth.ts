// How time grows with the size of the input: a ratio of two measurements of one run, never an absolute time.

import assert from 'node:assert/strict';
import process from 'node:process';

const factor = 16;
/** Linear work grows by `factor`, quadratic by its square; what lies between is noise. */
const limit = factor * 8;

/** Asserts that work on an input of `size` takes no more than in proportion to work on a sixteenth of it. */
export function assertLinear(size: number, what: string, run: (size: number) => void): void {
  const small = Math.max(Math.min(cost(run, size / factor), cost(run, size / factor), cost(run, size / factor)), 1_000);
  let large = cost(run, size);
  // Only noise may be better another time.
  for (let attempt = 0; attempt < 2 && large / small >= limit; attempt++) large = Math.min(large, cost(run, size));
  assert.ok(
    large / small < limit,
    `${what}: ${factor} times the input takes ${(large / small).toFixed(1)} times as long`,
  );
}

/** Microseconds of the processor: other programs do not count. */
function cost(run: (size: number) => void, size: number): number {
  const before = process.cpuUsage();
  run(size);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
