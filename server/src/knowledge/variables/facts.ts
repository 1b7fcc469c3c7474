/** Which variables and filters Dovecot has, and where: the generated table of its source. */

import facts from '../generated/variables.json' with { type: 'json' };

export interface ContextFacts {
  readonly variables: readonly string[];
  readonly providers: readonly string[];
}

export const newContexts: Readonly<Record<string, ContextFacts>> = facts.newContexts;

/** By context: long name → letter, or null when it has none. */
export const oldContexts: Readonly<Record<string, Readonly<Record<string, string | null>>>> = facts.oldContexts;

/** Long names that 2.3 knows everywhere. */
export const oldBuiltIn: readonly string[] = facts.oldBuiltIn;

/** Filter → the release that brought it; a range where that is not known exactly. */
export const newFilters: Readonly<Record<string, { readonly since: string }>> = facts.newFilters;

/** Provider → its keys; `*` when anything may stand behind the colon. */
export const newProviders: Readonly<Record<string, readonly string[] | string>> = facts.newProviders;

/** Keys that newer releases warn about. */
export const deprecatedProviderKeys: Readonly<Record<string, readonly string[]>> = facts.newDeprecatedProviders;

const early = '2.4.1 or earlier';

/** The release from which on a filter is there; undefined when all of 2.4 has it, or when it is not known exactly. */
export function filterSince(name: string): string | undefined {
  const since = Object.hasOwn(newFilters, name) ? newFilters[name]!.since : early;
  return since === early || since.includes('..') ? undefined : since;
}
