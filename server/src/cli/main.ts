/** Runs a command; the terminal and the clock are the caller's. */

import { UsageError } from './arguments.ts';
import type { Command, Terminal } from './command.ts';
import { explainCommand, rulesCommand } from './commands/catalogue.ts';
import { checkCommand } from './commands/check.ts';
import { effectiveCommand } from './commands/effective.ts';
import { formatCommand } from './commands/format.ts';
import { reportCommand } from './commands/report.ts';

declare const DOVELINT_VERSION: string;

const commands: readonly Command[] = [
  checkCommand,
  effectiveCommand,
  reportCommand,
  formatCommand,
  explainCommand,
  rulesCommand,
];

const help = `Usage: dovelint COMMAND

${commands.map((command) => command.help).join('')}
Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run.
`;

/** The exit code: 0 clean, 1 findings, 2 could not run (thrown as UsageError). */
export function run(words: readonly string[], terminal: Terminal): number {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.print(help);
    return 0;
  }
  if (name === '--version') {
    terminal.print(`dovelint ${DOVELINT_VERSION}\n`);
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new UsageError(`Unknown command '${name}'. Try: dovelint --help`);
  return command.run(rest, terminal);
}
