/**
 * From paths in a configuration to files. Relative paths start at the including file. An absolute path in a checkout
 * is first mapped into the workspace (the root's folder stands for `/etc/dovecot`); what cannot be mapped is unknown,
 * and the disk outside the workspace is not read. Only where the root itself lies in a system folder are absolute
 * paths what they say.
 */

import { URI, Utils } from 'vscode-uri';
import { type Container, listedFrom, type Seen, seenFrom } from './containers.ts';
import { splitEmbedded } from './embeddedFiles.ts';
import type { Files, FolderContent } from './files.ts';
import { expandBraces, expandGlob, isMagic, withoutEscapes } from './glob.ts';

export type PathMappings = Readonly<Record<string, string>>;

export interface PathContext {
  readonly files: Files;
  /** The root file of the configuration. */
  readonly root: string;
  /** Absolute path prefix → folder URI. */
  readonly mappings: PathMappings;
  /** The containers that see the root at some path. */
  readonly containers?: readonly Container[];
}

export type Resolved =
  /** `isPart`: there may be others that are not known. */
  | { readonly kind: 'files'; readonly uris: readonly string[]; readonly isPart?: true }
  /** Looked for, not there. `asWritten`: a relative path or one on the host itself, so that missing is an error. */
  | { readonly kind: 'missing' }
  /** A pattern that would expand to thousands. */
  | { readonly kind: 'too-many' }
  | { readonly kind: 'unknown'; readonly why: 'outside-workspace' | 'hole' | 'pending' };

const systemFolders = ['/etc/dovecot/', '/usr/local/etc/dovecot/', '/opt/dovecot/etc/dovecot/'];

/** Whether the root lies where a running Dovecot reads it. */
function isOnHost(root: string): boolean {
  const uri = URI.parse(root);
  return uri.scheme === 'file' && systemFolders.some((folder) => uri.path.startsWith(folder));
}

/** The folder or file a path stands for, without looking whether it is there; undefined when it cannot be known. */
export function locate(path: string, from: string, context: PathContext): string | undefined {
  const mapped = mappedUri(path, context);
  if (mapped !== undefined) return mapped;
  const seen = seenFrom(from, path, context.containers ?? []);
  if (seen !== undefined) return seen.uris[0];
  if (!path.startsWith('/')) return Utils.resolvePath(Utils.dirname(URI.parse(from)), path).toString();
  if (isOnHost(context.root)) return URI.parse(context.root).with({ path }).toString();
  const system = systemFolders.find((folder) => path.startsWith(folder));
  if (system === undefined) return undefined;
  return Utils.joinPath(Utils.dirname(URI.parse(context.root)), path.slice(system.length)).toString();
}

/** By the longest of the user's mappings that an absolute path begins with. */
function mappedUri(path: string, { mappings }: PathContext): string | undefined {
  if (!path.startsWith('/')) return undefined;
  let best: [prefix: string, folder: string] | undefined;
  for (const [prefix, folder] of Object.entries(mappings)) {
    const clean = prefix.replace(/\/+$/, '');
    if ((path === clean || path.startsWith(`${clean}/`)) && (best === undefined || clean.length > best[0].length)) {
      best = [clean, folder];
    }
  }
  if (best === undefined) return undefined;
  return Utils.joinPath(URI.parse(best[1]), path.slice(best[0].length)).toString();
}

/** What lies in the folder that a path leads to. */
export function listFolder(path: string, from: string, context: PathContext): FolderContent {
  const mapped = mappedUri(path, context);
  const listed = mapped === undefined ? listedFrom(from, path, context.containers ?? []) : undefined;
  if (listed !== undefined) return listed;
  const folder = locate(path, from, context)?.replace(/\/$/, '');
  return folder === undefined ? { kind: 'missing' } : context.files.list(folder);
}

/** The files that an `!include` path means, in the order in which Dovecot reads them. */
export function resolveInclude(path: string, from: string, context: PathContext): Resolved {
  const uris: string[] = [];
  let isUnknown = false;
  const alternatives = expandBraces(path);
  if (alternatives === undefined) return { kind: 'too-many' };
  for (const alternative of alternatives) {
    const found = resolveAlternative(alternative, from, context);
    if (found === 'pending') return { kind: 'unknown', why: 'pending' };
    if (found === undefined) return { kind: 'unknown', why: 'outside-workspace' };
    uris.push(...found.uris);
    isUnknown ||= !found.isWhole;
  }
  if (uris.length > 0) return { kind: 'files', uris, ...(isUnknown && { isPart: true }) };
  return isUnknown ? { kind: 'unknown', why: 'outside-workspace' } : { kind: 'missing' };
}

/** Undefined for a path of which is not known where it leads. */
function resolveAlternative(path: string, from: string, context: PathContext): Seen | 'pending' | undefined {
  const seen = mappedUri(path, context) === undefined ? seenFrom(from, path, context.containers ?? []) : undefined;
  if (seen !== undefined) return seen;
  const located = locateGlob(path, from, context);
  if (located === undefined) return undefined;
  const uris = expandGlob(located.base, located.segments, context.files);
  if (uris === 'pending') return 'pending';
  // An absolute path that was only mapped by guess may well exist on the host, and so may what lies beside a part of YAML.
  const isGuessed = path.startsWith('/') ? !isOnHost(context.root) : splitEmbedded(from) !== undefined;
  return { uris, isWhole: uris.length > 0 || !isGuessed };
}

interface Located {
  readonly base: string;
  readonly segments: readonly string[];
}

/** Splits a path at its first wildcard: the part before is mapped, the part behind is matched. */
function locateGlob(path: string, from: string, context: PathContext): Located | undefined {
  const segments = path.split('/');
  let plain = segments.findIndex((segment) => isMagic(segment));
  if (plain === -1) plain = segments.length - 1;
  const folder = withoutEscapes(segments.slice(0, plain).join('/')) || (path.startsWith('/') ? '/' : '.');
  const base = locate(folder === '/etc/dovecot' ? '/etc/dovecot/' : folder, from, context);
  return base === undefined ? undefined : { base: base.replace(/\/$/, ''), segments: segments.slice(plain) };
}

/** The last part of a URI's path: `10-mail.conf`. */
export function baseName(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** The folder that a file or folder lies in, without a slash at its end; undefined at the top, and for what lies nowhere. */
export function folderOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (!parsed.path.startsWith('/') || parsed.path === '/') return undefined;
  return Utils.dirname(parsed).toString();
}

/** A path as seen from a folder. */
export function resolveIn(folder: string, path: string): string {
  return Utils.resolvePath(URI.parse(folder), path).toString();
}

/** The path of a file relative to a folder around it; undefined when it lies elsewhere. */
export function pathInside(folder: string, uri: string): string | undefined {
  const [outer, inner] = [URI.parse(folder), URI.parse(uri)];
  const prefix = outer.path.endsWith('/') ? outer.path : `${outer.path}/`;
  const isInside =
    inner.scheme === outer.scheme && inner.authority === outer.authority && inner.path.startsWith(prefix);
  return isInside ? inner.path.slice(prefix.length) : undefined;
}
