/**
 * Styles whose lines are folded (plain, single-quoted, `>`): the YAML parser's text is laid beside the file. What is no
 * blank stands in both in the same order; of the blanks between, line ends are matched with line ends.
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
    const places = blankPlaces(text.slice(at, textEnd), file.slice(source, sourceEnd));
    places.forEach((place, index) => {
      add(at + index, Math.min(source + place, Math.max(source, to - 1)));
    });
    source = sourceEnd;
    at = textEnd;
  }
  if (segments.length === 0) segments.push({ at: 0, source: from });
  return { text, segments };
}

/** Where in the blanks of the file those of the text stand. A line end that was folded away left a blank, or nothing. */
function blankPlaces(text: string, written: string): number[] {
  const ends = [...written.matchAll(/\r?\n/g)].map(({ index }) => index);
  const lastEnd = text.lastIndexOf('\n');
  let end = 0;
  return [...text].map((blank, index) => {
    if (blank === '\n') return ends[end++] ?? written.length - 1;
    if (lastEnd === -1 && ends.length > 0) return ends[0]!;
    // What precedes a word on its line is the last of its indentation.
    return index > lastEnd ? Math.max(0, written.length - (text.length - index)) : index;
  });
}
