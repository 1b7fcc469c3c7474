/** A stream of YAML documents as parts that can be read one by one, and what was read of a part put where it stands. */

import type { Span } from '../text/span.ts';
import type { YamlNode, YamlPair } from './yamlDocument.ts';

/** `---` or `...` on a line of its own, or with something behind a blank: a block scalar ends there, too. */
const marker = /(?:^|\n)(---|\.\.\.)(?=[ \t\r\n]|$)/g;
const directive = /(?:^\ufeff?|\n)%/;

/**
 * The text cut in front of each `---` that begins another document. Comments in front of the first one stay with it, and
 * so do those behind `...`. Directives speak of what follows: a text with any is one part.
 */
export function splitStream(text: string): readonly string[] {
  if (directive.test(text)) return [text];
  const parts: string[] = [];
  let from = 0;
  /** Where the document begins that has no `---` yet; undefined behind one. */
  let bare: number | undefined = 0;
  for (const match of text.matchAll(marker)) {
    const end = match.index + match[0].length;
    if (match[1] === '...') {
      bare = end;
      continue;
    }
    const at = end - 3;
    if (bare === undefined || hasContent(text.slice(bare, at))) {
      parts.push(text.slice(from, at));
      from = at;
    }
    bare = undefined;
  }
  parts.push(text.slice(from));
  return parts;
}

function hasContent(text: string): boolean {
  return text.split('\n').some((line) => !/^\ufeff?\s*(?:#|$)/.test(line));
}

export function movedSpan<T extends Span>(span: T, by: number): T {
  return by === 0 ? span : { ...span, from: span.from + by, to: span.to + by };
}

/** The node as it is when its text stands so much further behind. */
export function movedNode(node: YamlNode, by: number): YamlNode {
  if (by === 0) return node;
  const span = { from: node.from + by, to: node.to + by };
  switch (node.kind) {
    case 'map':
      return { kind: 'map', pairs: node.pairs.map((pair) => movedPair(pair, by)), ...span };
    case 'sequence':
      return { kind: 'sequence', items: node.items.map((item) => movedNode(item, by)), ...span };
    case 'alias':
      return { kind: 'alias', name: node.name, ...span };
    case 'scalar':
      return { kind: 'scalar', style: node.style, value: node.value, text: node.text, ...span };
  }
}

function movedPair({ key, value }: YamlPair, by: number): YamlPair {
  return { key: movedNode(key, by), value: movedNode(value, by) };
}
