/** Which settings there are. */

import { factNames, findFact } from '../../knowledge/facts.ts';
import { compareReleases } from '../../knowledge/releases.ts';
import type { Dovecot } from './defaults.ts';

/** The settings of the top level that doveconf shows with `-a`. */
export function namesOfRelease({ grammar, release }: Dovecot): string[] {
  return factNames(grammar).filter((name) => {
    const { since, hidden, type } = findFact(name, grammar)!;
    const isLater = since !== undefined && release !== undefined && compareReleases(since, release) > 0;
    if (isLater || hidden === true) return false;
    return grammar === 'new'
      ? !/filter$|^alias$/.test(type)
      : !name.includes('/') && !/^section|^strlist$|^alias$/.test(type);
  });
}
