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
export function groupsOf(scope: EffectiveScope, tree: EffectiveTree): UsedGroup[] {
  const used: UsedGroup[] = [];
  for (const label of scope.groupLabels) {
    const name = scope.last(label)?.text ?? '';
    const group = findGroup(label, name, tree);
    if (group !== undefined) used.push({ use: `${label} = ${name}`, scope: group });
  }
  return used;
}

/** The group `@label name`, of the configuration's own or of those that Dovecot has. */
export function findGroup(label: string, name: string, { top }: EffectiveTree): EffectiveScope | undefined {
  const path = `group:${label}/${name}`;
  return top.labelled(path) ?? builtIn().labelled(path);
}

const uri = 'dovecot:/groups';
let builtInTree: EffectiveTree | undefined;

function builtIn(): EffectiveScope {
  if (builtInTree === undefined) {
    const store = new DocumentStore({ read: () => ({ kind: 'missing' }), list: () => ({ kind: 'missing' }) });
    store.open(uri, builtInGroups);
    const target = { dialect: 'ce-2.4', release: undefined } as const;
    builtInTree = effectiveTree(assemble(uri, store, { target, mappings: {}, isRoot: true })!);
  }
  return builtInTree.top;
}

/** Whether an assignment's document is Dovecot's own. */
export function isBuiltIn({ uri: of }: { readonly uri: string }): boolean {
  return of === uri;
}
