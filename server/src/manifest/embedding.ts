/**
 * Text inside a YAML scalar and its way there and back: every offset of the text has its place in the file, and an edit of
 * the text becomes an edit of the file that keeps the scalar's style and indentation.
 */

import { lineEndAt, lineStart } from '../text/lines.ts';
import { type MappedText, sourceOffset } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';
import { alignedText } from './alignedText.ts';
import { decodeBase64 } from './base64.ts';
import { literalText } from './blockScalar.ts';
import { doubleQuotedText } from './doubleQuoted.ts';
import type { YamlScalar } from './yamlDocument.ts';
import { movedSpan } from './yamlStream.ts';

export interface HostEdit {
  readonly span: Span;
  readonly text: string;
}

export interface Embedding {
  readonly text: string;
  /** Where the whole scalar stands. */
  readonly scalar: Span;
  /** Nothing may be written back, as into base64. */
  readonly isReadOnly: boolean;
  /** Each line of the text is a line of the file. */
  readonly keepsLines: boolean;
  /** The part of the file that holds a part of the text. */
  toHost(span: Span): Span;
  /** The text's offset for a cursor in the file; undefined outside. */
  toText(offset: number): number | undefined;
  /** The edit of the file for an edit of the text; undefined where the style cannot hold it. */
  edit(span: Span, text: string): HostEdit | undefined;
}

/** Undefined when our reading of the scalar is not that of the YAML parser. */
export function embed(file: string, scalar: YamlScalar): Embedding | undefined {
  const mapped = mappedScalar(file, scalar);
  return mapped === undefined || mapped.mapped.text !== scalar.text
    ? undefined
    : new MappedEmbedding(file, scalar, mapped);
}

/** A base64 value: read-only, and every place in it is the whole value. */
export function embedBase64(scalar: YamlScalar): Embedding | undefined {
  const text = decodeBase64(scalar.text);
  if (text === undefined) return undefined;
  const span = { from: scalar.from, to: scalar.to };
  return {
    text,
    scalar: span,
    isReadOnly: true,
    keepsLines: false,
    toHost: () => span,
    toText: (offset) => (span.from <= offset && offset <= span.to ? 0 : undefined),
    edit: () => undefined,
  };
}

/** The same text, into which nothing may be written. */
export function readOnly(embedding: Embedding): Embedding {
  const { text, scalar, keepsLines } = embedding;
  return {
    text,
    scalar,
    isReadOnly: true,
    keepsLines,
    toHost: (span) => embedding.toHost(span),
    toText: (offset) => embedding.toText(offset),
    edit: () => undefined,
  };
}

/** The same text when the file around it has so much more in front of it. */
export function movedEmbedding(embedding: Embedding, by: number): Embedding {
  if (by === 0) return embedding;
  const { text, scalar, isReadOnly, keepsLines } = embedding;
  return {
    text,
    scalar: movedSpan(scalar, by),
    isReadOnly,
    keepsLines,
    toHost: (span) => movedSpan(embedding.toHost(span), by),
    toText: (offset) => embedding.toText(offset - by),
    edit(span, inserted) {
      const edit = embedding.edit(span, inserted);
      return edit && { ...edit, span: movedSpan(edit.span, by) };
    },
  };
}

/** The edit without what it leaves as it is around the part that is really edited. */
function shortened(file: string, { from, to }: Span, text: string, edited: Span): HostEdit {
  const old = file.slice(from, to);
  const before = Math.min(edited.from - from, text.length);
  let start = 0;
  while (start < before && old[start] === text[start]) start++;
  const behind = Math.min(to - edited.to, text.length - start, old.length - start);
  let end = 0;
  while (end < behind && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  return { span: { from: from + start, to: to - end }, text: text.slice(start, text.length - end) };
}

/** A scalar's text with its places, and what stands in front of each of its lines. */
export interface MappedScalar {
  readonly mapped: MappedText;
  /** Blanks in front of every line of a block; undefined for other styles. */
  readonly indentation: string | undefined;
}

function mappedScalar(file: string, scalar: YamlScalar): MappedScalar | undefined {
  switch (scalar.style) {
    case 'literal':
      return literalText(file, scalar);
    case 'double-quoted':
      return { mapped: doubleQuotedText(file, scalar), indentation: undefined };
    case 'folded': {
      const bodyFrom = file.indexOf('\n', scalar.from) + 1;
      return {
        mapped: alignedText(file, { from: bodyFrom, to: scalar.to }, scalar.text, false),
        indentation: undefined,
      };
    }
    case 'single-quoted':
      return {
        mapped: alignedText(file, { from: scalar.from + 1, to: scalar.to - 1 }, scalar.text, true),
        indentation: undefined,
      };
    case 'plain':
      return { mapped: alignedText(file, scalar, scalar.text, false), indentation: undefined };
  }
}

class MappedEmbedding implements Embedding {
  readonly text: string;
  readonly scalar: Span;
  readonly isReadOnly = false;
  readonly keepsLines: boolean;
  readonly #file: string;
  readonly #style: YamlScalar['style'];
  readonly #mapped: MappedText;
  readonly #indentation: string | undefined;
  /** Of the file; looked for at the first edit. */
  #lineEnd: string | undefined;

  constructor(file: string, { from, to, style }: YamlScalar, { mapped, indentation }: MappedScalar) {
    this.text = mapped.text;
    this.scalar = { from, to };
    this.#file = file;
    this.#style = style;
    this.keepsLines = style === 'literal';
    this.#mapped = mapped;
    this.#indentation = indentation;
  }

  toHost({ from, to }: Span): Span {
    const start = this.#offset(from);
    return { from: start, to: to > from ? this.#endOf(to - 1) : start };
  }

  /** The offset behind the text is that behind its last character. */
  #offset(at: number): number {
    return at === this.text.length && at > 0 ? this.#endOf(at - 1) : sourceOffset(this.#mapped, at);
  }

  /** Behind a character: in quotes some are written with several. */
  #endOf(at: number): number {
    const source = sourceOffset(this.#mapped, at);
    const written = this.#file[source];
    if (this.#style === 'single-quoted' && written === "'") return source + 2;
    if (this.#style !== 'double-quoted' || written !== '\\') return source + 1;
    return at + 1 < this.text.length ? sourceOffset(this.#mapped, at + 1) : this.scalar.to - 1;
  }

  toText(offset: number): number | undefined {
    if (offset < this.scalar.from || offset > this.scalar.to) return undefined;
    let low = 0;
    let high = this.text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#offset(middle) < offset) low = middle + 1;
      else high = middle;
    }
    // In the header of a block, or in front of an opening quote, there is no text.
    return low === 0 && offset < this.#offset(0) && !this.#isIndentation(offset) ? undefined : low;
  }

  #isIndentation(offset: number): boolean {
    return this.#indentation !== undefined && /^[ ]*$/.test(this.#file.slice(offset, this.#offset(0)));
  }

  edit(span: Span, text: string): HostEdit | undefined {
    const host = this.toHost(span);
    switch (this.#style) {
      case 'literal':
        return this.#literalEdit(span, text);
      case 'double-quoted':
        return this.#quotedEdit(host, JSON.stringify(text).slice(1, -1));
      case 'single-quoted':
        return this.#foldedEdit(span, host, text.replaceAll("'", "''"));
      case 'plain':
        return this.#plainEdit(span, host, text);
      case 'folded':
        return this.#foldedEdit(span, host, text);
    }
  }

  /** The lines that the edit touches are written anew, each with the block's indentation; what stays is then left out. */
  #literalEdit({ from, to }: Span, inserted: string): HostEdit {
    const { text } = this;
    const lineFrom = lineStart(text, from);
    const lineTo = lineEndAt(text, to);
    const lines = (text.slice(lineFrom, from) + inserted.replaceAll('\r\n', '\n') + text.slice(to, lineTo)).split('\n');
    this.#lineEnd ??= this.#file.includes('\r\n') ? '\r\n' : '\n';
    const lineEnd = this.#lineEnd;
    const start = this.#offset(lineFrom);
    const hostFrom = lineStart(this.#file, start);
    const isBehind = lineFrom === text.length;
    const hostTo = isBehind ? hostFrom : this.#lineEndBefore(this.#offset(lineTo));
    let written = lines.map((line) => (line === '' ? '' : this.#indentation + line)).join(lineEnd);
    // A line behind the last one: what follows in the file must not come onto it.
    if (isBehind && !written.endsWith('\n') && written !== '') written += lineEnd;
    const edited = { from: Math.max(hostFrom, this.#offset(from)), to: Math.min(hostTo, this.#offset(to)) };
    return shortened(this.#file, { from: hostFrom, to: hostTo }, written, edited);
  }

  #lineEndBefore(offset: number): number {
    return this.#file[offset - 1] === '\r' ? offset - 1 : offset;
  }

  /** A line end behind a backslash is none of the text; another one was folded, and must stay. */
  #quotedEdit(host: Span, written: string): HostEdit | undefined {
    if (/(?:^|[^\\])(?:\\\\)*\r?\n/.test(this.#file.slice(host.from, host.to))) return undefined;
    return this.#losesBlanks(host, written) ? undefined : { span: host, text: written };
  }

  /** Without quotes some characters say what a value is. */
  #plainEdit(span: Span, host: Span, text: string): HostEdit | undefined {
    const whole = this.#file.slice(this.scalar.from, host.from) + text + this.#file.slice(host.to, this.scalar.to);
    if (/[:#]/.test(text) || /^$|^[\s!&*?{[\]},|>@`"'%-]|\s$/.test(whole)) return undefined;
    return this.#foldedEdit(span, host, text);
  }

  /** Styles that fold lines take no new ones, and give none away. */
  #foldedEdit({ from, to }: Span, host: Span, written: string): HostEdit | undefined {
    const parts = [this.text.slice(from, to), this.#file.slice(host.from, host.to), written];
    if (parts.some((part) => /[\r\n]/.test(part)) || this.#losesBlanks(host, written)) return undefined;
    return { span: host, text: written };
  }

  /** Whether a blank would stand at an end of a line where lines are folded, or an empty one come or go. */
  #losesBlanks({ from, to }: Span, written: string): boolean {
    const { scalar } = this;
    const isQuoted = this.#style !== 'folded' && this.#style !== 'plain';
    const line = { from: lineStart(this.#file, from), to: lineEndAt(this.#file, to) };
    const isWithin = { from: isQuoted && line.from <= scalar.from, to: isQuoted && line.to >= scalar.to };
    const before = this.#file.slice(line.from, from);
    const after = this.#file.slice(to, line.to);
    const begins = !isWithin.from && before.trim() === '';
    const ends = !isWithin.to && after.trim() === '';
    if (begins && ends && from === to) return true;
    return (begins && /^(?:\s|$)/.test(written + after)) || (ends && /(?:^|\s)$/.test(before + written));
  }
}
