/** Findings as JSON; its shape is `schemas/dovelint-report.schema.json`. */

import type { Report } from './report.ts';

export function jsonFormat({ findings, summary }: Report): string {
  const diagnostics = findings.map(({ file, start, end, severity, rule, message, fixes, fingerprint, suppressed }) => ({
    file,
    range: { start, end },
    severity,
    rule: rule.id,
    message,
    url: rule.source,
    fixes,
    fingerprint,
    suppressed,
  }));
  return `${JSON.stringify({ version: 1, diagnostics, summary }, null, 2)}\n`;
}
