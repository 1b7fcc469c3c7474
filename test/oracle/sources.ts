/** Where cases come from. */

import type { OracleVersion } from '../../tools/oracle/releases.ts';
import type { OracleCase } from './case.ts';
import { corpusCases } from './corpus.ts';
import { exampleCases } from './examples.ts';
import { generatedCases } from './generator/index.ts';
import { recordedCases } from './recorded.ts';
import { variantsOf } from './variants.ts';

export interface Source {
  readonly name: string;
  readonly version: OracleVersion;
  readonly cases: readonly OracleCase[];
}

export interface Amounts {
  readonly generated: number;
  readonly variants: number;
  readonly seed: number;
}

export function sourcesFor(version: OracleVersion, { generated, variants, seed }: Amounts): Source[] {
  const mine = <T extends OracleCase>(cases: readonly T[]) => cases.filter((one) => one.version === version);
  const corpus = mine(corpusCases());
  const examples = mine(exampleCases());
  const recorded = mine(recordedCases());
  const ownCorpus = corpus.filter(({ own }) => own);
  return [
    { name: 'corpus', version, cases: ownCorpus },
    { name: 'corpus of the other release', version, cases: corpus.filter(({ own }) => !own) },
    { name: 'examples', version, cases: examples },
    { name: 'recorded cases', version, cases: recorded },
    { name: 'variants', version, cases: variantsOf([...examples, ...recorded, ...ownCorpus], variants, seed) },
    { name: 'generated', version, cases: generatedCases(version, generated, seed) },
  ];
}
