/** A line that is continued at the end of an included file and goes on in the next one. */

import type { Grammar } from '../knowledge/dialect.ts';
import type { Assignment, Statement } from '../parser/cst.ts';
import { parse } from '../parser/parser.ts';
import { type MappedText, type Segment, sourceOffset } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';

export interface CarriedLine {
  /** What is there so far, in the file that began the line. */
  readonly begun: MappedText;
  readonly document: ConfigDocument;
  /** The file in which it goes on, and from where. */
  readonly next: ConfigDocument;
  readonly from: number;
}

/** Whether the line goes on at `offset` of its next file: a comment or an empty line between would have dropped it. */
export function goesOn({ next, from }: CarriedLine, document: ConfigDocument, offset: number): boolean {
  if (next !== document || offset < from) return false;
  const between = document.text.slice(from, offset);
  // At a file's beginning nothing may stand between, elsewhere the rest of the include's line.
  return from === 0 ? /^[ \t]*$/.test(between) : /^[^\n]*(?:\n[ \t]*)?$/.test(between);
}

/**
 * The assignment that the begun line makes together with the line of `statement`, placed where it was begun; undefined
 * when they make something else.
 */
export function finishLine(
  { begun }: CarriedLine,
  statement: Statement,
  text: string,
  grammar: Grammar,
): Assignment | undefined {
  const rest = text.slice(statement.from, statement.to);
  if (statement.kind === 'section' || statement.kind === 'template' || rest.includes('\n')) return undefined;
  const [finished, ...more] = parse(begun.text + rest, grammar).statements;
  return finished?.kind === 'assignment' && more.length === 0 ? placed(finished, begun) : undefined;
}

/** What stands in the second file is placed at the end of the first one's part. */
function placed({ key, equals, value }: Assignment, begun: MappedText): Assignment {
  const end = begun.text.length - 1;
  const place = (offset: number) => sourceOffset(begun, Math.min(offset, end));
  const span = ({ from, to }: Span) => ({ from: place(from), to: to > from ? place(to - 1) + 1 : place(from) });
  const segments: Segment[] = [{ at: 0, source: place(sourceOffset(value.content, 0)) }];
  for (let at = 1; at < value.content.text.length; at++) {
    segments.push({ at, source: place(sourceOffset(value.content, at)) });
  }
  const content = { text: value.content.text, segments };
  const places = { key: { ...key, ...span(key) }, equals: place(equals), value: { ...value, ...span(value), content } };
  return { kind: 'assignment', from: places.key.from, to: places.value.to, ...places };
}

/** What is carried on behind the end of a file; `wholeFile`: nothing in it has taken the carried line in. */
export function carriedOn(
  carried: CarriedLine | undefined,
  document: ConfigDocument,
  wholeFile: boolean,
): CarriedLine | undefined {
  const { tree, text } = document;
  if (tree.unfinished === undefined) {
    return carried !== undefined && goesOn(carried, document, text.length) ? carried : undefined;
  }
  const isOneLine = wholeFile && carried !== undefined && goesOn(carried, document, sourceOffset(tree.unfinished, 0));
  return isOneLine
    ? { ...carried, begun: appended(carried.begun, tree.unfinished.text) }
    : { begun: tree.unfinished, document, next: document, from: text.length };
}

/** A begun line with more text behind it, which is placed at its end. */
function appended(begun: MappedText, text: string): MappedText {
  const end = sourceOffset(begun, begun.text.length - 1);
  const segments = [...text].map((_, index) => ({ at: begun.text.length + index, source: end }));
  return { text: begun.text + text, segments: [...begun.segments, ...segments] };
}
