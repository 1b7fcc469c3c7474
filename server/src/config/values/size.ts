/** Sizes: digits and a unit of base 1024, `B` or `K` to `T` with an optional `B` or `iB`, in either case. */

import type { Grammar } from '../../knowledge/dialect.ts';
import { countDigits, isUnlimited, maxUintmax } from './numbers.ts';
import { type Meaning, type ValueError, valueError } from './types.ts';

const powers = 'bkmgt';
const unitForm = /^(?:b|[kmgt]i?b?)?$/i;

export function parseSize(text: string, grammar: Grammar): Meaning | ValueError {
  if (isUnlimited(text, grammar)) return { kind: 'unlimited' };
  const digits = countDigits(text);
  if (digits === 0) return valueError('size-invalid', 0, text.length);
  let unitFrom = digits;
  while (text.charAt(unitFrom) === ' ') unitFrom++;
  const unit = text.slice(unitFrom);
  if (!unitForm.test(unit)) return valueError('size-invalid', unitFrom, text.length);
  const number = BigInt(text.slice(0, digits));
  if (number > maxUintmax) return valueError('size-invalid', 0, digits);
  const power = unit === '' ? 0 : powers.indexOf(unit.charAt(0).toLowerCase());
  const value = number << BigInt(10 * power);
  if (value > maxUintmax) return valueError('size-too-large', 0, text.length);
  return grammar === 'new' && value === maxUintmax ? { kind: 'unlimited' } : { kind: 'bytes', value };
}
