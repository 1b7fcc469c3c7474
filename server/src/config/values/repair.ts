/** What an amount that Dovecot does not read was meant to be: `1.5G` is `1536 M`, `1h 30m` is `90 mins`. */

import { formatMeaning } from './format.ts';

const sizes: Readonly<Record<string, number>> = { '': 1, b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/** In milliseconds. */
const times: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** A size with a fraction. */
export function repairSize(text: string): string | undefined {
  const match = /^(\d+\.\d+) *([kmgt]?)(?:i?b)?$/i.exec(text.trim());
  const bytes = match === null ? Number.NaN : Number(match[1]) * sizes[match[2]!.toLowerCase()]!;
  return Number.isSafeInteger(bytes) ? formatMeaning({ kind: 'bytes', value: BigInt(bytes) }) : undefined;
}

/** A time with fractions, or in several parts. */
export function repairTime(text: string): string | undefined {
  if (!/^(?:\d+(?:\.\d+)? *[a-z]+[ ,]*)+$/i.test(text)) return undefined;
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?) *([a-z]+)/gi)) {
    const word = unit!.toLowerCase();
    const factor = times[/^(?:ms|mse|milli)/.test(word) ? 'ms' : word.charAt(0)];
    if (factor === undefined || word.startsWith('mo')) return undefined;
    sum += Number(amount) * factor;
  }
  return Number.isSafeInteger(sum) ? formatMeaning({ kind: 'milliseconds', value: BigInt(sum) }) : undefined;
}
