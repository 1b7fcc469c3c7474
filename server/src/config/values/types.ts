/** What a value can mean and what can be wrong with it. Offsets are those of the value's text without its quotes. */

import type { Span } from '../../text/span.ts';

/** An element of a list, without its quotes; the span is with them. */
export interface ListElement extends Span {
  readonly text: string;
}

/** What Dovecot makes of a value. Amounts are exact: they may be as large as 2^64 - 1. */
export type Meaning =
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: bigint }
  /** A file mode, or whatever else is written in octal. */
  | { readonly kind: 'mode'; readonly value: bigint }
  | { readonly kind: 'bytes'; readonly value: bigint }
  | { readonly kind: 'milliseconds'; readonly value: bigint }
  | { readonly kind: 'unlimited' }
  | { readonly kind: 'list'; readonly elements: readonly ListElement[] }
  /** Strings, paths and the words of an enum: the text is the meaning. */
  | { readonly kind: 'text'; readonly value: string };

export const valueErrorCodes = [
  'acl-colon-missing',
  'acl-id-invalid',
  'acl-right-unknown',
  'address-invalid',
  'address-source-invalid',
  'aggregate-invalid',
  'attachment-hash-invalid',
  'bool-invalid',
  'character-unexpected',
  'enum-invalid',
  'event-comparison-invalid',
  'event-filter-invalid',
  'ip-invalid',
  'list-element-glued',
  'list-escape-unfinished',
  'list-quote-inside',
  'list-quote-unclosed',
  'number-invalid',
  'number-negative',
  'number-too-large',
  'octal-invalid',
  'port-invalid',
  'size-invalid',
  'size-too-large',
  'time-fraction-of-second',
  'time-invalid',
  'time-too-large',
  'time-unit-missing',
  'truncation-invalid',
  'url-invalid',
] as const;

export type ValueErrorCode = (typeof valueErrorCodes)[number];

/** Why Dovecot refuses a value, and the part of the text that must change. */
export interface ValueError extends Span {
  readonly kind: 'error';
  readonly code: ValueErrorCode;
}

export function valueError(code: ValueErrorCode, from: number, to: number): ValueError {
  return { kind: 'error', code, from, to };
}
