/** Documents: a text, its tree and its lines, made once per version and grammar. */

import type { Tree } from '../parser/cst.ts';
import type { LineGrammar } from '../parser/lexer.ts';
import { parse } from '../parser/parser.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { FileContent, Files } from './files.ts';

/** A text with a name: what places, findings and edits refer to. Configuration files and manifests are of this kind. */
export interface SourceDocument {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
}

export class ConfigDocument implements SourceDocument {
  readonly uri: string;
  readonly text: string;
  readonly grammar: LineGrammar;
  readonly tree: Tree;
  #lines: LineIndex | undefined;

  constructor(uri: string, text: string, grammar: LineGrammar) {
    this.uri = uri;
    this.text = text;
    this.grammar = grammar;
    this.tree = parse(text, grammar);
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}

interface Cached {
  readonly text: string;
  readonly byGrammar: Map<LineGrammar, ConfigDocument>;
}

/** All texts the analysis may see: open editor buffers first, then the files. */
export class DocumentStore {
  readonly files: Files;
  readonly #open = new Map<string, string>();
  readonly #cache = new Map<string, Cached>();

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
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** The text of a buffer or file, or why there is none. */
  content(uri: string): FileContent {
    const buffer = this.#open.get(uri);
    return buffer === undefined ? this.files.read(uri) : { kind: 'text', text: buffer };
  }

  /** The parsed document, parsed at most once per text and grammar. */
  document(uri: string, grammar: LineGrammar): ConfigDocument | Exclude<FileContent, { kind: 'text' }> {
    const content = this.content(uri);
    if (content.kind !== 'text') return content;
    let cached = this.#cache.get(uri);
    if (cached === undefined || cached.text !== content.text) {
      cached = { text: content.text, byGrammar: new Map() };
      this.#cache.set(uri, cached);
    }
    let document = cached.byGrammar.get(grammar);
    if (document === undefined) {
      document = new ConfigDocument(uri, content.text, grammar);
      cached.byGrammar.set(grammar, document);
    }
    return document;
  }
}
