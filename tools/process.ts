// Running other programs from the tools: with their output on the terminal, or caught for reading.
import { type SpawnOptions, spawn } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

export const repo = resolve(import.meta.dirname, '..');

/** The node that runs this, first on the PATH of what it starts: a program's `#!/usr/bin/env node` gets the same one. */
const path = `${join(repo, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;

export interface Finished {
  readonly status: number;
  /** Standard output and standard error; empty unless caught. */
  readonly output: string;
}

/** Runs to the end; never throws, a program that cannot be started has status 127. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const { quiet = false, ...spawnOptions } = options;
  return new Promise((done) => {
    const child = spawn(command, [...args], {
      cwd: repo,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32' && command !== process.execPath,
      ...spawnOptions,
      env: { ...process.env, PATH: path, ...spawnOptions.env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', (error) => done({ status: 127, output: `${output}${error.message}\n` }));
    child.once('close', (status) => done({ status: status ?? 1, output }));
  });
}

export interface RunOptions extends Omit<SpawnOptions, 'stdio'> {
  /** Catch the output instead of showing it. */
  readonly quiet?: boolean;
}

/** `run(process.execPath, …)` for a script of this repository or of one of its packages. */
export function runNode(script: string, args: readonly string[] = [], options: RunOptions = {}): Promise<Finished> {
  return run(process.execPath, [resolve(repo, script), ...args], options);
}

/** The command's output in full, where its failure means that something is broken. */
export async function expectSuccess(what: string, running: Promise<Finished>): Promise<string> {
  const { status, output } = await running;
  if (status !== 0) throw new Error(`${what} failed (exit code ${status})${output && `:\n${output.slice(-4000)}`}`);
  return output;
}
