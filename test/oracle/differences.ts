/** The differences from real Dovecot that remain, each with its reason. docs/conformance.md is made of this table. */

import type { OracleVersion } from '../../tools/oracle/releases.ts';
import type { Comparison } from './compare.ts';
import type { ValueDifference } from './values.ts';

export interface Explanation {
  readonly title: string;
  /** Why it stays. */
  readonly reason: string;
  readonly versions: readonly OracleVersion[];
  /** Whether this explains that one side refuses, or refuses elsewhere. */
  readonly refusal?: (comparison: Comparison) => boolean;
  /** Whether this explains a setting's value. */
  readonly value?: (difference: ValueDifference) => boolean;
}

export const explanations: readonly Explanation[] = [];

/** The entries that explain a comparison, and whether they explain all of it. */
export function explain(comparison: Comparison): { explanations: Set<Explanation>; complete: boolean } {
  const used = new Set<Explanation>();
  const candidates = explanations.filter(({ versions }) => versions.includes(comparison.case.version));
  let complete = true;
  const use = (found: Explanation | undefined) => {
    if (found === undefined) complete = false;
    else used.add(found);
  };
  if (comparison.acceptance === 'differ' || comparison.line === 'differ')
    use(candidates.find(({ refusal }) => refusal?.(comparison) === true));
  for (const difference of comparison.values?.differences ?? [])
    use(candidates.find(({ value }) => value?.(difference) === true));
  return { explanations: used, complete };
}
