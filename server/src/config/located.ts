/** A piece of configuration text with its place: what rules compare and where they point. */

import type { Assignment, Word } from '../parser/cst.ts';
import { contiguous, type MappedText, sliceMapped, sourceSpan } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';

export interface Located {
  readonly text: string;
  readonly document: ConfigDocument;
  readonly span: Span;
  readonly mapped: MappedText;
}

export function locatedWord(word: Word, document: ConfigDocument): Located {
  const quoted = word.to - word.from > word.text.length ? 1 : 0;
  return { text: word.text, document, span: word, mapped: contiguous(word.text, word.from + quoted) };
}

/** An assignment's value without its quotes; its span is what an edit of the content replaces. */
export function locatedValue(assignment: Assignment, document: ConfigDocument): Located {
  return locatedText(assignment.value.content, document);
}

export function locatedText(mapped: MappedText, document: ConfigDocument): Located {
  return { text: mapped.text, document, span: sourceSpan(mapped, 0, mapped.text.length), mapped };
}

/** A part of a located text, by offsets inside it. */
export function locatedSlice(whole: Located, from: number, to: number): Located {
  return locatedText(sliceMapped(whole.mapped, from, to), whole.document);
}
