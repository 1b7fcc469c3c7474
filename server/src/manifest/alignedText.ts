/**
 * Styles whose lines are folded (plain, single-quoted, `>`): the YAML parser's text is laid beside the file. What is no
 * blank stands in both in the same order; runs of blanks are matched from their ends.
 */

import type { MappedText, Segment } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';

const isBlank = (character: string | undefined) =>
  character === ' ' || character === '\n' || character === '\r' || character === '\t';

export function alignedText(file: string, { from, to }: Span, text: string, isSingleQuoted: boolean): MappedText {
  const segments: Segment[] = [];
  const add = (at: number, source: number) => {
    const last = segments[segments.length - 1];
    if (last === undefined || last.source + (at - last.at) !== source) segments.push({ at, source });
  };
  let source = from;
  for (let at = 0; at < text.length; ) {
    if (!isBlank(text[at])) {
      while (source < to && isBlank(file[source])) source++;
      if (file[source] !== text[at]) return { text: '', segments: [{ at: 0, source: from }] };
      add(at, source);
      source += isSingleQuoted && text[at] === "'" ? 2 : 1;
      at++;
      continue;
    }
    let textEnd = at;
    while (isBlank(text[textEnd])) textEnd++;
    let sourceEnd = source;
    while (sourceEnd < to && isBlank(file[sourceEnd])) sourceEnd++;
    // From the right: what precedes a word on its line is its own indentation, what is left over was folded.
    for (let index = at; index < textEnd; index++) {
      const fromRight = sourceEnd - (textEnd - index);
      add(index, Math.max(source, Math.min(fromRight, Math.max(source, to - 1))));
    }
    source = sourceEnd;
    at = textEnd;
  }
  if (segments.length === 0) segments.push({ at: 0, source: from });
  return { text, segments };
}
