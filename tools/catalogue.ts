// `npm run catalogue`: how many rules there are, what each has, which storage support statements are shown, and what the
// rules find in real files that Dovecot accepts. Fails when something is missing.

import { existsSync } from 'node:fs';
import { profileOf, profiles } from '../server/src/lint/policy.ts';
import type { Rule } from '../server/src/lint/rule.ts';
import { rules } from '../server/src/rules/index.ts';
import { corpusSummary, judgeCorpus, noCorpus } from '../test/support/corpus.ts';
import { statementGaps } from '../test/support/statements.ts';

const severities = ['error', 'warning', 'information', 'hint'] as const;

const hasPage = ({ id }: Rule) => existsSync(`docs/rules/${id}.md`);
/** Every example is run by test/rules/rules.test.ts. */
const isTested = ({ docs }: Rule) => docs.bad.length > 0 && docs.good.length > 0;

/** Rules about the same thing, by the first word of their ids; the words that only one rule has together. */
function families(): [name: string, rules: readonly Rule[]][] {
  const byWord = new Map<string, Rule[]>();
  for (const rule of rules) {
    const word = rule.id.split('-')[0]!;
    byWord.set(word, [...(byWord.get(word) ?? []), rule]);
  }
  const several = [...byWord].filter(([, own]) => own.length > 1);
  const alone = [...byWord.values()].filter((own) => own.length === 1).flat();
  return [...several, ['others', alone], ['all', rules]];
}

function row(name: string, own: readonly Rule[]): string {
  const counts = [
    own.length,
    own.filter(({ fixable }) => fixable).length,
    own.filter(hasPage).length,
    own.filter(isTested).length,
    ...severities.map((severity) => own.filter((rule) => rule.severity === severity).length),
  ];
  return name.padEnd(13) + counts.map((count) => String(count).padStart(12)).join('');
}

const missing: string[] = [];

console.log(
  ''.padEnd(13) + ['rules', 'with fix', 'with page', 'tested', ...severities].map((name) => name.padStart(12)).join(''),
);
for (const [name, own] of families()) console.log(row(name, own));
console.log(
  `profiles: ${profiles.map((profile) => `${profile} ${rules.filter((rule) => profileOf(rule) === profile).length}`).join(', ')}`,
);
missing.push(...rules.filter((rule) => !hasPage(rule)).map(({ id }) => `${id} has no page`));
missing.push(...rules.filter((rule) => !isTested(rule)).map(({ id }) => `${id} has no examples`));

const gaps = statementGaps();
const incomplete = gaps.filter((gap) => gap.missing.length > 0);
console.log(`storage support statements: ${gaps.length - incomplete.length} of ${gaps.length}`);
missing.push(...incomplete.map((gap) => `${gap.id} is not shown as ${gap.missing.join(', ')}`));

if (noCorpus === undefined) {
  const verdict = judgeCorpus();
  console.log(corpusSummary(verdict));
  missing.push(...verdict.wrong.map((error) => `wrong: ${error}`));
} else {
  console.log(`corpus: skipped, ${noCorpus}`);
}

for (const line of missing) console.error(line);
process.exitCode = missing.length > 0 ? 1 : 0;
