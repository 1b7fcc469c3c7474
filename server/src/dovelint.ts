/** Entry of the command line: wires the disk and the terminal to the core. */

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { UsageError } from './cli/arguments.ts';
import { run } from './cli/main.ts';
import { rules } from './rules/index.ts';

// A reader that goes away early (`dovelint … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = run(process.argv.slice(2), {
    rules,
    folder: process.cwd(),
    // In UTC, as everywhere: the same commit is judged alike on all machines.
    today: new Date().toISOString().slice(0, 10),
    readStandardInput: () => readFileSync(0, 'utf8'),
    print: (text) => void process.stdout.write(text),
    printError: (text) => void process.stderr.write(text),
    write: (path, text) => writeFileSync(resolve(path), text),
  });
} catch (error) {
  process.exitCode = 2;
  process.stderr.write(
    error instanceof UsageError
      ? `dovelint: ${error.message}\n`
      : `dovelint: ${error instanceof Error ? error.stack : error}\n`,
  );
}
