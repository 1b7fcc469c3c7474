/** What an editor offers beside the fixes of a finding: comments that silence its rule. */

import type { DocumentEdit, Place, RuleMeta } from '../lint/rule.ts';
import { disableInFile, disableNextLine } from '../lint/suppressionEdits.ts';
import { YamlDocument, type YamlNode, type YamlScalar } from '../manifest/yamlDocument.ts';
import { lineStart } from '../text/lines.ts';
import { ConfigDocument, hostedEdit } from '../workspace/document.ts';

export interface SuppressAction {
  readonly title: string;
  readonly edit: DocumentEdit;
}

/**
 * For a place in configuration text or in YAML. What is found in configuration inside YAML is asked for by its place in
 * the configuration; the edits are those of the YAML, where it can hold them.
 */
export function suppressActions(rule: RuleMeta, { document, span }: Place): readonly SuppressAction[] {
  if (rule.suppressible === false || !(document instanceof ConfigDocument || document instanceof YamlDocument))
    return [];
  const inFile = { title: `Suppress ${rule.id} in this file`, edit: disableInFile(document, rule.id) };
  const onLine = { title: `Suppress ${rule.id} on this line`, edit: disableNextLine(document, span.from, rule.id) };
  const takesLine = document instanceof ConfigDocument || takesComment(document, span.from);
  return (takesLine ? [onLine, inFile] : [inFile]).flatMap(({ title, edit }) => {
    const written = hostedEdit(edit);
    return written === undefined ? [] : [{ title, edit: written }];
  });
}

/** Whether a line put above the one at an offset is a comment: not so in the middle of a text of several lines. */
function takesComment(document: YamlDocument, offset: number): boolean {
  const scalar = document.tree.documents
    .map((root) => root && scalarAt(root, offset))
    .find((found) => found !== undefined);
  return scalar === undefined || scalar.from >= lineStart(document.text, offset);
}

function scalarAt(node: YamlNode, offset: number): YamlScalar | undefined {
  if (offset < node.from || offset > node.to) return undefined;
  if (node.kind === 'scalar') return node;
  const inner =
    node.kind === 'map'
      ? node.pairs.flatMap(({ key, value }) => [key, value])
      : node.kind === 'sequence'
        ? node.items
        : [];
  for (const each of inner) {
    const found = scalarAt(each, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}
