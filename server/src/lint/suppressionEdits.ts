/** Writes suppression comments and takes them out, without ever touching what Dovecot reads. */

import type { Span } from '../text/span.ts';
import type { SourceDocument } from '../workspace/document.ts';
import { indentAt, lineEnd } from './edits.ts';
import { commentedText } from './judge.ts';
import type { DocumentEdit, Fix } from './rule.ts';
import { type CommentWord, LogicalLines, type SuppressionComment } from './suppressions.ts';

/** A comment above the line that an offset stands on; above the first line of a continued one, which a comment cuts. */
export function disableNextLine(document: SourceDocument, offset: number, rule: string): DocumentEdit {
  const line = new LogicalLines(commentedText(document)).at(offset);
  return above(document, line, `# dovelint-disable-next-line ${rule}`);
}

/** Comments above and below the lines of a section. */
export function disableInSection(document: SourceDocument, section: Span, rule: string): DocumentEdit[] {
  const lines = new LogicalLines(commentedText(document));
  const first = lines.at(section.from);
  const at = Math.min(lines.at(section.to).to + 1, document.text.length);
  const gap = document.text[at - 1] === '\n' ? '' : lineEnd(document);
  const below = insertion(document, at, `${gap}${indentOf(document, first)}# dovelint-enable ${rule}`);
  return [above(document, first, `# dovelint-disable ${rule}`), below];
}

/** A comment at the top of the file. */
export function disableInFile(document: SourceDocument, rule: string): DocumentEdit {
  return insertion(document, contentFrom(document), `# dovelint-disable-file ${rule}`);
}

function above(document: SourceDocument, line: Span, comment: string): DocumentEdit {
  return insertion(document, Math.max(line.from, contentFrom(document)), indentOf(document, line) + comment);
}

function indentOf(document: SourceDocument, { from, to }: Span): string {
  return indentAt(document, from + /^[ \t]*/.exec(document.text.slice(from, to))![0].length);
}

/** A byte order mark must stay where it is. */
function contentFrom({ text }: SourceDocument): number {
  return text.startsWith('\ufeff') ? 1 : 0;
}

function insertion(document: SourceDocument, at: number, line: string): DocumentEdit {
  return { document, span: { from: at, to: at }, text: line + lineEnd(document) };
}

/** The fix that takes one rule out of a comment, or the comment with its last rule; none where that is impossible. */
export function withoutRule(document: SourceDocument, comment: SuppressionComment, rule: CommentWord): readonly Fix[] {
  const index = comment.rules.indexOf(rule);
  if (comment.rules.length < 2) return withoutComment(document, comment, true);
  const next = comment.rules[index + 1];
  const span = next ? { from: rule.from, to: next.from } : { from: comment.rules[index - 1]!.to, to: rule.to };
  return [{ title: `Take '${rule.text}' out of the comment`, safe: true, edits: [{ document, span, text: '' }] }];
}

/** The fix that takes a comment out; none where the comment ends a continued line, which it cuts. */
export function withoutComment(document: SourceDocument, { from, to }: Span, safe: boolean): readonly Fix[] {
  const { text } = document;
  const lineFrom = Math.max(text.lastIndexOf('\n', from - 1) + 1, contentFrom(document));
  const before = text.slice(lineFrom, from);
  const isAlone = before.trim() === '';
  if (isAlone && isContinued(text, lineFrom)) return [];
  const newline = text.indexOf('\n', to);
  const span = isAlone
    ? { from: lineFrom, to: newline === -1 ? text.length : newline + 1 }
    : { from: lineFrom + before.trimEnd().length, to };
  return [{ title: 'Take the comment out', safe, edits: [{ document, span, text: '' }] }];
}

/** Whether the line above ends in a backslash, which may have a comment behind it. */
function isContinued(text: string, lineFrom: number): boolean {
  const above = text.slice(text.lastIndexOf('\n', lineFrom - 2) + 1, Math.max(0, lineFrom - 1));
  return /\\[ \t]*(?:#.*)?\r?$/.test(above);
}
