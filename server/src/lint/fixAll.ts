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

  /** Touching counts: in which order two edits of one place apply is nobody's to say. */
  meets(span: Span): boolean {
    const after = this.#spans[this.#firstEndingAt(span.from)];
    return after !== undefined && after.from <= span.to;
  }

  add(span: Span): void {
    this.#spans.splice(this.#firstEndingAt(span.from), 0, span);
  }

  /** The index of the first span that ends at the offset or behind it. */
  #firstEndingAt(offset: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#spans[middle]!.to < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
