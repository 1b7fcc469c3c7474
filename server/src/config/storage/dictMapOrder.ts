/** Maps that never get a key, because an earlier one takes all of theirs: the first pattern that matches wins. */

import { hasTemplateMark } from '../holes.ts';
import { type DictMap, shapeParts, variablePart } from './dictMaps.ts';

export interface LostMap {
  readonly map: DictMap;
  readonly earlier: DictMap;
}

/** The patterns read so far, part by part. */
interface Node {
  readonly literals: Map<string, Node>;
  variable: Node | undefined;
  /** The first map whose pattern ends here. */
  end: DictMap | undefined;
}

const maxParts = 32;

export function lostMaps(maps: readonly DictMap[]): LostMap[] {
  const root = node();
  return maps.flatMap((map) => {
    if (map.pattern === undefined || hasTemplateMark(map.pattern.text)) return [];
    const parts = shapeParts(map.pattern.text);
    if (parts.length > maxParts) return [];
    const earlier = find(root, parts, 0);
    if (earlier === undefined) add(root, parts, map);
    return earlier === undefined ? [] : [{ map, earlier }];
  });
}

function node(): Node {
  return { literals: new Map(), variable: undefined, end: undefined };
}

function add(root: Node, parts: readonly string[], map: DictMap): void {
  let at = root;
  for (const part of parts) {
    let next = part === variablePart ? at.variable : at.literals.get(part);
    if (next === undefined) {
      next = node();
      if (part === variablePart) at.variable = next;
      else at.literals.set(part, next);
    }
    at = next;
  }
  at.end = map;
}

/** A pattern that matches every key of the parts: a variable at its end takes all that is left. */
function find(at: Node, parts: readonly string[], index: number): DictMap | undefined {
  const part = parts[index];
  if (part === undefined) return at.end;
  if (at.variable?.end !== undefined) return at.variable.end;
  const isLastVariable = part === variablePart && index === parts.length - 1;
  const literal = part === variablePart ? undefined : at.literals.get(part);
  const exact = literal === undefined ? undefined : find(literal, parts, index + 1);
  if (exact !== undefined || at.variable === undefined || isLastVariable) return exact;
  return find(at.variable, parts, index + 1);
}
