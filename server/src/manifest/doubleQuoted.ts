/** Double-quoted scalars: escapes are undone, line ends become blanks, each character with its place in the file. */

import type { MappedText, Segment } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';

const simple: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

const lengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

export function doubleQuotedText(file: string, scalar: Span): MappedText {
  const segments: Segment[] = [{ at: 0, source: scalar.from + 1 }];
  const to = scalar.to - 1;
  let text = '';
  let at = scalar.from + 1;
  const add = (decoded: string, source: number) => {
    const last = segments[segments.length - 1]!;
    if (last.source + (text.length - last.at) !== source) segments.push({ at: text.length, source });
    text += decoded;
  };
  while (at < to) {
    const character = file[at]!;
    if (character === '\\') {
      at = escaped(file, at, add);
    } else if (character === '\n' || character === '\r') {
      // Blanks before a line end do not count.
      const trimmed = text.replace(/[ \t]+$/, '');
      while (segments.length > 1 && segments[segments.length - 1]!.at > trimmed.length) segments.pop();
      text = trimmed;
      let lines = 0;
      const from = at;
      while (at < to && /[\s]/.test(file[at]!)) {
        if (file[at] === '\n') lines++;
        at++;
      }
      add(lines > 1 ? '\n'.repeat(lines - 1) : ' ', from);
    } else {
      add(character, at);
      at++;
    }
  }
  return { text, segments };
}

/** Adds what an escape stands for; gives the offset behind it. */
function escaped(file: string, at: number, add: (decoded: string, source: number) => void): number {
  const code = file[at + 1] ?? '';
  const length = lengths[code];
  if (length !== undefined) {
    const point = Number.parseInt(file.slice(at + 2, at + 2 + length), 16);
    add(Number.isNaN(point) || point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point), at);
    return at + 2 + length;
  }
  if (code === '\n' || code === '\r') {
    // The line goes on without a blank.
    let end = at + 1;
    while (/\s/.test(file[end] ?? '')) end++;
    return end;
  }
  add(simple[code] ?? code, at);
  return at + 2;
}
