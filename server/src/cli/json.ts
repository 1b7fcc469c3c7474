/** Findings as JSON; its shape is `schemas/dovelint-report.schema.json`. */

import type { Finding } from '../lint/rule.ts';
import type { Summary } from './check.ts';

export function jsonReport(findings: readonly Finding[], summary: Summary, pathOf: (uri: string) => string): string {
  const diagnostics = findings.map(({ document, span, severity, rule, message, fixes }) => ({
    file: pathOf(document.uri),
    range: { start: document.lines.positionAt(span.from), end: document.lines.positionAt(span.to) },
    severity,
    rule: rule.id,
    message,
    url: rule.source,
    fixes: fixes.map(({ title, safe }) => ({ title, safe })),
  }));
  return `${JSON.stringify({ version: 1, diagnostics, summary }, null, 2)}\n`;
}
