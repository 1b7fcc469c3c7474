/** Applies the safe fixes of many findings at once: those that conflict wait for the next round. */

import type { Span } from '../text/span.ts';
import type { DocumentEdit, Finding } from './rule.ts';

/** The first safe fix of each finding, as far as they can be applied together. */
export function safeFixes(findings: readonly Finding[]): readonly DocumentEdit[] {
  const chosen: DocumentEdit[] = [];
  const taken = new Map<string, TakenSpans>();
  const takenIn = (uri: string) => {
    const spans = taken.get(uri) ?? new TakenSpans();
    taken.set(uri, spans);
    return spans;
  };
  for (const { fixes } of findings) {
    const edits = fixes.find(({ safe }) => safe)?.edits ?? [];
    if (edits.some(({ document, span }) => takenIn(document.uri).meets(span))) continue;
    for (const { document, span } of edits) takenIn(document.uri).add(span);
    chosen.push(...edits);
  }
  return chosen;
}

/** Spans in order, none of which meets one that came before it. */
class TakenSpans {
  readonly #spans: Span[] = [];

  meets(span: Span): boolean {
    for (let index = this.#first(({ to }) => to >= span.from); index < this.#spans.length; index++) {
      const taken = this.#spans[index]!;
      if (taken.from > span.to) return false;
      if (areOneAnothers(taken, span)) return true;
    }
    return false;
  }

  add(span: Span): void {
    this.#spans.splice(
      this.#first(({ from }) => from > span.from),
      0,
      span,
    );
  }

  /** The index of the first span of which something is true that then is of all behind it. */
  #first(isThere: (span: Span) => boolean): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isThere(this.#spans[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Whether two spans that touch or overlap may not both be changed: on which side of a text to insert is nobody's to say. */
function areOneAnothers(a: Span, b: Span): boolean {
  const isInsertion = a.from === a.to || b.from === b.to;
  return isInsertion || (a.from < b.to && b.from < a.to);
}
