/**
 * The line layer: physical lines become logical lines, as Dovecot's reader does it. Comments are stripped before the
 * backslash is looked for, quotes hide `#` even inside a bare word, and a comment or an empty line inside a continued
 * line throws away what came before it (`dovecot-grammar`: lib-config's config-parser.c, str-line reading).
 */

import type { MappedText, Segment } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';
import type { SyntaxIssue } from './errors.ts';

/** `ext`: the simpler languages of 2.3's external files, where comments do not break a continued line. */
export type LineGrammar = 'old' | 'new' | 'ext';

const TAB = 9;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const BACKSLASH = 92;

/** 2.4 skips whatever C's isspace does, 2.3 only space and tab. */
export function isBlank(code: number, grammar: LineGrammar): boolean {
  return code === SPACE || code === TAB || (grammar === 'new' && code >= TAB && code <= CR);
}

/** A logical line is the range [from, to) of `text`: the file itself, or a joined copy when lines were continued. */
export interface LogicalLine {
  text: string;
  from: number;
  to: number;
  /** Undefined when `text` is the file itself. */
  segments: readonly Segment[] | undefined;
}

interface Piece extends Span {
  readonly backslash: number;
}

export class LineReader {
  readonly comments: Span[] = [];
  readonly continuations: Span[] = [];
  readonly #text: string;
  readonly #grammar: LineGrammar;
  readonly #errors: SyntaxIssue[];
  #at: number;
  #pending: Piece[] = [];
  #unfinished: MappedText | undefined;
  readonly #line: LogicalLine;

  constructor(text: string, from: number, grammar: LineGrammar, errors: SyntaxIssue[]) {
    this.#text = text;
    this.#at = from;
    this.#grammar = grammar;
    this.#errors = errors;
    this.#line = { text, from: 0, to: 0, segments: undefined };
  }

  /** The next logical line, in an object that the following call overwrites; undefined at the end of the file. */
  next(): LogicalLine | undefined {
    const text = this.#text;
    while (this.#at < text.length) {
      const lineFrom = this.#at;
      let lineEnd = text.indexOf('\n', lineFrom);
      if (lineEnd === -1) lineEnd = text.length;
      this.#at = lineEnd + 1;
      if (lineEnd > lineFrom && text.charCodeAt(lineEnd - 1) === CR) lineEnd--;

      let from = lineFrom;
      while (from < lineEnd && isBlank(text.charCodeAt(from), this.#grammar)) from++;
      if (from === lineEnd || text.charCodeAt(from) === HASH) {
        if (from < lineEnd) this.comments.push({ from, to: lineEnd });
        this.#dropPending();
        continue;
      }
      const to = this.#contentEnd(from, lineEnd);
      if (to > from && text.charCodeAt(to - 1) === BACKSLASH) {
        let kept = to - 1;
        while (kept > from && isBlank(text.charCodeAt(kept - 1), this.#grammar)) kept--;
        this.continuations.push({ from: to - 1, to });
        this.#pending.push({ from, to: kept, backslash: to - 1 });
        continue;
      }
      return this.#pending.length === 0 ? this.#single(from, to) : this.#joined(from, to);
    }
    this.#unfinished = this.#pending.length === 0 ? undefined : this.#joinedPieces(this.#pending);
    this.#dropPending();
    return undefined;
  }

  /** What a continued line had when the file ended. */
  get unfinished(): MappedText | undefined {
    return this.#unfinished;
  }

  /**
   * Reads raw lines up to the one that equals `marker`. Returns the lines' span, or undefined (and reads nothing)
   * when no such line follows.
   */
  readRawUntil(marker: string): Span | undefined {
    const text = this.#text;
    let at = this.#at;
    while (at <= text.length && at > 0) {
      let end = text.indexOf('\n', at);
      if (end === -1) end = text.length;
      const contentEnd = end > at && text.charCodeAt(end - 1) === CR ? end - 1 : end;
      if (contentEnd - at === marker.length && text.startsWith(marker, at)) {
        const span = { from: this.#at, to: at };
        this.#at = end + 1;
        return span;
      }
      at = end + 1;
    }
    return undefined;
  }

  /** Where the line's content ends: before a comment and the blanks in front of it. */
  #contentEnd(from: number, lineEnd: number): number {
    const text = this.#text;
    let to = lineEnd;
    let quote = 0;
    for (let at = from; at < lineEnd; at++) {
      const code = text.charCodeAt(at);
      if (quote !== 0) {
        if (code === BACKSLASH) at++;
        else if (code === quote) quote = 0;
      } else if (code === QUOTE || code === APOSTROPHE) {
        quote = code;
      } else if (code === HASH) {
        this.comments.push({ from: at, to: lineEnd });
        if (!isBlank(text.charCodeAt(at - 1), this.#grammar)) {
          this.#errors.push({ code: 'comment-ambiguous', from: at, to: at + 1, word: text.slice(from, at) });
        }
        to = at;
        break;
      }
    }
    while (to > from && isBlank(text.charCodeAt(to - 1), this.#grammar)) to--;
    return to;
  }

  #dropPending(): void {
    if (this.#pending.length === 0 || this.#grammar === 'ext') return;
    const first = this.#pending[0]!;
    const last = this.#pending[this.#pending.length - 1]!;
    this.#errors.push({ code: 'continuation-lost', from: first.from, to: last.backslash + 1, word: '' });
    this.#pending = [];
  }

  #single(from: number, to: number): LogicalLine {
    const line = this.#line;
    line.text = this.#text;
    line.from = from;
    line.to = to;
    line.segments = undefined;
    return line;
  }

  #joined(from: number, to: number): LogicalLine {
    const { text, segments } = this.#joinedPieces(this.#pending);
    this.#pending = [];
    const line = this.#line;
    line.text = text + this.#text.slice(from, to);
    // The first piece may be nothing but a backslash.
    line.from = 0;
    while (isBlank(line.text.charCodeAt(line.from), this.#grammar)) line.from++;
    line.to = line.text.length;
    line.segments = [...segments, { at: text.length, source: from }];
    return line;
  }

  #joinedPieces(pieces: readonly Piece[]): MappedText {
    const segments: Segment[] = [];
    let text = '';
    for (const piece of pieces) {
      segments.push({ at: text.length, source: piece.from });
      text += this.#text.slice(piece.from, piece.to);
      segments.push({ at: text.length, source: piece.backslash });
      text += ' ';
    }
    return { text, segments };
  }
}
