/** Runs a command; the terminal and the clock are the caller's. */

import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { Rule, Severity } from '../lint/rule.ts';
import { DiskFiles } from '../node/diskFiles.ts';
import { findFiles } from '../node/findFiles.ts';
import { isDovecotPath, rootFileName } from '../workspace/names.ts';
import { type Arguments, type CheckArguments, help, UsageError } from './arguments.ts';
import { type CheckInput, check, fixAll, reachedFiles } from './check.ts';
import { unifiedDiff } from './diff.ts';
import { catalogue, explain } from './explain.ts';
import { jsonReport } from './json.ts';
import { textReport } from './text.ts';

export interface Terminal {
  readonly rules: readonly Rule[];
  /** The working directory. */
  readonly folder: string;
  readStandardInput(): string;
  print(text: string): void;
  printError(text: string): void;
  write(path: string, text: string): void;
}

declare const DOVELINT_VERSION: string;

/** The exit code: 0 clean, 1 findings, 2 could not run (thrown as UsageError). */
export function run(args: Arguments, terminal: Terminal): number {
  switch (args.command) {
    case 'help':
      terminal.print(help);
      return 0;
    case 'version':
      terminal.print(`dovelint ${DOVELINT_VERSION}\n`);
      return 0;
    case 'rules':
      terminal.print(catalogue(terminal.rules, args.format));
      return 0;
    case 'explain': {
      const text = explain(args.what, terminal.rules);
      if (text === undefined) throw new UsageError(`Nothing is known of '${args.what}'. The rules: dovelint rules`);
      terminal.print(`${text.trimEnd()}\n`);
      return 0;
    }
    case 'check':
      return runCheck(args, terminal);
  }
}

function runCheck(args: CheckArguments, terminal: Terminal): number {
  const input = checkInput(args, terminal);
  const pathOf = (uri: string) => relative(terminal.folder, URI.parse(uri).fsPath).split(sep).join('/');
  if (args.diff || args.fix) {
    const changed = fixAll(input);
    for (const [uri, text] of changed) {
      if (args.diff) {
        const before = input.buffers.get(uri) ?? contentOf(input, uri);
        terminal.print(unifiedDiff(pathOf(uri), before, text));
      } else if (input.buffers.has(uri)) {
        terminal.print(text);
      } else {
        terminal.write(URI.parse(uri).fsPath, text);
      }
    }
    if (args.diff) return 0;
  }
  const { findings, summary, unreadable } = check(args.fix ? { ...input, files: new DiskFiles() } : input);
  for (const { uri, reason } of unreadable) terminal.printError(`dovelint: ${pathOf(uri)} is left out: ${reason}.\n`);
  const report = args.format === 'json' ? jsonReport(findings, summary, pathOf) : textReport(findings, summary, pathOf);
  if (args.output !== undefined) terminal.write(args.output, report);
  else terminal.print(report);
  return findings.some(({ severity }) => atLeast(severity, args.failOn)) ? 1 : 0;
}

function contentOf(input: CheckInput, uri: string): string {
  const content = input.files.read(uri);
  return content.kind === 'text' ? content.text : '';
}

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function atLeast(severity: Severity, threshold: Severity | 'never'): boolean {
  return threshold !== 'never' && order.indexOf(severity) <= order.indexOf(threshold);
}

/** The files that are meant, and the roots that give them a meaning. */
function checkInput(args: CheckArguments, terminal: Terminal): CheckInput {
  const files = new DiskFiles();
  const roots = new Set<string>();
  const wanted = new Set<string>();
  const buffers = new Map<string, string>();
  const uriOf = (path: string) => URI.file(resolve(terminal.folder, path)).toString();
  if (args.root !== undefined) {
    if (files.read(uriOf(args.root)).kind !== 'text') throw new UsageError(`The root ${args.root} cannot be read.`);
    roots.add(uriOf(args.root));
  }
  if (args.stdin) {
    const uri = uriOf(args.stdinPath ?? 'stdin.conf');
    buffers.set(uri, terminal.readStandardInput());
    wanted.add(uri);
    for (const root of rootsAround(URI.parse(uri).fsPath)) roots.add(root);
  }
  for (const path of args.paths.length === 0 && !args.stdin ? ['.'] : args.paths) {
    const absolute = resolve(terminal.folder, path);
    const kind = files.read(URI.file(absolute).toString()).kind;
    if (kind === 'missing') throw new UsageError(`${path} does not exist.`);
    if (kind === 'folder') {
      for (const found of findFiles(absolute, (file) => isDovecotPath(file.split(sep).join('/')))) {
        wanted.add(URI.file(found).toString());
        if (found.slice(found.lastIndexOf(sep) + 1) === rootFileName) roots.add(URI.file(found).toString());
      }
    } else {
      wanted.add(URI.file(absolute).toString());
      if (args.root === undefined) for (const root of rootsAround(absolute)) roots.add(root);
    }
  }
  const input = { files, rules: terminal.rules, target: args.target, roots: [...roots], wanted: [...wanted], buffers };
  const isWholeFolder = args.paths.length === 0 && !args.stdin;
  if (isWholeFolder || args.paths.some((path) => isFolder(resolve(terminal.folder, path)))) {
    // What the roots include belongs to the check, whatever its name.
    for (const uri of reachedFiles(input)) wanted.add(uri);
  }
  if (wanted.size === 0)
    throw new UsageError('No Dovecot file was found. A file named explicitly is checked whatever its name.');
  return { ...input, wanted: [...wanted].sort() };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** `dovecot.conf` in the file's folder or one of those around it, for a fragment that is named alone. */
function rootsAround(path: string): string[] {
  const found: string[] = [];
  let folder = dirname(path);
  for (let level = 0; level < 4; level++) {
    const candidate = join(folder, rootFileName);
    if (statSync(candidate, { throwIfNoEntry: false })?.isFile()) found.push(URI.file(candidate).toString());
    const parent = dirname(folder);
    if (parent === folder) break;
    folder = parent;
  }
  return found;
}
