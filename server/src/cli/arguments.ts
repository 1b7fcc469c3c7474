/** The command line's words, checked. */

import { parseArgs } from 'node:util';
import { parseTarget, type Target } from '../config/dialect.ts';
import type { Severity } from '../lint/rule.ts';

/** Could not run: the message goes to standard error, the exit code is 2. */
export class UsageError extends Error {}

export interface CheckArguments {
  readonly command: 'check';
  readonly paths: readonly string[];
  readonly target: Target;
  readonly root: string | undefined;
  readonly stdin: boolean;
  readonly stdinPath: string | undefined;
  readonly format: 'text' | 'json';
  readonly output: string | undefined;
  readonly fix: boolean;
  readonly diff: boolean;
  readonly failOn: Severity | 'never';
}

export interface RulesArguments {
  readonly command: 'rules';
  readonly format: 'text' | 'json';
}

export interface ExplainArguments {
  readonly command: 'explain';
  readonly what: string;
}

export type Arguments = CheckArguments | RulesArguments | ExplainArguments | { readonly command: 'help' | 'version' };

export const help = `Usage: dovelint COMMAND

  dovelint check [PATH…]     findings in files, or in the Dovecot files below folders (default: this folder)
      --target DIALECT       auto, ce-2.3, pro-2.3, pro-3.0, ce-2.4, pro-3.1; @RELEASE may follow, as in ce-2.4@2.4.5
      --root FILE            the root that the files belong to
      --stdin                read the text from standard input
      --stdin-path PATH      the path that the text stands for
      --format text|json     how to print (default: text)
      --output FILE          write the report there
      --fix                  apply the safe fixes
      --diff                 print what --fix would change, change nothing
      --fail-on SEVERITY     error, warning, information, hint or never (default: error)
  dovelint explain WHAT      a rule, a setting, or a storage driver
  dovelint rules             the catalogue  [--format text|json]

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run.
`;

/** Throws UsageError for anything it does not know. */
export function parseArguments(words: readonly string[]): Arguments {
  const [command, ...rest] = words;
  switch (command) {
    case 'check':
      return checkArguments(rest);
    case 'rules':
      return {
        command: 'rules',
        format: choice('--format', parse(rest, { format: { type: 'string' } }).values.format, ['text', 'json']),
      };
    case 'explain': {
      const [what] = parse(rest, {}).positionals;
      if (what === undefined)
        throw new UsageError('dovelint explain needs the name of a rule, a setting or a storage driver.');
      return { command: 'explain', what };
    }
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      return { command: 'help' };
    case '--version':
      return { command: 'version' };
    default:
      throw new UsageError(`Unknown command '${command}'. Try: dovelint --help`);
  }
}

function checkArguments(words: readonly string[]): CheckArguments {
  const { values, positionals } = parse(words, {
    target: { type: 'string' },
    root: { type: 'string' },
    stdin: { type: 'boolean' },
    'stdin-path': { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string' },
    fix: { type: 'boolean' },
    diff: { type: 'boolean' },
    'fail-on': { type: 'string' },
  });
  const target = parseTarget((values.target as string | undefined) ?? 'auto');
  if (target === undefined) throw new UsageError(`Unknown target '${values.target}'. Try: dovelint --help`);
  return {
    command: 'check',
    paths: positionals,
    target,
    root: values.root as string | undefined,
    stdin: values.stdin === true || values['stdin-path'] !== undefined,
    stdinPath: values['stdin-path'] as string | undefined,
    format: choice('--format', values.format, ['text', 'json']),
    output: values.output as string | undefined,
    fix: values.fix === true,
    diff: values.diff === true,
    failOn: choice('--fail-on', values['fail-on'], ['error', 'warning', 'information', 'hint', 'never']),
  };
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function parse(words: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** One of a list; the first is the default. */
function choice<T extends string>(name: string, value: unknown, choices: readonly T[]): T {
  if (value === undefined) return choices[0]!;
  const found = choices.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`${name} takes one of ${choices.join(', ')}, not '${value}'.`);
  return found;
}
