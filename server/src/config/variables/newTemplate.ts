/**
 * Values with %variables as 2.4 and 3.1 read them: `%{user | sha1 % 4}`. The parser accepts and refuses what Dovecot's
 * does and goes on behind an error. It never fails and reads every character once. Spans are offsets in the value.
 */

import type { Span } from '../../text/span.ts';
import { type Token, TokenReader } from './newTokens.ts';

/** A word of a template: `text` is what Dovecot sees, without quotes and escapes; the span is with them. */
export interface TemplateWord extends Span {
  readonly text: string;
}

/** One of the values in parentheses: `'x'`, `hostname`, `8` or `rounds=2`. */
export interface Argument extends Span {
  readonly key: TemplateWord | undefined;
  readonly kind: 'string' | 'variable' | 'number';
  readonly value: TemplateWord;
}

/** A calculation behind a filter: `% 4`. */
export interface Operation extends Span {
  readonly operator: TemplateWord;
  readonly kind: 'variable' | 'number';
  readonly operand: TemplateWord;
}

/** What stands between bars: a variable or function first, then filters. Without a name it does nothing. */
export interface Filter extends Span {
  readonly name: TemplateWord | undefined;
  readonly arguments: readonly Argument[];
  readonly operation: Operation | undefined;
}

/** `%{…}`. */
export interface Expansion extends Span {
  readonly kind: 'expansion';
  /** Never empty. */
  readonly filters: readonly Filter[];
  /** Where in the form the text ends before the `}`; undefined when it is closed. */
  readonly openAt: Place | undefined;
}

/** Text between expansions, `%` and `%%{` included. */
export interface Literal extends Span {
  readonly kind: 'literal';
}

/** A place inside an expansion, by what may follow there. */
export type Place = 'filter' | 'after-filter' | 'operand' | 'number' | 'argument' | 'after-argument';

/** The tokens that may stand at a place, by Dovecot's names and in the order of its messages. */
export const expectedAt: Readonly<Record<Place, readonly Token['kind'][]>> = {
  filter: ['CCBRACE', 'PIPE', 'NAME'],
  'after-filter': ['CCBRACE', 'PIPE'],
  operand: ['MINUS', 'NAME', 'NUMBER'],
  number: ['NUMBER'],
  argument: ['MINUS', 'NAME', 'VALUE', 'NUMBER'],
  'after-argument': ['CBRACE', 'COMMA'],
};

export type TemplateErrorCode = 'unexpected' | 'escape' | 'number';

export interface TemplateError extends Span {
  readonly code: TemplateErrorCode;
  /** For `unexpected`: what stands there. */
  readonly found: Token['kind'];
  readonly place: Place;
}

export interface NewTemplate {
  readonly parts: readonly (Expansion | Literal)[];
  /** The first one is what Dovecot reports. */
  readonly errors: readonly TemplateError[];
  /** Characters inside expansions that Dovecot drops without a word. */
  readonly dropped: readonly Span[];
}

export function parseNewTemplate(text: string): NewTemplate {
  return new NewParser(text).run();
}

/** Beyond these Dovecot's own integers end. */
const maxInteger = 2n ** 63n - 1n;

class NewParser {
  readonly #text: string;
  readonly #reader: TokenReader;
  readonly #parts: (Expansion | Literal)[] = [];
  readonly #errors: TemplateError[] = [];
  #token!: Token;
  #place: Place = 'filter';
  /** Start of the expansion being read, and whether it is known to be broken. */
  #start = 0;
  #broken = false;

  constructor(text: string) {
    this.#text = text;
    this.#reader = new TokenReader(text);
  }

  run(): NewTemplate {
    const text = this.#text;
    let literalFrom = 0;
    for (let at = text.indexOf('%'); at !== -1; ) {
      if (text.startsWith('%%{', at)) {
        at = text.indexOf('%', at + 3);
      } else if (text.startsWith('%{', at)) {
        this.#literal(literalFrom, at);
        literalFrom = this.#expansion(at);
        at = text.indexOf('%', literalFrom);
      } else {
        at = text.indexOf('%', at + 1);
      }
    }
    this.#literal(literalFrom, text.length);
    const dropped = this.#reader.dropped.map((at) => ({ from: at, to: at + 1 }));
    return { parts: this.#parts, errors: this.#errors, dropped };
  }

  #literal(from: number, to: number): void {
    if (to > from) this.#parts.push({ kind: 'literal', from, to });
  }

  #next(): void {
    this.#token = this.#reader.next();
    if (this.#token.badEscape !== undefined) this.#fail('escape', this.#token.badEscape);
  }

  #fail(code: TemplateErrorCode, at: Span): void {
    if (this.#broken) return;
    this.#broken = true;
    this.#errors.push({
      code,
      found: this.#token.kind,
      place: this.#place,
      from: at.from,
      to: at.to,
    });
  }

  #unexpected(): void {
    const { kind, from, to } = this.#token;
    // At the end of the text there is nothing to show but what was not closed.
    this.#fail('unexpected', kind === 'end of file' ? { from: this.#start, to } : { from, to });
  }

  /** Reads `%{…}` at `from` and returns where it ends. */
  #expansion(from: number): number {
    this.#start = from;
    this.#broken = false;
    this.#reader.at = from + 2;
    const filters: Filter[] = [];
    this.#next();
    for (;;) {
      filters.push(this.#filter());
      if (this.#token.kind !== 'PIPE' && this.#token.kind !== 'CCBRACE') {
        this.#unexpected();
        this.#skip();
      }
      if (this.#token.kind !== 'PIPE') break;
      this.#place = 'filter';
      this.#next();
    }
    const closed = this.#token.kind === 'CCBRACE';
    const to = this.#token.to;
    this.#parts.push({
      kind: 'expansion',
      filters,
      openAt: closed ? undefined : this.#place,
      from,
      to,
    });
    return to;
  }

  /** On behind an error: to the next bar or to the end of the expansion. */
  #skip(): void {
    while (this.#token.kind !== 'PIPE' && this.#token.kind !== 'CCBRACE' && this.#token.kind !== 'end of file') {
      this.#next();
    }
  }

  #filter(): Filter {
    const first = this.#token;
    this.#place = 'filter';
    if (first.kind !== 'NAME') {
      return { name: undefined, arguments: [], operation: undefined, from: first.from, to: first.from };
    }
    let end = first.to;
    this.#place = 'after-filter';
    this.#next();
    let list: readonly Argument[] = [];
    if (this.#token.kind === 'OBRACE') {
      const parsed = this.#arguments();
      list = parsed.list;
      end = parsed.to;
    }
    const operation = this.#operation();
    if (operation !== undefined) end = operation.to;
    return { name: first, arguments: list, operation, from: first.from, to: end };
  }

  #arguments(): { list: Argument[]; to: number } {
    const list: Argument[] = [];
    let to = this.#token.to;
    do {
      this.#place = 'argument';
      this.#next();
      const argument = this.#argument();
      if (argument === undefined) {
        this.#unexpected();
        return { list, to };
      }
      list.push(argument);
      to = argument.to;
    } while (this.#token.kind === 'COMMA');
    if (this.#token.kind === 'CBRACE') {
      to = this.#token.to;
      this.#place = 'after-filter';
      this.#next();
    } else {
      this.#unexpected();
    }
    return { list, to };
  }

  #argument(): Argument | undefined {
    const first = this.#token;
    let key: Token | undefined;
    let value = this.#value();
    if (value !== undefined && first.kind === 'NAME' && this.#token.kind === 'EQ') {
      key = first;
      this.#place = 'argument';
      this.#next();
      value = this.#value();
    }
    if (value === undefined) return undefined;
    this.#place = 'after-argument';
    return { key, kind: value.kind, value: value.token, from: first.from, to: value.token.to };
  }

  #value(): { kind: Argument['kind']; token: Token } | undefined {
    const token = this.#token;
    if (token.kind === 'VALUE' || token.kind === 'NAME') {
      this.#place = 'after-argument';
      this.#next();
      return { kind: token.kind === 'VALUE' ? 'string' : 'variable', token };
    }
    const number = this.#number('after-argument');
    return number === undefined ? undefined : { kind: 'number', token: number };
  }

  /** `8` or `-8`, as one token. */
  #number(after: Place): Token | undefined {
    const first = this.#token;
    if (first.kind === 'MINUS') {
      this.#place = 'number';
      this.#next();
    }
    const digits = this.#token;
    if (digits.kind !== 'NUMBER') return undefined;
    const text = first === digits ? digits.text : `-${digits.text}`;
    if (!fitsInteger(digits.text, first !== digits)) this.#fail('number', digits);
    this.#place = after;
    this.#next();
    return { kind: 'NUMBER', from: first.from, to: digits.to, text, badEscape: undefined };
  }

  #operation(): Operation | undefined {
    const operator = this.#token;
    if (!operators.has(operator.kind)) return undefined;
    this.#place = 'operand';
    this.#next();
    const name = this.#token.kind === 'NAME' ? this.#token : undefined;
    if (name !== undefined) {
      this.#place = 'after-filter';
      this.#next();
    }
    const operand = name ?? this.#number('after-filter');
    if (operand === undefined) {
      this.#unexpected();
      return undefined;
    }
    const kind = name === undefined ? 'number' : 'variable';
    return { operator, kind, operand, from: operator.from, to: operand.to };
  }
}

const operators: ReadonlySet<Token['kind']> = new Set(['PLUS', 'MINUS', 'STAR', 'SLASH', 'PERC']);

function fitsInteger(digits: string, negative: boolean): boolean {
  const significant = digits.replace(/^0+/, '');
  if (significant.length !== 19) return significant.length < 19;
  return BigInt(significant) <= (negative ? maxInteger + 1n : maxInteger);
}
