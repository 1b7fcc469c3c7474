/** Where data of Kubernetes Secrets stand in a YAML file: no part of them is ever shown. */

import type { Span } from '../text/span.ts';
import { entriesAt, itemsAt, textAt } from './query.ts';
import type { YamlDocument, YamlNode } from './yamlDocument.ts';

const known = new WeakMap<YamlDocument, readonly Span[]>();

/** The values of all Secrets; found once per document. */
export function secretValues(document: YamlDocument): readonly Span[] {
  let spans = known.get(document);
  if (spans === undefined) {
    spans = document.tree.documents.flatMap(valuesOf);
    known.set(document, spans);
  }
  return spans;
}

function valuesOf(root: YamlNode | undefined): YamlNode[] {
  const kind = textAt(root, 'kind')?.value;
  if (kind === 'List') return itemsAt(root, 'items').flatMap(valuesOf);
  if (kind !== 'Secret') return [];
  return ['data', 'stringData'].flatMap((key) => entriesAt(root, key).map(([, value]) => value));
}
