/**
 * The tree as it is for some connections only: filters that hold for them are merged into what is around, those that do
 * not are gone, and those that nothing was said about stay.
 */

import type { Grammar } from '../../knowledge/dialect.ts';
import { matchingConnections } from './matching.ts';
import { EffectiveScope } from './scope.ts';
import { compareNumbers, demandsOf, type Situation, weightOf } from './situation.ts';

export type Connection = Situation['connection'];

/** The top level as those connections see it; with nothing said about them the tree itself. */
export function settle(top: EffectiveScope, connection: Connection, grammar: Grammar): EffectiveScope {
  if (connection.size === 0) return top;
  const settled = new EffectiveScope('top', undefined, '', undefined, '');
  fill(settled, [top], connection, grammar === 'new' ? weightOf : (scope) => [...demandsOf(scope), -scope.order]);
  return settled;
}

/** Puts into `target` what several scopes hold that are one to these connections; the decisive one last. */
function fill(
  target: EffectiveScope,
  scopes: readonly EffectiveScope[],
  connection: Connection,
  weigh: (scope: EffectiveScope) => readonly number[],
): void {
  const holding = scopes.flatMap((scope) => [scope, ...matchingConnections(scope, connection)]);
  holding.sort((a, b) => compareNumbers(weigh(a), weigh(b)));
  const inner = new Map<string, EffectiveScope[]>();
  for (const scope of holding) {
    for (const [setting, assignments] of scope.settings) {
      for (const assigned of assignments) target.add(setting, assigned);
    }
    for (const child of scope.children) {
      const isDecided = child.kind === 'connection' && connection.has(child.filter);
      if (!isDecided) inner.set(child.label, [...(inner.get(child.label) ?? []), child]);
    }
  }
  for (const same of inner.values()) {
    const { kind, filter, name, label } = same[0]!;
    fill(target.open(kind, filter, name, label), same, connection, weigh);
  }
}
