/** Edits of storage chains in both grammars. */

import type { FsDriver } from '../config/storage/types.ts';
import { insertAbove } from './edits.ts';
import type { DocumentEdit } from './rule.ts';

/** Puts a wrapper in front of a driver: `part` in a URI string, the lines (levels as tabs) of a block elsewhere. */
export function insertDriver(behind: FsDriver, part: string, lines: readonly string[]): DocumentEdit {
  const { document, span } = behind.extent;
  if (behind.section !== undefined) return insertAbove(document, behind.section.from, lines);
  return { document, span: { from: span.from, to: span.from }, text: part };
}
