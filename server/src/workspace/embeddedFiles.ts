/** Files inside YAML files, by their URI: the YAML file is the folder. */

import { type EmbeddedFile, embeddedFiles } from '../manifest/embedded.ts';
import type { YamlDocument } from '../manifest/yamlDocument.ts';
import type { FolderContent } from './files.ts';

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
export function embeddedUri(host: string, { path }: EmbeddedFile): string {
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

/** What lies in a folder inside a YAML file. */
export function listEmbedded(document: YamlDocument, folder: string): FolderContent {
  const entries = new Map<string, boolean>();
  for (const { path } of embeddedFiles(document)) {
    if (!path.startsWith(`${folder}/`)) continue;
    const [name, ...rest] = path.slice(folder.length + 1).split('/');
    entries.set(name!, rest.length > 0 || entries.get(name!) === true);
  }
  if (entries.size === 0) return { kind: 'missing' };
  return { kind: 'entries', entries: [...entries].map(([name, isFolder]) => ({ name, isFolder })) };
}
