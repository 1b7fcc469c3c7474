/** Finds the teaching of a variable by the context that it stands in. */

import { contextTables, longName, type VariableContext } from './contexts.ts';
import { newContexts } from './facts.ts';
import { newVariables } from './newVariables.ts';
import { oldLetters, oldVariables } from './oldVariables.ts';
import type { OldVariableTeaching } from './types.ts';

/** What a table has under a name; names come from files and may be `constructor`. */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** What a variable of 2.4 holds in a context; undefined for names that nobody knows. */
export function summaryIn(name: string, context: VariableContext | undefined): string | undefined {
  const teaching = own(newVariables, name);
  const tables = context === undefined ? [] : contextTables(context);
  // The first table that has the name decides.
  const table = tables.find((one) => own(newContexts, one)?.variables.includes(name) === true);
  return (table === undefined ? undefined : own(teaching?.in ?? {}, table)) ?? teaching?.summary;
}

/** What a long name or letter of 2.3 holds in a context; undefined for names that nobody knows. */
export function oldSummary(name: string, context: VariableContext | undefined): string | undefined {
  const long = name.length === 1 && context !== undefined ? longName(name, context) : name;
  if (long === undefined) return undefined;
  const teaching = long.length === 1 ? oldLetter(long, context) : own(oldVariables, long);
  return teaching?.summary ?? summaryIn(teaching?.new ?? long, context);
}

/** What is known of a letter without a long name. */
export function oldLetter(letter: string, context: VariableContext | undefined): OldVariableTeaching | undefined {
  for (const table of context === undefined ? [] : contextTables(context)) {
    const found = own(own(oldLetters, table) ?? {}, letter);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What replaces a long name of 2.3 where these tables are at hand: an expression, or null when nothing does. */
export function replacementIn(long: string, tables: readonly string[]): string | null {
  const teaching = own(oldVariables, long);
  if (teaching === undefined) return long;
  const table = tables.find((one) => own(teaching.in ?? {}, one) !== undefined);
  return table === undefined ? teaching.new : teaching.in![table]!;
}
