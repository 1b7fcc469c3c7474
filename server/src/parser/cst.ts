/**
 * The concrete syntax tree of a Dovecot configuration file: plain data with exact spans. It knows nothing of settings,
 * versions or included files; `config/` gives it meaning.
 */

import type { MappedText } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';
import type { SyntaxIssue } from './errors.ts';

/** A key, a section's word or its name. `text` is without quotes, the span is with them. */
export interface Word extends Span {
  readonly text: string;
}

/** How a value is written, which decides what Dovecot makes of it. */
export type ValueStyle =
  /** `v`: taken as it stands, `$` expanded. */
  | 'bare'
  /** `"v"` or `'v'`: outer quotes removed, nothing expanded. */
  | 'quoted'
  /** `<path`: the content of a file; `content` is the path. */
  | 'file'
  /** `<<MARKER` and the lines up to MARKER; `content` is those lines. */
  | 'heredoc';

export interface Value extends Span {
  readonly style: ValueStyle;
  /** What Dovecot sees: quotes and escapes removed, continued lines joined. */
  readonly content: MappedText;
}

/** `key = value`; an empty value has an empty span behind `=`. */
export interface Assignment extends Span {
  readonly kind: 'assignment';
  readonly key: Word;
  readonly equals: number;
  readonly value: Value;
}

/** `key [name] {` … `}`, and `group @label name {` … `}`. */
export interface Section extends Span {
  readonly kind: 'section';
  readonly key: Word;
  /** `@label` of a group. */
  readonly label: Word | undefined;
  readonly name: Word | undefined;
  /** Offset of `{`. */
  readonly open: number;
  readonly body: readonly Statement[];
  /** The `}`; undefined when the file ends first. */
  readonly close: Span | undefined;
}

/** `!include path` or `!include_try path`. */
export interface Include extends Span {
  readonly kind: 'include';
  readonly key: Word;
  readonly path: Word;
  /** Whether a missing file is fine. */
  readonly optional: boolean;
}

/** A line that means nothing to Dovecot; its error is in the tree's list. */
export interface Broken extends Span {
  readonly kind: 'broken';
}

/** A line of a template language (`{{ if … }}`): what it becomes is not known. */
export interface Template extends Span {
  readonly kind: 'template';
}

/** A `}` that closes no section of this file: an error, unless another file opened the section. */
export interface StrayClose extends Span {
  readonly kind: 'stray-close';
}

export type Statement = Assignment | Section | Include | Broken | Template | StrayClose;

export interface Tree {
  readonly text: string;
  readonly statements: readonly Statement[];
  /** `#` to the end of the line, in order. */
  readonly comments: readonly Span[];
  /** Backslashes that join a line with the next. */
  readonly continuations: readonly Span[];
  /** What a continued line had when the file ended: it runs on into the file that includes this one. */
  readonly unfinished: MappedText | undefined;
  readonly errors: readonly SyntaxIssue[];
}

/** The statements around an offset, outermost first; the last one is the innermost that touches it. */
export function pathAt(tree: Tree, offset: number): Statement[] {
  const path: Statement[] = [];
  let statements: readonly Statement[] | undefined = tree.statements;
  while (statements !== undefined) {
    let low = 0;
    let high = statements.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (statements[middle]!.from <= offset) low = middle;
      else high = middle - 1;
    }
    const found: Statement | undefined = statements[low];
    if (found === undefined || offset < found.from || offset > found.to) break;
    path.push(found);
    statements = found.kind === 'section' ? found.body : undefined;
  }
  return path;
}

/** Calls `visit` for every statement, outer ones first, in the order of the file. */
export function forEachStatement(statements: readonly Statement[], visit: (statement: Statement) => void): void {
  for (const statement of statements) {
    visit(statement);
    if (statement.kind === 'section') forEachStatement(statement.body, visit);
  }
}
