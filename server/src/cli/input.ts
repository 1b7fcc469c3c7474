/** Which files and roots the words of the command line mean. */

import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { Target } from '../config/dialect.ts';
import { DiskFiles } from '../node/diskFiles.ts';
import { findFiles } from '../node/findFiles.ts';
import { isDovecotPath, rootFileName } from '../workspace/names.ts';
import { UsageError } from './arguments.ts';
import { type CheckInput, reachedFiles } from './check.ts';
import type { Terminal } from './command.ts';

/** What a command was asked to look at. */
export interface InputWords {
  readonly paths: readonly string[];
  readonly target: Target;
  readonly root?: string | undefined;
  readonly stdin?: boolean;
  readonly stdinPath?: string | undefined;
}

/** How a file is called in what is printed: relative to the working directory, with `/`. */
export function nameIn(folder: string): (uri: string) => string {
  return (uri) => relative(folder, URI.parse(uri).fsPath).split(sep).join('/');
}

/** The files that are meant, and the roots that give them a meaning. */
export function readInput(args: InputWords, terminal: Terminal): CheckInput {
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
  const { rules, today } = terminal;
  const input = { files, rules, today, target: args.target, roots: [...roots], wanted: [...wanted], buffers };
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
