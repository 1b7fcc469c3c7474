/**
 * Dovecot configuration inside YAML: which scalars are files of a configuration, and how they are called. A YAML file is
 * looked at as a folder: the key `dovecot.conf` of a ConfigMap in its first document is the file `0/data/dovecot.conf`
 * below it, so that keys of one ConfigMap include each other as files of one folder do.
 */

import { type Embedding, embed, embedBase64, movedEmbedding, readOnly } from './embedding.ts';
import type {
  PlacedPart,
  YamlDocument,
  YamlMap,
  YamlNode,
  YamlPart,
  YamlScalar,
  YamlSequence,
} from './yamlDocument.ts';

export interface EmbeddedFile {
  /** Below the YAML file, with `/`: `0/data/dovecot.conf`. */
  readonly path: string;
  readonly embedding: Embedding;
  /** Dovecot's by its name or content; others are only there to be included. */
  readonly isOurs: boolean;
  /** Data of a Secret: never shown. */
  readonly isSecret: boolean;
}

const found = new WeakMap<YamlPart, readonly EmbeddedFile[]>();
const placed = new WeakMap<YamlDocument, readonly EmbeddedFile[]>();

/** The files inside a YAML document, in its order; found once in each of its parts. */
export function embeddedFiles(document: YamlDocument): readonly EmbeddedFile[] {
  let files = placed.get(document);
  if (files === undefined) {
    files = document.parts.flatMap(filesOf);
    placed.set(document, files);
  }
  return files;
}

function filesOf({ part, from, first }: PlacedPart): readonly EmbeddedFile[] {
  let files = found.get(part);
  if (files === undefined) {
    files = new Finder(part).run();
    found.set(part, files);
  }
  if (from === 0 && first === 0) return files;
  return files.map((file) => ({
    ...file,
    path: file.path.replace(/^\d+/, (index) => String(first + Number(index))),
    embedding: movedEmbedding(file.embedding, from),
  }));
}

/** `dovecot.cf` is what docker-mailserver calls the file that it includes. */
const ownPath = /(?:^|\/)dovecot[^/]*\.(?:conf|cf)$|\.conf\.ext$|\/etc\/dovecot\/.*\.conf$/;
const fileName = /\.(conf|cf|ext|inc)$/;
const plainFile = /^[\w./-]+\.(?:conf|cf|ext|inc)$/;

/** Lines that hardly another language has: two of them make a Dovecot configuration, or one below a key that names it. */
const tellingLine =
  /^[ \t]*(?:dovecot_(?:config|storage)_version\s*=|mail_(?:location|driver|plugins|path)\s*=|auth_mechanisms\s*=|disable_plaintext_auth\s*=|ssl_server_cert_file\s*=|ssl_(?:ca|cert|dh|key)\s*=\s*<|(?:passdb|userdb|namespace)(?: [\w-]+)? \{|service [\w-]+ \{|protocol [\w!-]+ \{|(?:plugin|obox|metacache|dict_server) \{|fs [\w-]+ \{|metacache_\w+\s*=|!include(?:_try)? )/gm;

function looksLikeConfiguration(text: string, name: string): boolean {
  let count = /dovecot/i.test(name) ? 1 : 0;
  for (const [line] of text.matchAll(tellingLine)) {
    if (/dovecot_(config|storage)_version/.test(line)) return true;
    if (++count === 2) return true;
  }
  return false;
}

class Finder {
  readonly #part: YamlPart;
  /** By path: a key that is there twice is one file, the first. */
  readonly #files = new Map<string, EmbeddedFile>();

  constructor(part: YamlPart) {
    this.#part = part;
  }

  run(): readonly EmbeddedFile[] {
    this.#part.tree.documents.forEach((root, index) => {
      if (root?.kind === 'map') this.#object(root, String(index));
      else if (root?.kind === 'sequence') this.#sequence(root, String(index));
    });
    return [...this.#files.values()];
  }

  /** A Kubernetes object, a compose file, or values of a chart. */
  #object(root: YamlMap, path: string): void {
    const kind = textOf(root, 'kind');
    if (kind === 'List') {
      const items = fieldOf(root, 'items');
      if (items?.kind === 'sequence') {
        items.items.forEach((item, index) => {
          if (item.kind === 'map') this.#object(item, `${path}/items/${index}`);
        });
      }
    } else if (kind === 'ConfigMap' || kind === 'Secret') {
      const isSecret = kind === 'Secret';
      this.#folder(fieldOf(root, 'data'), `${path}/data`, isSecret, isSecret);
      this.#folder(fieldOf(root, 'stringData'), `${path}/stringData`, isSecret, false);
    } else {
      this.#values(root, path);
    }
  }

  /** All keys of a map as files of one folder. */
  #folder(node: YamlNode | undefined, path: string, isSecret: boolean, isBase64: boolean): void {
    if (node?.kind !== 'map') return;
    for (const { key, value } of node.pairs) {
      if (key.kind !== 'scalar' || value.kind !== 'scalar') continue;
      // Only what could be a file of a configuration is decoded.
      if (!fileName.test(key.text) && !isText(value)) continue;
      const embedding = isBase64 ? embedBase64(value) : this.#embed(value);
      if (embedding !== undefined) this.#add(`${path}/${key.text}`, key.text, embedding, isSecret);
    }
  }

  /** Values of charts, compose files, playbooks: keys that are names of files, `content` of a file, texts that tell. */
  #values(map: YamlMap, path: string): void {
    for (const { key, value } of map.pairs) {
      if (key.kind !== 'scalar') continue;
      const at = key.text === 'content' ? contentPath(map, path) : `${path}/${key.text.replace(/^\/+/, '')}`;
      if (value.kind === 'map') this.#values(value, at);
      else if (value.kind === 'sequence') this.#sequence(value, at);
      else if (value.kind === 'scalar') this.#text(value, at);
    }
  }

  #sequence({ items }: YamlSequence, path: string): void {
    items.forEach((item, index) => {
      if (item.kind === 'map') this.#values(item, `${path}/${index}`);
    });
  }

  #text(value: YamlScalar, path: string): void {
    if (!isText(value) || !(ownPath.test(path) || looksLikeConfiguration(value.text, baseName(path)))) return;
    const embedding = this.#embed(value);
    if (embedding !== undefined) this.#add(path, baseName(path), embedding, false);
  }

  /** Where a template was masked, nothing may be written back. */
  #embed(scalar: YamlScalar): Embedding | undefined {
    const { text, masked } = this.#part;
    const embedding = embed(masked, scalar);
    const isMasked = text.slice(scalar.from, scalar.to) !== masked.slice(scalar.from, scalar.to);
    return embedding !== undefined && isMasked ? readOnly(embedding) : embedding;
  }

  #add(path: string, name: string, embedding: Embedding, isSecret: boolean): void {
    if (this.#files.has(path)) return;
    const isOurs = ownPath.test(path) || looksLikeConfiguration(embedding.text, name);
    this.#files.set(path, { path, embedding, isOurs, isSecret });
  }
}

/**
 * The name of a `content` stands beside it in a task of Ansible and in cloud-init's `write_files`, one level up in the
 * `configs` of a compose file.
 */
function contentPath(map: YamlMap, path: string): string {
  const name = ['dest', 'path', 'name'].map((key) => textOf(map, key)).find((text) => text !== undefined);
  return name !== undefined && plainFile.test(name) ? `${path}/${name.replace(/^\/+/, '')}` : path;
}

/** More than a word: something with a line end, in whatever style. */
function isText({ value, text }: YamlScalar): boolean {
  return typeof value === 'string' && text.includes('\n');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function fieldOf(map: YamlMap, name: string): YamlNode | undefined {
  return map.pairs.find(({ key }) => key.kind === 'scalar' && key.text === name)?.value;
}

function textOf(map: YamlMap, name: string): string | undefined {
  const value = fieldOf(map, name);
  return value?.kind === 'scalar' ? value.text : undefined;
}
