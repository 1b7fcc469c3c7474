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
  const at = Math.max(line.from, contentFrom(document));
  const indent = indentAt(document, line.from + /^[ \t]*/.exec(document.text.slice(line.from, line.to))![0].length);
  return insertion(document, at, `${indent}# dovelint-disable-next-line ${rule}`);
}

/** A comment at the top of the file. */
export function disableInFile(document: SourceDocument, rule: string): DocumentEdit {
  return insertion(document, contentFrom(document), `# dovelint-disable-file ${rule}`);
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
