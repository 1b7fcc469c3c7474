/** The command line's words, checked. */

import { parseArgs } from 'node:util';
import { parseTarget, type Target } from '../config/dialect.ts';

/** Could not run: the message goes to standard error, the exit code is 2. */
export class UsageError extends Error {}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** Options and paths of a command; throws UsageError for an option it does not know. */
export function parseWords(words: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** One of a list; the first is the default. */
export function choice<T extends string>(name: string, value: unknown, choices: readonly T[]): T {
  if (value === undefined) return choices[0]!;
  const found = choices.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`${name} takes one of ${choices.join(', ')}, not '${value}'.`);
  return found;
}

/** The value of `--target`. */
export function targetOf(value: unknown): Target {
  const target = parseTarget((value as string | undefined) ?? 'auto');
  if (target === undefined) throw new UsageError(`Unknown target '${value}'. Try: dovelint --help`);
  return target;
}
