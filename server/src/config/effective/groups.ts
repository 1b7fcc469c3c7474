/** What `@label = name` brings: the group of that name, of the configuration's own or of those that Dovecot has. */

import { builtInGroups } from '../../knowledge/groups.ts';
import { DocumentStore } from '../../workspace/document.ts';
import { assemble } from '../configuration.ts';
import type { EffectiveScope } from './scope.ts';
import { type EffectiveTree, effectiveTree } from './tree.ts';

export interface UsedGroup {
  /** `@mailbox_defaults = english`. */
  readonly use: string;
  readonly scope: EffectiveScope;
}

/** The groups that a scope includes; those that nobody defines are left out. */
export function groupsOf(scope: EffectiveScope, { top }: EffectiveTree): UsedGroup[] {
  const used: UsedGroup[] = [];
  for (const label of scope.groupLabels) {
    const name = scope.last(label)?.text ?? '';
    const own = top.labelled(`group:${label}/${name}`);
    const group = own ?? builtIn().labelled(`group:${label}/${name}`);
    if (group !== undefined) used.push({ use: `${label} = ${name}`, scope: group });
  }
  return used;
}

const uri = 'dovecot:/groups';
let tree: EffectiveTree | undefined;

function builtIn(): EffectiveScope {
  if (tree === undefined) {
    const store = new DocumentStore({ read: () => ({ kind: 'missing' }), list: () => ({ kind: 'missing' }) });
    store.open(uri, builtInGroups);
    const target = { dialect: 'ce-2.4', release: undefined } as const;
    tree = effectiveTree(assemble(uri, store, { target, mappings: {}, isRoot: true })!);
  }
  return tree.top;
}

/** Whether an assignment's document is Dovecot's own. */
export function isBuiltIn({ uri: of }: { readonly uri: string }): boolean {
  return of === uri;
}
