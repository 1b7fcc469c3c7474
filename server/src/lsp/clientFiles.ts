/**
 * Files through the client, where the server has no disk (a browser). An answer that is not there yet is `pending`;
 * when it arrives, `onArrival` has the analysis run again.
 */

import type { Connection } from 'vscode-languageserver';
import { type FileContent, type Files, type FolderContent, maxFileSize } from '../workspace/files.ts';

export class ClientFiles implements Files {
  readonly #connection: Connection;
  readonly #onArrival: () => void;
  readonly #contents = new Map<string, FileContent>();
  readonly #folders = new Map<string, FolderContent>();

  constructor(connection: Connection, onArrival: () => void) {
    this.#connection = connection;
    this.#onArrival = onArrival;
  }

  read(uri: string): FileContent {
    const known = this.#contents.get(uri);
    if (known !== undefined) return known;
    const pending: FileContent = { kind: 'pending' };
    this.#contents.set(uri, pending);
    void this.#ask<string>('dovecot/readFile', uri).then((text) => {
      // Forgotten meanwhile: the next read asks again.
      if (this.#contents.get(uri) === pending) this.#contents.set(uri, toContent(text));
      this.#onArrival();
    });
    return pending;
  }

  list(folder: string): FolderContent {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const pending: FolderContent = { kind: 'pending' };
    this.#folders.set(folder, pending);
    void this.#ask<[string, boolean][]>('dovecot/readDirectory', folder).then((entries) => {
      const content: FolderContent =
        entries === null
          ? { kind: 'missing' }
          : { kind: 'entries', entries: entries.map(([name, isFolder]) => ({ name, isFolder })) };
      if (this.#folders.get(folder) === pending) this.#folders.set(folder, content);
      this.#onArrival();
    });
    return pending;
  }

  forget(): void {
    this.#contents.clear();
    this.#folders.clear();
  }

  async #ask<T>(method: string, uri: string): Promise<T | null> {
    try {
      return await this.#connection.sendRequest<T | null>(method, { uri });
    } catch {
      return null;
    }
  }
}

function toContent(text: string | null): FileContent {
  if (text === null) return { kind: 'missing' };
  if (text.length > maxFileSize) return { kind: 'unreadable', reason: `it is larger than ${maxFileSize / 1e6} MB` };
  return { kind: 'text', text };
}
