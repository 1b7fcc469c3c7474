/** The lists of 2.4, `a b, "c d"`: elements between blanks and commas, quoted where they hold one. */

import { type ListElement, type Meaning, type ValueError, valueError } from './types.ts';

export function parseBoolList(text: string): Meaning | ValueError {
  const elements: ListElement[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSeparator(text.charAt(at))) {
      at++;
      continue;
    }
    const element = text.charAt(at) === '"' ? quotedElement(text, at) : bareElement(text, at);
    if ('kind' in element) return element;
    elements.push(element);
    at = element.to;
  }
  return { kind: 'list', elements };
}

function isSeparator(char: string): boolean {
  return char === ' ' || char === ',';
}

function bareElement(text: string, from: number): ListElement | ValueError {
  let to = from;
  while (to < text.length && !isSeparator(text.charAt(to))) {
    if (text.charAt(to) === '"') return valueError('list-quote-inside', to, to + 1);
    to++;
  }
  return { text: text.slice(from, to), from, to };
}

function quotedElement(text: string, from: number): ListElement | ValueError {
  let content = '';
  for (let at = from + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') {
      const to = at + 1;
      if (to < text.length && !isSeparator(text.charAt(to))) return valueError('list-element-glued', to, to + 1);
      return { text: content, from, to };
    }
    if (char === '\\') at++;
    if (at === text.length) return valueError('list-escape-unfinished', at - 1, at);
    content += text.charAt(at);
  }
  return valueError('list-quote-unclosed', from, text.length);
}
