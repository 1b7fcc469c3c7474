/** What an editor offers beside the fixes of a finding: comments that silence its rule. */

import type { DocumentEdit, Finding } from '../lint/rule.ts';
import { disableInFile, disableNextLine } from '../lint/suppressionEdits.ts';
import { ConfigDocument } from '../workspace/document.ts';

export interface SuppressAction {
  readonly title: string;
  readonly edit: DocumentEdit;
}

export function suppressActions({ rule, document, span }: Finding): readonly SuppressAction[] {
  if (rule.suppressible === false || !(document instanceof ConfigDocument)) return [];
  return [
    { title: `Suppress ${rule.id} on this line`, edit: disableNextLine(document, span.from, rule.id) },
    { title: `Suppress ${rule.id} in this file`, edit: disableInFile(document, rule.id) },
  ];
}
