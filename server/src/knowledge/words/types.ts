/** Words: what may stand as a value or as a section's name and means something to Dovecot – drivers, plugins, services. */

import type { Dialect } from '../dialect.ts';

export interface Word {
  /** One sentence that says what it is, at most 110 characters. */
  readonly summary: string;
  /** When to take it, what it needs, what to watch out for. One to three sentences. */
  readonly details?: string;
  /** The dialects that know it, where not all do. */
  readonly dialects?: readonly Dialect[];
  /** What to write instead where it is gone or should go. */
  readonly replacedBy?: string;
}

export type Words = Readonly<Record<string, Word>>;
