/**
 * Did you mean: names that differ by one slip of the finger. An index of all names with one letter left out finds them
 * without comparing with every name.
 */

import { childNames, newSettingNames } from '../../knowledge/names.ts';

export class NearNames {
  readonly #byPart = new Map<string, string[]>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      for (const part of parts(normal(name))) {
        const same = this.#byPart.get(part);
        if (same === undefined) this.#byPart.set(part, [name]);
        else same.push(name);
      }
    }
  }

  /** The nearest name, the first of the alphabet where several are; undefined when nothing is near. */
  find(word: string): string | undefined {
    // Of very short words everything is near.
    if (word.length < 4) return undefined;
    const own = normal(word);
    let best: string | undefined;
    let least = word.length < 7 ? 2 : 3;
    for (const part of parts(own)) {
      for (const name of this.#byPart.get(part) ?? []) {
        const distance = name === word ? 0 : difference(own, normal(name));
        if (distance < least || (distance === least && best !== undefined && name < best)) {
          best = name;
          least = distance;
        }
      }
    }
    return best;
  }
}

/** Case and kinds of strokes are slips that do not count. */
function normal(name: string): string {
  return name.toLowerCase().replaceAll('-', '_');
}

/** The word, and the word without one of its letters. */
function* parts(word: string): Generator<string> {
  yield word;
  for (let at = 0; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1);
}

/** 0: the same, 1: one letter more, less, other or swapped with its neighbour, 2: anything else that shares a part. */
function difference(a: string, b: string): number {
  if (a === b) return 0;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let behind = 0;
  const shorter = Math.min(a.length, b.length) - from;
  while (behind < shorter && a[a.length - 1 - behind] === b[b.length - 1 - behind]) behind++;
  const left = a.slice(from, a.length - behind);
  const right = b.slice(from, b.length - behind);
  if (left.length <= 1 && right.length <= 1) return 1;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0] ? 1 : 2;
}

let newNames: NearNames | undefined;
const oldNames = new Map<string, NearNames>();

export function nearNew(word: string): string | undefined {
  newNames ??= new NearNames(newSettingNames());
  return newNames.find(word);
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
