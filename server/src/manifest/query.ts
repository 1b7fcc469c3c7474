/** Looking into YAML: what stands at a path, as a value with its place. What a template fills is not there. */

import type { Shown } from './infrastructure.ts';
import type { YamlMap, YamlNode, YamlPair } from './yamlDocument.ts';

/** The node behind a row of keys. */
export function nodeAt(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  let found = node;
  for (const key of keys) {
    if (found?.kind !== 'map') return undefined;
    found = found.pairs.findLast((pair) => pair.key.kind === 'scalar' && pair.key.text === key)?.value;
  }
  return found;
}

/** The key itself, for what is wrong by being there. */
export function keyAt(node: YamlNode | undefined, key: string): Shown<string> | undefined {
  const found = pairAt(node, key);
  return found && { value: key, from: found.key.from, to: found.key.to };
}

export function pairAt(node: YamlNode | undefined, key: string): YamlPair | undefined {
  return pairsAt(node, key)[0];
}

/** More than one where a key is there again, which YAML forbids. */
export function pairsAt(node: YamlNode | undefined, key: string): readonly YamlPair[] {
  return node?.kind === 'map' ? node.pairs.filter((pair) => pair.key.kind === 'scalar' && pair.key.text === key) : [];
}

export function isTemplate(text: string): boolean {
  return /\{\{|\$\{/.test(text);
}

export function textAt(node: YamlNode | undefined, ...keys: readonly string[]): Shown<string> | undefined {
  const found = nodeAt(node, ...keys);
  if (found?.kind !== 'scalar' || isTemplate(found.text)) return undefined;
  return { value: found.text, from: found.from, to: found.to };
}

export function numberAt(node: YamlNode | undefined, ...keys: readonly string[]): Shown<number> | undefined {
  const text = textAt(node, ...keys);
  return text !== undefined && /^\d+$/.test(text.value) ? { ...text, value: Number(text.value) } : undefined;
}

/** The place of a setting that is `true`. */
export function trueAt(node: YamlNode | undefined, ...keys: readonly string[]): Shown<string> | undefined {
  const text = textAt(node, ...keys);
  return text?.value === 'true' ? { ...text, value: keys[keys.length - 1]! } : undefined;
}

export function itemsAt(node: YamlNode | undefined, ...keys: readonly string[]): readonly YamlNode[] {
  const found = nodeAt(node, ...keys);
  return found?.kind === 'sequence' ? found.items : [];
}

/** The values of a map with their keys. */
export function entriesAt(node: YamlNode | undefined, ...keys: readonly string[]): [Shown<string>, YamlNode][] {
  const found = nodeAt(node, ...keys);
  if (found?.kind !== 'map') return [];
  return found.pairs.flatMap(({ key, value }): [Shown<string>, YamlNode][] =>
    key.kind === 'scalar' ? [[{ value: key.text, from: key.from, to: key.to }, value]] : [],
  );
}

/** Calls for every map in a tree, outer ones first. */
export function eachMap(node: YamlNode | undefined, visit: (map: YamlMap) => void): void {
  if (node?.kind === 'map') {
    visit(node);
    for (const { value } of node.pairs) eachMap(value, visit);
  } else if (node?.kind === 'sequence') {
    for (const item of node.items) eachMap(item, visit);
  }
}
