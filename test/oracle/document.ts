/** docs/conformance.md: how far we agree with real Dovecot, and why not everywhere. */

import type { Explanation } from './differences.ts';
import { environmentReasons } from './environment.ts';
import { kindOf, table } from './print.ts';
import type { Tally } from './tally.ts';

export function conformancePage(tallies: readonly Tally[], releases: readonly string[], command: string): string {
  return `<!-- Made by \`${command}\`. Do not edit by hand. -->

# Conformance

How our reading of configuration compares with real Dovecot's. For every case \`doveconf -n\` of Dovecot
${releases.join(' and ')} says whether it accepts the files, at which line it stops, and which settings result; we say
the same without it.

${table(tallies)}

- **Corpus**: real files of other people, each as the root of its installation (not part of the repository). Where a
  mandatory include leads nowhere, once more with \`!include_try\`.
- **Established cases**: small files on which the grammar was established. **Examples**: ours, and those of the rule pages.
- **Differences**: the examples of those below. **Filters**: what \`doveconf -f\` prints for some connections.
- **Variants**: all of these with one or two accidents of editing. **Generated**: made from the settings facts.
- **Line**: where both refuse and Dovecot names a line, whether our first error is on it.
- **Values**: settings printed by either side, where both accept.

## Verdicts about the machine

Dovecot also refuses what no reader of files can know. Such refusals are counted apart, and only where we accept.

${environmentReasons.map(({ reason }) => `- ${reason}`).join('\n')}

## Remaining differences

${remaining(tallies)}
## Differences without a reason

By what each side says, without names and numbers. The command fails when a case that was not made by chance is among them, or more than two in a hundred of those that were.

${unexplained(tallies)}
Made by \`${command}\`; needs root on Debian. The verdicts in \`test/fixtures/oracle-verdicts.json\` are replayed by
\`npm test\` without any Dovecot.
`;
}

function remaining(tallies: readonly Tally[]): string {
  const byExplanation = new Map<Explanation, string[]>();
  for (const { source, version, explained } of tallies) {
    for (const [explanation, ids] of explained) {
      const counts = byExplanation.get(explanation) ?? [];
      counts.push(`${source} ${version}: ${ids.length}`);
      byExplanation.set(explanation, counts);
    }
  }
  if (byExplanation.size === 0) return 'None.\n';
  return [...byExplanation].map(([explanation, counts]) => described(explanation, counts)).join('');
}

function described({ title, reason, example }: Explanation, counts: readonly string[]): string {
  const shown = example === undefined ? '' : `\n  \`\`\`\n${example.replace(/^(?=.)/gm, '  ')}  \`\`\`\n`;
  return `- **${title}** (${counts.join(', ')}). ${reason}\n${shown}`;
}

/** By what each side says, without names and numbers. */
function unexplained(tallies: readonly Tally[]): string {
  const kinds = new Map<string, number>();
  for (const { version, unexplained: comparisons } of tallies) {
    for (const comparison of comparisons) {
      const kind = `${version}: ${kindOf(comparison).replaceAll('`', "'")}`;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }
  if (kinds.size === 0) return 'None.\n';
  const sorted = [...kinds].sort(([, a], [, b]) => b - a);
  return sorted.map(([kind, count]) => `- ${count} × \`${kind}\`\n`).join('');
}
