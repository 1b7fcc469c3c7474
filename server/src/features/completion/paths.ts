/** Paths: what lies in the folder that the path under the cursor leads to. */

import type { Span } from '../../text/span.ts';
import { type PathContext as Locating, listFolder } from '../../workspace/paths.ts';
import type { Candidate } from './types.ts';

/** Files and folders beside the part of the path that stands before the cursor. */
export function pathCandidates(typed: string, span: Span, from: string, locating: Locating): Candidate[] {
  const slash = typed.lastIndexOf('/');
  const folderPath = slash === -1 ? '.' : typed.slice(0, slash + 1);
  const listing = listFolder(folderPath, from, locating);
  if (listing.kind !== 'entries') return [];
  const word = { from: span.from + slash + 1, to: span.to };
  return listing.entries.map(({ name, isFolder }) => ({
    label: isFolder ? `${name}/` : name,
    kind: isFolder ? 'folder' : 'file',
    span: word,
    text: isFolder ? `${name}/` : name,
    rank: isFolder ? 1 : 0,
  }));
}
