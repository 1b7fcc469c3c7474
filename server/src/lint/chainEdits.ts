/** Edits of storage chains in both grammars. */

import type { DriverChain, FsDriver } from '../config/storage/types.ts';
import { insertAbove, removeLines } from './edits.ts';
import type { DocumentEdit } from './rule.ts';

/** Puts a wrapper in front of a driver: `part` in a URI string, the lines (levels as tabs) of a block elsewhere. */
export function insertDriver(behind: FsDriver, part: string, lines: readonly string[]): DocumentEdit {
  const { document, span } = behind.extent;
  if (behind.section !== undefined) return insertAbove(document, behind.section.from, lines);
  return { document, span: { from: span.from, to: span.from }, text: part };
}

/** A setting as it is written inside a driver's block: short only where the block has the driver's name. */
export function nameInBlock({ name, section }: FsDriver, setting: string): string {
  const prefix = `fs_${name.text}_`;
  return section?.name?.text === name.text && setting.startsWith(prefix) ? setting.slice(prefix.length) : setting;
}

/** Compresses what a chain stores, behind its caches, which are faster uncompressed; what is stored so far stays readable. */
export function insertCompression({ drivers }: DriverChain): DocumentEdit {
  const behind = drivers.find(({ name }) => name.text !== 'fscache' && name.text !== 'fts-cache')!;
  return insertDriver(behind, 'compress:maybe-zstd:3:', [
    'fs compress {',
    '\twrite_method = zstd',
    '\tread_plain_fallback = yes',
    '}',
  ]);
}

/** Takes a wrapper out: its part of a URI string, or its block. */
export function removeDriver({ section, extent }: FsDriver): DocumentEdit {
  if (section !== undefined) return removeLines(extent.document, section);
  return { document: extent.document, span: extent.span, text: '' };
}
