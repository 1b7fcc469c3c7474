/** Hash folders: variables in a path that spread users over many folders. */

import { type Located, locatedSlice } from '../config/located.ts';
import type { Grammar } from '../knowledge/dialect.ts';
import type { DocumentEdit } from './rule.ts';

/** One level of 256 folders, as a path of the grammar has it. */
export const hashFolder: Readonly<Record<Grammar, string>> = { old: '%2Mu', new: '%{user | md5 | hexlify(2)}' };

/** The user's name and parts of it, as they stand. Whatever else a path has may be a hash. */
const names: Readonly<Record<Grammar, RegExp>> = {
  old: /%(?:L?[und]|\{(?:user|username|domain)\})/g,
  new: /%\{\s*user\s*(?:\|\s*(?:username|domain|lower)\s*)*\}/g,
};

/** How many variables of a path may be hashes; undefined for a path that does not tell users apart. */
export function hashesIn(path: string, grammar: Grammar): number | undefined {
  if (!path.includes('%')) return undefined;
  const rest = path.replaceAll(names[grammar], '').replaceAll('%%', '');
  return rest.split(grammar === 'old' ? '%' : '%{').length - 1;
}

/** Puts folders in front of the first one that has a variable in it. */
export function insertHash(path: Located, folders: string): DocumentEdit {
  const at = path.text.lastIndexOf('/', path.text.indexOf('%')) + 1;
  const { document, span } = locatedSlice(path, at, at + 1);
  return { document, span: { from: span.from, to: span.from }, text: `${folders}/` };
}
