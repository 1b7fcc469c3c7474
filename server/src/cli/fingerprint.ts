/** What makes a finding the same one in the next run, wherever its line has moved: the rule and the line's text. */

import { createHash } from 'node:crypto';
import type { Finding } from '../lint/rule.ts';
import { excerptOf } from './excerpt.ts';

/** By finding; of several that are alike in one file each has its own. */
export function fingerprints(findings: readonly Finding[]): Map<Finding, string> {
  const counts = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const text = excerptOf(finding).text.trim().replace(/\s+/g, ' ');
      const alike = `${finding.document.uri}\n${finding.rule.id}\n${text}`;
      const count = counts.get(alike) ?? 0;
      counts.set(alike, count + 1);
      return [finding, digest(`${finding.rule.id}\n${text}\n${count}`)] as const;
    }),
  );
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
