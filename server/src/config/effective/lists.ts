/** List settings: what replacing and single elements amount to. */

import { parseValue } from '../values/parse.ts';
import type { Assigned } from './scope.ts';

export interface ListItem {
  readonly element: string;
  /** `yes` or `no`, or the text that a string list has for the element. */
  readonly text: string;
  /** The assignment that decides; undefined for a default. */
  readonly assigned: Assigned | undefined;
}

export interface EffectiveList {
  /** The list stands for itself; otherwise it changes what scopes around and defaults have. */
  readonly replaces: boolean;
  readonly items: readonly ListItem[];
}

/** `defaults` are what the list has at this place before the first assignment. */
export function foldList(assignments: readonly Assigned[], defaults: readonly ListItem[]): EffectiveList {
  let replaces = false;
  const items = new Map(defaults.map((item) => [item.element, item]));
  for (const assigned of assignments) {
    if (assigned.element === undefined) {
      replaces = true;
      items.clear();
      for (const element of listElements(assigned.text)) items.set(element, { element, text: 'yes', assigned });
    } else {
      items.set(assigned.element, { element: assigned.element, text: assigned.text, assigned });
    }
  }
  // Behind a replacement a "no" has nothing left to take away.
  const kept = [...items.values()].filter(({ text }) => !(replaces && text === 'no'));
  return { replaces, items: kept };
}

/** The elements of `a b, "c d"`; a list that Dovecot would refuse counts as one element. */
export function listElements(text: string): string[] {
  const meaning = parseValue({ type: 'boollist' }, text, 'new');
  return meaning.kind === 'list' ? meaning.elements.map((element) => element.text) : [text];
}
