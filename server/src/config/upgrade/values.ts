/** Single values on their way from 2.3 to 2.4. What cannot be shown to keep its meaning comes out as undefined. */

import { findFact, newType } from '../../knowledge/facts.ts';
import type { Change } from '../../knowledge/upgrades.ts';
import { newExpanding, oldExpanding } from '../../knowledge/variables/contexts.ts';
import { findNew, findOld } from '../check/known.ts';
import { parseValue } from '../values/parse.ts';
import type { Meaning, ValueError } from '../values/types.ts';
import { newEquivalent } from '../variables/equivalent.ts';
import { parseOldTemplate } from '../variables/oldTemplate.ts';

/** The value of `name` for that of `path`; null where nothing is to be set. */
export function changeValue(text: string, change: Change, path: string, name: string): string | null | undefined {
  if (typeof change === 'object') {
    if ('always' in change) return change.always;
    return Object.hasOwn(change.words, text) ? change.words[text] : undefined;
  }
  switch (change) {
    case 'same':
      return sameValue(text, path, name);
    case 'opposite':
      return opposite[text.toLowerCase()];
    case 'milliseconds':
      return /^\d+$/.test(text) ? `${text}ms` : undefined;
    case 'unlimited':
      return text === '0' ? 'unlimited' : sameValue(text, path, name);
    case 'file':
    case 'signed words':
      return undefined;
  }
}

const opposite: Readonly<Record<string, string>> = { yes: 'no', no: 'yes' };

/** The value with its variables as 2.4 writes them, if both releases read the same in it. */
function sameValue(text: string, path: string, name: string): string | undefined {
  const form = findNew(name);
  if (form === undefined) return undefined;
  const before = findOld(path);
  const after = parseValue(form, text, 'new');
  if (after.kind === 'error') return undefined;
  if (after.kind === 'list') return /^[\w.:/*!-]+(?:[ ,]+[\w.:/*!-]+)*$/.test(text) ? text : undefined;
  if (before !== undefined && !isSame(parseValue(before, text, 'old'), after)) return undefined;
  return after.kind === 'text' ? newVariables(text, path, name) : text;
}

function isSame(before: Meaning | ValueError, after: Meaning): boolean {
  if (before.kind === 'bool' && after.kind === 'text') return (before.value ? 'yes' : 'no') === after.value;
  if (before.kind !== after.kind) return false;
  return before.kind === 'unlimited' || ('value' in before && 'value' in after && before.value === after.value);
}

/** The text with the variables of 2.3 as 2.4 writes them; undefined where one of them has no successor. */
export function newVariables(text: string, path: string, name: string): string | undefined {
  if (!text.includes('%')) return text;
  const context = (newExpanding(name) ?? oldExpanding(path))?.context;
  const isExpanded = oldExpanding(path) !== undefined;
  if (!isExpanded) return newExpanding(name) === undefined ? text : undefined;
  const { variables, percents } = parseOldTemplate(text);
  // Namespaces of other users expand what is left of `%%`.
  if (percents.length > 0) return undefined;
  let upgraded = '';
  let at = 0;
  for (const variable of variables) {
    const equivalent = newEquivalent(variable, context);
    if (equivalent === undefined) return undefined;
    upgraded += text.slice(at, variable.from) + equivalent;
    at = variable.to;
  }
  return upgraded + text.slice(at);
}

/** Whether 2.4 keeps a value of this setting as one text, number or word. */
export function isPlain(name: string): boolean {
  const type = newType(name);
  if (type === undefined) return false;
  // Of what only Pro has, words may have another form: only what is checked by its type is certain.
  const isCertain = findFact(name, 'new') !== undefined || !/^(?:string|path|url|fs_uri|dict_uri)$/.test(type);
  return isCertain && type !== 'strlist' && type !== 'named_filter' && type !== 'named_list_filter';
}
