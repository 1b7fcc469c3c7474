// Configurations on which fixes are tried: the examples of all rules, small accidents in them, and real files in their
// installations, read for every Dovecot.

import { autoTarget, parseTarget, type Target } from '../../server/src/config/dialect.ts';
import { rules } from '../../server/src/rules/index.ts';
import { corpusCases } from '../oracle/corpus.ts';
import { variantsOf } from '../oracle/variants.ts';
import type { Situation } from './fixPromises.ts';
import { takeSpan } from './markers.ts';

export interface NamedSituation extends Situation {
  readonly id: string;
}

const root = 'dovecot.conf';

function exampleTexts() {
  return rules.flatMap(({ id, docs }) =>
    [...docs.bad, ...docs.good].map((example, index) => {
      const marked = Object.entries({ [root]: example.text, ...example.files });
      const files = Object.fromEntries(marked.map(([name, text]) => [name, takeSpan(text).text]));
      return { id: `${id} ${index + 1}`, version: '2.4' as const, files };
    }),
  );
}

export function exampleSituations(): NamedSituation[] {
  return exampleTexts().map(({ id, files }) => ({ id, texts: files, root, target: autoTarget }));
}

export function variantSituations(amount: number, seed: number): NamedSituation[] {
  return variantsOf(exampleTexts(), amount, seed).map(({ id, files }) => ({
    id,
    texts: files,
    root,
    target: autoTarget,
  }));
}

export const allTargets: Readonly<Record<string, Target>> = Object.fromEntries(
  ['auto', 'ce-2.3', 'pro-2.3', 'pro-3.0', 'ce-2.4', 'pro-3.1'].map((name) => [name, parseTarget(name)!]),
);

/** Empty without the corpus. */
export function corpusSituations(target: Target): NamedSituation[] {
  return corpusCases()
    .filter(({ own }) => own)
    .map(({ id, files, root: name }) => ({ id, texts: files, root: name ?? root, target }));
}
