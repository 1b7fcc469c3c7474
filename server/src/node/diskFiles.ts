/** The disk as the core's `Files`. Synchronous: a configuration is small, and an answer now beats a second pass. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { URI } from 'vscode-uri';
import { type FileContent, type Files, type FolderContent, maxFileSize } from '../workspace/files.ts';

export class DiskFiles implements Files {
  readonly #contents = new Map<string, FileContent>();
  readonly #folders = new Map<string, FolderContent>();

  read(uri: string): FileContent {
    let content = this.#contents.get(uri);
    if (content === undefined) {
      content = readFile(uri);
      this.#contents.set(uri, content);
    }
    return content;
  }

  list(folder: string): FolderContent {
    let content = this.#folders.get(folder);
    if (content === undefined) {
      content = readFolder(folder);
      this.#folders.set(folder, content);
    }
    return content;
  }

  /** Something on the disk changed: what was read is forgotten. */
  forget(): void {
    this.#contents.clear();
    this.#folders.clear();
  }
}

function readFile(uri: string): FileContent {
  const { scheme, fsPath } = URI.parse(uri);
  if (scheme !== 'file') return { kind: 'missing' };
  try {
    const stat = statSync(fsPath);
    if (stat.isDirectory()) return { kind: 'folder' };
    // A pipe or a device would block for ever.
    if (!stat.isFile()) return { kind: 'unreadable', reason: 'it is no regular file' };
    if (stat.size > maxFileSize) return { kind: 'unreadable', reason: `it is larger than ${maxFileSize / 1e6} MB` };
    const bytes = readFileSync(fsPath);
    if (bytes.subarray(0, 8000).includes(0)) return { kind: 'unreadable', reason: 'it is binary' };
    return { kind: 'text', text: bytes.toString('utf8') };
  } catch (error) {
    return whyNot(error);
  }
}

function whyNot(error: unknown): FileContent {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  return { kind: 'unreadable', reason: code === 'EACCES' ? 'permission is denied' : `reading failed (${code})` };
}

function readFolder(uri: string): FolderContent {
  const { scheme, fsPath } = URI.parse(uri);
  if (scheme !== 'file') return { kind: 'missing' };
  try {
    const entries = readdirSync(fsPath, { withFileTypes: true });
    return { kind: 'entries', entries: entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })) };
  } catch {
    return { kind: 'missing' };
  }
}
