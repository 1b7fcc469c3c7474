/** The words and signs inside `%{…}` of 2.4 and 3.1, named as in Dovecot's messages. */

import type { Span } from '../../text/span.ts';

export interface Token extends Span {
  readonly kind:
    | 'PERC'
    | 'CCBRACE'
    | 'PIPE'
    | 'OBRACE'
    | 'CBRACE'
    | 'COMMA'
    | 'EQ'
    | 'PLUS'
    | 'MINUS'
    | 'STAR'
    | 'SLASH'
    | 'NAME'
    | 'VALUE'
    | 'NUMBER'
    | 'end of file';
  /** Of a string: what it holds. */
  readonly text: string;
  /** The first escape of a string that Dovecot does not know. */
  readonly badEscape: Span | undefined;
}

const signs: Readonly<Record<string, Token['kind']>> = {
  '%': 'PERC',
  '}': 'CCBRACE',
  '|': 'PIPE',
  '(': 'OBRACE',
  ')': 'CBRACE',
  ',': 'COMMA',
  '=': 'EQ',
  '+': 'PLUS',
  '-': 'MINUS',
  '*': 'STAR',
  '/': 'SLASH',
};

const name = /[a-zA-Z\u0080-\uffff][a-zA-Z0-9_/;:.\u0080-\uffff-]*/y;
const number = /[0-9]+/y;
const plain = { '"': /[^"\\]+/y, "'": /[^'\\]+/y };
const escaped = /\\\n*(?:([\\"'trn])|x([0-9a-fA-F]{2})|([0-9]{1,3}))/y;
const controls: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n' };

export class TokenReader {
  /** Where the next token is looked for. */
  at = 0;
  /** Offsets of characters that belong to no token: Dovecot passes over them. Blanks do not count. */
  readonly dropped: number[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  next(): Token {
    for (; this.at < this.#text.length; this.at++) {
      const from = this.at;
      const character = this.#text.charAt(from);
      if (Object.hasOwn(signs, character)) return this.#token(signs[character]!, from + 1);
      if (character === '"' || character === "'") return this.#string(character);
      const word = this.#match(name);
      if (word !== undefined) return this.#token('NAME', from + word.length);
      const digits = this.#match(number);
      if (digits !== undefined) return this.#token('NUMBER', from + digits.length);
      if (character.trim() !== '') this.dropped.push(from);
    }
    return this.#token('end of file', this.#text.length);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.#text)?.[0];
  }

  #token(kind: Token['kind'], to: number): Token {
    const from = this.at;
    this.at = to;
    return { kind, from, to, text: this.#text.slice(from, to), badEscape: undefined };
  }

  /** A string; one that does not end takes all that is left, and then Dovecot sees the end. */
  #string(quote: '"' | "'"): Token {
    const from = this.at;
    let text = '';
    let badEscape: Span | undefined;
    this.at++;
    while (this.at < this.#text.length) {
      const character = this.#text.charAt(this.at);
      if (character === quote) {
        this.at++;
        return { kind: 'VALUE', from, to: this.at, text, badEscape };
      }
      if (character !== '\\') {
        const run = this.#match(plain[quote])!;
        text += run;
        this.at += run.length;
        continue;
      }
      const unescaped = this.#escape();
      if (unescaped.character === undefined) badEscape ??= { from: this.at, to: this.at + unescaped.length };
      text += unescaped.character ?? '';
      this.at += unescaped.length;
    }
    return { kind: 'end of file', from: this.at, to: this.at, text: '', badEscape };
  }

  #escape(): { character: string | undefined; length: number } {
    escaped.lastIndex = this.at;
    const match = escaped.exec(this.#text);
    if (match === null) return this.#badEscape();
    const [whole, letter, hex, octal] = match;
    const length = whole.length;
    if (letter !== undefined) return { character: controls[letter] ?? letter, length };
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(octal!, 8);
    const valid = hex !== undefined || (/^[0-7]+$/.test(octal!) && code <= 255);
    return { character: valid ? String.fromCharCode(code) : undefined, length };
  }

  /** Behind a backslash at the end there is no escape at all, only an end. */
  #badEscape(): { character: string | undefined; length: number } {
    let at = this.at + 1;
    while (this.#text.charAt(at) === '\n') at++;
    if (at >= this.#text.length) return { character: '', length: at - this.at };
    return { character: undefined, length: at + 1 - this.at };
  }
}
