/** What Dovecot looks at when it has read everything, and what it leaves alone until it is used. */

import type { Grammar } from '../../knowledge/dialect.ts';
import type { EffectiveScope } from '../effective/scope.ts';
import { effectiveTree } from '../effective/tree.ts';
import type { Scope } from '../scope.ts';
import type { CheckContext } from './context.ts';

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
function isOther({ filter, name = '' }: Pick<Scope, 'filter' | 'name'>): boolean {
  return filter === 'local_name' && /[ ]|\*/.test(name.replace(/^\*\./, ''));
}

/** A bound on the work: each place is looked at with all that holds there. */
const maxPlaces = 20;

/** The top level, and in 2.3 the connection filters that have such sections: each is looked at as a whole. */
export function connectionsWith(section: string, { configuration, grammar }: CheckContext): EffectiveScope[] {
  const { top } = effectiveTree(configuration);
  const places = [top];
  if (grammar === 'new') return places;
  const waiting = [...top.connections];
  for (const at of waiting) {
    if (places.length >= maxPlaces) break;
    const children: readonly EffectiveScope[] = [...at.children];
    if (!isOther(at) && children.some(({ filter }) => filter === section)) places.push(at);
    waiting.push(...at.connections);
  }
  return places;
}
