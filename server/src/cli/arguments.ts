/** The command line's words, checked. */

import { parseArgs } from 'node:util';
import { parseTarget, type Target } from '../config/dialect.ts';
import { defaultPolicy, profiles } from '../lint/policy.ts';
import { projectFileName } from '../lint/projectFile.ts';
import type { SettingsLayer } from '../lint/projectFiles.ts';

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

/** Options of every command that looks at files. */
export const fileOptions = {
  target: { type: 'string' },
  profile: { type: 'string' },
  config: { type: 'string' },
} as const satisfies Options;

export const fileOptionsHelp = `      --target DIALECT       auto, ce-2.3, pro-2.3, pro-3.0, ce-2.4, pro-3.1; @RELEASE may follow, as in ce-2.4@2.4.5
      --profile PROFILE      ${profiles.join(', ')} (default: ${defaultPolicy.profile})
      --config FILE          the project file (default: the nearest ${projectFileName} above each file)
`;

export interface FileWords {
  readonly flags: SettingsLayer;
  /** The project file that counts everywhere. */
  readonly config: string | undefined;
}

export function fileWords(values: Readonly<Record<string, unknown>>): FileWords {
  const flags: SettingsLayer = {
    ...(values.target !== undefined && { target: targetOf(values.target as string) }),
    ...(values.profile !== undefined && { profile: choice('--profile', values.profile, profiles) }),
  };
  return { flags, config: values.config as string | undefined };
}

function targetOf(value: string): Target {
  const target = parseTarget(value);
  if (target === undefined) throw new UsageError(`Unknown target '${value}'. Try: dovelint --help`);
  return { ...target, askedBy: '--target' };
}
