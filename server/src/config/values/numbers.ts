/** Plain numbers: uint, uintmax, octal modes and ports. Only decimal digits count, without sign, blank or fraction. */

import type { Grammar } from '../../knowledge/dialect.ts';
import { type Meaning, type ValueError, valueError } from './types.ts';

export const maxUint = 2n ** 32n - 1n;
export const maxUintmax = 2n ** 64n - 1n;
const maxPort = 65_535n;

const ZERO = 48;
const SEVEN = 55;
const NINE = 57;

/** How many digits `text` begins with. */
export function countDigits(text: string): number {
  let at = 0;
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** The words of 2.4 for "no limit"; they are case-sensitive. */
export function isUnlimited(text: string, grammar: Grammar): boolean {
  return grammar === 'new' && (text === 'unlimited' || text === 'infinite');
}

export function parseUint(text: string, grammar: Grammar): Meaning | ValueError {
  if (isUnlimited(text, grammar)) return { kind: 'unlimited' };
  const value = parseDecimal(text, maxUint);
  if (typeof value !== 'bigint') return value;
  return grammar === 'new' && value === maxUint ? { kind: 'unlimited' } : { kind: 'number', value };
}

/** The 64-bit numbers of 2.4 know no `unlimited`. */
export function parseUintmax(text: string): Meaning | ValueError {
  const value = parseDecimal(text, maxUintmax);
  return typeof value === 'bigint' ? { kind: 'number', value } : value;
}

/** Octal with a leading 0; without it Dovecot reads decimal, so that `600` is not `0600`. */
export function parseOctal(text: string, grammar: Grammar): Meaning | ValueError {
  if (text.charCodeAt(0) !== ZERO) {
    const number = parseUint(text, grammar);
    return number.kind === 'number' ? { kind: 'mode', value: number.value } : number;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > SEVEN) return valueError('octal-invalid', at, text.length);
  }
  const value = BigInt(`0o${text}`);
  // Only the lower 32 bits are kept.
  return value > maxUintmax
    ? valueError('octal-invalid', 0, text.length)
    : { kind: 'mode', value: BigInt.asUintN(32, value) };
}

export function parsePort(text: string): Meaning | ValueError {
  const value = parseDecimal(text, maxPort);
  return typeof value === 'bigint' ? { kind: 'number', value } : valueError('port-invalid', value.from, value.to);
}

function parseDecimal(text: string, max: bigint): bigint | ValueError {
  const digits = countDigits(text);
  if (text.charAt(0) === '-' && isDigit(text.charCodeAt(1))) return valueError('number-negative', 0, 1);
  if (digits === 0) return valueError('number-invalid', 0, text.length);
  if (digits < text.length) return valueError('number-invalid', digits, text.length);
  const value = BigInt(text);
  return value > max ? valueError('number-too-large', 0, text.length) : value;
}
