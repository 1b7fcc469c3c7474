/** The amount that a value stands for, where it is known for certain. */

import type { Grammar } from '../../knowledge/dialect.ts';
import { isKnown } from '../holes.ts';
import type { Located } from '../located.ts';
import { isDeferred, parseValue } from './parse.ts';

/** A number, bytes or milliseconds; undefined without a value, and for one that is not known, not valid or unlimited. */
export function amountOf(
  value: Located | undefined,
  type: 'uint' | 'size' | 'time' | 'time_msecs',
  grammar: Grammar | undefined,
): bigint | undefined {
  if (value === undefined || grammar === undefined || !isKnown(value.text) || isDeferred(value.text)) return undefined;
  const meaning = parseValue({ type }, value.text, grammar);
  switch (meaning.kind) {
    case 'number':
    case 'bytes':
    case 'milliseconds':
      return meaning.value;
    default:
      return undefined;
  }
}
