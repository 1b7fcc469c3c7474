/** Runs the user's own `doveconf` on a root. Only its messages are of interest: the dump may hold secrets. */

import { execFile } from 'node:child_process';

const timeoutMs = 10_000;

/** What it wrote to standard error; rejects when it could not be run or did not end in time. */
export function runDoveconf(program: string, root: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 64_000_000, windowsHide: true } as const;
    execFile(program, ['-n', '-c', root], options, (error, _output, messages) => {
      // An exit code is an answer; a signal or a missing program is none.
      if (error !== null && typeof error.code !== 'number')
        reject(error.killed ? new Error('it did not end in time') : error);
      else resolve(messages);
    });
  });
}
