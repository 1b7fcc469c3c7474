/**
 * Formatting: indentation by nesting, one blank around `=` and between the words of a section's head, no blanks at line
 * ends. What could change a value stays: continued lines and here-documents keep their text, comments their place.
 */

import type { Assignment, Include, Section, Statement, Word } from '../parser/cst.ts';
import { lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';

export interface FormatOptions {
  /** One level of indentation. */
  readonly indent: string;
}

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** The edits that format a document, or only the lines that a span touches. */
export function format(document: ConfigDocument, { indent }: FormatOptions, within?: Span): TextEdit[] {
  const formatter = new Formatter(document, indent);
  formatter.statements(document.tree.statements, 0);
  formatter.comments();
  const isWanted = ({ span }: TextEdit) => within === undefined || (span.from <= within.to && within.from <= span.to);
  return formatter.edits.filter(isWanted).sort((a, b) => a.span.from - b.span.from);
}

class Formatter {
  readonly edits: TextEdit[] = [];
  readonly #text: string;
  readonly #tree: ConfigDocument['tree'];
  readonly #indent: string;
  /** The bodies of sections and here-documents, for the depth of comments: where they begin, and how deep it is there. */
  readonly #depths: { readonly from: number; readonly depth: number }[] = [{ from: 0, depth: 0 }];
  readonly #raw: Span[] = [];

  constructor({ text, tree }: ConfigDocument, indent: string) {
    this.#text = text;
    this.#tree = tree;
    this.#indent = indent;
  }

  statements(statements: readonly Statement[], depth: number): void {
    for (const statement of statements) this.#statement(statement, depth);
  }

  #statement(statement: Statement, depth: number): void {
    switch (statement.kind) {
      case 'assignment':
        this.#startOfLine(statement.from, depth);
        this.#assignment(statement);
        break;
      case 'section':
        this.#startOfLine(statement.from, depth);
        this.#section(statement, depth);
        break;
      case 'include':
        this.#startOfLine(statement.from, depth);
        this.#include(statement);
        break;
      case 'stray-close':
        this.#startOfLine(statement.from, depth);
        break;
      case 'template':
      case 'broken':
        // What it means is not known, so it stays as it is.
        break;
    }
  }

  #assignment({ key, equals, value }: Assignment): void {
    this.#gap(key.to, equals, key.text === '' ? '' : ' ');
    const isEmpty = value.from === value.to;
    if (!isEmpty) this.#gap(equals + 1, value.from, ' ');
    if (value.style === 'heredoc') this.#raw.push({ from: this.#text.indexOf('\n', value.from), to: value.to });
    this.#endOfLine(isEmpty ? equals + 1 : value.to);
  }

  #section({ key, label, name, open, body, close }: Section, depth: number): void {
    const words: Word[] = [key, label, name].filter((word) => word !== undefined);
    words.forEach((word, index) => {
      const next = words[index + 1]?.from ?? open;
      // A brace without a blank before it is an error, and mending errors is for quick-fixes.
      if (next > word.to) this.#gap(word.to, next, ' ');
    });
    this.#endOfLine(open + 1);
    this.#depths.push({ from: open + 1, depth: depth + 1 });
    this.statements(body, depth + 1);
    if (close === undefined) return;
    this.#startOfLine(close.from, depth);
    this.#endOfLine(close.to);
    this.#depths.push({ from: close.from, depth });
  }

  #include({ key, path }: Include): void {
    if (path.text !== '') this.#gap(key.to, path.from, ' ');
    this.#endOfLine(path.to);
  }

  /** Whole-line comments stand as deep as what surrounds them; those behind a statement keep their distance. */
  comments(): void {
    this.#depths.sort((a, b) => a.from - b.from);
    let at = 0;
    for (const { from, to } of this.#tree.comments) {
      const lineFrom = this.#lineStart(from);
      while (at + 1 < this.#depths.length && this.#depths[at + 1]!.from <= from) at++;
      const isWholeLine = this.#text.slice(lineFrom, from).trim() === '';
      // A comment inside a continued line throws it away; that is an error to mend, not to move.
      if (isWholeLine && !this.#isContinued(lineFrom)) this.#startOfLine(from, this.#depths[at]!.depth);
      const trimmed = this.#text.slice(from, to).trimEnd();
      if (trimmed.length < to - from && !trimmed.endsWith('\\')) this.#replace(from + trimmed.length, to, '');
    }
  }

  /** Whether the line before ends with a backslash that joins it with this one. */
  #isContinued(lineFrom: number): boolean {
    const { continuations } = this.#tree;
    let low = 0;
    let high = continuations.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (continuations[middle]!.to <= lineFrom) low = middle + 1;
      else high = middle;
    }
    const last = continuations[low - 1];
    return last !== undefined && /^[^\n]*\n$/.test(this.#text.slice(last.to, lineFrom));
  }

  /** Replaces the blanks in front of a statement, if it begins its line. */
  #startOfLine(from: number, depth: number): void {
    const lineFrom = this.#lineStart(from);
    if (this.#text.slice(lineFrom, from).trim() !== '' || this.#text.charCodeAt(lineFrom) === 0xfeff) return;
    this.#replace(lineFrom, from, this.#indent.repeat(depth));
  }

  /** Removes the blanks behind a statement, but for those in front of a comment. */
  #endOfLine(to: number): void {
    const end = this.#endOfBlanks(to);
    const next = this.#text[end];
    if (next === undefined || next === '\n' || (next === '\r' && this.#text[end + 1] === '\n'))
      this.#replace(to, end, '');
  }

  #endOfBlanks(from: number): number {
    let at = from;
    while (this.#text[at] === ' ' || this.#text[at] === '\t') at++;
    return at;
  }

  /** Blanks between two parts of a statement on one line; a continued line is left alone. */
  #gap(from: number, to: number, text: string): void {
    if (from <= to && /^[ \t]*$/.test(this.#text.slice(from, to))) this.#replace(from, to, text);
  }

  #replace(from: number, to: number, text: string): void {
    if (this.#text.slice(from, to) === text) return;
    if (this.#raw.some((span) => from >= span.from && to <= span.to)) return;
    this.edits.push({ span: { from, to }, text });
  }

  #lineStart(offset: number): number {
    return lineStart(this.#text, offset);
  }
}
