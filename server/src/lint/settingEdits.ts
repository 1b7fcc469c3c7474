/** Adds a setting where it belongs: beside another one, into `plugin { }`, or at the end of the root. */

import type { Configuration, Entry } from '../config/configuration.ts';
import { assignmentsLike } from '../config/entries.ts';
import type { Assignment } from '../parser/cst.ts';
import { appendToFile, insertAbove, insertIntoSection, removeLines } from './edits.ts';
import type { DocumentEdit } from './rule.ts';

/** Lines (levels as tabs) above a setting of the top level; at the end of the root when that stands inside a section. */
export function addLines(configuration: Configuration, beside: Entry, lines: readonly string[]): DocumentEdit {
  if (beside.scope === undefined) return insertAbove(beside.document, beside.statement.from, lines);
  return appendToFile(configuration.root, lines);
}

/** A setting that the old grammar has in `plugin { }`; `beside` is where the new one may take it. */
export function addProSetting(configuration: Configuration, beside: Entry, line: string): DocumentEdit {
  if (configuration.decision.grammar !== 'old') return addLines(configuration, beside, [line]);
  const plugin = configuration.openings.find(({ scope }) => scope.path === 'plugin');
  if (plugin !== undefined) return insertIntoSection(plugin, [line]);
  return appendToFile(configuration.root, ['plugin {', `\t${line}`, '}']);
}

/** Takes a setting out of its scope: also what an assignment before it would bring back. */
export function removeSetting(configuration: Configuration, assignment: Assignment): readonly DocumentEdit[] {
  return assignmentsLike(configuration, assignment).map(({ document, statement }) => removeLines(document, statement));
}

/** Writes something in the place of a setting: of its last assignment, which is the one that counts. */
export function replaceSetting(
  configuration: Configuration,
  { document, statement }: Entry,
  text: string,
): readonly DocumentEdit[] {
  const others = assignmentsLike(configuration, statement).filter((other) => other.statement !== statement);
  return [
    ...others.map((other) => removeLines(other.document, other.statement)),
    { document, span: { from: statement.from, to: statement.value.to }, text },
  ];
}
