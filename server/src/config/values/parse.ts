/** Reads a value as Dovecot does, by the type of its setting. */

import type { Grammar } from '../../knowledge/dialect.ts';
import { parseBoolList } from './boolList.ts';
import { parseOctal, parsePort, parseUint, parseUintmax } from './numbers.ts';
import { parseSize } from './size.ts';
import { parseTime } from './time.ts';
import { type Meaning, type ValueError, valueError } from './types.ts';

/** What decides how a value is read; the facts of a setting have it. */
export interface ValueForm {
  /** Dovecot's own word: `uint`, `time_msecs`, `uint_oct` … Types that are not known here take any text. */
  readonly type: string;
  /** For enums. */
  readonly values?: readonly string[];
}

/**
 * The meaning of a value's text (quotes and escapes already removed, nothing left to expand), or why it is refused.
 * Lists are read as such in the new grammar only; the old one has strings in their place.
 */
export function parseValue({ type, values }: ValueForm, text: string, grammar: Grammar): Meaning | ValueError {
  switch (type) {
    case 'bool':
      return parseBool(text);
    case 'uint':
      return parseUint(text, grammar);
    case 'uintmax':
      return parseUintmax(text);
    case 'uint_oct':
      return parseOctal(text, grammar);
    case 'in_port':
      return parsePort(text);
    case 'size':
      return parseSize(text, grammar);
    case 'time':
      return parseTime(text, grammar, 1000n);
    case 'time_msecs':
      return parseTime(text, grammar, 1n);
    case 'enum':
      return values === undefined || values.includes(text)
        ? { kind: 'text', value: text }
        : valueError('enum-invalid', 0, text.length);
    case 'boollist':
      return parseBoolList(text);
    default:
      return { kind: 'text', value: text };
  }
}

/** `n`, `0`, `true` and `off` are errors, for all their clarity. */
function parseBool(text: string): Meaning | ValueError {
  switch (text.toLowerCase()) {
    case 'yes':
    case 'y':
    case '1':
      return { kind: 'bool', value: true };
    case 'no':
      return { kind: 'bool', value: false };
    default:
      return valueError('bool-invalid', 0, text.length);
  }
}

/**
 * Whether Dovecot 2.4 leaves the value unchecked until it is used: it holds a variable. (A `$` that 2.3 expands is
 * for the caller to see: quotes make the difference there.)
 */
export function isDeferred(text: string): boolean {
  return text.includes('%{') || text.includes('$SET:') || text.includes('$ENV:');
}
