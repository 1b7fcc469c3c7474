/** Findings as GitLab's code quality report. */

import type { Severity } from '../../lint/rule.ts';
import { digest } from '../fingerprint.ts';
import type { Report } from './report.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

export function gitlabFormat({ findings }: Report): string {
  const list = findings.map(({ file, start, end, severity, rule, message, fingerprint }) => ({
    description: message,
    check_name: rule.id,
    // Unique in the whole report.
    fingerprint: digest(`${file}\n${fingerprint}`),
    severity: severities[severity],
    location: { path: file, lines: { begin: start.line + 1, end: end.line + 1 } },
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}
