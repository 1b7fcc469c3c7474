/** Settings without which a section is refused when it closes. */

import type { Entry, Opening } from '../configuration.ts';
import type { Scope } from '../scope.ts';
import { type CheckContext, keyOf } from './context.ts';
import { isOpening } from './problem.ts';
import { isSeen } from './seen.ts';

interface Open {
  readonly opening: Opening;
  readonly required: readonly Requirement[];
}

export interface Requirement {
  /** The setting, or the filter inside. */
  readonly setting: string;
  /** Checked when all is read, so that a later section of the same name may bring it. */
  readonly atEnd?: boolean;
}

/**
 * Reports the sections that close without a setting; `given` is what an item gives to the scope that it stands in.
 * What an earlier section of the same name was given counts.
 */
export function checkRequired(
  check: CheckContext,
  requirements: (opening: Opening) => readonly Requirement[],
  given: (item: Entry | Opening) => string,
): void {
  const { configuration } = check;
  // A file that cannot be read, or a line of a template, may bring what is missed.
  if (configuration.kind === 'root' && !configuration.allRead) return;
  if (check.isTemplate || configuration.includes.some(({ resolved }) => resolved.kind === 'unknown')) return;
  const got = new Map<string, Set<string>>();
  const open: Open[] = [];
  const late: Open[] = [];
  /** How many of the open sections each scope is in. */
  const depths = new Map<Scope, number>();
  const depthOf = (scope: Scope | undefined): number => {
    let at = scope;
    while (at !== undefined && !depths.has(at)) at = at.parent;
    return at === undefined ? 0 : depths.get(at)!;
  };
  const finish = ({ opening, required }: Open, atEnd: boolean) => {
    const settings = got.get(opening.scope.path);
    if (opening.section.close === undefined) return;
    // 2.4 looks when the section closes, 2.3 at the end.
    if (check.grammar === 'old' && !isSeen(opening.scope, 'old')) return;
    for (const { setting, atEnd: isLate = false } of required) {
      if (isLate !== atEnd || settings?.has(setting) === true) continue;
      const data = { setting, section: opening.section.key.text };
      check.report('required-missing', opening, keyOf(opening), { data });
    }
  };
  const closeTo = (depth: number) => {
    while (open.length > depth) {
      const closed = open.pop()!;
      finish(closed, false);
      late.push(closed);
    }
  };
  for (const item of configuration.items) {
    const around = isOpening(item) ? item.scope.parent : item.scope;
    const depth = depthOf(around);
    closeTo(depth);
    // What stands behind a slash is the element of a list, or nothing.
    const isPath = check.grammar === 'new' && !isOpening(item) && item.statement.key.text.includes('/');
    if (around !== undefined && depth > 0 && !isPath) {
      const settings = got.get(around.path) ?? new Set();
      got.set(around.path, settings.add(given(item)));
    }
    if (!isOpening(item)) continue;
    const required = requirements(item);
    if (required.length > 0) open.push({ opening: item, required });
    depths.set(item.scope, open.length);
  }
  closeTo(0);
  for (const closed of late) finish(closed, true);
}
