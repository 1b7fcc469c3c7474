/** Edits in a file's own style: its indentation, its line ends. */

import type { Opening } from '../config/configuration.ts';
import type { Section } from '../parser/cst.ts';
import { lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { ConfigDocument, type SourceDocument } from '../workspace/document.ts';
import type { DocumentEdit } from './rule.ts';

interface Style {
  readonly lineEnd: string;
  readonly indentUnit: string;
}

const styles = new WeakMap<SourceDocument, Style>();

/** Asked for every edit of a document, and found by reading all of it. */
function styleOf(document: SourceDocument): Style {
  let style = styles.get(document);
  if (style === undefined) {
    const indent = /^([ \t]+)[^\s#]/m.exec(document.text)?.[1] ?? '  ';
    style = {
      lineEnd: document.text.includes('\r\n') ? '\r\n' : '\n',
      indentUnit: indent.startsWith('\t') ? '\t' : indent,
    };
    styles.set(document, style);
  }
  return style;
}

/** `\r\n` where the file uses it. */
export function lineEnd(document: SourceDocument): string {
  return styleOf(document).lineEnd;
}

/** What the last line of a file lacks before another one can follow. */
function endOfLastLine(document: SourceDocument): string {
  if (document.text.endsWith('\n')) return '';
  return document.text.endsWith('\r') ? '\n' : lineEnd(document);
}

/** One level of indentation: the first indented line's, else two blanks. */
export function indentUnit(document: SourceDocument): string {
  return styleOf(document).indentUnit;
}

/** The blanks in front of the line that holds an offset. */
export function indentAt(document: SourceDocument, offset: number): string {
  const from = lineStart(document.text, offset);
  return /^[ \t]*/.exec(document.text.slice(from, offset))?.[0] ?? '';
}

/** Lines with leading tabs as levels, written with the file's indentation below `base`. */
function render(document: SourceDocument, lines: readonly string[], base: string): string {
  const unit = indentUnit(document);
  return lines
    .map((line) => {
      const level = /^\t*/.exec(line)![0].length;
      return `${base}${unit.repeat(level)}${line.slice(level)}${lineEnd(document)}`;
    })
    .join('');
}

/** Inserts lines (levels as tabs) above the line on which a statement starts, at its indentation. */
export function insertAbove(document: SourceDocument, offset: number, lines: readonly string[]): DocumentEdit {
  const at = lineStart(document.text, offset);
  return { document, span: { from: at, to: at }, text: render(document, lines, indentAt(document, offset)) };
}

/** Inserts lines (levels as tabs) below the line on which a statement ends, at the statement's indentation. */
export function insertBelow(document: SourceDocument, { from, to }: Span, lines: readonly string[]): DocumentEdit {
  const newline = document.text.indexOf('\n', to);
  const at = newline === -1 ? document.text.length : newline + 1;
  const gap = newline === -1 ? endOfLastLine(document) : '';
  return { document, span: { from: at, to: at }, text: gap + render(document, lines, indentAt(document, from)) };
}

/** Inserts lines (levels as tabs) as the first ones of a section's body. */
export function insertIntoSection(
  { document, section }: Pick<Opening, 'document'> & { section: Section },
  lines: readonly string[],
): DocumentEdit {
  const newline = lineEndBehind(document, section.open);
  const base = indentAt(document, section.from) + indentUnit(document);
  if (newline === -1) {
    const at = document.text.length;
    return { document, span: { from: at, to: at }, text: endOfLastLine(document) + render(document, lines, base) };
  }
  return { document, span: { from: newline + 1, to: newline + 1 }, text: render(document, lines, base) };
}

/** The line end behind an offset that no backslash hides; -1 at the end of the file. */
function lineEndBehind({ text, tree }: Opening['document'], offset: number): number {
  const joined = new Set(tree.continuations.map(({ to }) => text.indexOf('\n', to)));
  let newline = text.indexOf('\n', offset);
  while (newline !== -1 && joined.has(newline)) newline = text.indexOf('\n', newline + 1);
  return newline;
}

/** Appends lines (levels as tabs) at the end of a file, at top level. */
export function appendToFile(document: SourceDocument, lines: readonly string[]): DocumentEdit {
  const at = document.text.length;
  const gap = at === 0 ? '' : endOfLastLine(document);
  return { document, span: { from: at, to: at }, text: gap + lineEnd(document) + render(document, lines, '') };
}

/** Whether what is appended to a file would belong to a section that somebody forgot to close. */
export function landsInOpenSection({ document, span }: DocumentEdit): boolean {
  if (!(document instanceof ConfigDocument) || span.from < document.text.length) return false;
  return document.tree.errors.some(({ code }) => code === 'section-unclosed');
}

/** Takes out the lines on which a statement stands, with the comment behind it. */
export function removeLines(document: SourceDocument, { from, to }: Span): DocumentEdit {
  const start = lineStart(document.text, from);
  const newline = document.text.indexOf('\n', to);
  return { document, span: { from: start, to: newline === -1 ? document.text.length : newline + 1 }, text: '' };
}

/** Moves the lines of one section below another one of the same file; undefined where they share lines with something else. */
export function moveBelow(document: SourceDocument, moved: Section, target: Section): DocumentEdit[] | undefined {
  const from = wholeLines(document, moved);
  const behind = wholeLines(document, target);
  if (from === undefined || behind === undefined || from.to > behind.from) return undefined;
  const text = document.text.slice(from.from, from.to);
  return [
    { document, span: from, text: '' },
    { document, span: { from: behind.to, to: behind.to }, text },
  ];
}

/** The lines of something with their ends, when nothing else stands on them. */
export function wholeLines({ text }: SourceDocument, { from, to }: Span): Span | undefined {
  const start = lineStart(text, from);
  // What YAML nests ends behind its last line end.
  const newline = text.indexOf('\n', text[to - 1] === '\n' ? to - 1 : to);
  const isAlone = text.slice(start, from).trim() === '' && newline !== -1 && text.slice(to, newline).trim() === '';
  return isAlone ? { from: start, to: newline + 1 } : undefined;
}
