/** Findings as commands of GitHub's runner, which shows them beside the lines of a change. */

import type { Severity } from '../../lint/rule.ts';
import type { Report, ReportedFinding } from './report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export function githubFormat({ findings }: Report): string {
  return findings.map(command).join('');
}

function command({ file, start, end, severity, rule, message }: ReportedFinding): string {
  const properties = {
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    // Columns across lines are refused.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
    title: `dovelint ${rule.id}`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeText(message)}\n`;
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
