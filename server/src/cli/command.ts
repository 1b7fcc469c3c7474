/** What a command of the command line is; one file per command in `commands/`. */

import type { Rule } from '../lint/rule.ts';

export interface Terminal {
  readonly rules: readonly Rule[];
  /** The working directory. */
  readonly folder: string;
  /** `2027-01-31`. */
  readonly today: string;
  readStandardInput(): string;
  print(text: string): void;
  printError(text: string): void;
  write(path: string, text: string): void;
}

export interface Command {
  readonly name: string;
  /** Its lines in the help. */
  readonly help: string;
  /** Gives the exit code: 0 clean, 1 findings; throws UsageError when it could not run. */
  run(words: readonly string[], terminal: Terminal): number;
}
