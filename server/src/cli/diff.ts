/** What `--diff` shows: a unified diff with its secrets masked, to be read and not to be applied. */

import { formatPatch, structuredPatch } from 'diff';
import { LineIndex } from '../text/lineIndex.ts';
import { maskLine } from '../text/secretLines.ts';
import { secretMask } from '../text/secrets.ts';
import { secretSpans } from '../workspace/document.ts';

export function unifiedDiff(path: string, before: string, after: string): string {
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, '', '', { context: 3 });
  const [shownBefore, shownAfter] = [maskedLines(path, before), maskedLines(path, after)];
  const hunks = patch.hunks.map((hunk) => {
    let [oldLine, newLine] = [hunk.oldStart - 1, hunk.newStart - 1];
    const lines = hunk.lines.map((line) => {
      const sign = line.charAt(0);
      if (sign === '\\') return line;
      const shown = sign === '+' ? shownAfter(newLine) : shownBefore(oldLine);
      if (sign !== '+') oldLine++;
      if (sign !== '-') newLine++;
      return sign + shown;
    });
    return { ...hunk, lines };
  });
  return formatPatch({ ...patch, hunks })
    .split('\n')
    .filter((line) => !line.startsWith('====='))
    .join('\n');
}

/** How a line, counted from 0, may be shown. */
function maskedLines(path: string, text: string): (line: number) => string {
  const index = new LineIndex(text);
  const hidden = new Set<number>();
  for (const { from, to } of secretSpans(path, text)) {
    const last = index.positionAt(Math.max(from, to - 1)).line;
    for (let line = index.positionAt(from).line; line <= last; line++) hidden.add(line);
  }
  return (line) => (hidden.has(line) ? secretMask : maskLine(text, index.lineSpan(line)));
}
