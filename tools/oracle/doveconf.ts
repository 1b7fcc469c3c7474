/** Runs a real doveconf on files and reads what it says. */

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { normalize } from 'node:path/posix';
import type { OracleVersion } from './releases.ts';

/** Files by name; the one that is read first is `dovecot.conf` unless told otherwise. */
export type FileTexts = Readonly<Record<string, string>>;

export interface DoveconfError {
  /** Undefined for errors that name no file. */
  readonly file: string | undefined;
  /** Undefined for errors found after everything was read. */
  readonly line: number | undefined;
  readonly message: string;
}

export interface Verdict {
  /** 0: accepted. */
  readonly rc: number;
  /** What it printed, without the header that names versions and the machine; undefined where that is not known. */
  readonly out: string | undefined;
  readonly err: string;
  /** Why the files were refused; undefined where they were accepted. */
  readonly firstError: DoveconfError | undefined;
  /** The same with variables expanded, as at a start; only where it was asked for. */
  readonly expanded?: Verdict | undefined;
}

export interface RunOptions {
  readonly root?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

interface Finished {
  readonly rc: number;
  readonly out: string;
  readonly err: string;
}

/** The exit code that stands for a signal. */
export const killed = 126;

/** `gethostbyname` in a `local NAME {` head may take 30 seconds. */
const timeLimit = 60_000;

/** The verdict that doveconf's output amounts to. */
export function verdictOf(rc: number, out: string, err: string): Verdict {
  return { rc, out: withoutHeader(out), err, firstError: rc === 0 ? undefined : firstError(err) };
}

/** A parser inside 2.4.1 may print a stray character before the header. */
function withoutHeader(out: string): string {
  return out.replace(/^[\s\S]*\n# Hostname: .*\n/, '').replace(/^(?:#.*\n)*/, '');
}

export class Doveconf {
  readonly version: OracleVersion;
  /** `/`, or the folder of a chroot. */
  readonly root: string;
  #scratch: string | undefined;
  #runs = 0;

  constructor(version: OracleVersion, root: string) {
    this.version = version;
    this.root = root;
  }

  /** `2.3.19.1 (9b53102964)`; undefined when there is no Dovecot. */
  async release(): Promise<string | undefined> {
    const { rc, out } = await this.#run('dovecot', ['--version']);
    return rc === 0 ? out.trim() : undefined;
  }

  /** `doveconf -n` on the files. */
  async judge(files: FileTexts, options: RunOptions = {}): Promise<Verdict> {
    const folder = join(this.#scratchFolder(), String(this.#runs++));
    const inside = this.root === '/' ? folder : folder.slice(this.root.length);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const root = `${inside}/${options.root ?? 'dovecot.conf'}`;
    const { rc, out, err } = await this.#run('doveconf', [...(options.args ?? ['-n']), '-c', root], options.env);
    rmSync(folder, { recursive: true });
    return verdictOf(rc, out, err.replaceAll(`${inside}/`, ''));
  }

  /** Removes what the runs left behind. */
  dispose(): void {
    if (this.#scratch !== undefined) rmSync(this.#scratch, { recursive: true, force: true });
    this.#scratch = undefined;
  }

  #scratchFolder(): string {
    this.#scratch ??= mkdtempSync(join(this.root, 'tmp', 'dovelint-oracle-'));
    return this.#scratch;
  }

  #run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Finished> {
    const [command, ...first] = this.root === '/' ? [program] : ['chroot', this.root, program];
    return new Promise((done) => {
      const child = spawn(command!, [...first, ...args], {
        env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: timeLimit,
      });
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      child.once('error', (error) => done({ rc: 127, out, err: `${err}${error.message}\n` }));
      child.once('close', (code) => done({ rc: code ?? killed, out, err }));
    });
  }
}

/**
 * The complaint that made doveconf give up. It comes last: what stands before it is from the program that 2.3 runs to
 * ask for capabilities, or the full list of which 2.4 repeats the first.
 */
function firstError(err: string): DoveconfError | undefined {
  const complaint = err.split('\n').findLast((line) => /^doveconf: (?:Fatal|Panic): /.test(line));
  if (complaint === undefined) return undefined;
  const text = complaint.replace(/^doveconf: \w+: /, '');
  const placed = /^Error in configuration file (\S+?)(?: line (\d+))?: (.*)$/.exec(text);
  if (placed === null) return { file: undefined, line: undefined, message: text };
  const [, file, line, message] = placed;
  return { file: normalize(file!), line: line === undefined ? undefined : Number(line), message: message! };
}
