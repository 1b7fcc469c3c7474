/** A unified diff of one changed stretch per file: fixes are few and the reader wants to see them, not a patch tool. */

import { maskSecrets } from '../text/secrets.ts';

const context = 3;

/** Lines are masked: a diff is shown, not applied. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const old = before.split('\n');
  const now = after.split('\n');
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail++;
  const from = Math.max(0, head - context);
  const oldTo = Math.min(old.length, old.length - tail + context);
  const newTo = Math.min(now.length, now.length - tail + context);
  const lines = [
    ...old.slice(from, head).map((line) => ` ${line}`),
    ...old.slice(head, old.length - tail).map((line) => `-${line}`),
    ...now.slice(head, now.length - tail).map((line) => `+${line}`),
    ...old.slice(old.length - tail, oldTo).map((line) => ` ${line}`),
  ];
  const header = `--- a/${path}\n+++ b/${path}\n@@ -${from + 1},${oldTo - from} +${from + 1},${newTo - from} @@\n`;
  return `${header}${lines.map((line) => line.charAt(0) + maskSecrets(line.slice(1))).join('\n')}\n`;
}
