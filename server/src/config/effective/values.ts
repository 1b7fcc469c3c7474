/** What an assignment's value is to doveconf: the text without quotes, with the setting's own former value filled in. */

import type { Grammar } from '../../knowledge/dialect.ts';
import { findFact } from '../../knowledge/facts.ts';
import type { Entry } from '../configuration.ts';
import { formatValue, plainDefault } from './defaults.ts';
import type { EffectiveScope } from './scope.ts';

/** The value as `doveconf -n` shows it, but for quotes; of `$names` only the setting's own is filled in. */
export function writtenValue({ statement, document }: Entry, scope: EffectiveScope, grammar: Grammar): string {
  const { style, content, from, to } = statement.value;
  switch (style) {
    case 'file':
      return `<${content.text.trimStart()}`;
    case 'heredoc': {
      const marker = document.text.slice(from, to).replace(/^[\s\S]*\n/, '');
      return `<<${marker}\n${content.text}${marker}`;
    }
    case 'quoted':
      return content.text;
    case 'bare':
      return content.text.includes('$') ? ownFilledIn(content.text, statement.key.text, scope, grammar) : content.text;
  }
}

/** Words are put together with single blanks, whatever stood between them. */
function ownFilledIn(text: string, key: string, scope: EffectiveScope, grammar: Grammar): string {
  const own = grammar === 'old' ? `$${key}` : `$SET:${key}`;
  return splitWords(text)
    .map((word) => (word === own ? (formerValue(key, scope, grammar) ?? word) : word))
    .join(' ');
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

/** The value so far: of this scope, else of the one around it, else the default. */
function formerValue(setting: string, scope: EffectiveScope, grammar: Grammar): string | undefined {
  const fact = findFact(setting, grammar);
  if (fact === undefined || fact.type === 'strlist' || fact.type === 'boollist') return undefined;
  for (let at: EffectiveScope | undefined = scope; at !== undefined; at = at.parent) {
    const last = at.last(setting);
    if (last !== undefined) return grammar === 'old' ? formatValue(fact, last.text, 'old') : last.text;
  }
  return plainDefault(setting, grammar) ?? '';
}
