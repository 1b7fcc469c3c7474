/** What Dovecot looks at when it has read everything, and what it leaves alone until it is used. */

import type { Grammar } from '../../knowledge/dialect.ts';
import type { Scope } from '../scope.ts';

/** Deeper than this nothing that makes sense is. */
const maxDepth = 10;

/** Whether the values inside a scope are looked at. */
export function isSeen(scope: Scope | undefined, grammar: Grammar): boolean {
  let at = scope;
  for (let depth = 0; depth < maxDepth && at !== undefined; depth++, at = at.parent) {
    if (grammar === 'new' ? at.filter === 'group' : isOther(at)) return false;
  }
  return true;
}

/** 2.3 asks what holds for the name of a filter; of several names, or with a `*` inside, that is something else. */
function isOther({ filter, name = '' }: Scope): boolean {
  return filter === 'local_name' && /[ ]|\*/.test(name.replace(/^\*\./, ''));
}
