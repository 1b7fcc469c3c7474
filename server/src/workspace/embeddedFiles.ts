/** Files inside YAML files, by their URI: the YAML file is the folder. */

import { type EmbeddedFile, embeddedFiles } from '../manifest/embedded.ts';
import type { YamlDocument } from '../manifest/yamlDocument.ts';
import type { FolderContent, FolderEntry } from './files.ts';

/** Whether a file is YAML by its name. */
export function isYamlName(uri: string): boolean {
  return /\.(ya?ml|ya?ml\.gotmpl)$/.test(uri);
}

/** The YAML file and the path inside it that a URI of an embedded file is made of; undefined for other files. */
export function splitEmbedded(uri: string): { readonly host: string; readonly path: string } | undefined {
  const match = /^(.+?\.(?:ya?ml(?:\.gotmpl)?))\/(\d+(?:\/.*)?)$/.exec(uri);
  return match === null ? undefined : { host: match[1]!, path: decodeURIComponent(match[2]!) };
}

/** The URI of a file inside a YAML file. */
export function embeddedUri(host: string, { path }: Pick<EmbeddedFile, 'path'>): string {
  return `${host}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

const byPath = new WeakMap<YamlDocument, ReadonlyMap<string, EmbeddedFile>>();

export function findEmbedded(document: YamlDocument, path: string): EmbeddedFile | undefined {
  let files = byPath.get(document);
  if (files === undefined) {
    files = new Map(embeddedFiles(document).map((file) => [file.path, file]));
    byPath.set(document, files);
  }
  return files.get(path);
}

const folders = new WeakMap<YamlDocument, ReadonlyMap<string, readonly FolderEntry[]>>();

/** What lies in a folder inside a YAML file. */
export function listEmbedded(document: YamlDocument, folder: string): FolderContent {
  let known = folders.get(document);
  if (known === undefined) {
    known = foldersOf(embeddedFiles(document));
    folders.set(document, known);
  }
  const entries = known.get(folder);
  return entries === undefined ? { kind: 'missing' } : { kind: 'entries', entries };
}

function foldersOf(files: readonly EmbeddedFile[]): Map<string, FolderEntry[]> {
  const found = new Map<string, Map<string, boolean>>();
  for (const { path } of files) {
    let isFolder = false;
    for (
      let end = path.lastIndexOf('/'), to = path.length;
      end !== -1;
      to = end, end = path.lastIndexOf('/', end - 1)
    ) {
      const folder = path.slice(0, end);
      const name = path.slice(end + 1, to);
      const entries = found.get(folder);
      if (entries === undefined) found.set(folder, new Map([[name, isFolder]]));
      else {
        entries.set(name, isFolder || entries.get(name) === true);
        break;
      }
      isFolder = true;
    }
  }
  return new Map(
    [...found].map(([folder, entries]) => [folder, [...entries].map(([name, isFolder]) => ({ name, isFolder }))]),
  );
}
