/** The language of event filters: `event=auth_request_finished AND (user=a* OR NOT error="")`. */

import type { Grammar } from '../../knowledge/dialect.ts';
import { type ValueError, valueError } from './types.ts';

type Kind = 'open' | 'close' | 'sign' | 'word' | 'and' | 'or' | 'not' | 'end';

/** What may come next: the start of a comparison, its sign, its value, or what joins comparisons. */
type State = 'operand' | 'sign' | 'value' | 'operator';

const moves: Readonly<Record<State, Partial<Record<Kind, State>>>> = {
  operand: { open: 'operand', not: 'operand', word: 'sign' },
  sign: { sign: 'value' },
  value: { word: 'operator', and: 'operator', or: 'operator', not: 'operator' },
  operator: { close: 'operator', and: 'operand', or: 'operand' },
};

/** A quote that is not closed ends the filter. What a word may hold without quotes; 2.4 added the slash and the percent sign. */
const tokens: Readonly<Record<Grammar, RegExp>> = { old: tokenOf('[\\w:.*?-]+'), new: tokenOf('[\\w:.*?/%-]+') };

function tokenOf(word: string): RegExp {
  return new RegExp(`([()])|(=|[<>][ \\t\\r\\n]*=?)|(${word})|("(?:[^"\\\\]|\\\\.)*")|()(?:$|")`, 'suy');
}

/** Names that are compared as a whole: they cannot be larger than something. */
const wholes = new Set(['category', 'event', 'source_location']);

/** Why a filter is refused, at the first word that does not fit. The empty filter is right. */
export function eventFilterError(text: string, grammar: Grammar): ValueError | undefined {
  let state: State = 'operand';
  let depth = 0;
  let isEmpty = true;
  let name = '';
  for (let at = 0; ; ) {
    while (' \t\r\n'.includes(text.charAt(at)) && at < text.length) at++;
    const token = tokenAt(text, at, tokens[grammar]);
    if (token === undefined) return valueError('event-filter-invalid', at, text.length);
    const { kind, to } = token;
    if (kind === 'end') {
      const isWhole = isEmpty || (state === 'operator' && depth === 0);
      // What is not finished is wrong as a whole.
      return isWhole ? undefined : valueError('event-filter-invalid', 0, text.length);
    }
    isEmpty = false;
    if (kind === 'sign' && wholes.has(name) && text.charAt(at) !== '=')
      return valueError('event-comparison-invalid', at, to);
    const next: State | undefined = moves[state][kind];
    if (kind === 'open') depth++;
    if (kind === 'close') depth--;
    if (next === undefined || depth < 0) return valueError('event-filter-invalid', at, to);
    if (next === 'sign') name = text.slice(at, to);
    state = next;
    at = to;
  }
}

function tokenAt(text: string, at: number, token: RegExp): { kind: Kind; to: number } | undefined {
  token.lastIndex = at;
  const match = token.exec(text);
  if (match === null) return undefined;
  const [all, parenthesis, sign, word, , end] = match;
  const to = at + all.length;
  if (end !== undefined) return { kind: 'end', to };
  if (parenthesis !== undefined) return { kind: parenthesis === '(' ? 'open' : 'close', to };
  if (sign !== undefined) return { kind: 'sign', to };
  return { kind: keyword(word), to };
}

function keyword(word: string | undefined): Kind {
  const lower = word?.toLowerCase();
  return lower === 'and' || lower === 'or' || lower === 'not' ? lower : 'word';
}
