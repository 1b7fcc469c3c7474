/** Names in a value's variables that Dovecot will not find when it expands them. Where that is not certain there is nothing. */

import {
  contextTables,
  type Expanding,
  longName,
  type VariableContext,
  variableNames,
} from '../../knowledge/variables/contexts.ts';
import { newProviders } from '../../knowledge/variables/facts.ts';
import { own, replacementIn } from '../../knowledge/variables/lookup.ts';
import { oldFunctions, oldVariables } from '../../knowledge/variables/oldVariables.ts';
import { nearest } from '../../text/near.ts';
import type { Expansion, Filter, NewTemplate, TemplateWord } from './newTemplate.ts';
import type { OldTemplate, OldVariable } from './oldTemplate.ts';
import type { Analysis, VariableValue } from './values.ts';

export type UnknownCode =
  /** No variable has the name. */
  | 'variable'
  /** 2.4 has another name or a filter for it. */
  | 'renamed'
  /** An argument that is a variable because it has no quotes. */
  | 'argument'
  /** A provider that does not exist, or does not have the key. */
  | 'provider'
  /** The form of the other grammar. */
  | 'other-form'
  /** A letter of 2.3. */
  | 'letter'
  /** `%{` of 2.3 without `}`. */
  | 'unclosed';

export interface UnknownName {
  readonly code: UnknownCode;
  /** What is wrong, and what a replacement replaces. */
  readonly word: TemplateWord;
  /** Of an argument: nothing, for it takes quotes. */
  readonly replacement: string | undefined;
}

/** Values of the same text share what is found in it. */
const findings = new WeakMap<Analysis, Map<Expanding, readonly UnknownName[]>>();

export function unknownNames({ analysis, expanding, grammar }: VariableValue): readonly UnknownName[] {
  let byExpanding = findings.get(analysis);
  if (byExpanding === undefined) {
    byExpanding = new Map();
    findings.set(analysis, byExpanding);
  }
  let found = byExpanding.get(expanding);
  if (found === undefined) {
    found = grammar === 'new' ? unknownNew(analysis.new, expanding) : unknownOld(analysis.old, expanding);
    byExpanding.set(expanding, found);
  }
  return found;
}

function unknownNew({ parts, errors }: NewTemplate, expanding: Expanding): UnknownName[] {
  // What cannot be taken apart is reported as such.
  if (errors.length > 0) return [];
  return parts.flatMap((part) => (part.kind === 'expansion' ? unknownIn(part, expanding) : []));
}

function unknownIn({ filters: chain }: Expansion, expanding: Expanding): UnknownName[] {
  const found: (UnknownName | undefined)[] = [];
  const [first, ...others] = chain;
  if (first?.name !== undefined && !isCall(first) && !others.some(recovers)) {
    found.push(unknownVariable(first.name, expanding));
  }
  for (const filter of chain) {
    for (const { kind, value: word } of filter.arguments) {
      if (kind === 'variable') found.push(unknownArgument(word, filter, expanding));
    }
    const { operation } = filter;
    if (operation?.kind === 'variable') found.push(unknownVariable(operation.operand, expanding));
  }
  return found.filter((one) => one !== undefined);
}

/** A function at the first place: `literal('x')`. A variable takes no arguments. */
function isCall(filter: Filter): boolean {
  return filter.arguments.length > 0;
}

/** Filters that go on where the value before them is missing. */
const recovering: ReadonlySet<string> = new Set(['concat', 'default', 'if', 'literal', 'lookup', 'switch']);

function recovers({ name }: Filter): boolean {
  return name !== undefined && recovering.has(name.text);
}

function unknownVariable(word: TemplateWord, { context, certain }: Expanding): UnknownName | undefined {
  const { text } = word;
  if (text.includes(';')) return { code: 'other-form', word, replacement: undefined };
  if (text.includes(':')) return unknownProvider(word);
  const names = variableNames(context, 'new');
  if (names.has(text)) return undefined;
  const renamed = replacementFor(text, context);
  if (renamed !== undefined) return { code: 'renamed', word, replacement: renamed };
  return certain === 'none' ? undefined : { code: 'variable', word, replacement: nearest(text, names) };
}

/** What replaces a name that only 2.3 has; in an unknown context only what is the same everywhere. */
function replacementFor(name: string, context: VariableContext | undefined): string | undefined {
  const teaching = own(oldVariables, name);
  if (teaching === undefined || (context === undefined && teaching.in !== undefined)) return undefined;
  const replacement = replacementIn(name, context === undefined ? [] : contextTables(context));
  return replacement === null || replacement === name ? undefined : replacement;
}

function unknownProvider(word: TemplateWord): UnknownName | undefined {
  const colon = word.text.indexOf(':');
  const provider = word.text.slice(0, colon);
  const key = word.text.slice(colon + 1);
  const keys = own(newProviders, provider);
  if (keys === undefined) {
    if (/^(?:md[45]|sha[\d-]+|pkcs5)$/.test(provider)) return { code: 'other-form', word, replacement: undefined };
    // Plugins may bring providers of their own: only slips of the finger are certain.
    const near = nearest(provider, Object.keys(newProviders));
    return near === undefined ? undefined : { code: 'provider', word, replacement: `${near}:${key}` };
  }
  if (typeof keys === 'string' || keys.includes(key) || key === '') return undefined;
  const near = nearest(key, keys);
  return { code: 'provider', word, replacement: near === undefined ? undefined : `${provider}:${near}` };
}

/** What `if` and `switch` compare text with; without quotes they are names of variables. */
export const comparisons: ReadonlySet<string> = new Set(['eq', 'ne', 'lt', 'le', 'gt', 'ge']);

/** A word without quotes is a variable; most often text was meant. */
function unknownArgument(word: TemplateWord, filter: Filter, expanding: Expanding): UnknownName | undefined {
  const { context, certain } = expanding;
  const { text } = word;
  if (/[:;]/.test(text) || variableNames(context, 'new').has(text)) return undefined;
  const isComparison = comparisons.has(text) && (filter.name?.text === 'if' || filter.name?.text === 'switch');
  return certain === 'none' && !isComparison ? undefined : { code: 'argument', word, replacement: undefined };
}

function unknownOld(template: OldTemplate, expanding: Expanding): UnknownName[] {
  const found: UnknownName[] = [];
  const visit = (variables: readonly OldVariable[]): void => {
    for (const variable of variables) {
      const unknown = variable.long ? unknownLong(variable, expanding) : unknownLetter(variable, expanding);
      if (unknown !== undefined) found.push(unknown);
      visit(variable.inner);
    }
  };
  visit(template.variables);
  return found;
}

function unknownLong({ name, options, field }: OldVariable, { context, certain }: Expanding): UnknownName | undefined {
  if (name.text.includes('|')) return { code: 'other-form', word: name, replacement: undefined };
  if (own(oldFunctions, name.text) !== undefined) return undefined;
  if (options !== undefined || field !== undefined) {
    const near = nearest(name.text, Object.keys(oldFunctions));
    return near === undefined ? undefined : { code: 'variable', word: name, replacement: near };
  }
  const names = variableNames(context, 'old');
  // Late releases of 2.3 got some names that 2.4 has.
  const isKnown = names.has(name.text) || variableNames(context, 'new').has(name.text);
  if (certain === 'none' || isKnown) return undefined;
  return { code: 'variable', word: name, replacement: nearest(name.text, names) };
}

function unknownLetter({ name }: OldVariable, { context, certain }: Expanding): UnknownName | undefined {
  if (certain !== 'all' || context === undefined) return undefined;
  if (name.text === '{') return { code: 'unclosed', word: name, replacement: undefined };
  return longName(name.text, context) === undefined
    ? { code: 'letter', word: name, replacement: undefined }
    : undefined;
}
