/** Fixes that write a setting of 2.3 as 2.4 has it: in its place, or outside of `plugin { }`. */

import { isOpening } from '../config/check/problem.ts';
import type { Entry } from '../config/configuration.ts';
import { type NewLine, writeLines } from '../config/upgrade/lines.ts';
import { surroundingsOf } from '../config/upgrade/surroundings.ts';
import { type Upgraded, upgradeEntry } from '../config/upgrade/upgrade.ts';
import type { Section } from '../parser/cst.ts';
import { applyEdits } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { SourceDocument } from '../workspace/document.ts';
import { indentAt, indentUnit, insertAbove, lineEnd, removeLines, wholeLines } from './edits.ts';
import type { Fixer } from './problemRule.ts';
import type { DocumentEdit } from './rule.ts';

/** For a problem whose `data.path` names the setting in 2.3. */
export const upgradeSetting: Fixer = ({ subject, data }, configuration) => {
  if (subject === undefined || isOpening(subject) || data.path === undefined) return [];
  if (configuration.decision.grammar !== 'new') return [];
  const upgraded = upgradeEntry(configuration, subject, data.path);
  if (upgraded === undefined) return [];
  const isInside = data.path.startsWith('plugin/');
  const edits = isInside ? takenOut(subject, upgraded) : [inPlace(subject, upgraded.lines)];
  // One by one, the keys of a section would come out in as many rounds, and what is left is for a person anyway.
  return edits === undefined ? [] : [{ title: titleOf(upgraded), safe: upgraded.safe && !isInside, edits }];
};

function titleOf({ lines, safe }: Upgraded): string {
  if (lines.length === 0) return safe ? 'Remove it' : 'Remove it: 2.4 has nothing in its place';
  const names = [...new Set(lines.map(nameOf))].map((name) => `'${name}'`);
  const last = names.pop();
  return names.length === 0 ? `Write ${last}` : `Write ${names.join(', ')} and ${last}`;
}

function nameOf(line: NewLine): string {
  return 'head' in line ? `${line.head} { }` : line.name;
}

/** The new lines where the old one stands; a comment behind it stays. */
export function inPlace({ document, statement, scope }: Entry, lines: readonly NewLine[]): DocumentEdit {
  if (lines.length === 0) return removeLines(document, statement);
  const span = { from: statement.from, to: Math.max(statement.value.to, statement.equals + 1) };
  return { document, span, text: indented(writeLines(lines, scope), document, statement) };
}

/** Lines below each other at the indentation of a statement, the first without it. */
function indented(lines: readonly string[], document: Entry['document'], { from }: Span): string {
  if (lines.length === 1) return lines[0]!;
  const base = indentAt(document, from);
  const unit = indentUnit(document);
  return lines.map((line) => line.replace(/^\t+/, (tabs) => unit.repeat(tabs.length))).join(lineEnd(document) + base);
}

/** The new lines above the section that held the old one. */
function takenOut(
  { document, statement, scope }: Entry,
  { lines, consumed = [] }: Upgraded,
): DocumentEdit[] | undefined {
  const section = scope?.section;
  if (section?.close === undefined || scope?.document !== document) return undefined;
  if (consumed.some((entry) => entry.scope?.section !== section)) return undefined;
  const removed = [statement, ...consumed.map((entry) => entry.statement)].map((each) => removeLines(document, each));
  if (lines.length === 0) return removed;
  return [insertAbove(document, section.from, writeLines(lines, scope?.parent)), ...removed];
}

/** Takes all settings out of a `plugin { }` and the section away, where each of them is understood. */
export const dissolvePlugin: Fixer = ({ subject, document }, configuration) => {
  if (subject === undefined || !isOpening(subject) || configuration.decision.grammar !== 'new') return [];
  const { section, scope } = subject;
  const lines = section.key.text === 'plugin' ? linesOf(section, document) : undefined;
  const { byStatement } = surroundingsOf(configuration);
  const inside = section.body.flatMap((statement) => byStatement.get(statement) ?? []);
  if (lines === undefined || inside.length !== section.body.length) return [];
  const known = inside.map((entry) => upgradeEntry(configuration, entry, `plugin/${entry.statement.key.text}`));
  const consumed = new Set(known.flatMap((each) => each?.consumed ?? []));
  const upgraded = known.map((each, index) => (consumed.has(inside[index]!) ? { lines: [], safe: false } : each));
  if (!upgraded.every((each) => each !== undefined)) return [];
  const { from, to } = lines.body;
  const edits = inside.map((entry, index) => {
    const { span, text } = inPlace({ ...entry, scope: scope.parent }, upgraded[index]!.lines);
    return { span: { from: span.from - from, to: span.to - from }, text };
  });
  const body = applyEdits(document.text.slice(from, to), edits);
  const title = inside.length === 0 ? 'Remove the empty section' : "Take the settings out of 'plugin'";
  const safe = upgraded.every((each) => each.safe);
  return [{ title, safe, edits: [{ document, span: lines.whole, text: moveLeft(body, indentUnit(document)) }] }];
};

/** The lines of a section, and those between its head and its end, where nothing else stands on either of these. */
function linesOf(section: Section, document: SourceDocument): { whole: Span; body: Span } | undefined {
  if (section.close === undefined) return undefined;
  const head = wholeLines(document, { from: section.from, to: section.open + 1 });
  const end = wholeLines(document, section.close);
  if (head === undefined || end === undefined || head.to > end.from) return undefined;
  return { whole: { from: head.from, to: end.to }, body: { from: head.to, to: end.from } };
}

function moveLeft(text: string, unit: string): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith(unit) ? line.slice(unit.length) : line))
    .join('\n');
}
