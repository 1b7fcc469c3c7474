/** Hover in a YAML file of a known shape: what a key is for, and what its value means. */

import { nameOf, type Shape } from '../manifest/shape.ts';
import type { YamlDocument, YamlNode } from '../manifest/yamlDocument.ts';
import { type Span, touches } from '../text/span.ts';

export interface ShapeHover {
  readonly span: Span;
  readonly markdown: string;
}

/** In the document of a stream that has the offset. */
export function shapeHover({ tree }: YamlDocument, offset: number, shape: Shape): ShapeHover | undefined {
  const root = tree.documents.find((each) => each !== undefined && touches(each, offset));
  return root && hoverIn(root, offset, shape, undefined);
}

/** A value whose words say nothing of it is explained by what it is of. */
function hoverIn(node: YamlNode, offset: number, shape: Shape, summary: string | undefined): ShapeHover | undefined {
  if (!touches(node, offset)) return undefined;
  if (node.kind === 'scalar') return wordHover(node, node.text, shape, summary);
  if (node.kind === 'sequence' && shape.kind === 'list') {
    const item = node.items.find((each) => touches(each, offset));
    return item && hoverIn(item, offset, shape.items, summary);
  }
  if (node.kind !== 'map') return undefined;
  for (const { key, value } of node.pairs) {
    const name = nameOf(key);
    const member = name === undefined ? undefined : memberOf(shape, name);
    if (member === undefined) continue;
    if (touches(key, offset) && member.summary !== undefined) return { span: key, markdown: member.summary };
    if (touches(value, offset)) return hoverIn(value, offset, member.shape, member.summary);
  }
  return undefined;
}

function wordHover(span: Span, text: string, shape: Shape, summary: string | undefined): ShapeHover | undefined {
  if (shape.kind !== 'choice' && shape.kind !== 'text') return undefined;
  const markdown = shape.words !== undefined && Object.hasOwn(shape.words, text) ? shape.words[text] : summary;
  return markdown === undefined || text === '' ? undefined : { span, markdown };
}

function memberOf(
  shape: Shape,
  name: string,
): { readonly summary: string | undefined; readonly shape: Shape } | undefined {
  if (shape.kind === 'map') return Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
  if (shape.kind !== 'names') return undefined;
  const isKnown = shape.known !== undefined && Object.hasOwn(shape.known, name);
  return { summary: isKnown ? shape.known![name] : undefined, shape: shape.values };
}
