/** What 2.3 would expand in the text between the expansions of 2.4, where it is only text. */

import type { NewTemplate } from './newTemplate.ts';
import { type OldTemplate, parseOldTemplate } from './oldTemplate.ts';
import type { VariableValue } from './values.ts';

const found = new WeakMap<NewTemplate, OldTemplate>();

/** The text of a value of 2.4 as 2.3 would take it apart. */
export function oldInText({ analysis: { new: template }, statement }: VariableValue): OldTemplate {
  let old = found.get(template);
  if (old === undefined) {
    old = parseOldTemplate(withoutExpansions(statement.value.content.text, template));
    found.set(template, old);
  }
  return old;
}

/** The text with blanks for its expansions, so that offsets stay. */
function withoutExpansions(text: string, { parts }: NewTemplate): string {
  return parts
    .map(({ kind, from, to }) => (kind === 'literal' ? text.slice(from, to) : ' '.repeat(to - from)))
    .join('');
}
