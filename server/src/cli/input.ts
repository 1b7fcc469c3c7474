/** Which files and roots the words of the command line mean. */

import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { Manifests } from '../config/manifests.ts';
import { isProjectFile, projectFileName } from '../lint/projectFile.ts';
import { ProjectFiles } from '../lint/projectFiles.ts';
import { lintProjectFile } from '../lint/run.ts';
import { DiskFiles } from '../node/diskFiles.ts';
import { findFiles } from '../node/findFiles.ts';
import { DocumentStore } from '../workspace/document.ts';
import { isYamlName } from '../workspace/embeddedFiles.ts';
import { isDovecotPath, rootFileName } from '../workspace/names.ts';
import { baseName } from '../workspace/paths.ts';
import { type FileWords, UsageError } from './arguments.ts';
import { type CheckInput, reachedFiles, throwIt } from './check.ts';
import type { Terminal } from './command.ts';
import { reportedFinding } from './formats/report.ts';
import { findingBlock } from './formats/text.ts';

/** What a command was asked to look at. */
export interface InputWords extends FileWords {
  readonly paths: readonly string[];
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
  return new InputReader(args, terminal).run();
}

class InputReader {
  readonly #args: InputWords;
  readonly #terminal: Terminal;
  readonly #files = new DiskFiles();
  readonly #projectFiles: ProjectFiles;
  readonly #roots = new Set<string>();
  readonly #wanted = new Set<string>();
  readonly #buffers = new Map<string, string>();
  readonly #yaml = new Set<string>();

  constructor(args: InputWords, terminal: Terminal) {
    this.#args = args;
    this.#terminal = terminal;
    const config = args.config === undefined ? undefined : this.#textFile(args.config);
    this.#projectFiles = new ProjectFiles(new DocumentStore(this.#files), terminal.rules, config);
  }

  run(): CheckInput {
    const { paths, root, stdin, flags } = this.#args;
    if (root !== undefined) this.#roots.add(this.#textFile(root));
    if (stdin === true) this.#standardInput();
    const named = paths.length === 0 && stdin !== true ? ['.'] : paths;
    const folders = named.filter((path) => this.#path(path) === 'folder');
    const [first = this.#args.stdinPath ?? '.'] = named;
    this.#refuseBrokenProjectFile();
    const { rules, today } = this.#terminal;
    const manifests = this.#manifests();
    for (const uri of manifests) this.#wanted.add(uri);
    const input = {
      files: this.#files,
      projectFiles: this.#projectFiles,
      rules,
      today,
      flags,
      projectFile: this.#projectFiles.nearest(
        this.#uri(folders.includes(first) ? join(first, projectFileName) : first),
      ),
      roots: [...this.#roots],
      manifests,
      wanted: [...this.#wanted],
      buffers: this.#buffers,
    };
    // What the roots include belongs to the check of a folder, whatever its name.
    if (folders.length > 0) {
      for (const uri of reachedFiles(input)) if (!this.#projectFiles.excludes(uri)) this.#wanted.add(uri);
    }
    if (this.#wanted.size === 0 && !named.some((path) => isProjectFile(this.#uri(path))))
      throw new UsageError('No Dovecot file was found. A file named explicitly is checked whatever its name.');
    return { ...input, wanted: [...this.#wanted].sort() };
  }

  /** The YAML files that have something of ours; one that is named alone is looked into whatever it has. */
  #manifests(): string[] {
    const store = new DocumentStore(this.#files);
    for (const [uri, text] of this.#buffers) store.open(uri, text);
    const manifests = new Manifests(store);
    manifests.set([...this.#yaml, ...[...this.#wanted].filter(isYamlName)]);
    return manifests.documents().map(({ uri }) => uri);
  }

  #name(uri: string): string {
    return nameIn(this.#terminal.folder)(uri);
  }

  #uri(path: string): string {
    return URI.file(resolve(this.#terminal.folder, path)).toString();
  }

  #textFile(path: string): string {
    if (this.#files.read(this.#uri(path)).kind !== 'text') throw new UsageError(`${path} cannot be read.`);
    return this.#uri(path);
  }

  #standardInput(): void {
    const uri = this.#uri(this.#args.stdinPath ?? 'stdin.conf');
    this.#buffers.set(uri, this.#terminal.readStandardInput());
    this.#wanted.add(uri);
    this.#rootsOf(uri);
  }

  #path(path: string): 'file' | 'folder' {
    const uri = this.#uri(path);
    const { kind } = this.#files.read(uri);
    if (kind === 'missing') throw new UsageError(`${path} does not exist.`);
    if (kind === 'folder') {
      this.#folder(resolve(this.#terminal.folder, path));
      return 'folder';
    }
    if (!isProjectFile(uri)) this.#wanted.add(uri);
    if (this.#args.root === undefined) this.#rootsOf(uri);
    return 'file';
  }

  /** The roots that a file named alone may belong to. */
  #rootsOf(uri: string): void {
    for (const root of this.#projectFiles.namedRoots(uri) ?? rootsAround(uri)) this.#roots.add(root);
  }

  #folder(folder: string): void {
    const isOurs = (path: string, name: string) => isYamlName(name) || isDovecotPath(path.split(sep).join('/'));
    const found = findFiles(folder, isOurs).map((path) => URI.file(path).toString());
    for (const uri of found) {
      if (isProjectFile(uri) || this.#projectFiles.excludes(uri)) continue;
      if (isYamlName(uri)) this.#yaml.add(uri);
      else this.#wanted.add(uri);
    }
    const telling = found.filter((uri) => isProjectFile(uri) || baseName(uri) === rootFileName);
    for (const root of this.#projectFiles.roots(telling)) this.#roots.add(root);
  }

  /** Never half of what somebody wrote down: dovelint does not run then. */
  #refuseBrokenProjectFile(): void {
    const around = [this.#uri(projectFileName), ...this.#wanted, ...this.#roots];
    const files = new Set(around.flatMap((uri) => this.#projectFiles.nearest(uri) ?? []));
    const findings = [...files].flatMap((file) =>
      lintProjectFile(file, { rules: this.#terminal.rules, onError: throwIt }),
    );
    if (findings.length > 0) {
      const blocks = findings.map((finding) => findingBlock(reportedFinding(finding, (uri) => this.#name(uri))));
      throw new UsageError(`The project file is not right.\n${blocks.join('\n').trimEnd()}`);
    }
    for (const root of around.flatMap((uri) => this.#projectFiles.namedRoots(uri) ?? [])) {
      if (!this.#buffers.has(root) && this.#files.read(root).kind !== 'text')
        throw new UsageError(`The root ${this.#name(root)}, which the project file names, cannot be read.`);
    }
  }
}

/** `dovecot.conf` in the file's folder or one of those around it, for a fragment that is named alone. */
function rootsAround(uri: string): string[] {
  const found: string[] = [];
  let folder = dirname(URI.parse(uri).fsPath);
  for (let level = 0; level < 4; level++) {
    const candidate = join(folder, rootFileName);
    if (statSync(candidate, { throwIfNoEntry: false })?.isFile()) found.push(URI.file(candidate).toString());
    const parent = dirname(folder);
    if (parent === folder) break;
    folder = parent;
  }
  return found;
}
