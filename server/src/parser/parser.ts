/**
 * The parser: text to concrete syntax tree. It is total (any text gives a tree and a list of errors), loses no
 * character (see `tokens.ts`), and a bad line costs only that line. The order of its tests is Dovecot's: key, include,
 * `=`, lone `}`, section head.
 */

import { contiguous, type MappedText, type Segment, sourceOffset, sourceSpan } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';
import type { Section, Statement, Tree, Value, Word } from './cst.ts';
import type { SyntaxErrorCode, SyntaxIssue } from './errors.ts';
import { isBlank, type LineGrammar, LineReader, type LogicalLine } from './lexer.ts';

const QUOTE = 34;
const LESS = 60;
const APOSTROPHE = 39;
const EQUALS = 61;
const BACKSLASH = 92;
const AT = 64;
const OPEN = 123;
const CLOSE = 125;

interface OpenSection {
  readonly head: Omit<Section, 'kind' | 'body' | 'close' | 'to'>;
  readonly body: Statement[];
}

/** Parses a file. `new` also understands quoted keys, groups and here-documents; it reads old files well enough, too. */
export function parse(text: string, grammar: LineGrammar): Tree {
  return new Parser(text, grammar).run();
}

/** Dovecot strips the CR of every CRLF, in here-documents, too. */
function withoutCarriageReturns(raw: string, source: number): MappedText {
  const segments: Segment[] = [{ at: 0, source }];
  let text = '';
  let from = 0;
  for (let cr = raw.indexOf('\r\n'); cr !== -1; cr = raw.indexOf('\r\n', cr + 1)) {
    text += raw.slice(from, cr);
    from = cr + 1;
    segments.push({ at: text.length, source: source + from });
  }
  return { text: text + raw.slice(from), segments };
}

/** Whether a line that is no statement belongs to a template language (Jinja, Helm, ERB, PHP, envsubst, `%name`, `@NAME@`, `{name}`). */
function isTemplateLine(line: string): boolean {
  return /\{\{|\{%|\{#|<%|<\?(?:php|=)|\$\{|^%|^@\w+@|^\{\$?\w+\}$/.test(line);
}

/**
 * Trees are no deeper, so that everybody may follow them by calls. Deeper sections stand beside each other: a head that
 * is left open, what is inside, and its end.
 */
const maxDepth = 500;

class Parser {
  readonly #text: string;
  readonly #grammar: LineGrammar;
  readonly #errors: SyntaxIssue[] = [];
  readonly #reader: LineReader;
  readonly #open: OpenSection[] = [];
  readonly #statements: Statement[] = [];
  /** Where the next statement goes: the innermost open section's body. */
  #body: Statement[] = this.#statements;
  /** How many sections are open that are not nested in the tree any more. */
  #deeper = 0;
  /** The line before was broken, but is a section's head if a lone `{` follows. */
  #head: { key: Word; name: Word | undefined } | undefined;
  #nextHead: { key: Word; name: Word | undefined } | undefined;
  /** The line being parsed. */
  #line = '';
  #to = 0;
  #segments: readonly Segment[] | undefined;

  constructor(text: string, grammar: LineGrammar) {
    this.#text = text;
    this.#grammar = grammar;
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    if (start === 1) this.#errors.push({ code: 'byte-order-mark', from: 0, to: 1, word: '' });
    this.#reader = new LineReader(text, start, grammar, this.#errors);
  }

  run(): Tree {
    for (let line = this.#reader.next(); line !== undefined; line = this.#reader.next()) this.#statement(line);
    while (this.#open.length > 0) {
      const { head } = this.#open[this.#open.length - 1]!;
      this.#errors.push({ code: 'section-unclosed', from: head.from, to: head.open + 1, word: head.key.text });
      this.#closeSection(undefined, this.#text.length);
    }
    return {
      text: this.#text,
      statements: this.#statements,
      comments: this.#reader.comments,
      continuations: this.#reader.continuations,
      unfinished: this.#reader.unfinished,
      errors: this.#errors,
    };
  }

  #statement(line: LogicalLine): void {
    this.#line = line.text;
    this.#to = line.to;
    this.#segments = line.segments;
    this.#head = this.#nextHead;
    this.#nextHead = undefined;
    // Behind a backslash alone the line begins with the blank that joins.
    const { key, end } = this.#key(this.#skipBlanks(line.from));
    const rest = this.#skipBlanks(end);

    if (key.text === '!include' || key.text === '!include_try') {
      const path = this.#word(rest, this.#to);
      const optional = key.text === '!include_try';
      this.#body.push({ kind: 'include', from: key.from, to: Math.max(key.to, path.to), key, path, optional });
    } else if (this.#code(rest) === EQUALS) {
      this.#assignment(key, rest);
    } else if (key.text === '}' || this.#text.charCodeAt(key.from) === CLOSE) {
      this.#sectionEnd(key, rest);
    } else {
      this.#sectionBegin(key, rest);
    }
  }

  #assignment(key: Word, equals: number): void {
    if (key.text === '' && this.#grammar !== 'new') this.#error('key-missing', equals, equals + 1, '');
    const value = this.#value(this.#skipBlanks(equals + 1), equals);
    this.#body.push({ kind: 'assignment', from: key.from, to: value.to, key, equals: this.#source(equals), value });
  }

  #value(from: number, equals: number): Value {
    const line = this.#line;
    const to = this.#to;
    if (from >= to) {
      const end = this.#source(equals) + 1;
      return { style: 'bare', from: end, to: end, content: contiguous('', end) };
    }
    const first = line.charCodeAt(from);
    if (first === LESS && this.#grammar !== 'ext') {
      if (this.#grammar === 'new' && line.charCodeAt(from + 1) === LESS) {
        const heredoc = this.#heredoc(from);
        if (heredoc !== undefined) return heredoc;
      }
      const span = this.#span(from, to);
      return { style: 'file', from: span.from, to: span.to, content: this.#mapped(from + 1, to) };
    }
    const span = this.#span(from, to);
    if ((first === QUOTE || first === APOSTROPHE) && line.charCodeAt(to - 1) === first) {
      const content = to - from === 1 ? this.#mapped(from, from) : this.#unescaped(from + 1, to - 1);
      return { style: 'quoted', from: span.from, to: span.to, content };
    }
    return { style: 'bare', from: span.from, to: span.to, content: this.#mapped(from, to) };
  }

  /** `<<MARKER`; undefined when no MARKER follows, or none is given (then Dovecot takes a file named `<`). */
  #heredoc(from: number): Value | undefined {
    const markerFrom = this.#skipBlanks(from + 2);
    if (markerFrom >= this.#to) return undefined;
    const marker = this.#line.slice(markerFrom, this.#to);
    const span = this.#span(from, this.#to);
    const body = this.#reader.readRawUntil(marker);
    if (body === undefined) {
      this.#error('heredoc-unterminated', from, this.#to, marker);
      return undefined;
    }
    return {
      style: 'heredoc',
      from: span.from,
      to: body.to + marker.length,
      content: withoutCarriageReturns(this.#text.slice(body.from, body.to), body.from),
    };
  }

  /** The inside of quotes: a backslash takes the next character as it is. */
  #unescaped(from: number, to: number): MappedText {
    const line = this.#line;
    if (line.indexOf('\\', from) === -1 || line.indexOf('\\', from) >= to) return this.#mapped(from, to);
    const segments: Segment[] = [];
    const add = (at: number, source: number) => {
      if (segments[segments.length - 1]?.at === at) segments.pop();
      segments.push({ at, source });
    };
    let text = '';
    add(0, this.#source(from));
    for (let at = from; at < to; at++) {
      if (line.charCodeAt(at) === BACKSLASH) {
        const escaped = at + 1 < to ? line.charCodeAt(at + 1) : 0;
        if (this.#grammar === 'new' && escaped !== BACKSLASH && escaped !== QUOTE) {
          this.#error('escape-unknown', at, Math.min(at + 2, to), at + 1 < to ? line.charAt(at + 1) : '');
        }
        at++;
        if (at >= to) break;
        add(text.length, this.#source(at));
      } else if (this.#segments !== undefined) {
        add(text.length, this.#source(at));
      }
      text += line.charAt(at);
    }
    return { text, segments };
  }

  /** `}`; with text behind it no statement to Dovecot, but it clearly means to close. */
  #sectionEnd(key: Word, rest: number): void {
    // Dovecot also takes a quoted brace.
    const quoted = this.#text.charCodeAt(key.from) === QUOTE;
    const brace = { from: key.from, to: quoted ? key.to : key.from + 1 };
    const isAlone = key.text === '}' && rest >= this.#to;
    if (!isAlone && !isTemplateLine(key.text + this.#line.slice(rest, this.#to))) {
      this.#errors.push({ code: 'text-after-close', from: brace.to, to: this.#spanFrom(key).to, word: '}' });
    }
    if (this.#deeper > 0) {
      this.#deeper--;
      this.#body.push({ kind: 'stray-close', ...brace });
    } else if (this.#open.length > 0) {
      this.#closeSection(brace, this.#spanFrom(key).to);
    } else {
      this.#errors.push({ code: 'brace-surplus', ...brace, word: '}' });
      this.#body.push({ kind: 'stray-close', ...brace });
    }
  }

  #sectionBegin(key: Word, rest: number): void {
    const brace = this.#lastBrace(rest);
    if (brace === -1 || key.text === '{') {
      this.#broken(key, rest);
      return;
    }
    let label: Word | undefined;
    let at = rest;
    if (key.text === 'group' && this.#code(at) === AT && this.#grammar === 'new') {
      const end = Math.min(this.#bareEnd(at), brace);
      label = this.#word(at, end);
      at = this.#skipBlanks(end);
      if (at >= brace) this.#error('group-name-missing', rest, end, label.text);
    }
    const { word: name, end } =
      at < brace ? this.#name(at, brace, label === undefined && this.#grammar !== 'ext') : { word: undefined, end: at };
    const behindName = this.#skipBlanks(end);
    const head = { from: key.from, key, label, name, open: this.#source(brace) };
    if (behindName < brace || end === -1) {
      this.#brokenHead(head, at, brace);
      return;
    }
    // Behind a quote no blank is needed.
    const isGlued = brace > rest && !this.#isBlankAt(brace - 1) && this.#code(at) !== QUOTE;
    if (isGlued) this.#error('brace-glued', brace, brace + 1, key.text);
    if (brace === this.#to - 1) {
      this.#openSection(head);
      return;
    }
    // Something stands behind the brace: not a head to Dovecot, but what follows clearly means to be inside, unless
    // the section is closed on the same line.
    this.#error('brace-not-last', this.#skipBlanks(brace + 1), this.#to, key.text);
    if (this.#line.charCodeAt(this.#to - 1) === CLOSE) {
      this.#body.push({ kind: 'broken', ...this.#spanFrom(key) });
    } else {
      this.#openSection(head);
    }
  }

  #openSection(head: OpenSection['head']): void {
    if (this.#open.length >= maxDepth) {
      this.#body.push({ kind: 'section', ...head, body: [], close: undefined, to: head.open + 1 });
      this.#deeper++;
      return;
    }
    const body: Statement[] = [];
    this.#open.push({ head, body });
    this.#body = body;
  }

  #closeSection(close: Span | undefined, to: number): void {
    const { head, body } = this.#open.pop()!;
    this.#body = this.#open[this.#open.length - 1]?.body ?? this.#statements;
    this.#body.push({ kind: 'section', ...head, body, close, to });
  }

  /** A line that is no statement. Where it was clearly meant to open a section, the section is opened all the same. */
  #broken(key: Word, rest: number): void {
    const span = this.#spanFrom(key);
    if (isTemplateLine(key.text + this.#line.slice(rest, this.#to)) || this.#isBehindTrim()) {
      this.#body.push({ kind: 'template', ...span });
      return;
    }
    if (key.text === '{' && this.#text.charCodeAt(key.from) === OPEN && this.#head !== undefined) {
      // The head stands on the line before, where it was taken for a broken statement.
      this.#body.pop();
      this.#errors.pop();
      this.#errors.push({ code: 'brace-alone', from: span.from, to: span.to, word: this.#head.key.text });
      this.#openSection({ from: this.#head.key.from, ...this.#head, label: undefined, open: key.from });
      return;
    }
    if (
      key.text.endsWith('{') &&
      this.#text.charCodeAt(key.to - 1) === OPEN &&
      span.to === key.to &&
      key.text !== '{'
    ) {
      this.#errors.push({ code: 'brace-glued', from: key.to - 1, to: key.to, word: key.text.slice(0, -1) });
      const word = { text: key.text.slice(0, -1), from: key.from, to: key.to - 1 };
      this.#openSection({ from: key.from, key: word, label: undefined, name: undefined, open: key.to - 1 });
      return;
    }
    this.#errors.push({ code: 'assignment-or-section-expected', from: span.from, to: span.to, word: key.text });
    this.#body.push({ kind: 'broken', ...span });
    if (key.text !== '{') this.#nextHead = { key, name: rest < this.#to ? this.#word(rest, this.#to) : undefined };
  }

  /** Whether the line before ends with Jinja's `-%}` or `-}}`, which take the line's end with them. */
  #isBehindTrim(): boolean {
    const last = this.#body[this.#body.length - 1];
    return last?.kind === 'template' && /-[%}]\}$/.test(this.#text.slice(last.from, last.to));
  }

  #brokenHead(head: OpenSection['head'], from: number, brace: number): void {
    const to = this.#trimEnd(from, brace);
    const text = this.#line.slice(from, to);
    const ofOthers = this.#code(from) === QUOTE ? 'name-quote-unclosed' : 'name-unquoted';
    const code = this.#grammar === 'ext' ? 'name-words' : ofOthers;
    if (!isTemplateLine(text)) this.#error(code, from, to, text);
    this.#openSection({ ...head, name: this.#word(from, to) });
  }

  /** The offset of the brace that ends a section head, or -1: the last character, else the first lone `{`. */
  #lastBrace(from: number): number {
    const line = this.#line;
    if (from >= this.#to) return -1;
    if (line.charCodeAt(this.#to - 1) === OPEN) return this.#to - 1;
    for (let at = from; at < this.#to; at++) {
      if (line.charCodeAt(at) === OPEN && this.#isBlankAt(at - 1) && this.#isBlankAt(at + 1)) return at;
    }
    return -1;
  }

  #key(from: number): { key: Word; end: number } {
    if (this.#grammar === 'new' && this.#code(from) === QUOTE) {
      // A backslash keeps a quote from ending the key, and stays in it.
      let at = from + 1;
      while (at < this.#to && this.#line.charCodeAt(at) !== QUOTE)
        at += this.#line.charCodeAt(at) === BACKSLASH ? 2 : 1;
      at = Math.min(at, this.#to);
      const end = Math.min(at + 1, this.#to);
      return { key: { ...this.#span(from, end), text: this.#line.slice(from + 1, at) }, end };
    }
    let end = from;
    while (end < this.#to) {
      const code = this.#line.charCodeAt(end);
      if (code === EQUALS || isBlank(code, this.#grammar)) break;
      end++;
    }
    return { key: this.#word(from, end), end };
  }

  /** A section's name: a bare word, or (but for groups) anything up to the next double quote; `end` is -1 without one. */
  #name(from: number, limit: number, quotable: boolean): { word: Word; end: number } {
    if (this.#code(from) === QUOTE && quotable) {
      const close = this.#line.indexOf('"', from + 1);
      if (close !== -1 && close < limit) {
        const span = this.#span(from, close + 1);
        return { word: { ...span, text: this.#line.slice(from + 1, close) }, end: close + 1 };
      }
      return { word: this.#word(from, limit), end: -1 };
    }
    const end = Math.min(this.#bareEnd(from), limit);
    return { word: this.#word(from, end), end };
  }

  #bareEnd(from: number): number {
    let end = from;
    while (end < this.#to && !isBlank(this.#line.charCodeAt(end), this.#grammar)) end++;
    return end;
  }

  #skipBlanks(from: number): number {
    let at = from;
    while (at < this.#to && isBlank(this.#line.charCodeAt(at), this.#grammar)) at++;
    return at;
  }

  #trimEnd(from: number, end: number): number {
    let to = end;
    while (to > from && isBlank(this.#line.charCodeAt(to - 1), this.#grammar)) to--;
    return to;
  }

  #code(at: number): number {
    return at < this.#to ? this.#line.charCodeAt(at) : 0;
  }

  #isBlankAt(at: number): boolean {
    return at >= this.#to || isBlank(this.#line.charCodeAt(at), this.#grammar);
  }

  #word(from: number, to: number): Word {
    const end = Math.max(from, to);
    const span = this.#span(from, end);
    return { text: this.#line.slice(from, end), from: span.from, to: span.to };
  }

  #source(at: number): number {
    return this.#segments === undefined ? at : sourceOffset({ text: this.#line, segments: this.#segments }, at);
  }

  #span(from: number, to: number): Span {
    if (this.#segments === undefined) return { from, to };
    return sourceSpan({ text: this.#line, segments: this.#segments }, from, to);
  }

  /** From a word of the line to the line's end. */
  #spanFrom(key: Word): Span {
    return { from: key.from, to: Math.max(key.to, this.#span(this.#to - 1, this.#to).to) };
  }

  #mapped(from: number, to: number): MappedText {
    const line = this.#line;
    if (this.#segments === undefined) return contiguous(line.slice(from, to), from);
    const segments: Segment[] = [{ at: 0, source: this.#source(from) }];
    for (const segment of this.#segments) {
      if (segment.at > from && segment.at < to) segments.push({ at: segment.at - from, source: segment.source });
    }
    return { text: line.slice(from, to), segments };
  }

  #error(code: SyntaxErrorCode, from: number, to: number, word: string): void {
    this.#errors.push({ code, ...this.#span(from, to), word });
  }
}
