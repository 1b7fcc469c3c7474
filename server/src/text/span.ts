/** Half-open ranges of UTF-16 offsets, the only currency for places inside the core. */

/** `from` is the first offset inside, `to` the first one behind. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether `offset` lies in the span or at its end, where a cursor still counts as touching it. */
export function touches(span: Span, offset: number): boolean {
  return span.from <= offset && offset <= span.to;
}

/** Whether the two spans share an offset; an empty span meets what it touches. */
export function meets(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}
