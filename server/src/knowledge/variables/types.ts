/** The vocabulary of what we teach about %variables. */

/** A variable of 2.4 and 3.1, or a provider (`env:`). */
export interface VariableTeaching {
  /** One sentence that says what it holds, at most 110 characters. */
  readonly summary: string;
  /** What to know before using it. */
  readonly details?: string;
  /** Where the same name holds something else: by context. */
  readonly in?: Readonly<Record<string, string>>;
  /** An expansion as it would stand in a value. */
  readonly example?: string;
}

/** What comes behind a bar in 2.4 and 3.1, or stands first as a function. */
export interface FilterTeaching {
  /** How it is called; the same names as in the arguments' texts. */
  readonly forms: readonly string[];
  /** What it reads and what it gives. */
  readonly takes: Kind;
  readonly gives: Kind;
  /** One sentence that says what it does, at most 110 characters. */
  readonly summary: string;
  readonly details?: string;
  readonly example: string;
  /** Named arguments, explained. */
  readonly named?: Readonly<Record<string, string>>;
  /** The modifier of 2.3 that did the same. */
  readonly old?: string;
}

/** `bytes` are shown as hexadecimal digits when nothing follows. */
export type Kind = 'nothing' | 'text' | 'bytes' | 'number' | 'anything';

/** A long name of 2.3, by what replaces it inside `%{…}` of 2.4; null when nothing does. */
export interface OldVariableTeaching {
  readonly new: string | null;
  /** Contexts where something else replaces it. */
  readonly in?: Readonly<Record<string, string>>;
  /** Where it means something else than the variable that replaces it. */
  readonly summary?: string;
}

/** A function (`%{sha1;rounds=2:user}`) or modifier (`%Lu`) of 2.3. */
export interface OldFunctionTeaching {
  readonly form: string;
  readonly summary: string;
  readonly details?: string;
  /** What does it in 2.4; null when nothing does. */
  readonly new: string | null;
}
