/**
 * Text taken out of a document, possibly in several pieces (a continued line) or with characters removed (an escape),
 * that remembers where every character came from. Values and embedded configuration are of this kind.
 */

import type { Span } from './span.ts';

/** From text offset `at` on, characters come from the document's offset `source` on, one for one. */
export interface Segment {
  readonly at: number;
  readonly source: number;
}

export interface MappedText {
  readonly text: string;
  /** Ascending by `at`, never empty; the first starts at 0. */
  readonly segments: readonly Segment[];
}

/** Text that stands in the document as it is, from `source` on. */
export function contiguous(text: string, source: number): MappedText {
  return { text, segments: [{ at: 0, source }] };
}

function segmentAt(mapped: MappedText, offset: number): Segment {
  const { segments } = mapped;
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (segments[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low]!;
}

/** The document offset of a text offset. */
export function sourceOffset(mapped: MappedText, offset: number): number {
  const segment = segmentAt(mapped, offset);
  return segment.source + (offset - segment.at);
}

/** The first text offset that comes from the document's offset `source` or from behind it. */
export function textOffset(mapped: MappedText, source: number): number {
  let low = 0;
  let high = mapped.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sourceOffset(mapped, middle) < source) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The span of the document that holds the text's characters from `from` to before `to`. */
export function sourceSpan(mapped: MappedText, from: number, to: number): Span {
  const start = sourceOffset(mapped, from);
  return { from: start, to: to > from ? sourceOffset(mapped, to - 1) + 1 : start };
}

/** A part of the text, still mapped. */
export function sliceMapped(mapped: MappedText, from: number, to: number): MappedText {
  const text = mapped.text.slice(from, to);
  const segments: Segment[] = [{ at: 0, source: sourceOffset(mapped, from) }];
  for (const segment of mapped.segments) {
    if (segment.at > from && segment.at < to) segments.push({ at: segment.at - from, source: segment.source });
  }
  return { text, segments };
}
