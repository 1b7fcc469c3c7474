/** Lines and columns of a text. Everything but this file, `lsp/` and the excerpts of the command line speaks offsets. */

import type { Span } from './span.ts';

/** Zero-based line and UTF-16 column, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

const LF = 10;
const CR = 13;

/** Converts between offsets and positions; a line ends at LF, CRLF or a lone CR, as LSP has it. */
export class LineIndex {
  readonly text: string;
  /** Offset of the first character of every line. */
  readonly #starts: number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = [0];
    for (let offset = 0; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      if (code === LF || (code === CR && text.charCodeAt(offset + 1) !== LF)) this.#starts.push(offset + 1);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: inside - this.#starts[low]! };
  }

  /** The offset of a position; a column behind the end of its line means the end of that line. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.text.length;
    const line = this.lineSpan(position.line);
    return Math.max(line.from, Math.min(line.from + position.character, line.to));
  }

  /** A line without its line end. */
  lineSpan(line: number): Span {
    const from = this.#starts[line] ?? this.text.length;
    let to = this.#starts[line + 1] ?? this.text.length;
    while (to > from && (this.text.charCodeAt(to - 1) === LF || this.text.charCodeAt(to - 1) === CR)) to--;
    return { from, to };
  }
}
