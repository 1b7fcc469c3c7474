/** Where cases come from. */

import { type OracleVersion, releases } from '../../tools/oracle/releases.ts';
import { type OracleCase, withVersion } from './case.ts';
import { corpusCases } from './corpus.ts';
import { explanations } from './differences.ts';
import { exampleCases } from './examples.ts';
import { filterCases } from './filters.ts';
import { generatedCases } from './generator/index.ts';
import { establishedCases } from './recorded.ts';
import { variantsOf } from './variants.ts';

export interface Source {
  readonly name: string;
  readonly version: OracleVersion;
  readonly cases: readonly OracleCase[];
  /** The texts are our own and no fixture yet: verdicts on them may be recorded. */
  readonly isOurs: boolean;
  /** Made by chance: other ones whenever an example is added. */
  readonly isRandom: boolean;
}

export interface Amounts {
  readonly generated: number;
  readonly variants: number;
  readonly seed: number;
}

/** The example of each known difference. */
function differenceCases(version: OracleVersion): OracleCase[] {
  return explanations.flatMap(({ title, example, versions }) => {
    if (example === undefined || !versions.includes(version)) return [];
    return [{ id: title, version, files: { 'dovecot.conf': version === '2.4' ? withVersion(example) : example } }];
  });
}

export function sourcesFor(version: OracleVersion, { generated, variants, seed }: Amounts): Source[] {
  const mine = <T extends OracleCase>(cases: readonly T[]) => cases.filter((one) => one.version === version);
  const examples = mine(exampleCases());
  const established = mine(establishedCases()).filter(({ release }) => release === releases[version].release);
  const ownCorpus = mine(corpusCases()).filter(({ own }) => own);
  const source = (name: string, cases: readonly OracleCase[], isOurs = false): Source => {
    return { name, version, cases, isOurs, isRandom: /^(?:variants|generated)/.test(name) };
  };
  return [
    source('corpus', ownCorpus),
    source(
      'corpus of the other version',
      mine(corpusCases()).filter(({ own }) => !own),
    ),
    source('examples', examples, true),
    source('established cases', established),
    source('filters', mine(filterCases()), true),
    source('differences', differenceCases(version), true),
    source('variants of the corpus', variantsOf(ownCorpus, variants, seed)),
    source('variants of our own', variantsOf([...examples, ...established], variants, seed), true),
    source('generated', generatedCases(version, generated, seed), true),
  ];
}
