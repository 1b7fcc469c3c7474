/** Defaults, in the form in which doveconf prints values. */

import type { Grammar } from '../../knowledge/dialect.ts';
import { contextDefaults, type Fact, findFact, isListSetting } from '../../knowledge/facts.ts';
import { formatMeaning } from '../values/format.ts';
import { parseValue } from '../values/parse.ts';
import { type ListItem, listElements } from './lists.ts';
import { chainOf, type EffectiveScope } from './scope.ts';

/** The default of a setting outside of all sections and filters; undefined where Dovecot has none. */
export function plainDefault(name: string, grammar: Grammar): string | undefined {
  const fact = findFact(name, grammar);
  return fact?.default === undefined ? undefined : formatValue(fact, fact.default, grammar);
}

/** A value in the form that doveconf of 2.3, and for defaults that of 2.4, gives to values of its type. */
export function formatValue(fact: Pick<Fact, 'type' | 'values'>, text: string, grammar: Grammar): string {
  const meaning = parseValue(fact, text, grammar);
  if (meaning.kind === 'error') return text;
  if (meaning.kind === 'unlimited') return fact.type.startsWith('time') ? 'infinite' : 'unlimited';
  return meaning.kind === 'list' ? text : formatMeaning(meaning);
}

let lists: ReadonlyMap<string, readonly ListItem[]> | undefined;

/** By the list's path: `service/imap/imap_capability`. */
function defaultLists(): ReadonlyMap<string, readonly ListItem[]> {
  if (lists === undefined) {
    const found = new Map<string, ListItem[]>();
    for (const [path, value] of contextDefaults) {
      const parts = path.split('/');
      const at = parts.findIndex((part) => isListSetting(part));
      if (at === -1) continue;
      const element = parts.slice(at + 1).join('/');
      const items =
        element === ''
          ? listElements(value).map((word) => ({ element: word, text: 'yes' }))
          : [{ element, text: value }];
      const list = parts.slice(0, at + 1).join('/');
      found.set(list, [...(found.get(list) ?? []), ...items.map((item) => ({ ...item, assigned: undefined }))]);
    }
    lists = found;
  }
  return lists;
}

/** The elements that a list of the new grammar has by default in exactly this scope. */
export function listDefaults(list: string, scope: EffectiveScope): readonly ListItem[] {
  const path = chainOf(scope).map(({ filter, name }) => (name === undefined ? filter : `${filter}/${name}`));
  return defaultLists().get([...path, list].join('/')) ?? [];
}
