/** Patterns of `!include` paths, as glob(3) with GLOB_BRACE expands them. */

import { URI, Utils } from 'vscode-uri';
import type { Files } from './files.ts';
import { wildcard } from './wildcard.ts';

/** More alternatives than this no configuration has; `{a,b}{a,b}…` would double them with every brace. */
const maxAlternatives = 1_000;

/** `{b,a}.conf` is two patterns, in the order written; undefined for a pattern without bounds. */
export function expandBraces(pattern: string): string[] | undefined {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const alternatives = firstBrace(next);
    if (alternatives === undefined) done.push(next);
    else open.push(...alternatives.reverse());
    if (done.length + open.length > maxAlternatives) return undefined;
  }
  return done;
}

/** The pattern once for each choice of its first brace; undefined where there is none, or it is not closed. */
function firstBrace(pattern: string): string[] | undefined {
  let from = 0;
  while (from < pattern.length && pattern[from] !== '{') from += pattern[from] === '\\' ? 2 : 1;
  if (from >= pattern.length) return undefined;
  const ends: number[] = [];
  let depth = 0;
  for (let at = from + 1; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === '\\') at++;
    else if (char === '{') depth++;
    else if (char === ',' && depth === 0) ends.push(at);
    else if (char === '}' && depth-- === 0) {
      const bounds = [from, ...ends, at];
      return bounds
        .slice(1)
        .map((end, index) => pattern.slice(0, from) + pattern.slice(bounds[index]! + 1, end) + pattern.slice(at + 1));
    }
  }
  return undefined;
}

export function isMagic(segment: string): boolean {
  return /[*?[]/.test(segment.replace(/\\./g, ''));
}

/** A backslash takes the next character as it is. */
export function withoutEscapes(segment: string): string {
  return segment.replace(/\\(.)/g, '$1');
}

/** The files and folders below `base` that the segments of a path match, in alphabetical order. */
export function expandGlob(base: string, segments: readonly string[], files: Files): string[] | 'pending' {
  let found = [base];
  for (const [index, segment] of segments.entries()) {
    const next: string[] = [];
    for (const folder of found) {
      const matched = matchSegment(folder, segment, index === segments.length - 1, files);
      if (matched === 'pending') return 'pending';
      for (const uri of matched) next.push(uri);
    }
    found = next;
  }
  const byPath = found.map((uri) => ({ uri, path: URI.parse(uri).path }));
  return byPath.sort((a, b) => compare(a.path, b.path)).map(({ uri }) => uri);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function matchSegment(folder: string, segment: string, isLast: boolean, files: Files): readonly string[] | 'pending' {
  if (!isMagic(segment)) {
    const uri = segment === '' ? folder : Utils.resolvePath(URI.parse(folder), withoutEscapes(segment)).toString();
    if (!isLast) return [uri];
    const content = files.read(uri);
    if (content.kind === 'pending') return 'pending';
    // A slash at the end asks for a folder.
    return content.kind === 'missing' || (segment === '' && content.kind !== 'folder') ? [] : [uri];
  }
  const listing = files.list(folder);
  if (listing.kind === 'pending') return 'pending';
  if (listing.kind === 'missing') return [];
  const matches = wildcard(segment);
  return listing.entries.flatMap(({ name }) =>
    matches(name) ? [Utils.joinPath(URI.parse(folder), name).toString()] : [],
  );
}
