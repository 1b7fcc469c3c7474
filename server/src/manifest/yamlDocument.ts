/**
 * YAML as plain data with exact spans: several documents, their comments, and what is wrong with their form. The only
 * file that knows the `yaml` package; any text gives a tree, and no alias is ever expanded.
 */

import { Composer, isAlias, isMap, isPair, isScalar, isSeq, Lexer, type ParsedNode, Parser } from 'yaml';
import { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { isTemplate, maskTemplate } from './templateMask.ts';
import { movedNode, movedSpan, splitStream } from './yamlStream.ts';

export type YamlStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';

export interface YamlScalar extends Span {
  readonly kind: 'scalar';
  readonly style: YamlStyle;
  /** What it means: `3.10` is the number 3.1. */
  readonly value: string | number | boolean | null;
  /** The same as text: `3.10`; without quotes, escapes and indentation. Empty where there is no value. */
  readonly text: string;
}

export interface YamlPair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

export interface YamlMap extends Span {
  readonly kind: 'map';
  readonly pairs: readonly YamlPair[];
}

export interface YamlSequence extends Span {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
}

/** `*name`: what it stands for is not looked up here. */
export interface YamlAlias extends Span {
  readonly kind: 'alias';
  readonly name: string;
}

export type YamlNode = YamlScalar | YamlMap | YamlSequence | YamlAlias;

export interface YamlIssue extends Span {
  readonly message: string;
}

export interface YamlTree {
  /** What each document of the stream holds; undefined for an empty one. */
  readonly documents: readonly (YamlNode | undefined)[];
  /** `#` to the end of the line, in order. */
  readonly comments: readonly Span[];
  readonly issues: readonly YamlIssue[];
}

/** A part of a stream, read by itself: its tree begins at 0, wherever in a file the text stands. */
export interface YamlPart {
  readonly text: string;
  /** What was read as YAML: the text, with what a template engine replaces masked where it is no YAML without. */
  readonly masked: string;
  readonly tree: YamlTree;
}

export interface PlacedPart {
  readonly part: YamlPart;
  readonly from: number;
  /** The number of its first document in the stream. */
  readonly first: number;
}

export class YamlDocument {
  readonly uri: string;
  readonly text: string;
  readonly parts: readonly PlacedPart[];
  #tree: YamlTree | undefined;
  #lines: LineIndex | undefined;

  /** Parts that stand in an earlier version of the file are not read again. */
  constructor(uri: string, text: string, before?: YamlDocument) {
    this.uri = uri;
    this.text = text;
    this.parts = readParts(text, before);
  }

  get tree(): YamlTree {
    this.#tree ??= joined(this.parts);
    return this.#tree;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}

function readParts(text: string, before: YamlDocument | undefined): PlacedPart[] {
  const known = new Map(before?.parts.map(({ part }) => [part.text, part]));
  let from = 0;
  let first = 0;
  return splitStream(text).map((own) => {
    const part = known.get(own) ?? readPart(before === undefined ? own : detached(own));
    const placed = { part, from, first };
    from += own.length;
    first += part.tree.documents.length;
    return placed;
  });
}

function readPart(text: string): YamlPart {
  const tree = parseYaml(text);
  if (tree.issues.length === 0 || !isTemplate(text)) return { text, masked: text, tree };
  const masked = maskTemplate(text);
  const other = parseYaml(masked);
  return other.issues.length < tree.issues.length ? { text, masked, tree: other } : { text, masked: text, tree };
}

/** The same text, but no slice: a slice would keep the whole version of the file that it was cut out of. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

function joined(parts: readonly PlacedPart[]): YamlTree {
  return {
    documents: parts.flatMap(({ part, from }) => part.tree.documents.map((root) => root && movedNode(root, from))),
    comments: parts.flatMap(({ part, from }) => part.tree.comments.map((span) => movedSpan(span, from))),
    issues: parts
      .flatMap(({ part, from }) => part.tree.issues.map((issue) => movedSpan(issue, from)))
      .slice(0, maxIssues),
  };
}

/** Deeper than any manifest; recursion over a tree is safe up to here. */
const maxDepth = 100;
/** More would help nobody. */
const maxIssues = 100;

/** Reads a text as a whole, however many documents it has. */
export function parseYaml(text: string): YamlTree {
  const comments: Span[] = [];
  // The package's own check of duplicate keys is quadratic.
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
  const reader = new NodeReader(text);
  const documents = [...composer.compose(tokens(text, comments), true, text.length)].map((document) => {
    for (const { code, pos } of document.errors) {
      reader.report({ from: Math.min(pos[0], text.length), to: Math.min(pos[1], text.length) }, issueText(code));
    }
    return reader.read(document.contents, 0);
  });
  return { documents, comments, issues: reader.issues.toSorted((a, b) => a.from - b.from) };
}

/** A lexeme of this one character says that the next one is a scalar's text. */
const scalarMark = '\u001f';

function* tokens(text: string, comments: Span[]) {
  const parser = new Parser();
  let at = 0;
  let isText = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && !isText) comments.push({ from: at, to: at + lexeme.length });
    isText = lexeme === scalarMark;
    // The lexer's marks are single control characters that do not stand in the text.
    if (text.startsWith(lexeme, at)) at += lexeme.length;
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}

const scalarStyles: Readonly<Record<string, YamlStyle>> = {
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

class NodeReader {
  readonly issues: YamlIssue[] = [];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
  }

  report(span: Span, message: string): void {
    if (this.issues.length < maxIssues)
      this.issues.push({ from: span.from, to: Math.max(span.from, span.to), message });
  }

  read(node: ParsedNode | null, depth: number): YamlNode | undefined {
    if (node === null) return undefined;
    // Where the text is not YAML, the parser may count the same character twice.
    const [from, to] = node.range;
    const span = { from: Math.min(from, this.#length), to: Math.min(to, this.#length) };
    if (depth > maxDepth) {
      this.report(span, 'This is nested too deeply.');
      return undefined;
    }
    if (isAlias(node)) return { kind: 'alias', name: node.source, ...span };
    if (isScalar(node)) {
      const { value, source = '', type } = node;
      const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
      return {
        kind: 'scalar',
        style: scalarStyles[type ?? ''] ?? 'plain',
        value: known ? value : null,
        text: source,
        ...span,
      };
    }
    if (isSeq(node)) {
      // A set or an ordered map has pairs as its items: nothing here is written that way.
      const items = node.items.flatMap((item) =>
        isPair(item) ? [] : (this.read(item as ParsedNode, depth + 1) ?? []),
      );
      return { kind: 'sequence', items, ...span };
    }
    if (isMap(node)) return { kind: 'map', pairs: this.#pairs(node.items as readonly ParsedPair[], depth), ...span };
    return undefined;
  }

  #pairs(items: readonly ParsedPair[], depth: number): YamlPair[] {
    const seen = new Set<string>();
    return items.flatMap((item) => {
      const key = this.read(item.key, depth + 1);
      if (key === undefined) return [];
      if (key.kind === 'scalar') {
        if (seen.has(key.text)) this.report(key, 'This key is already there.');
        seen.add(key.text);
      }
      const value = this.read(item.value, depth + 1) ?? emptyAt(key.to);
      return [{ key, value }];
    });
  }
}

interface ParsedPair {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

function emptyAt(offset: number): YamlScalar {
  return { kind: 'scalar', style: 'plain', value: null, text: '', from: offset, to: offset };
}

/** Sentences of our own: those of the package may repeat a part of the text, and that may be a secret. */
const issueTexts: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'An alias is * and a name that does not end in a colon.',
  BAD_DIRECTIVE: 'This is no directive of YAML.',
  BAD_DQ_ESCAPE: 'This is no escape of YAML: write \\\\ for a backslash, or use single quotes.',
  BAD_INDENT: 'The indentation does not fit what is around it.',
  BAD_SCALAR_START: 'A value cannot begin with this character: put it in quotes.',
  BLOCK_AS_IMPLICIT_KEY: "A second ': ' on one line: put the value in quotes, or the inner key on a line of its own.",
  BLOCK_IN_FLOW: 'Inside { } and [ ] only the short form can be written.',
  KEY_OVER_1024_CHARS: 'A key has at most 1024 characters.',
  MISSING_CHAR: 'A character is missing here: a closing quote or bracket, a comma, a colon or a blank.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line.',
  RESOURCE_EXHAUSTION: 'This is nested too deeply.',
  TAB_AS_INDENT: 'YAML is indented by blanks, not by tabs.',
};

function issueText(code: string): string {
  return issueTexts[code] ?? 'This is not YAML.';
}
