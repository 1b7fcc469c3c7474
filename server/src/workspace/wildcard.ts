/**
 * Matches a file name against a pattern as fnmatch(3) does: `*`, `?`, `[a-z]`, `[!a]`, `[[:digit:]]`, and a backslash
 * that takes the next character as it is. In time that no pattern can drive up: at most pattern times name.
 */

type Part =
  | { readonly kind: 'star' }
  | { readonly kind: 'any' }
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'set'; readonly negated: boolean; readonly has: (char: string) => boolean };

/** Whether the whole name matches. A leading dot matches a dot only. */
export function wildcard(pattern: string): (name: string) => boolean {
  const parts = parse(pattern);
  const [first] = parts;
  const takesDot = first?.kind === 'char' && first.char === '.';
  return (name) => (!name.startsWith('.') || takesDot) && match(parts, [...name]);
}

function match(parts: readonly Part[], name: readonly string[]): boolean {
  let part = 0;
  let at = 0;
  // Where to go on when what follows the last star does not fit: with the star one character longer.
  let star = -1;
  let starAt = 0;
  while (at < name.length) {
    const current = parts[part];
    if (current?.kind === 'star') {
      star = part++;
      starAt = at;
    } else if (current !== undefined && fits(current, name[at]!)) {
      part++;
      at++;
    } else if (star !== -1) {
      part = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (parts[part]?.kind === 'star') part++;
  return part === parts.length;
}

function fits(part: Part, char: string): boolean {
  switch (part.kind) {
    case 'any':
      return true;
    case 'char':
      return part.char === char;
    case 'set':
      return part.has(char) !== part.negated;
    case 'star':
      return false;
  }
}

function parse(pattern: string): Part[] {
  const chars = [...pattern];
  const parts: Part[] = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at]!;
    const set = char === '[' ? parseSet(chars, at) : undefined;
    if (set !== undefined) {
      parts.push(set.part);
      at = set.end;
    } else if (char === '*') parts.push({ kind: 'star' });
    else if (char === '?') parts.push({ kind: 'any' });
    else if (char === '\\' && at + 1 < chars.length) parts.push({ kind: 'char', char: chars[++at]! });
    else parts.push({ kind: 'char', char });
  }
  return parts;
}

const classes: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  digit: /[0-9]/,
  lower: /[a-z]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /\s/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};

/** The set that begins at `[`; undefined for a bracket that is not closed and stands for itself. */
function parseSet(chars: readonly string[], open: number): { part: Part; end: number } | undefined {
  let at = open + 1;
  const negated = chars[at] === '!' || chars[at] === '^';
  if (negated) at++;
  const tests: ((char: string) => boolean)[] = [];
  for (let first = true; at < chars.length; first = false) {
    if (chars[at] === ']' && !first) {
      const has = (char: string) => tests.some((test) => test(char));
      return { part: { kind: 'set', negated, has }, end: at };
    }
    const name = chars[at] === '[' && chars[at + 1] === ':' ? className(chars, at) : undefined;
    if (name !== undefined) {
      const expression = classes[name]!;
      tests.push((char) => expression.test(char));
      at += name.length + 4;
      continue;
    }
    if (chars[at] === '\\' && at + 1 < chars.length) at++;
    const from = chars[at++]!;
    let to = from;
    if (chars[at] === '-' && chars[at + 1] !== ']' && at + 1 < chars.length) {
      to = chars[at + 1]!;
      at += 2;
    }
    tests.push((char) => from <= char && char <= to);
  }
  return undefined;
}

/** `digit` where `[:digit:]` stands. */
function className(chars: readonly string[], at: number): string | undefined {
  return Object.keys(classes).find((name) => chars.slice(at + 2, at + 4 + name.length).join('') === `${name}:]`);
}
