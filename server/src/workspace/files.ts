/**
 * The door to the world, injected into the core. Answers are immediate; an adapter that must ask somebody else (a
 * browser, a remote client) answers `pending`, fetches, and has the analysis run again. Unknown is an answer.
 */

export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'folder' }
  /** There, but not readable as text: no permission, binary, too large. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'pending' };

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

export type FolderContent =
  | { readonly kind: 'entries'; readonly entries: readonly FolderEntry[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'pending' };

export interface Files {
  read(uri: string): FileContent;
  list(folder: string): FolderContent;
}

/** Files larger than this are reported, not read: no configuration is that large, and the editor must not freeze. */
export const maxFileSize = 20_000_000;
