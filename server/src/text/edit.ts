/** Changes to a text. */

import type { Span } from './span.ts';

/** Replaces `span` by `text`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * The text after the edits, which must not overlap; edits at the same offset apply in the order given.
 * Overlapping edits are a bug of the caller and throw.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, order) => ({ edit, order }));
  ordered.sort((a, b) => a.edit.span.from - b.edit.span.from || a.edit.span.to - b.edit.span.to || a.order - b.order);
  let result = '';
  let done = 0;
  for (const { edit } of ordered) {
    if (edit.span.from < done) throw new Error('Edits overlap.');
    result += text.slice(done, edit.span.from) + edit.text;
    done = edit.span.to;
  }
  return result + text.slice(done);
}
