/** Where cases come from. */

import { type OracleVersion, releases } from '../../tools/oracle/releases.ts';
import type { OracleCase } from './case.ts';
import { corpusCases } from './corpus.ts';
import { exampleCases } from './examples.ts';
import { generatedCases } from './generator/index.ts';
import { establishedCases } from './recorded.ts';
import { variantsOf } from './variants.ts';

export interface Source {
  readonly name: string;
  readonly version: OracleVersion;
  readonly cases: readonly OracleCase[];
  /** The texts are our own and no fixture yet: verdicts on them may be recorded. */
  readonly isOurs: boolean;
}

export interface Amounts {
  readonly generated: number;
  readonly variants: number;
  readonly seed: number;
}

export function sourcesFor(version: OracleVersion, { generated, variants, seed }: Amounts): Source[] {
  const mine = <T extends OracleCase>(cases: readonly T[]) => cases.filter((one) => one.version === version);
  const examples = mine(exampleCases());
  const established = mine(establishedCases()).filter(({ release }) => release === releases[version].release);
  const ownCorpus = mine(corpusCases()).filter(({ own }) => own);
  const source = (name: string, cases: readonly OracleCase[], isOurs = false) => ({ name, version, cases, isOurs });
  return [
    source('corpus', ownCorpus),
    source(
      'corpus of the other version',
      mine(corpusCases()).filter(({ own }) => !own),
    ),
    source('examples', examples, true),
    source('established cases', established),
    source('variants of the corpus', variantsOf(ownCorpus, variants, seed)),
    source('variants of our own', variantsOf([...examples, ...established], variants, seed), true),
    source('generated', generatedCases(version, generated, seed), true),
  ];
}
