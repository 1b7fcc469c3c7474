/** Random choices for writing a generator in plain code: every one is a fast-check value, so a seed repeats them. */

import fc, { type GeneratorValue } from 'fast-check';

/** Without fast-check's preference for small numbers: the first names of a list are no more interesting than others. */
const uniform = (min: number, max: number) => fc.noBias(fc.integer({ min, max }));

export class Choose {
  readonly #value: GeneratorValue;

  constructor(value: GeneratorValue) {
    this.#value = value;
  }

  /** A whole number from `min` to `max`. */
  between(min: number, max: number): number {
    return this.#value(uniform, min, max);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.between(0, from.length - 1)]!;
  }

  /** True in so many of a hundred cases. */
  percent(share: number): boolean {
    return this.between(1, 100) <= share;
  }

  /** One of the alternatives; the first number is how often, relative to the others. */
  weighted<T>(alternatives: readonly (readonly [weight: number, make: () => T])[]): T {
    let at = this.between(
      1,
      alternatives.reduce((sum, [weight]) => sum + weight, 0),
    );
    for (const [weight, make] of alternatives) {
      at -= weight;
      if (at <= 0) return make();
    }
    throw new Error('weights');
  }

  some<T>(min: number, max: number, make: () => T): T[] {
    return Array.from({ length: this.between(min, max) }, make);
  }
}
