/** `local`, `local_name`, `remote` and `protocol`: which may stand in which, and the networks they name. */

import type { Opening } from '../configuration.ts';
import { hasHole } from '../holes.ts';
import { isInside, parseNetwork } from '../network.ts';
import type { Scope } from '../scope.ts';
import { type CheckContext, keyOf } from './context.ts';

/** The only order: what comes later may stand inside what comes earlier. */
const order = ['local', 'local_name', 'remote', 'protocol'];

/** `outer` is the innermost connection filter around; what is outside of it was judged when that was opened. */
export function checkConnection(check: CheckContext, opening: Opening, outer: Scope | undefined): void {
  const { scope } = opening;
  checkName(check, opening);
  if (outer === undefined) return;
  if (scope.filter === 'protocol' && outer.filter === 'protocol') {
    check.report('filter-repeated', opening, keyOf(opening));
  } else if (order.indexOf(outer.filter) > order.indexOf(scope.filter)) {
    check.report('filter-order', opening, keyOf(opening), { data: { outer: outer.filter, inner: scope.filter } });
  } else if (outer.filter === scope.filter && scope.filter !== 'local_name') {
    checkNesting(check, opening, outer);
  }
}

function checkName(check: CheckContext, opening: Opening): void {
  const { scope, section } = opening;
  const { name } = scope;
  if (scope.filter === 'local' || scope.filter === 'remote') {
    // Without a name Dovecot looks up the host called nothing.
    if (name === undefined || name === '') {
      check.report('name-missing', opening, keyOf(opening), { data: { section: scope.filter } });
      return;
    }
    const slash = name.indexOf('/');
    if (slash !== -1 && !hasHole(name) && parseNetwork(name) === undefined && isAddress(name.slice(0, slash))) {
      const word = section.name!;
      const quote = word.to - word.from > word.text.length ? 1 : 0;
      check.report('name-mask', opening, { from: word.from + quote + slash + 1, to: word.to - quote });
    }
  } else if (
    scope.filter === 'local_name' &&
    check.grammar === 'new' &&
    name?.includes(' ') === true &&
    !hasHole(name)
  ) {
    check.report('name-several', opening, section.name!);
  }
}

function isAddress(text: string): boolean {
  return parseNetwork(text) !== undefined;
}

/** `local net1 { local net2 {` needs net2 to be a part of net1. */
function checkNesting(check: CheckContext, opening: Opening, outer: Scope): void {
  const { scope, section } = opening;
  if (outer.name === undefined || scope.name === undefined) return;
  const inside = parseNetwork(scope.name);
  const around = parseNetwork(outer.name);
  // A mask of 0 is no filter at all.
  if (inside === undefined || around === undefined || around.bits === 0 || isInside(inside, around)) return;
  check.report('filter-network-outside', opening, section.name!, { data: { section: scope.filter } });
}
