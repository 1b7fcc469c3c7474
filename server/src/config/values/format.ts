/** Writes a meaning as `doveconf` of 2.3 prints it: `1 G`, `5 mins`, `yes`, `0600`. */

import type { Meaning } from './types.ts';

const sizes: readonly (readonly [unit: string, bytes: bigint])[] = [
  ['T', 2n ** 40n],
  ['G', 2n ** 30n],
  ['M', 2n ** 20n],
  ['k', 2n ** 10n],
  ['B', 1n],
];

const times: readonly (readonly [unit: string, milliseconds: bigint])[] = [
  ['weeks', 604_800_000n],
  ['days', 86_400_000n],
  ['hours', 3_600_000n],
  ['mins', 60_000n],
  ['secs', 1000n],
  ['ms', 1n],
];

export function formatMeaning(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'bool':
      return meaning.value ? 'yes' : 'no';
    case 'number':
      return String(meaning.value);
    case 'mode':
      return `0${meaning.value.toString(8)}`;
    case 'bytes':
      return inLargestUnit(meaning.value, sizes);
    case 'milliseconds':
      return inLargestUnit(meaning.value, times);
    case 'unlimited':
      return 'unlimited';
    case 'list':
      return meaning.elements.map(({ text }) => (/[ ,"]/.test(text) ? quote(text) : text)).join(' ');
    case 'text':
      return meaning.value;
  }
}

/** In the largest unit that leaves no rest. */
function inLargestUnit(value: bigint, units: readonly (readonly [string, bigint])[]): string {
  if (value === 0n) return '0';
  const [unit, size] = units.find(([, size]) => value % size === 0n)!;
  return `${value / size} ${unit}`;
}

function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
