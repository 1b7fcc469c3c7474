/** What an editor offers beside the fixes of a finding: comments that silence its rule. */

import type { DocumentEdit, Place, RuleMeta } from '../lint/rule.ts';
import { disableInFile, disableInSection, disableNextLine } from '../lint/suppressionEdits.ts';
import { YamlDocument, type YamlNode, type YamlScalar } from '../manifest/yamlDocument.ts';
import { pathAt, type Section } from '../parser/cst.ts';
import { lineStart } from '../text/lines.ts';
import { ConfigDocument, hostedEdit } from '../workspace/document.ts';

export interface SuppressAction {
  readonly title: string;
  readonly edits: readonly DocumentEdit[];
}

/**
 * For a place in configuration text or in YAML. What is found in configuration inside YAML is asked for by its place in
 * the configuration; the edits are those of the YAML, where it can hold them.
 */
export function suppressActions(rule: RuleMeta, { document, span }: Place): readonly SuppressAction[] {
  if (rule.suppressible === false || !(document instanceof ConfigDocument || document instanceof YamlDocument))
    return [];
  const takesLine = document instanceof ConfigDocument || takesComment(document, span.from);
  const section = document instanceof ConfigDocument ? sectionAround(document, span.from) : undefined;
  const places = [
    ...(takesLine ? [{ where: 'on this line', edits: [disableNextLine(document, span.from, rule.id)] }] : []),
    ...(section ? [{ where: 'in this section', edits: disableInSection(document, section, rule.id) }] : []),
    { where: 'in this file', edits: [disableInFile(document, rule.id)] },
  ];
  return places.flatMap(({ where, edits }) => {
    const written = edits.map(hostedEdit);
    if (written.includes(undefined)) return [];
    return [{ title: `Suppress ${rule.id} ${where}`, edits: written as DocumentEdit[] }];
  });
}

/** The innermost section that is closed on another line than it is opened on. */
function sectionAround({ text, tree }: ConfigDocument, offset: number): Section | undefined {
  return pathAt(tree, offset).findLast(
    (statement): statement is Section =>
      statement.kind === 'section' &&
      statement.close !== undefined &&
      text.slice(statement.open, statement.to).includes('\n'),
  );
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
