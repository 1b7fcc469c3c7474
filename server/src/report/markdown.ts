/** The report as Markdown. */

import { storageSupportPage } from '../knowledge/statements.ts';
import { byVerdict, keysToDeclare, levelNames, type ReportData, roleNames, type StatementData } from './data.ts';

export function reportMarkdown(reports: readonly ReportData[]): string {
  const parts = reports.length === 0 ? ['There is no configuration.\n'] : reports.map(oneReport);
  const hasStatements = reports.some(({ statements }) => statements.length > 0);
  return `# Storage support\n\n${parts.join('\n')}${hasStatements ? `\n${source}` : ''}`;
}

const source = `The statements are those of <${storageSupportPage}>, in words of our own.\n`;

function oneReport(report: ReportData): string {
  const { root, target, level, summary, storages } = report;
  const blocks = [`## ${escapeMarkdown(root)}`, `**${levelNames[level]}** – ${target}. ${summary}`];
  if (storages.length > 0) blocks.push(storages.map(oneStorage).join('\n'));
  const keys = keysToDeclare(report);
  if (keys.length > 0)
    blocks.push(
      `The deployment manifest can answer what is unknown. Declare ${keys.map((key) => `\`${key}\``).join(', ')}.`,
    );
  for (const { verdict, title, statements } of byVerdict(report)) {
    const isQuoted = verdict !== 'not-applicable';
    blocks.push(`### ${title}`, statements.map((line) => oneStatement(line, isQuoted)).join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

function oneStorage({ role, title, level, place: { file, line } }: ReportData['storages'][number]): string {
  return `- ${roleNames[role]}: ${title}, ${levelNames[level]} (${escapeMarkdown(file)}:${line})`;
}

/** What the statement says, quoted, and why it comes to its verdict. */
function oneStatement(
  { id, title, text, verdict, reason, declare, evidence }: StatementData,
  isQuoted: boolean,
): string {
  const lines = [`- **${title}** (${id}): ${escapeMarkdown(reason)}`];
  if (verdict === 'unknown' && declare !== null) lines[0] += ` Declare \`${declare}\`.`;
  if (isQuoted) lines.push(`  > ${text}`);
  for (const { file, line, text: seen } of evidence)
    lines.push(`  - ${escapeMarkdown(file)}:${line}${seen === reason ? '' : `: ${escapeMarkdown(seen)}`}`);
  return lines.join('\n');
}

/** Text from files must not become markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replaceAll('\n', ' ');
}
