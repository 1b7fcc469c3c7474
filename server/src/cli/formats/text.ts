/** Findings for people: place, severity, message, rule; then the line with carets, related places and fixes. */

import { severities } from '../../lint/policy.ts';
import type { Severity } from '../../lint/rule.ts';
import type { Report, ReportedFinding, ReportedPlace } from './report.ts';

export function textFormat({ findings, summary }: Report): string {
  return [...findings.map(findingBlock), summaryLine(summary)].join('\n');
}

/** Place, severity, message and rule in one line. */
export function placeLine(finding: ReportedFinding): string {
  const { severity, message, rule, suppressed } = finding;
  const note = suppressed === undefined ? '' : ` (suppressed${suppressed.reason ? `: ${suppressed.reason}` : ''})`;
  return `${place(finding)}: ${severity}: ${message} [${rule.id}]${note}`;
}

export function findingBlock(finding: ReportedFinding): string {
  const { excerpt, related, fixes, start } = finding;
  const number = String(start.line + 1);
  const gutter = `  ${' '.repeat(number.length)}`;
  const lines = [placeLine(finding), `  ${number} | ${excerpt.text}`];
  if (excerpt.carets !== undefined) lines.push(`${gutter} | ${excerpt.carets}`);
  for (const other of related) lines.push(`${gutter} = ${place(other)}: ${other.message}`);
  for (const { safe, title } of fixes) lines.push(`${gutter} = fix${safe ? '' : ' (needs you)'}: ${title}`);
  return `${lines.join('\n')}\n`;
}

function place({ file, start }: ReportedPlace): string {
  return `${file}:${start.line + 1}:${start.character + 1}`;
}

const plurals: Record<Severity, readonly [string, string]> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['information', 'information'],
  hint: ['hint', 'hints'],
};

function summaryLine(summary: Report['summary']): string {
  const counts = severities
    .filter((severity) => summary[severity] > 0)
    .map((severity) => `${summary[severity]} ${plurals[severity][summary[severity] === 1 ? 0 : 1]}`);
  if (summary.suppressed > 0) counts.push(`${summary.suppressed} suppressed`);
  if (summary.baseline > 0) counts.push(`${summary.baseline} in the baseline`);
  const files = `${summary.files} ${summary.files === 1 ? 'file' : 'files'}`;
  return `${files}: ${counts.length === 0 ? 'nothing found' : counts.join(', ')}\n`;
}
