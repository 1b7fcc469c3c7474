/** The report as Markdown. */

import { levelNames, type ReportData, roleNames, type StatementData, verdictName, verdictOrder } from './data.ts';

export function reportMarkdown(reports: readonly ReportData[]): string {
  return `# Storage support\n\n${reports.map(oneReport).join('\n')}`;
}

function oneReport({ root, target, level, summary, storages, statements }: ReportData): string {
  const lines = [`## ${escapeMarkdown(root)}`, '', `${target}. **${levelNames[level]}**. ${summary}`, ''];
  for (const storage of storages) {
    const { file, line } = storage.place;
    lines.push(
      `- ${roleNames[storage.role]}: ${storage.title}, ${levelNames[storage.level]} (${escapeMarkdown(file)}:${line})`,
    );
  }
  if (storages.length > 0) lines.push('');
  for (const verdict of verdictOrder) {
    const own = statements.filter((each) => each.verdict === verdict);
    if (own.length > 0) lines.push(...own.map(oneStatement));
  }
  return `${lines.join('\n')}\n`;
}

function oneStatement(line: StatementData): string {
  const parts = [`- **${verdictName(line)}** – ${line.title} (${line.id}): ${escapeMarkdown(line.reason)}`];
  if (line.declare !== null && line.verdict === 'unknown')
    parts.push(`  Declare \`${line.declare}\` in the deployment manifest.`);
  for (const { file, line: number, text } of line.evidence)
    parts.push(`  - ${escapeMarkdown(file)}:${number}: ${escapeMarkdown(text)}`);
  return parts.join('\n');
}

/** Text from files must not become markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replaceAll('\n', ' ');
}
