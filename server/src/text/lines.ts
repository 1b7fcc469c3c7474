/** The line around an offset, for what works on text without an index of its lines. */

/** The offset of the first character of the line that holds an offset. */
export function lineStart(text: string, offset: number): number {
  // lastIndexOf takes a negative position for 0.
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset of the line end (LF, or the text's end) behind an offset. */
export function lineEndAt(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline;
}
