/** Inside `%{…}`: variables and functions first, filters behind a bar, variables and named arguments in parentheses. */

import { parseNewTemplate } from '../../config/variables/newTemplate.ts';
import { settingName } from '../../config/variables/values.ts';
import {
  type Expanding,
  longName,
  newExpanding,
  oldExpanding,
  variableNames,
} from '../../knowledge/variables/contexts.ts';
import { filters } from '../../knowledge/variables/filters.ts';
import { oldSummary, summaryIn } from '../../knowledge/variables/lookup.ts';
import { providerKeys, providers } from '../../knowledge/variables/newVariables.ts';
import { oldFunctions } from '../../knowledge/variables/oldVariables.ts';
import { renderFilter, renderNewVariable, renderOldFunction } from '../../knowledge/variables/render.ts';
import { sourceOffset } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import { textAtCursor, type ValueContext } from './context.ts';
import type { Candidate, DocumentationKey } from './types.ts';

/** Undefined where the cursor is in no expansion; then other candidates have their turn. */
export function variableCandidates(context: ValueContext): Candidate[] | undefined {
  const { text, at } = textAtCursor(context);
  const before = text.slice(0, at);
  if (context.isFile) return undefined;
  if (/(?<!%)(?:%%)*%$/.test(before)) return signCandidates(context, before);
  if (!before.includes('{')) return undefined;
  return context.grammar === 'new' ? newCandidates(context, before, text) : oldCandidates(context, before, text);
}

/** Behind a `%` that begins a variable: all of it at once, in 2.3 by its letter. */
function signCandidates(
  { setting, scope, grammar, value, offset }: ValueContext,
  before: string,
): Candidate[] | undefined {
  const expanding = grammar === 'new' ? newExpanding(settingName(setting, scope, 'new')) : oldExpanding(setting);
  if (expanding === undefined) return undefined;
  const span = { from: sourceOffset(value, before.length - 1), to: offset };
  if (grammar === 'new') {
    return valueNames(expanding, span, '').map((each) => ({
      ...each,
      label: `%{${each.label}}`,
      text: `%{${each.text}}`,
    }));
  }
  const context = expanding.context ?? 'mail';
  return [...letters].flatMap((letter) => {
    if (longName(letter, context) === undefined) return [];
    const [label, detail] = [`%${letter}`, oldSummary(letter, context)];
    return [{ label, kind: 'variable' as const, span, text: label, rank: 0, ...(detail !== undefined && { detail }) }];
  });
}

const letters = '!$abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

const nameBefore = /[a-zA-Z\u0080-\uffff][a-zA-Z0-9_/;:.\u0080-\uffff-]*$/;
const nameBehind = /^[a-zA-Z0-9_/;:.\u0080-\uffff-]*/;

/** The word around the cursor, in the document. */
function spanOf({ value, offset }: ValueContext, before: string, text: string, typed: string): Span {
  const behind = nameBehind.exec(text.slice(before.length))?.[0] ?? '';
  return {
    from: typed === '' ? offset : sourceOffset(value, before.length - typed.length),
    to: offset + behind.length,
  };
}

function newCandidates(context: ValueContext, before: string, text: string): Candidate[] | undefined {
  const expanding = newExpanding(settingName(context.setting, context.scope, 'new'));
  if (expanding === undefined) return undefined;
  const typed = nameBefore.exec(before)?.[0] ?? '';
  // Where a name would belong to decides what it may be.
  const probe = `${before.slice(0, before.length - typed.length)}x`;
  const expansion = parseNewTemplate(probe).parts.at(-1);
  if (expansion?.kind !== 'expansion' || expansion.openAt === undefined) return undefined;
  const filter = expansion.filters.at(-1)!;
  const span = spanOf(context, before, text, typed);
  const hasArguments = text.charAt(before.length + (span.to - context.offset)) === '(';
  if (filter.name?.to === probe.length) {
    if (expansion.filters.length > 1) return filterCandidates(Object.keys(filters), span, hasArguments);
    return [
      ...valueNames(expanding, span, typed),
      ...filterCandidates(firstFunctions, span, hasArguments).map((candidate) => ({ ...candidate, rank: 1 })),
    ];
  }
  if (filter.operation?.operand.to === probe.length) return valueNames(expanding, span, typed);
  const argument = filter.arguments.at(-1);
  if (argument?.value.to !== probe.length || argument.kind !== 'variable') return [];
  const named = argument.key === undefined ? namedCandidates(filter.name!.text, span) : [];
  return [...named, ...valueNames(expanding, span, typed)];
}

/** Filters that need no value before them. */
const firstFunctions = ['concat', 'if', 'literal', 'lookup', 'switch'];

/** Variables and providers; behind a provider's colon its keys. */
function valueNames({ context }: Expanding, span: Span, typed: string): Candidate[] {
  const provider = typed.includes(':') ? typed.slice(0, typed.indexOf(':')) : undefined;
  if (provider !== undefined) {
    const keys = Object.hasOwn(providerKeys, provider) ? Object.entries(providerKeys[provider]!) : [];
    return keys.map(([key, detail]) => ({
      label: `${provider}:${key}`,
      kind: 'variable',
      span,
      text: `${provider}:${key}`,
      detail,
      rank: 0,
    }));
  }
  const variables = [...variableNames(context, 'new')].map(
    (name): Candidate => ({
      label: name,
      kind: 'variable',
      span,
      text: name,
      detail: summaryIn(name, context) ?? '',
      rank: 0,
      ...documented(renderNewVariable(name, context)),
    }),
  );
  const prefixes = Object.entries(providers).map(
    ([name, { summary }]): Candidate => ({
      label: `${name}:`,
      kind: 'variable',
      span,
      text: `${name}:`,
      detail: summary,
      rank: 1,
      ...documented(renderNewVariable(`${name}:`, context)),
    }),
  );
  return [...variables, ...prefixes];
}

function documented(markdown: string | undefined): { documentation?: DocumentationKey } {
  return markdown === undefined ? {} : { documentation: { kind: 'text', markdown } };
}

function filterCandidates(names: readonly string[], span: Span, hasArguments: boolean): Candidate[] {
  // A calculation is written by its sign.
  return names
    .filter((name) => name !== 'calculate')
    .map((name) => {
      const needsArguments = filters[name]!.forms.every((form) => form.includes('('));
      const isSnippet = needsArguments && !hasArguments;
      return {
        label: name,
        kind: 'function',
        span,
        text: isSnippet ? `${name}(\${1})` : name,
        ...(isSnippet && { isSnippet }),
        detail: filters[name]!.forms.at(-1)!,
        rank: 0,
        ...documented(renderFilter(name)),
      };
    });
}

function namedCandidates(filter: string, span: Span): Candidate[] {
  const named = Object.hasOwn(filters, filter) ? (filters[filter]!.named ?? {}) : {};
  return Object.entries(named).map(([name, detail]) => ({
    label: `${name}=`,
    kind: 'parameter',
    span,
    text: `${name}=`,
    detail,
    rank: 0,
  }));
}

/** `%L{us` */
const oldOpening = /%-?[0-9]*(?:\.[0-9-]*)?[LUEXRHNMDT]*$/;

function oldCandidates(context: ValueContext, before: string, text: string): Candidate[] | undefined {
  const brace = before.lastIndexOf('{');
  const typed = before.slice(brace + 1);
  if (!/^[\w-]*$/.test(typed) || !oldOpening.test(before.slice(Math.max(0, brace - 40), brace))) return undefined;
  const expanding = oldExpanding(context.setting);
  if (expanding === undefined) return undefined;
  const span = spanOf(context, before, text, typed);
  const names = [...variableNames(expanding.context, 'old')].filter((name) => name.length > 1);
  return [
    ...names.map(
      (name): Candidate => ({
        label: name,
        kind: 'variable',
        span,
        text: name,
        detail: oldSummary(name, expanding.context) ?? '',
        rank: 0,
      }),
    ),
    ...Object.entries(oldFunctions).map(
      ([name, { form, summary }]): Candidate => ({
        label: name,
        kind: 'function',
        span,
        text: name + (form.charAt(`%{${name}`.length) === ':' ? ':' : form.includes(';') ? ';' : ''),
        detail: summary,
        rank: 1,
        ...documented(renderOldFunction(name)),
      }),
    ),
  ];
}
