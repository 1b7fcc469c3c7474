// The command line as a shell sees it: built once per process, run in a folder of its own.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { after, before } from 'node:test';
import { build } from 'esbuild';

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with files in it, and dovelint run inside; the folder goes when the tests are done. */
export class DovelintFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'dovelint-'));
  readonly #program = resolve(`.cache/test/dovelint-${process.pid}.cjs`);

  constructor(files: Readonly<Record<string, string>>) {
    before(async () => {
      await build({
        entryPoints: ['server/src/dovelint.ts'],
        bundle: true,
        platform: 'node',
        format: 'cjs',
        outfile: this.#program,
        define: { DOVELINT_VERSION: '"test"' },
        logLevel: 'error',
      });
      for (const [name, text] of Object.entries(files)) this.write(name, text);
    });
    after(() => {
      rmSync(this.path, { recursive: true });
      rmSync(this.#program, { force: true });
    });
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), text);
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  /** Runs it; `cwd` is below the folder. */
  run(args: readonly string[], { input = '', cwd = '.' } = {}): Ended {
    return spawnSync(process.execPath, [this.#program, ...args], {
      cwd: join(this.path, cwd),
      input,
      encoding: 'utf8',
    });
  }
}
