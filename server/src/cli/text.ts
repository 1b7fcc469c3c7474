/** Findings as text: place, severity, message, rule; then the line with a caret, its secrets masked. */

import type { Finding, Severity } from '../lint/rule.ts';
import { maskSecrets } from '../text/secrets.ts';
import { isSecretPlace } from '../workspace/document.ts';
import type { Summary } from './check.ts';

export function textReport(findings: readonly Finding[], summary: Summary, pathOf: (uri: string) => string): string {
  const blocks = findings.map((finding) => findingBlock(finding, pathOf));
  return [...blocks, summaryLine(summary)].join('\n');
}

/** Place, severity, message and rule in one line. */
export function placeLine(
  { document, span, severity, message, rule }: Finding,
  pathOf: (uri: string) => string,
): string {
  const { line, character } = document.lines.positionAt(span.from);
  return `${pathOf(document.uri)}:${line + 1}:${character + 1}: ${severity}: ${message} [${rule.id}]`;
}

export function findingBlock(finding: Finding, pathOf: (uri: string) => string): string {
  const { document, span, fixes, related } = finding;
  const start = document.lines.positionAt(span.from);
  const lines = [placeLine(finding, pathOf)];
  const line = document.lines.lineSpan(start.line);
  const raw = document.text.slice(line.from, line.to);
  const excerpt = isSecretPlace(finding) ? '********' : maskSecrets(raw);
  const gutter = String(start.line + 1);
  lines.push(`  ${gutter} | ${excerpt}`);
  // A mask moves what follows it: without an exact place there is no caret.
  const before = raw.slice(0, span.from - line.from);
  if (excerpt.startsWith(before)) {
    const width = Math.max(1, Math.min(span.to, line.to) - span.from);
    const shown =
      excerpt.slice(before.length, before.length + width) === raw.slice(before.length, before.length + width)
        ? width
        : 1;
    lines.push(`  ${' '.repeat(gutter.length)} | ${before.replace(/[^\t]/g, ' ')}${'^'.repeat(shown)}`);
  }
  for (const other of related) {
    const at = other.document.lines.positionAt(other.span.from);
    lines.push(
      `  ${' '.repeat(gutter.length)} = ${pathOf(other.document.uri)}:${at.line + 1}:${at.character + 1}: ${other.message}`,
    );
  }
  for (const fix of fixes)
    lines.push(`  ${' '.repeat(gutter.length)} = fix${fix.safe ? '' : ' (needs you)'}: ${fix.title}`);
  return `${lines.join('\n')}\n`;
}

const plurals: Record<Severity, readonly [string, string]> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['information', 'informations'],
  hint: ['hint', 'hints'],
};

function summaryLine(summary: Summary): string {
  const counts = (['error', 'warning', 'information', 'hint'] as const)
    .filter((severity) => summary[severity] > 0)
    .map((severity) => `${summary[severity]} ${plurals[severity][summary[severity] === 1 ? 0 : 1]}`);
  const files = `${summary.files} ${summary.files === 1 ? 'file' : 'files'}`;
  return `${files}: ${counts.length === 0 ? 'nothing found' : counts.join(', ')}\n`;
}
