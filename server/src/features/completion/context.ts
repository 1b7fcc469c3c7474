/** What an author is about to write at an offset: a name, a section's name, a value, a path – or nothing. */

import type { Configuration } from '../../config/configuration.ts';
import { oldPath, resolveSetting, type Scope } from '../../config/scope.ts';
import type { Grammar } from '../../knowledge/dialect.ts';
import { type Assignment, pathAt, type Section, type Statement } from '../../parser/cst.ts';
import { lineStart } from '../../text/lines.ts';
import { contiguous, type MappedText, sourceOffset, textOffset } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import type { ConfigDocument } from '../../workspace/document.ts';

interface Base {
  readonly configuration: Configuration;
  readonly document: ConfigDocument;
  readonly offset: number;
  readonly grammar: Grammar;
  readonly scope: Scope | undefined;
  /** The word under the cursor. */
  readonly span: Span;
}

/** The beginning of a line: a setting, a section or `!include`. */
export interface NameContext extends Base {
  readonly kind: 'name';
  /** `=` or `{` follows already: only the name is replaced. */
  readonly isNamed: boolean;
}

/** Behind a section's word: `service <|>`. */
export interface SectionNameContext extends Base {
  readonly kind: 'section-name';
  /** The filter's full name. */
  readonly filter: string;
  readonly hasBrace: boolean;
}

/** Behind `=`. */
export interface ValueContext extends Base {
  readonly kind: 'value';
  /** The full name, or the path in the old grammar (`service/vsz_limit`, `plugin/quota`). */
  readonly setting: string;
  readonly value: MappedText;
  readonly isFile: boolean;
}

/** Behind `!include`. */
export interface PathContext extends Base {
  readonly kind: 'path';
}

export type CompletionContext = NameContext | SectionNameContext | ValueContext | PathContext;

export function completionContext(
  configuration: Configuration,
  document: ConfigDocument,
  offset: number,
): CompletionContext | undefined {
  if (isInComment(document, offset)) return undefined;
  const path = pathAt(document.tree, offset);
  const base = {
    configuration,
    document,
    offset,
    grammar: configuration.decision.grammar ?? ('new' as const),
    scope: scopeAt(configuration, document, path, offset),
    span: wordAt(document.text, offset),
  };
  const assignment = assignmentBefore(document, path, offset);
  return assignment === undefined ? lineContext(base, path[path.length - 1]) : valueContext(base, assignment);
}

/** The assignment in whose value the cursor is, or would be: blanks at the end of a line belong to no statement. */
function assignmentBefore(
  document: ConfigDocument,
  path: readonly Statement[],
  offset: number,
): Assignment | undefined {
  const isBehindEquals = (statement: Statement | undefined): statement is Assignment =>
    statement?.kind === 'assignment' && offset > statement.equals;
  const statement = path[path.length - 1];
  if (isBehindEquals(statement)) return statement;
  const lineFrom = lineStart(document.text, offset);
  const before = document.text.slice(lineFrom, offset).trimEnd();
  if (before === '') return undefined;
  const nearest = pathAt(document.tree, lineFrom + before.length);
  const last = nearest[nearest.length - 1];
  return isBehindEquals(last) ? last : undefined;
}

function isInComment(document: ConfigDocument, offset: number): boolean {
  const { comments } = document.tree;
  let low = 0;
  let high = comments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { from, to } = comments[middle]!;
    if (offset > from && offset <= to) return true;
    if (offset <= from) high = middle - 1;
    else low = middle + 1;
  }
  return false;
}

/** The scope of the innermost section around an offset, as the configuration has it. */
function scopeAt(
  configuration: Configuration,
  document: ConfigDocument,
  path: readonly Statement[],
  offset: number,
): Scope | undefined {
  for (let at = path.length - 1; at >= 0; at--) {
    const section = path[at]!;
    if (section.kind !== 'section' || !isInBody(section, offset)) continue;
    return configuration.openings.find((opening) => opening.section === section && opening.document === document)
      ?.scope;
  }
  return undefined;
}

function isInBody({ open, close }: Section, offset: number): boolean {
  return offset > open && (close === undefined || offset <= close.from);
}

function wordAt(text: string, offset: number): Span {
  const isWord = (at: number) => /[^\s={}"',]/.test(text.charAt(at));
  let from = offset;
  while (from > 0 && isWord(from - 1)) from--;
  let to = offset;
  while (to < text.length && isWord(to)) to++;
  return { from, to };
}

function valueContext(base: Base, statement: Assignment): ValueContext {
  const entry = base.configuration.entries.find((candidate) => candidate.statement === statement);
  const setting = entry?.setting ?? resolveSetting(statement.key.text, base.scope, base.grammar);
  const scope = entry?.scope ?? base.scope;
  const { content, from, to } = statement.value;
  // A value that is not there yet begins at the cursor.
  const value = from === to ? contiguous('', base.offset) : content;
  return {
    ...base,
    kind: 'value',
    scope,
    setting: base.grammar === 'old' ? oldPath(setting, scope) : setting,
    value,
    isFile: statement.value.style === 'file' && base.offset > statement.value.from,
  };
}

/** No assignment under the cursor: what stands before it on the line decides. */
function lineContext(base: Base, statement: Statement | undefined): CompletionContext | undefined {
  const { document, offset, scope, grammar } = base;
  const lineFrom = lineStart(document.text, offset);
  const newline = document.text.indexOf('\n', offset);
  const before = document.text.slice(lineFrom, offset);
  const behind = document.text.slice(offset, newline === -1 ? undefined : newline);
  if (/^\s*!include(_try)?\s/.test(before)) {
    const from = lineFrom + before.search(/\S+\s*$/);
    const path = /\s$/.test(before) ? offset : from;
    return {
      ...base,
      kind: 'path',
      span: { from: Math.min(path, offset), to: offset + (/^\S*/.exec(behind)?.[0].length ?? 0) },
    };
  }
  if (/^\s*[^\s={}]*$/.test(before)) {
    const isNamed = statement?.kind === 'section' ? offset <= statement.key.to : /^[^\s={}]*\s*[={]/.test(behind);
    return { ...base, kind: 'name', isNamed };
  }
  const head = /^\s*([^\s={}"]+)\s+"?([^\s={}"]*)$/.exec(before);
  if (head === null) return undefined;
  const around = statement?.kind === 'section' && offset <= statement.open ? outer(base, statement) : scope;
  return {
    ...base,
    scope: around,
    kind: 'section-name',
    filter: resolveSetting(head[1]!, around, grammar),
    hasBrace: behind.includes('{'),
  };
}

function outer({ configuration, document }: Base, section: Section): Scope | undefined {
  const own = configuration.openings.find((opening) => opening.section === section && opening.document === document);
  return own?.scope.parent;
}

/** The value's text up to the cursor's line end, and where in it the cursor is. Blanks at the end count: ` ; ` separates. */
export function textAtCursor({ value, offset }: ValueContext): { readonly text: string; readonly at: number } {
  const at = textOffset(value, offset);
  const isBehind = at === value.text.length && offset > sourceOffset(value, at);
  return isBehind ? { text: `${value.text} `, at: at + 1 } : { text: value.text, at };
}
