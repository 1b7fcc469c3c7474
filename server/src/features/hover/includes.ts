/** The path of an include: which files it reads. */

import type { Configuration } from '../../config/configuration.ts';
import { pathAt } from '../../parser/cst.ts';
import { touches } from '../../text/span.ts';
import type { ConfigDocument } from '../../workspace/document.ts';
import type { HoverInfo } from './place.ts';

/** More would fill the screen. */
const maxNotes = 8;

export function includeHover(
  { includes, documents }: Configuration,
  document: ConfigDocument,
  offset: number,
): HoverInfo | undefined {
  const statement = pathAt(document.tree, offset).at(-1);
  if (statement?.kind !== 'include' || !touches(statement.path, offset)) return undefined;
  const resolved = includes.find(({ include }) => include === statement)?.resolved;
  if (resolved?.kind === 'missing') return { span: statement.path, markdown: 'No file fits.' };
  if (resolved?.kind !== 'files') return undefined;
  const { uris } = resolved;
  const byUri = new Map(documents.map((each) => [each.uri, each]));
  const notes = uris.slice(0, maxNotes).flatMap((uri) => {
    const read = byUri.get(uri);
    return read === undefined ? [] : [{ text: 'Reads', document: read, span: { from: 0, to: 0 } }];
  });
  return { span: statement.path, markdown: uris.length === 1 ? 'One file.' : `${uris.length} files.`, notes };
}
