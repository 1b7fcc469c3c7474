/** What can be folded: sections, here-documents, runs of comment lines. */

import { forEachStatement } from '../parser/cst.ts';
import { lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';

export interface Fold extends Span {
  readonly kind: 'region' | 'comment';
}

/** The folds, as spans from within the first line to within the last one that is hidden. */
export function foldingRanges({ tree, text }: ConfigDocument): Fold[] {
  const folds: Fold[] = [];
  forEachStatement(tree.statements, (statement) => {
    if (statement.kind === 'section') {
      // The closing brace stays visible.
      const last = statement.close === undefined ? statement.to : text.lastIndexOf('\n', statement.close.from);
      folds.push({ from: statement.open, to: last, kind: 'region' });
    } else if (statement.kind === 'assignment' && statement.value.style === 'heredoc') {
      folds.push({ from: statement.from, to: statement.value.to, kind: 'region' });
    }
  });
  return [...folds, ...commentRuns(tree.comments, text)];
}

function commentRuns(comments: readonly Span[], text: string): Fold[] {
  const runs: Fold[] = [];
  for (const { from, to } of comments) {
    const lineFrom = lineStart(text, from);
    if (text.slice(lineFrom, from).trim() !== '') continue;
    const last = runs[runs.length - 1];
    // Only blanks and one line end between them.
    if (last !== undefined && /^\r?\n[ \t]*$/.test(text.slice(last.to, from))) runs[runs.length - 1] = { ...last, to };
    else runs.push({ from, to, kind: 'comment' });
  }
  return runs;
}
