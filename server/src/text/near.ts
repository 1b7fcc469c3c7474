/**
 * Did you mean: names that differ by one slip of the finger. An index of all names with one letter left out finds them
 * without comparing with every name.
 */

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
        // `jmap` is no slip of `imap`.
        if (word.length < 5 && normal(name)[0] !== own[0]) continue;
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

/** Case, kinds of strokes and quotes around are slips that do not count. */
function normal(name: string): string {
  return name.toLowerCase().replaceAll('-', '_').replaceAll('"', '');
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

/** The nearest of a few names; for many, and for many words, an index is kept instead. */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  return new NearNames(names).find(word);
}
