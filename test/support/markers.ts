// `<|…|>` marks the expected span in a fixture, `<|>` a cursor.

import type { Span } from '../../server/src/text/span.ts';

/** The text without its marker and the marked span; throws on a missing or unbalanced marker. */
export function takeSpan(marked: string): { text: string; span: Span | undefined } {
  const from = marked.indexOf('<|');
  const to = marked.indexOf('|>');
  if (from === -1 && to === -1) return { text: marked, span: undefined };
  if (from === -1 || to < from || marked.indexOf('<|', from + 1) !== -1)
    throw new Error(`Unbalanced marker in: ${marked}`);
  return {
    text: marked.slice(0, from) + marked.slice(from + 2, to) + marked.slice(to + 2),
    span: { from, to: to - 2 },
  };
}

export function takeCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('<|>');
  if (offset === -1 || marked.indexOf('<|>', offset + 1) !== -1)
    throw new Error(`One cursor <|> is needed in: ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 3), offset };
}
