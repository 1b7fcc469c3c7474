/** Documents: a text, its tree and its lines, made once per version and grammar. */

import type { EmbeddedFile } from '../manifest/embedded.ts';
import { secretValues } from '../manifest/secretValues.ts';
import { YamlDocument } from '../manifest/yamlDocument.ts';
import type { Tree } from '../parser/cst.ts';
import type { LineGrammar } from '../parser/lexer.ts';
import { parse } from '../parser/parser.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { findEmbedded, isYamlName, listEmbedded, splitEmbedded } from './embeddedFiles.ts';
import type { FileContent, Files, FolderContent } from './files.ts';

/** A text with a name: what places, findings and edits refer to. Configuration files and manifests are of this kind. */
export interface SourceDocument {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
}

/** The file that a text stands in, and the way there: kept up to date as long as the text stays as it is. */
export interface Host {
  document: YamlDocument;
  file: EmbeddedFile;
}

export class ConfigDocument implements SourceDocument {
  readonly uri: string;
  readonly text: string;
  readonly grammar: LineGrammar;
  readonly tree: Tree;
  /** Undefined for a file of its own. */
  readonly host: Readonly<Host> | undefined;
  #lines: LineIndex | undefined;

  constructor(uri: string, text: string, grammar: LineGrammar, host?: Host) {
    this.uri = uri;
    this.host = host;
    this.text = text;
    this.grammar = grammar;
    this.tree = parse(text, grammar);
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}

/** A place in the file that a person sees: embedded text is translated, other places are as they are. */
export function hosted<T extends { readonly document: SourceDocument; readonly span: Span }>(place: T): T {
  const host = place.document instanceof ConfigDocument ? place.document.host : undefined;
  if (host === undefined) return place;
  return { ...place, document: host.document, span: host.file.embedding.toHost(place.span) };
}

/** An edit of the file that a person sees; undefined where the YAML around the text cannot hold it. */
export function hostedEdit<T extends { readonly document: SourceDocument; readonly span: Span; readonly text: string }>(
  edit: T,
): T | undefined {
  const host = edit.document instanceof ConfigDocument ? edit.document.host : undefined;
  if (host === undefined) return edit;
  const written = host.file.embedding.edit(edit.span, edit.text);
  return written === undefined ? undefined : { ...edit, document: host.document, ...written };
}

/** Whether a place shows data of a Secret, which is never repeated anywhere. */
export function isSecretPlace({ document, span }: { readonly document: SourceDocument; readonly span: Span }): boolean {
  if (document instanceof ConfigDocument) return document.host?.file.isSecret === true;
  if (!(document instanceof YamlDocument)) return false;
  return secretValues(document).some((value) => value.from <= span.from && span.to <= value.to);
}

/** Where a text has data of Secrets; only YAML has any. */
export function secretSpans(uri: string, text: string): readonly Span[] {
  return isYamlName(uri) ? secretValues(new YamlDocument(uri, text)) : [];
}

interface Cached {
  readonly text: string;
  readonly host: Host | undefined;
  readonly byGrammar: Map<LineGrammar, ConfigDocument>;
}

/** What stands at a path inside a YAML file. */
interface Found {
  readonly document: YamlDocument;
  readonly path: string;
  /** Undefined for a folder, and where nothing is. */
  readonly file: EmbeddedFile | undefined;
}

/** All texts the analysis may see: open editor buffers first, then the files. */
export class DocumentStore {
  readonly files: Files;
  readonly #open = new Map<string, string>();
  readonly #cache = new Map<string, Cached>();
  readonly #yaml = new Map<string, YamlDocument>();

  constructor(files: Files) {
    this.files = files;
  }

  /** Puts an editor's buffer before the file. */
  open(uri: string, text: string): void {
    this.#open.set(uri, text);
  }

  close(uri: string): void {
    this.#open.delete(uri);
    this.#cache.delete(uri);
    this.#yaml.delete(uri);
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** The text of a buffer, a file or a part of a YAML file, or why there is none. */
  content(uri: string): FileContent {
    return this.#content(uri, this.#host(uri));
  }

  #content(uri: string, host: Found | undefined): FileContent {
    const buffer = this.#open.get(uri);
    if (buffer !== undefined) return { kind: 'text', text: buffer };
    if (host === undefined) return this.files.read(uri);
    if (host.file !== undefined) return { kind: 'text', text: host.file.embedding.text };
    return listEmbedded(host.document, host.path).kind === 'entries' ? { kind: 'folder' } : { kind: 'missing' };
  }

  list(folder: string): FolderContent {
    const host = this.#host(folder);
    return host === undefined ? this.files.list(folder) : listEmbedded(host.document, host.path);
  }

  /** A YAML file; undefined when it cannot be read, or is none. */
  yaml(uri: string): YamlDocument | undefined {
    if (!isYamlName(uri) && !this.#open.has(uri)) return undefined;
    const text = this.#open.get(uri) ?? textOf(this.files.read(uri));
    if (text === undefined) return undefined;
    let document = this.#yaml.get(uri);
    if (document === undefined || document.text !== text) {
      document = new YamlDocument(uri, text, document);
      this.#yaml.set(uri, document);
    }
    return document;
  }

  #host(uri: string): Found | undefined {
    const split = splitEmbedded(uri);
    const document = split === undefined ? undefined : this.yaml(split.host);
    return document && split && { document, path: split.path, file: findEmbedded(document, split.path) };
  }

  /** The parsed document, parsed at most once per text and grammar. */
  document(uri: string, grammar: LineGrammar): ConfigDocument | Exclude<FileContent, { kind: 'text' }> {
    const found = this.#host(uri);
    const content = this.#content(uri, found);
    if (content.kind !== 'text') return content;
    const host = found?.file && { document: found.document, file: found.file };
    let cached = this.#cache.get(uri);
    if (cached === undefined || cached.text !== content.text || (cached.host === undefined) !== (host === undefined)) {
      cached = { text: content.text, host, byGrammar: new Map() };
      this.#cache.set(uri, cached);
    }
    // The same text may have moved in the file around it.
    if (cached.host !== undefined) Object.assign(cached.host, host);
    let document = cached.byGrammar.get(grammar);
    if (document === undefined) {
      document = new ConfigDocument(uri, content.text, grammar, cached.host);
      cached.byGrammar.set(grammar, document);
    }
    return document;
  }
}

function textOf(content: FileContent): string | undefined {
  return content.kind === 'text' ? content.text : undefined;
}

/** The files as the analysis sees them: unsaved buffers count as files that are there. */
export function withBuffers(store: DocumentStore): Files {
  return { read: (uri) => store.content(uri), list: (folder) => store.list(folder) };
}
