/** `dovelint explain` and `dovelint rules`: the catalogue and the knowledge base on the terminal. */

import { newEquivalent } from '../config/variables/equivalent.ts';
import { parseOldTemplate } from '../config/variables/oldTemplate.ts';
import { findKeyword } from '../knowledge/keywords.ts';
import { findSetting } from '../knowledge/lookup.ts';
import { renderKeyword, renderSetting, renderSupportCard } from '../knowledge/render.ts';
import { type StatementText, statements, storageSupportPage } from '../knowledge/statements.ts';
import { hoversNaming, type StorageSystem, supportCard } from '../knowledge/support.ts';
import {
  renderFilter,
  renderNewVariable,
  renderOldFunction,
  renderOldVariable,
} from '../knowledge/variables/render.ts';
import { renderRulePage } from '../lint/page.ts';
import { profileOf } from '../lint/policy.ts';
import type { Rule } from '../lint/rule.ts';

const systems: Readonly<Record<string, readonly StorageSystem[]>> = {
  sproxyd: ['scality-ring'],
  'aws-s3': ['aws-s3'],
  s3: ['s3-compatible', 'aws-s3'],
  azure: ['azure-blob'],
  posix: ['nfs'],
  nfs: ['nfs'],
};

/** Markdown about a rule, statement, setting, word of the language, driver, variable or filter; undefined when the word is not known. */
export function explain(what: string, rules: readonly Rule[]): string | undefined {
  if (what.startsWith('%')) return explainVariable(what);
  const rule = rules.find(({ id }) => id === what);
  if (rule !== undefined) return renderRulePage(rule);
  const statement = statements.find(({ id }) => id === what.toUpperCase());
  if (statement !== undefined) return explainStatement(statement, rules);
  if (Object.hasOwn(systems, what))
    return systems[what]!.map((system) => renderSupportCard(supportCard(system), false)).join('\n\n');
  const keyword = findKeyword(what, undefined);
  if (keyword !== undefined) return renderKeyword(what, keyword);
  for (const grammar of ['new', 'old'] as const) {
    for (const place of ['setting', 'plugin', 'ext', 'connect', 'mail-location'] as const) {
      const setting = findSetting(grammar, place, what);
      if (setting !== undefined) return renderSetting(setting, grammar);
    }
  }
  return explainVariable(what);
}

function explainStatement({ id, title, text }: StatementText, rules: readonly Rule[]): string {
  const own = rules.filter((rule) => rule.statements.includes(id));
  const lines = [`**${id} ${title}** — ${text}`];
  if (own.length > 0) lines.push(`Rules:\n${own.map((rule) => `- ${rule.id}: ${rule.docs.summary}`).join('\n')}`);
  const hovers = hoversNaming(id);
  if (hovers.length > 0) lines.push(`Hover: ${hovers.join(', ')}`);
  lines.push(
    `Its line in \`dovelint report\` says where a deployment stands.`,
    `[Storage support](${storageSupportPage})`,
  );
  return lines.join('\n\n');
}

/** `%u`, `%{user}`, `user`, `lower`. */
function explainVariable(what: string): string | undefined {
  const name = /^%?\{?(.*?)\}?$/s.exec(what)![1]!;
  return renderNewVariable(name, undefined) ?? renderFilter(name) ?? explainOldVariable(what, name);
}

function explainOldVariable(what: string, name: string): string | undefined {
  const written = what.startsWith('%') ? what : `%{${what}}`;
  const [variable] = parseOldTemplate(written).variables;
  if (variable === undefined) return undefined;
  // What a letter means depends on where it stands: most are asked about for these.
  const context = (['mail', 'auth', 'login'] as const).find((one) => newEquivalent(variable, one) !== undefined);
  const equivalent = newEquivalent(variable, context);
  const modifiers = variable.modifiers.map(({ text }) => text);
  return (
    renderOldFunction(name) ?? renderOldVariable({ written, name: variable.name.text, modifiers, equivalent }, context)
  );
}

export function catalogue(rules: readonly Rule[], format: 'text' | 'json'): string {
  if (format === 'json') {
    const list = rules.map((rule) => ({
      id: rule.id,
      severity: rule.severity,
      profile: profileOf(rule),
      suppressible: rule.suppressible !== false,
      dialects: rule.dialects,
      statements: rule.statements,
      fixable: rule.fixable,
      summary: rule.docs.summary,
      source: rule.source,
    }));
    return `${JSON.stringify({ version: 1, rules: list }, null, 2)}\n`;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map((rule) => {
    const { id, severity, fixable, docs } = rule;
    const cells = [id.padEnd(width), severity.padEnd(11), profileOf(rule).padEnd(11), fixable ? 'fix' : '   '];
    return `${cells.join('  ')}  ${docs.summary}`;
  });
  return `${lines.join('\n')}\n`;
}
