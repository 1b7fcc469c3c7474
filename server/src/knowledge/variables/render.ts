/** What we teach about variables, as Markdown. */

import { contextTables, contextTitle, type VariableContext } from './contexts.ts';
import { deprecatedProviderKeys, filterSince, newContexts, oldContexts } from './facts.ts';
import { filters } from './filters.ts';
import { oldSummary, own, replacementIn, summaryIn } from './lookup.ts';
import { newVariables, providerKeys, providers } from './newVariables.ts';
import { oldFunctions, oldLetters, oldModifiers } from './oldVariables.ts';
import type { FilterTeaching, Kind, OldFunctionTeaching } from './types.ts';

export const variablesManual = {
  new: 'https://doc.dovecot.org/2.4.5/core/settings/variables.html',
  old: 'https://doc.dovecot.org/2.3/configuration_manual/config_file/config_variables/',
};

function page(lines: readonly (string | undefined)[], grammar: 'new' | 'old'): string {
  return [...lines, `[Manual](${variablesManual[grammar]})`].filter((line) => line !== undefined).join('\n\n');
}

/** A variable of 2.4 or `provider:key`; undefined for names that nobody knows. */
export function renderNewVariable(name: string, context: VariableContext | undefined): string | undefined {
  const colon = name.indexOf(':');
  if (colon !== -1) return renderProvider(name.slice(0, colon), name.slice(colon + 1));
  const teaching = own(newVariables, name);
  if (teaching === undefined) return undefined;
  return page(
    [
      `**\`%{${name}}\`** — ${summaryIn(name, context)}`,
      teaching.details,
      teaching.example === undefined ? undefined : `\`${teaching.example}\``,
      knownIn(name, context),
      oldSpellings(name, context),
    ],
    'new',
  );
}

function knownIn(name: string, context: VariableContext | undefined): string | undefined {
  if (context === undefined) return undefined;
  const here = contextTables(context).some((table) => {
    const facts = own(newContexts, table);
    return facts?.variables.includes(name) || facts?.providers.includes(name);
  });
  return here ? `Known in ${contextTitle(context)}.` : `Not known in ${contextTitle(context)}.`;
}

/** How 2.3 wrote it: `%u`, `%{user}`. */
function oldSpellings(name: string, context: VariableContext | undefined): string | undefined {
  const tables = context === undefined ? Object.keys(oldContexts) : contextTables(context);
  const spellings = new Set<string>();
  for (const table of tables) {
    for (const [long, letter] of Object.entries(own(oldContexts, table) ?? {})) {
      if (long.length === 1 || replacementIn(long, [table]) !== name) continue;
      if (letter !== null) spellings.add(`%${letter}`);
      spellings.add(`%{${long}}`);
    }
    for (const [letter, teaching] of Object.entries(own(oldLetters, table) ?? {})) {
      if (teaching.new === name) spellings.add(`%${letter}`);
    }
  }
  return spellings.size === 0 ? undefined : `In 2.3 and 3.0: ${[...spellings].map(code).join(', ')}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function renderProvider(provider: string, key: string): string | undefined {
  const teaching = own(providers, provider);
  if (teaching === undefined) return undefined;
  const keys = own(providerKeys, provider);
  const about = keys === undefined ? undefined : own(keys, key);
  const deprecated = own(deprecatedProviderKeys, provider)?.includes(key) === true;
  return page(
    [
      about === undefined
        ? `**\`%{${provider}:…}\`** — ${teaching.summary}`
        : `**\`%{${provider}:${key}}\`** — ${about}`,
      teaching.details,
      deprecated ? 'Newer releases warn about it: format `%{time:unix}` with the filter `date` instead.' : undefined,
      about === undefined && keys !== undefined ? `Keys: ${Object.keys(keys).map(code).join(', ')}` : undefined,
      about === undefined && teaching.example !== undefined ? code(teaching.example) : undefined,
    ],
    'new',
  );
}

const kinds: Record<Kind, string> = {
  nothing: 'nothing',
  text: 'text',
  bytes: 'bytes',
  number: 'a number',
  anything: 'anything',
};

/** A filter or function of 2.4; undefined for names that nobody knows. */
export function renderFilter(name: string): string | undefined {
  const teaching = own(filters, name);
  if (teaching === undefined) return undefined;
  const since = filterSince(name);
  return page(
    [
      `**\`${name}\`** — ${teaching.summary}`,
      signature(teaching),
      teaching.details,
      namedArguments(teaching),
      `Example: ${code(teaching.example)}`,
      since === undefined ? undefined : `Since: ${since}`,
      teaching.old === undefined
        ? undefined
        : `In 2.3 and 3.0: the modifier ${code(teaching.old)}, as in ${code(`%${teaching.old}u`)}`,
    ],
    'new',
  );
}

function signature({ forms, takes, gives }: FilterTeaching): string {
  return [...forms.map((form) => code(form)), `Takes ${kinds[takes]}, gives ${kinds[gives]}.`].join('  \n');
}

function namedArguments({ named }: FilterTeaching): string | undefined {
  if (named === undefined) return undefined;
  return Object.entries(named)
    .map(([name, text]) => `- ${code(name)}: ${text}`)
    .join('\n');
}

/** A variable of 2.3 as it stands in a file. */
export interface WrittenOldVariable {
  /** All of it: `%2.1Lu`. */
  readonly written: string;
  /** Its letter or long name. */
  readonly name: string;
  readonly modifiers: readonly string[];
  /** How 2.4 writes all of it. */
  readonly equivalent: string | undefined;
}

/** Undefined for names that nobody knows. */
export function renderOldVariable(
  { written, name, modifiers, equivalent }: WrittenOldVariable,
  context: VariableContext | undefined,
): string | undefined {
  const summary = oldSummary(name, context);
  if (summary === undefined) return undefined;
  const changes = modifiers.flatMap((letter) => {
    const modifier = own(oldModifiers, letter);
    return modifier === undefined ? [] : [`- ${code(letter)}: ${modifier.summary}`];
  });
  return page(
    [
      `**\`${written}\`** — ${summary}`,
      changes.length === 0 ? undefined : changes.join('\n'),
      context === undefined ? undefined : `Known in ${contextTitle(context)}.`,
      equivalent === undefined ? undefined : `In 2.4 and 3.1: ${code(equivalent)}`,
    ],
    'old',
  );
}

export function renderOldFunction(name: string): string | undefined {
  const teaching = own(oldFunctions, name);
  return teaching === undefined ? undefined : renderOldForm(name, teaching);
}

export function renderModifier(letter: string): string | undefined {
  const teaching = own(oldModifiers, letter);
  return teaching === undefined ? undefined : renderOldForm(letter, teaching);
}

function renderOldForm(name: string, teaching: OldFunctionTeaching): string {
  return page(
    [
      `**\`${name}\`** — ${teaching.summary}`,
      code(teaching.form),
      teaching.details,
      teaching.new === null ? 'Nothing in 2.4 and 3.1 does the same.' : `In 2.4 and 3.1: ${code(`%{${teaching.new}}`)}`,
    ],
    'old',
  );
}
