/** What completion offers, as plain data. */

import type { Grammar } from '../../knowledge/dialect.ts';
import type { Place } from '../../knowledge/types.ts';
import type { Span } from '../../text/span.ts';

export type CandidateKind =
  | 'setting'
  | 'section'
  | 'keyword'
  | 'value'
  | 'word'
  | 'reference'
  | 'variable'
  | 'function'
  | 'parameter'
  | 'file'
  | 'folder';

/** Where the documentation is found when somebody looks at the candidate. */
export type DocumentationKey =
  | {
      readonly kind: 'setting';
      readonly grammar: Grammar;
      readonly place: Place;
      readonly name: string;
      readonly driver: string;
    }
  | { readonly kind: 'text'; readonly markdown: string };

export interface Candidate {
  readonly label: string;
  readonly kind: CandidateKind;
  /** What is replaced: the word under the cursor. */
  readonly span: Span;
  readonly text: string;
  /** The text has `${1:…}` stops and tabs as levels of indentation. */
  readonly isSnippet?: boolean;
  /** A few words behind the label: the type, the default. */
  readonly detail?: string;
  /** Lower ones first; then by label. */
  readonly rank: number;
  readonly deprecated?: boolean;
  readonly documentation?: DocumentationKey;
}
