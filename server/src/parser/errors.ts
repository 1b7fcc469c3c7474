/** What can be wrong with the form of a file. Texts are here, once; a code is what tests and rules refer to. */

import type { Span } from '../text/span.ts';

export type SyntaxErrorCode =
  | 'assignment-or-section-expected'
  | 'brace-alone'
  | 'brace-glued'
  | 'brace-not-last'
  | 'brace-surplus'
  | 'byte-order-mark'
  | 'comment-ambiguous'
  | 'continuation-lost'
  | 'escape-unknown'
  | 'group-name-missing'
  | 'heredoc-unterminated'
  | 'key-missing'
  | 'name-quote-unclosed'
  | 'name-words'
  | 'name-unquoted'
  | 'section-unclosed'
  | 'text-after-close';

export interface SyntaxIssue extends Span {
  readonly code: SyntaxErrorCode;
  /** The word that the message names, e.g. the key or the here-document's marker. */
  readonly word: string;
}
