/** Did you mean: names of settings that differ by one slip of the finger. */

import { childNames, newSettingNames } from '../../knowledge/names.ts';
import { NearNames, nearest } from '../../text/near.ts';
import { connectionFilters } from '../scope.ts';

let newNames: NearNames | undefined;
let filters: NearNames | undefined;
const oldNames = new Map<string, NearNames>();

export function nearNew(word: string): string | undefined {
  newNames ??= new NearNames(newSettingNames());
  return newNames.find(word);
}

/** `protocol`, `local` …, which no list of settings has. */
export function nearConnectionFilter(word: string): string | undefined {
  filters ??= new NearNames(connectionFilters);
  return filters.find(word);
}

/** Among the names inside a section of the old grammar: `''`, `service`, `plugin`. */
export function nearOld(section: string, word: string): string | undefined {
  let names = oldNames.get(section);
  if (names === undefined) {
    names = new NearNames(childNames(section));
    oldNames.set(section, names);
  }
  return names.find(word);
}

let newEndings: Map<string, string[]> | undefined;

/** The full names of the new grammar that end with `_word`: what the word can be inside some filter. */
export function endingWith(word: string): readonly string[] {
  if (newEndings === undefined) {
    newEndings = new Map();
    for (const name of newSettingNames()) {
      for (let at = name.indexOf('_'); at !== -1; at = name.indexOf('_', at + 1)) {
        const ending = name.slice(at + 1);
        const same = newEndings.get(ending);
        if (same === undefined) newEndings.set(ending, [name]);
        else same.push(name);
      }
    }
  }
  return newEndings.get(word) ?? [];
}

/** What was probably meant by a word, as data of a problem. */
export function nearWord(word: string, words: Iterable<string>): { suggestion: string } | undefined {
  const suggestion = nearest(word, words);
  return suggestion === undefined ? undefined : { suggestion };
}
