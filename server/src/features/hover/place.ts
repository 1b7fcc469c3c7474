/** What a hover is, and what stands under the pointer: a setting or the head of a section, with its scope. */

import type { Configuration, Entry, Opening } from '../../config/configuration.ts';
import type { Scope } from '../../config/scope.ts';
import type { Grammar } from '../../knowledge/dialect.ts';
import { type Assignment, pathAt, type Section } from '../../parser/cst.ts';
import { type Span, touches } from '../../text/span.ts';
import type { ConfigDocument } from '../../workspace/document.ts';

export interface HoverInfo {
  readonly span: Span;
  readonly markdown: string;
  /** Sentences that lead to other places. */
  readonly notes?: readonly HoverNote[];
}

/** `text` stands in front of the place: "Effective: `x`, set in". */
export interface HoverNote {
  readonly text: string;
  readonly document: ConfigDocument;
  readonly span: Span;
}

interface Place {
  readonly configuration: Configuration;
  readonly document: ConfigDocument;
  readonly offset: number;
  readonly grammar: Grammar;
  /** The scope in which the statement stands. */
  readonly scope: Scope | undefined;
}

export interface AssignmentPlace extends Place {
  readonly kind: 'assignment';
  readonly statement: Assignment;
  /** Undefined in external files, and in what is not read. */
  readonly entry: Entry | undefined;
}

export interface SectionPlace extends Place {
  readonly kind: 'section';
  readonly statement: Section;
  readonly opening: Opening | undefined;
}

/** The innermost statement at an offset; of sections only the head counts. */
export function hoverPlace(
  configuration: Configuration,
  document: ConfigDocument,
  offset: number,
): AssignmentPlace | SectionPlace | undefined {
  const statement = pathAt(document.tree, offset).at(-1);
  const base = { configuration, document, offset, grammar: configuration.decision.grammar ?? ('new' as const) };
  if (statement?.kind === 'assignment') {
    const entry = configuration.entries.find((candidate) => candidate.statement === statement);
    return { ...base, kind: 'assignment', statement, entry, scope: entry?.scope };
  }
  if (statement?.kind !== 'section' || !touches(headOf(statement), offset)) return undefined;
  const opening = configuration.openings.find(
    (candidate) => candidate.section === statement && candidate.document === document,
  );
  return { ...base, kind: 'section', statement, opening, scope: opening?.scope.parent };
}

/** `service imap-login` in front of the brace. */
export function headOf({ key, label, name }: Section): Span {
  return { from: key.from, to: (name ?? label ?? key).to };
}

/** The characters of a kind around an offset, within bounds. */
export function wordAround(text: string, offset: number, bounds: Span, character: RegExp): Span {
  let { from, to } = { from: offset, to: offset };
  while (from > bounds.from && character.test(text.charAt(from - 1))) from--;
  while (to < bounds.to && character.test(text.charAt(to))) to++;
  return { from, to };
}
