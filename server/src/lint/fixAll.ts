/** Applies the safe fixes of many findings at once: those that conflict wait for the next round. */

import { editsConflict } from '../text/edit.ts';
import type { DocumentEdit, Finding, Fix } from './rule.ts';

/** The first safe fix of each finding, as far as they can be applied together. */
export function safeFixes(findings: readonly Finding[]): readonly DocumentEdit[] {
  const chosen: DocumentEdit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ safe }) => safe);
    if (fix !== undefined && !conflicts(fix, chosen)) chosen.push(...fix.edits);
  }
  return chosen;
}

function conflicts(fix: Fix, chosen: readonly DocumentEdit[]): boolean {
  return fix.edits.some((edit) => {
    const same = chosen.filter(({ document }) => document.uri === edit.document.uri);
    return editsConflict(same, [edit]);
  });
}
