/** What an editor offers beside the fixes of a finding: comments that silence its rule. */

import type { DocumentEdit, Finding } from '../lint/rule.ts';
import { disableInFile, disableNextLine } from '../lint/suppressionEdits.ts';
import { embeddedFiles } from '../manifest/embedded.ts';
import { YamlDocument, type YamlNode, type YamlScalar } from '../manifest/yamlDocument.ts';
import { lineStart } from '../text/lines.ts';
import { ConfigDocument } from '../workspace/document.ts';

export interface SuppressAction {
  readonly title: string;
  readonly edit: DocumentEdit;
}

export function suppressActions({ rule, document, span }: Finding): readonly SuppressAction[] {
  if (rule.suppressible === false || !(document instanceof ConfigDocument || document instanceof YamlDocument))
    return [];
  const inFile = { title: `Suppress ${rule.id} in this file`, edit: disableInFile(document, rule.id) };
  if (document instanceof YamlDocument && !takesComment(document, span.from)) return [inFile];
  return [{ title: `Suppress ${rule.id} on this line`, edit: disableNextLine(document, span.from, rule.id) }, inFile];
}

/** Whether a line put above the one at an offset is a comment: to YAML, or to the configuration in a literal block. */
function takesComment(document: YamlDocument, offset: number): boolean {
  const lineFrom = lineStart(document.text, offset);
  const scalar = document.tree.documents
    .map((root) => root && scalarAt(root, offset))
    .find((found) => found !== undefined);
  if (scalar === undefined || scalar.from >= lineFrom) return true;
  return (
    scalar.style === 'literal' &&
    embeddedFiles(document).some(({ isOurs, embedding }) => isOurs && embedding.scalar.from === scalar.from)
  );
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
