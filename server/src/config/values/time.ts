/**
 * Time intervals: digits and a unit, of which any beginning will do (`5m`, `5 min`, `5 minutes`). Settings count either
 * seconds or milliseconds; those that count seconds take milliseconds only where they make whole seconds.
 */

import type { Grammar } from '../../knowledge/dialect.ts';
import { countDigits, isUnlimited, maxUint, maxUintmax } from './numbers.ts';
import { type Meaning, type ValueError, valueError } from './types.ts';

/** In Dovecot's order, which decides what `m` means. */
const units: readonly { readonly words: readonly string[]; readonly milliseconds: bigint }[] = [
  { words: ['secs', 'seconds'], milliseconds: 1000n },
  { words: ['mins', 'minutes'], milliseconds: 60_000n },
  { words: ['msecs', 'mseconds', 'millisecs', 'milliseconds'], milliseconds: 1n },
  { words: ['hours'], milliseconds: 3_600_000n },
  { words: ['days'], milliseconds: 86_400_000n },
  { words: ['weeks'], milliseconds: 604_800_000n },
];

/** `resolution` is what the setting counts: 1000 for seconds, 1 for milliseconds. */
export function parseTime(text: string, grammar: Grammar, resolution: 1000n | 1n): Meaning | ValueError {
  if (isUnlimited(text, grammar)) return { kind: 'unlimited' };
  const digits = countDigits(text);
  if (digits === 0) return valueError('time-invalid', 0, text.length);
  let unitFrom = digits;
  while (text.charAt(unitFrom) === ' ') unitFrom++;
  const number = BigInt(text.slice(0, digits));
  if (number > maxUintmax) return valueError('time-invalid', 0, digits);
  if (unitFrom === text.length) {
    return number === 0n ? { kind: 'milliseconds', value: 0n } : valueError('time-unit-missing', 0, text.length);
  }
  const factor = findUnit(text.slice(unitFrom).toLowerCase());
  if (factor === undefined) return valueError('time-invalid', unitFrom, text.length);
  const value = number * factor;
  if (value % resolution !== 0n) return valueError('time-fraction-of-second', 0, text.length);
  return value / resolution > maxUint ? valueError('time-too-large', 0, text.length) : { kind: 'milliseconds', value };
}

function findUnit(word: string): bigint | undefined {
  return units.find(({ words }) => words.some((unit) => unit.startsWith(word)))?.milliseconds;
}
