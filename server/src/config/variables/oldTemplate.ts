/**
 * Values with %variables as 2.3 and 3.0 read them: `%u`, `%1.2Mn`, `%{if;%d;eq;x;a;b}`. Dovecot refuses none of them before it
 * expands them. The parser never fails and reads every character a bounded number of times. Spans are offsets in the value.
 */

import type { Span } from '../../text/span.ts';
import type { TemplateWord } from './newTemplate.ts';

/** `%` up to the end of the letter or of the braces. */
export interface OldVariable extends Span {
  /** What is cut out of the value, as written in `%2.1u` (offset 2, width 1) and `%04i` (padded with zeros). */
  readonly offset: number;
  readonly width: number;
  readonly padded: boolean;
  /** One letter each. */
  readonly modifiers: readonly TemplateWord[];
  /** `u` of `%u`, `user` of `%{user}`, `env` of `%{env:HOME}`, `sha1` of `%{sha1;rounds=2:user}`. */
  readonly name: TemplateWord;
  /** In braces. */
  readonly long: boolean;
  /** Behind `;`: `rounds=2`, or all of what `if` compares. */
  readonly options: TemplateWord | undefined;
  /** Behind `:`: `HOME`, `user`. */
  readonly field: TemplateWord | undefined;
  /** Variables inside the braces, which only `if` has. */
  readonly inner: readonly OldVariable[];
  /** False when the braces go on to the end of the text. */
  readonly closed: boolean;
}

export interface OldTemplate {
  /** In order; `%%` is none. */
  readonly variables: readonly OldVariable[];
  /** Every `%%`. */
  readonly percents: readonly Span[];
}

export function parseOldTemplate(text: string): OldTemplate {
  return new OldParser(text).run();
}

const maxModifiers = 10;
/** Deeper nesting is passed over: nobody writes it, and the stack is finite. */
const maxDepth = 50;

class OldParser {
  readonly #text: string;
  /** Behind this a `{` is only a character. */
  readonly #lastClosing: number;
  readonly #percents: Span[] = [];
  /** Where the brace that opens at an offset closes. */
  readonly #closing = new Map<number, number>();

  constructor(text: string) {
    this.#text = text;
    this.#lastClosing = text.lastIndexOf('}');
  }

  run(): OldTemplate {
    if (this.#lastClosing !== -1) this.#pairBraces();
    const variables = this.#variables(0, this.#text.length, 0);
    return { variables, percents: this.#percents };
  }

  #pairBraces(): void {
    const open: number[] = [];
    for (let at = 0; at < this.#text.length; at++) {
      const character = this.#text.charAt(at);
      if (character === '\\') at++;
      else if (character === '{') open.push(at);
      else if (character === '}') {
        const from = open.pop();
        if (from !== undefined) this.#closing.set(from, at);
      }
    }
  }

  #word(from: number, to: number): TemplateWord {
    return { text: this.#text.slice(from, to), from, to };
  }

  #variables(from: number, to: number, depth: number): OldVariable[] {
    const found: OldVariable[] = [];
    for (let at = this.#text.indexOf('%', from); at !== -1 && at < to; at = this.#text.indexOf('%', at)) {
      const parsed = this.#variable(at, to, depth);
      if (parsed.variable !== undefined) found.push(parsed.variable);
      at = parsed.to;
    }
    return found;
  }

  #variable(from: number, limit: number, depth: number): { variable: OldVariable | undefined; to: number } {
    const head = this.#head(from + 1);
    const at = head.to;
    if (at >= limit) return { variable: undefined, to: limit };
    if (this.#text.charAt(at) === '%') {
      this.#percents.push({ from, to: at + 1 });
      return { variable: undefined, to: at + 1 };
    }
    const { offset, width, padded, modifiers } = head;
    const shared = { offset, width, padded, modifiers };
    if (this.#text.charAt(at) !== '{' || at > this.#lastClosing) {
      const short = { long: false, options: undefined, field: undefined, inner: [], closed: true };
      return { variable: { ...shared, ...short, name: this.#word(at, at + 1), from, to: at + 1 }, to: at + 1 };
    }
    const closing = this.#closing.get(at);
    const end = Math.min(closing ?? limit, limit);
    const to = Math.min(end + 1, limit);
    const long = { long: true, closed: closing !== undefined, from, to };
    return { variable: { ...shared, ...this.#body(at + 1, end, depth), ...long }, to };
  }

  /** `-0`, digits, `.`, more digits, modifiers. */
  #head(from: number): Pick<OldVariable, 'offset' | 'width' | 'padded' | 'modifiers'> & { to: number } {
    head.lastIndex = from;
    const [whole, first, zero, second] = head.exec(this.#text)!;
    const letters = from + whole.length;
    let to = letters;
    while (to < letters + maxModifiers && 'LUEXRHNMDT'.includes(this.#text.charAt(to) || ' ')) to++;
    const modifiers: TemplateWord[] = [];
    for (let at = letters; at < to; at++) modifiers.push(this.#word(at, at + 1));
    if (second === undefined) {
      return { offset: 0, width: Math.abs(toInteger(first)), padded: /^-?0/.test(first!), modifiers, to };
    }
    return { offset: toInteger(first), width: toInteger(second), padded: zero !== '', modifiers, to };
  }

  #body(from: number, to: number, depth: number): Pick<OldVariable, 'name' | 'options' | 'field' | 'inner'> {
    let nameTo = from;
    while (nameTo < to && !';:'.includes(this.#text.charAt(nameTo))) nameTo++;
    const name = this.#word(from, nameTo);
    const isIf = name.text === 'if';
    const inner = isIf && depth < maxDepth ? this.#variables(nameTo, to, depth + 1) : [];
    if (nameTo === to) return { name, options: undefined, field: undefined, inner };
    if (this.#text.charAt(nameTo) === ':')
      return { name, options: undefined, field: this.#word(nameTo + 1, to), inner };
    const colon = isIf ? -1 : this.#text.slice(nameTo, to).indexOf(':');
    const optionsTo = colon === -1 ? to : nameTo + colon;
    return {
      name,
      options: this.#word(nameTo + 1, optionsTo),
      field: colon === -1 ? undefined : this.#word(optionsTo + 1, to),
      inner,
    };
  }
}

const head = /(-?[0-9]*)(?:\.(0?)(-?[0-9]*))?/y;

function toInteger(digits: string | undefined): number {
  const value = Number(digits === '' || digits === '-' ? 0 : digits);
  return Number.isSafeInteger(value) ? value + 0 : 0;
}
