/** Defaults of settings, in the form in which doveconf prints values. */

import { type Edition, formerDefault, placedDefaults, structDefault } from '../../knowledge/defaults.ts';
import type { Grammar } from '../../knowledge/dialect.ts';
import { type Fact, findFact } from '../../knowledge/facts.ts';
import { formatMeaning } from '../values/format.ts';
import { parseValue } from '../values/parse.ts';
import { type ListItem, listElements } from './lists.ts';

/** Whose defaults are meant. */
export interface Dovecot extends Edition {
  readonly grammar: Grammar;
}

/** What a setting of this name is in the program itself; undefined where it has no value at all. */
export function plainDefault(name: string, dovecot: Dovecot): string | undefined {
  const { grammar } = dovecot;
  const fact = findFact(name, grammar);
  const text = grammar === 'old' ? fact?.default : structDefault(name, dovecot);
  return fact === undefined || text === undefined ? undefined : formatValue(fact, text, grammar);
}

/** A value in the form that doveconf of 2.3, and for defaults that of 2.4, gives to values of its type. */
export function formatValue(fact: Pick<Fact, 'type' | 'values'>, text: string, grammar: Grammar): string {
  const meaning = parseValue(fact, text, grammar);
  if (meaning.kind === 'error') return text;
  if (meaning.kind === 'unlimited') return fact.type.startsWith('time') ? 'infinite' : 'unlimited';
  return meaning.kind === 'list' ? text : formatMeaning(meaning);
}

/** The elements that a list of the new grammar has by default where exactly these filters are in force. */
export function listDefaults(list: string, inside: readonly string[], dovecot: Dovecot): readonly ListItem[] {
  const here = placedDefaults(list, dovecot).filter((placed) => placed.inside.join('/') === inside.join('/'));
  const former = formerDefault(list, inside, dovecot);
  const item = (element: string, text: string): ListItem => ({ element, text, assigned: undefined });
  if (former !== undefined) return listElements(former).map((element) => item(element, 'yes'));
  return here.flatMap(({ element, text }) =>
    element === undefined ? listElements(text).map((word) => item(word, 'yes')) : [item(element, text)],
  );
}
