/** Namespaces of 2.3 that are aliases: of one that is there, and that is no alias itself. */

import type { EffectiveScope } from '../effective/scope.ts';
import { type EffectiveSetting, effectiveSettings } from '../effective/setting.ts';
import { situationOf } from '../effective/situation.ts';
import { effectiveTree } from '../effective/tree.ts';
import { isKnown } from '../holes.ts';
import { parseValue } from '../values/parse.ts';
import { type CheckContext, valueSpan } from './context.ts';
import { connectionsWith } from './seen.ts';

interface Namespace {
  readonly prefix: string;
  readonly alias: EffectiveSetting;
  readonly isDisabled: boolean;
}

export function checkNamespaces(check: CheckContext): void {
  const { configuration } = check;
  if (!configuration.complete || configuration.entries.every(({ setting }) => setting !== 'alias_for')) return;
  for (const place of connectionsWith('namespace', check)) checkAliases(check, namespacesOf(check, place));
}

/** The namespaces that are there for certain connections. */
function namespacesOf({ configuration }: CheckContext, place: EffectiveScope): Namespace[] {
  const tree = effectiveTree(configuration);
  const labels = new Set<string>();
  for (const scope of [tree.top, place]) {
    for (const { filter, label } of scope.children) if (filter === 'namespace') labels.add(label);
  }
  const { connection } = situationOf(place);
  return [...labels].map((label) => {
    const names = ['prefix', 'alias_for', 'disabled'];
    const [prefix, alias, disabled] = effectiveSettings(tree, names, { connection, inside: [label] });
    const meaning = parseValue({ type: 'bool' }, disabled?.text ?? '', 'old');
    return { prefix: prefix?.text ?? '', alias: alias!, isDisabled: meaning.kind === 'bool' && meaning.value };
  });
}

function checkAliases(check: CheckContext, namespaces: readonly Namespace[]): void {
  if (!namespaces.every(({ prefix }) => isKnown(prefix))) return;
  const byPrefix = new Map(namespaces.toReversed().map((namespace) => [namespace.prefix, namespace]));
  for (const { alias, isDisabled } of namespaces) {
    const entry = alias.sources.find(({ won }) => won)?.assigned.entry;
    const name = alias.text ?? '';
    if (entry === undefined || isDisabled || !isKnown(name)) continue;
    const other = byPrefix.get(name);
    if (other !== undefined && other.alias.sources.length === 0) continue;
    check.report(other === undefined ? 'alias-unknown' : 'alias-chained', entry, valueSpan(entry), { data: { name } });
  }
}
