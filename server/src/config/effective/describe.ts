/** The effective configuration as data: the settings of every scope, each with the places that set it. */

import type { Configuration } from '../configuration.ts';
import { groupsOf, isBuiltIn } from './groups.ts';
import { namesOfRelease } from './names.ts';
import { shownValue } from './print/notation.ts';
import { chainOf, type EffectiveScope } from './scope.ts';
import { type EffectiveSetting, effectiveSettings, type Source } from './setting.ts';
import { type Connection, settle } from './settle.ts';
import { anywhere, situationOf } from './situation.ts';
import { type EffectiveTree, effectiveTree } from './tree.ts';

/** Without secrets. */
export interface DescribedSetting {
  readonly name: string;
  /** Undefined for lists, and where there is neither a value nor a default. */
  readonly value: string | undefined;
  readonly elements: readonly { readonly name: string; readonly value: string }[] | undefined;
  /** In reading order; those in files of the configuration only. */
  readonly sources: readonly Source[];
}

export interface DescribedScope {
  /** `protocol imap`, `service imap`: from the outside in; empty for the top level. */
  readonly path: readonly string[];
  readonly settings: readonly DescribedSetting[];
}

/**
 * The scopes in which something is set, in the order of their first opening. What groups hold is shown where they are
 * included. `all`: at the top level with the defaults; `connection`: for those connections.
 */
export function describeEffective(
  configuration: Configuration,
  all: boolean,
  connection: Connection = anywhere.connection,
): DescribedScope[] {
  const tree = effectiveTree(configuration);
  const top = settle(tree.top, connection, tree.grammar);
  const scopes: DescribedScope[] = [];
  const add = (scope: EffectiveScope) => {
    if (scope.kind === 'group') return;
    const defaults = all && scope === top ? namesOfRelease(tree) : [];
    const names = new Set([...namesIn(scope, tree), ...defaults]);
    const own = situationOf(scope);
    const situation = { ...own, connection: new Map([...connection, ...own.connection]) };
    const settings = effectiveSettings(tree, names, situation).map(described);
    if (settings.length > 0) scopes.push({ path: chainOf(scope).map(head), settings });
    for (const child of scope.children) add(child);
  };
  add(top);
  return scopes;
}

function namesIn(scope: EffectiveScope, tree: EffectiveTree): string[] {
  const groups = groupsOf(scope, tree).map((used) => used.scope);
  return [scope, ...groups].flatMap(({ settings }) => [...settings.keys()]);
}

function described({ name, text, items, sources }: EffectiveSetting): DescribedSetting {
  return {
    name,
    value: text === undefined ? undefined : shownValue(name, text),
    elements: items?.map((item) => ({ name: item.element, value: shownValue(item.element, item.text) })),
    sources: sources.filter(({ assigned }) => !isBuiltIn(assigned.entry.document)),
  };
}

function head({ kind, filter, name }: EffectiveScope): string {
  if (name === undefined || name === '') return filter;
  return kind === 'group' ? `group ${name.replace('/', ' ')}` : `${filter} ${name}`;
}
