/**
 * Prints the tree as doveconf of 2.3 does: every setting as a path, sorted, sections where their path sorts, values in
 * one form per type; then the connection filters, the more demanding ones last.
 */

import { chainOf, type EffectiveScope, forEachScope } from '../scope.ts';
import { compareNumbers, demandsOf } from '../situation.ts';
import { compareKeys, Lines, quote, writeAssignment } from './notation.ts';
import { collectRows, type Row } from './rows.ts';

export function printOld(top: EffectiveScope, all: boolean): string[] {
  const lines = new Lines();
  writeRows(lines, 0, collectRows(top, all ? 'all' : 'changed'));
  for (const filter of connections(top)) {
    const rows = collectRows(filter, 'set');
    if (rows.length === 0) continue;
    const chain = chainOf(filter);
    for (const [depth, scope] of chain.entries()) lines.write(depth, `${scope.filter} ${scope.name} {`);
    writeRows(lines, chain.length, rows);
    for (let depth = chain.length - 1; depth >= 0; depth--) lines.write(depth, '}');
  }
  return lines.lines;
}

/** The less a filter demands the earlier it comes; of equals the one that was opened first. */
function connections(top: EffectiveScope): EffectiveScope[] {
  const found: { scope: EffectiveScope; demands: readonly number[] }[] = [];
  forEachScope(top, (scope) => {
    if (scope.kind === 'connection') found.push({ scope, demands: demandsOf(scope) });
  });
  found.sort((a, b) => compareNumbers(a.demands, b.demands) || a.scope.order - b.scope.order);
  return found.map(({ scope }) => scope);
}

function writeRows(lines: Lines, depth: number, rows: Row[]): void {
  rows.sort((a, b) => compareKeys(a.key, b.key));
  let open: Row['sections'] = [];
  for (const { sections, setting, value } of rows) {
    let shared = 0;
    while (shared < open.length && open[shared]!.path === sections[shared]?.path) shared++;
    for (let level = open.length - 1; level >= shared; level--) lines.write(depth + level, '}');
    for (let level = shared; level < sections.length; level++)
      lines.write(depth + level, `${head(sections[level]!)} {`);
    open = sections;
    lines.write(depth + sections.length, writeAssignment(setting, setting, value));
  }
  for (let level = open.length - 1; level >= 0; level--) lines.write(depth + level, '}');
}

function head({ filter, name }: Row['sections'][number]): string {
  if (name === '') return filter;
  return `${filter} ${name.includes(' ') ? quote(name) : name}`;
}
