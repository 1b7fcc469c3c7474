/** A rule's documentation page, made from its metadata. */

import { dialectName } from '../knowledge/dialect.ts';
import { profileOf } from './policy.ts';
import type { Example, RuleMeta } from './rule.ts';

export function renderRulePage(rule: RuleMeta): string {
  const { docs } = rule;
  const lines = [`# ${rule.id}`, docs.summary, facts(rule), '## Why it matters', docs.why];
  lines.push('## What is found', ...docs.bad.map(example));
  lines.push('## What is fine', ...docs.good.map(example));
  if (docs.exceptions !== undefined) lines.push('## Exceptions', docs.exceptions);
  if (rule.source !== undefined) lines.push('## Source', `<${rule.source}>`);
  return `${lines.join('\n\n')}\n`;
}

function facts(rule: RuleMeta): string {
  const { severity, docs, dialects, statements } = rule;
  const where = dialects === 'any' ? 'all' : dialects.map(dialectName).join(', ');
  const list = [
    `- Severity: ${severity}`,
    `- Profile: ${profileOf(rule)}`,
    `- Applies to: ${where}`,
    `- Quick-fix: ${docs.noFix === undefined ? 'yes' : `none. ${docs.noFix}`}`,
  ];
  if (rule.suppressible === false) list.push('- A comment cannot suppress it; a setting can.');
  if (statements.length > 0) list.push(`- Storage support statements: ${statements.join(', ')}`);
  if (dialects !== 'any' && dialects.includes('pro-2.3') && statements.length > 0) {
    list.push('- On Dovecot Pro 2.3 it only informs about the upgrade to 3.x.');
  }
  return list.join('\n');
}

/** The marked place is shown by a line of carets, as a comment, under it. */
function example({ text, files, fixed, dialect }: Example): string {
  const parts = [`${dialectName(dialect)}:`, fence(text)];
  for (const [name, content] of Object.entries(files ?? {})) parts.push(`With \`${name}\`:`, fence(content));
  if (fixed !== undefined) parts.push('After the first quick-fix:', fence(fixed));
  return parts.join('\n\n');
}

function fence(text: string): string {
  return `\`\`\`dovecot\n${withCarets(text).trimEnd()}\n\`\`\``;
}

function withCarets(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const from = line.indexOf('<|');
    const to = line.indexOf('|>');
    if (from === -1 || to === -1) {
      lines.push(line);
      continue;
    }
    lines.push(line.replace('<|', '').replace('|>', ''));
    const caret = '^'.repeat(Math.max(1, to - from - 2));
    lines.push(from === 0 ? `# ${caret}`.slice(0, Math.max(2 + caret.length, 2)) : `#${' '.repeat(from - 1)}${caret}`);
  }
  return lines.join('\n');
}
