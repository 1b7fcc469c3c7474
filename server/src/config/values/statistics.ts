/** `group_by` of a metric of 2.3: fields, and how their values are put together, as `duration:exponential:1:5:10`. */

import { type ValueError, valueError } from './types.ts';

export function groupByError(text: string): ValueError | undefined {
  for (const { 0: word, index } of text.matchAll(/[^ ]+/g)) {
    const [, aggregate, ...numbers] = word.split(':');
    if (aggregate !== undefined && !isAggregate(aggregate, numbers)) {
      return valueError('aggregate-invalid', index, index + word.length);
    }
  }
  return undefined;
}

function isAggregate(aggregate: string, numbers: readonly string[]): boolean {
  if (aggregate === 'discrete') return numbers.length === 0;
  if (numbers.length !== 3 || !numbers.every((number) => /^\d+$/.test(number))) return false;
  const [least, most, third] = numbers.map(BigInt) as [bigint, bigint, bigint];
  if (least >= most) return false;
  // The third is the base of powers, or the width of a step.
  if (aggregate === 'exponential') return third === 2n || third === 10n;
  return aggregate === 'linear' && third > 0n && least + third <= most;
}
