/** What a %variable, a filter, a function or a modifier under the pointer gives. */

import type { Configuration } from '../../config/configuration.ts';
import { newEquivalent } from '../../config/variables/equivalent.ts';
import { oldInText } from '../../config/variables/literals.ts';
import type { Expansion, Filter, TemplateWord } from '../../config/variables/newTemplate.ts';
import type { OldTemplate, OldVariable } from '../../config/variables/oldTemplate.ts';
import { spanInDocument, type VariableValue, variableValueOf } from '../../config/variables/values.ts';
import type { VariableContext } from '../../knowledge/variables/contexts.ts';
import { filters } from '../../knowledge/variables/filters.ts';
import { oldModifiers } from '../../knowledge/variables/oldVariables.ts';
import {
  renderFilter,
  renderModifier,
  renderNewVariable,
  renderOldFunction,
  renderOldVariable,
} from '../../knowledge/variables/render.ts';
import { pathAt } from '../../parser/cst.ts';
import { textOffset } from '../../text/mappedText.ts';
import { type Span, touches } from '../../text/span.ts';
import type { ConfigDocument } from '../../workspace/document.ts';
import type { HoverInfo } from './place.ts';

export function variableHover(
  configuration: Configuration,
  document: ConfigDocument,
  offset: number,
): HoverInfo | undefined {
  const statement = pathAt(document.tree, offset).at(-1);
  if (statement?.kind !== 'assignment' || !touches(statement.value, offset)) return undefined;
  const value = variableValueOf(configuration, document, statement);
  if (value === undefined) return undefined;
  const at = textOffset(statement.value.content, offset);
  const found = value.grammar === 'new' ? newHover(value, at) : oldHover(value.analysis.old, value, at);
  return found && { ...found, span: spanInDocument(value, found.span) };
}

/** Spans are offsets in the value until the end. */
function info(span: Span, markdown: string | undefined): HoverInfo | undefined {
  return markdown === undefined ? undefined : { span, markdown };
}

function newHover(value: VariableValue, offset: number): HoverInfo | undefined {
  const part = value.analysis.new.parts.find(
    (one) => touches(one, offset) && (one.kind === 'expansion' || offset < one.to),
  );
  if (part === undefined) return undefined;
  if (part.kind === 'expansion') return expansionHover(part, value.expanding.context, offset);
  // Where 2.3 is still written, what it meant helps to change it.
  const { context, certain } = value.expanding;
  if (context === undefined || certain === 'none') return undefined;
  return oldHover({ ...oldInText(value), percents: [] }, value, offset);
}

function expansionHover(
  { filters: chain }: Expansion,
  context: VariableContext | undefined,
  offset: number,
): HoverInfo | undefined {
  for (const [index, filter] of chain.entries()) {
    const { name, arguments: list, operation } = filter;
    if (name !== undefined && touches(name, offset)) return info(name, nameHover(filter, name, index, context));
    const argument = list.find((one) => touches(one, offset));
    if (argument?.key !== undefined && touches(argument.key, offset)) {
      return info(argument.key, namedArgument(name?.text ?? '', argument.key.text));
    }
    if (argument?.kind === 'variable') return info(argument.value, renderNewVariable(argument.value.text, context));
    if (operation === undefined || !touches(operation, offset)) continue;
    if (touches(operation.operator, offset)) return info(operation.operator, operators[operation.operator.text]);
    if (operation.kind === 'variable')
      return info(operation.operand, renderNewVariable(operation.operand.text, context));
  }
  return undefined;
}

/** The first name is a variable's if there is one of the name, else a function's. */
function nameHover(
  filter: Filter,
  { text }: TemplateWord,
  index: number,
  context: VariableContext | undefined,
): string | undefined {
  if (index > 0) return renderFilter(text);
  const variable = renderNewVariable(text, context);
  return filter.arguments.length > 0 ? (renderFilter(text) ?? variable) : (variable ?? renderFilter(text));
}

function namedArgument(filter: string, key: string): string | undefined {
  const text = Object.hasOwn(filters, filter) ? filters[filter]!.named?.[key] : undefined;
  return text === undefined ? undefined : `**\`${key}\`** of \`${filter}\` — ${text}`;
}

const operators: Readonly<Record<string, string>> = {
  '%': '**`%`** — Remainder of the division. Behind a hash it takes the last 64 bits of it as a number.',
  '*': '**`*`** — Product.',
  '+': '**`+`** — Sum.',
  '-': '**`-`** — Difference. It needs a blank in front: without one it belongs to the name.',
  '/': '**`/`** — Quotient, without the remainder. It needs a blank in front: without one it belongs to the name.',
};

const percent =
  '**`%%`** — A percent sign. In the location and prefix of a shared namespace what follows is expanded once more, for the owner: `%%u` is the owner’s name.';

function oldHover(template: OldTemplate, value: VariableValue, offset: number): HoverInfo | undefined {
  const sign = template.percents.find(({ from, to }) => from <= offset && offset < to);
  if (sign !== undefined) return info(sign, percent);
  const variable = innermost(template.variables, offset);
  if (variable === undefined) return undefined;
  const { name, modifiers, long, options, field } = variable;
  const modifier = modifiers.find(({ from, to }) => from <= offset && offset < to);
  if (modifier !== undefined && Object.hasOwn(oldModifiers, modifier.text)) {
    return info(modifier, renderModifier(modifier.text));
  }
  if (long && (options !== undefined || field !== undefined || name.text === 'ldap_dn')) {
    return info(variable, renderOldFunction(name.text));
  }
  const { context } = value.expanding;
  const written = value.statement.value.content.text.slice(variable.from, variable.to);
  const equivalent = newEquivalent(variable, context);
  const letters = modifiers.map(({ text }) => text);
  return info(variable, renderOldVariable({ written, name: name.text, modifiers: letters, equivalent }, context));
}

function innermost(variables: readonly OldVariable[], offset: number): OldVariable | undefined {
  const found = variables.find(({ from, to }) => from <= offset && offset < to);
  return found === undefined ? undefined : (innermost(found.inner, offset) ?? found);
}
