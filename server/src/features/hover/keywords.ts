/** The words of the language: `protocol`, `local_name`, `!include`, the version of the configuration. */

import type { Configuration } from '../../config/configuration.ts';
import { findKeyword } from '../../knowledge/keywords.ts';
import { renderKeyword } from '../../knowledge/render.ts';
import { pathAt } from '../../parser/cst.ts';
import { touches } from '../../text/span.ts';
import type { ConfigDocument } from '../../workspace/document.ts';
import type { HoverInfo } from './place.ts';

export function keywordHover(
  { decision }: Configuration,
  document: ConfigDocument,
  offset: number,
): HoverInfo | undefined {
  const statement = pathAt(document.tree, offset).at(-1);
  if (statement === undefined || !('key' in statement) || !touches(statement.key, offset)) return undefined;
  const word = document.text.slice(statement.key.from, statement.key.to);
  const keyword = findKeyword(word, decision.grammar);
  if (keyword?.kind !== statement.kind) return undefined;
  return { span: statement.key, markdown: renderKeyword(word, keyword) };
}
