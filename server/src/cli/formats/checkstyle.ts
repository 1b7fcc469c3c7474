/** Findings as Checkstyle's XML, which many build servers read. */

import type { Severity } from '../../lint/rule.ts';
import { byFile, type Report } from './report.ts';
import { element, xmlDocument } from './xml.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};

export function checkstyleFormat(report: Report): string {
  const list = byFile(report).map(([name, own]) => {
    const errors = own.map(({ start, severity, message, rule }) =>
      element('error', {
        line: start.line + 1,
        column: start.character + 1,
        severity: severities[severity],
        message,
        source: `dovelint.${rule.id}`,
      }),
    );
    return element('file', { name }, errors);
  });
  return xmlDocument(element('checkstyle', { version: '4.3' }, list));
}
