/** What an assignment's value is to Dovecot: as `doveconf -n` has it, and with the values of other settings filled in. */

import { findFact } from '../../knowledge/facts.ts';
import type { Entry } from '../configuration.ts';
import { type Dovecot, formatValue, plainDefault } from './defaults.ts';
import type { EffectiveScope } from './scope.ts';

export interface AssignedValue {
  /** Without quotes; of `$names` only the setting's own former value is filled in. */
  readonly text: string;
  /** With all `$names` filled in; undefined where files or the environment decide, or where 2.4 does so at the end. */
  readonly expanded: string | undefined;
}

export function assignedValue(entry: Entry, scope: EffectiveScope, dovecot: Dovecot): AssignedValue {
  const { style, content, from, to } = entry.statement.value;
  switch (style) {
    case 'file':
      return { text: `<${content.text.trimStart()}`, expanded: undefined };
    case 'heredoc': {
      const marker = entry.document.text.slice(from, to).replace(/^[\s\S]*\n/, '');
      return { text: `<<${marker}\n${content.text}${marker}`, expanded: content.text };
    }
    case 'quoted':
      return { text: content.text, expanded: content.text };
    case 'bare':
      return content.text.includes('$')
        ? filledIn(content.text, entry.statement.key.text, scope, dovecot)
        : { text: content.text, expanded: content.text };
  }
}

/** Words are put together with single blanks, whatever stood between them. */
function filledIn(text: string, key: string, scope: EffectiveScope, dovecot: Dovecot): AssignedValue {
  const words = splitWords(text);
  const own = dovecot.grammar === 'old' ? `$${key}` : `$SET:${key}`;
  const former = (word: string) => (word === own ? formerValue(key, scope, dovecot) : undefined);
  const written = words.map((word) => former(word)?.text ?? word);
  if (dovecot.grammar === 'new') return { text: written.join(' '), expanded: undefined };
  const expanded = words.map((word) => {
    if (!word.startsWith('$')) return word;
    return (word === own ? former(word) : valueHere(word.slice(1), scope, dovecot))?.expanded;
  });
  return {
    text: written.join(' '),
    expanded: expanded.includes(undefined) ? undefined : expanded.join(' '),
  };
}

/** Dovecot ends a word at a blank only, but begins the next one behind all white space. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let rest = text;
  for (let blank = rest.indexOf(' '); blank !== -1; blank = rest.indexOf(' ')) {
    words.push(rest.slice(0, blank));
    rest = rest.slice(blank).trimStart();
  }
  words.push(rest);
  return words;
}

/** The setting's value so far: of this scope, else of the one around it, else the default. */
function formerValue(setting: string, scope: EffectiveScope, dovecot: Dovecot): AssignedValue | undefined {
  for (let at = scope; at.parent !== undefined; at = at.parent) {
    if (at.last(setting) !== undefined) return valueHere(setting, at, dovecot);
    scope = at.parent;
  }
  return valueHere(setting, scope, dovecot);
}

/** The value so far in exactly this scope, else the default; undefined for lists, and for what is no setting. */
function valueHere(setting: string, scope: EffectiveScope, dovecot: Dovecot): AssignedValue | undefined {
  const { grammar } = dovecot;
  const fact = findFact(setting, grammar);
  if (fact === undefined || fact.type === 'strlist' || fact.type === 'boollist') return undefined;
  const last = scope.last(setting);
  if (last === undefined) {
    const text = plainDefault(setting, dovecot) ?? '';
    return { text, expanded: text };
  }
  if (grammar === 'new') return last;
  const { text, expanded } = last;
  return {
    text: formatValue(fact, text, 'old'),
    expanded: expanded === undefined ? undefined : formatValue(fact, expanded, 'old'),
  };
}
