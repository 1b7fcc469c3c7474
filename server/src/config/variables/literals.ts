/** Variables of 2.3 in the text between the expansions of 2.4, where they are only text. */

import type { NewTemplate } from './newTemplate.ts';
import { type OldVariable, parseOldTemplate } from './oldTemplate.ts';
import type { VariableValue } from './values.ts';

const found = new WeakMap<NewTemplate, readonly OldVariable[]>();

/** All that 2.3 would expand in a value of 2.4. */
export function oldVariablesInText({ analysis: { new: template }, statement }: VariableValue): readonly OldVariable[] {
  let variables = found.get(template);
  if (variables === undefined) {
    variables = parseOldTemplate(withoutExpansions(statement.value.content.text, template)).variables;
    found.set(template, variables);
  }
  return variables;
}

/** The text with blanks for its expansions, so that offsets stay. */
function withoutExpansions(text: string, { parts }: NewTemplate): string {
  return parts
    .map(({ kind, from, to }) => (kind === 'literal' ? text.slice(from, to) : ' '.repeat(to - from)))
    .join('');
}
