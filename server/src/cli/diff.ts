/** What `--diff` shows: a unified diff with its secrets masked, to be read and not to be applied. */

import { formatPatch, structuredPatch } from 'diff';
import { LineIndex } from '../text/lineIndex.ts';
import { maskSecrets, secretMask } from '../text/secrets.ts';
import { secretSpans } from '../workspace/document.ts';

export function unifiedDiff(path: string, before: string, after: string): string {
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, '', '', { context: 3 });
  const [hiddenBefore, hiddenAfter] = [secretLines(path, before), secretLines(path, after)];
  const hunks = patch.hunks.map((hunk) => {
    let [oldLine, newLine] = [hunk.oldStart - 1, hunk.newStart - 1];
    const lines = hunk.lines.map((line) => {
      const sign = line.charAt(0);
      const isHidden = sign === '+' ? hiddenAfter.has(newLine) : sign !== '\\' && hiddenBefore.has(oldLine);
      if (sign === '-' || sign === ' ') oldLine++;
      if (sign === '+' || sign === ' ') newLine++;
      return sign + (isHidden ? secretMask : maskSecrets(line.slice(1)));
    });
    return { ...hunk, lines };
  });
  return formatPatch({ ...patch, hunks })
    .split('\n')
    .filter((line) => !line.startsWith('====='))
    .join('\n');
}

/** The lines, from 0, that a value of a Secret stands on. */
function secretLines(path: string, text: string): ReadonlySet<number> {
  const numbers = new Set<number>();
  const index = new LineIndex(text);
  for (const { from, to } of secretSpans(path, text)) {
    const last = index.positionAt(Math.max(from, to - 1)).line;
    for (let line = index.positionAt(from).line; line <= last; line++) numbers.add(line);
  }
  return numbers;
}
