/** Names inside of lists and of `@labels`: what may begin a line beside settings. */

import { connectionFilters } from '../../config/scope.ts';
import { isPro } from '../../knowledge/dialect.ts';
import { builtInGroupLabels, proGroupNames } from '../../knowledge/groups.ts';
import { findSetting } from '../../knowledge/lookup.ts';
import { renderWord } from '../../knowledge/render.ts';
import { isWordOf, wordsOfSetting } from '../../knowledge/words/index.ts';
import type { NameContext } from './context.ts';
import type { Candidate } from './types.ts';

/** The elements of the list around, which has no settings inside; undefined where there is no list around. */
export function elementCandidates(context: NameContext): Candidate[] | undefined {
  const { scope, grammar, configuration, span, isNamed } = context;
  const type = grammar === 'new' && scope !== undefined ? findSetting('new', 'setting', scope.filter)?.type : undefined;
  if (scope === undefined || (type !== 'boollist' && type !== 'strlist')) return undefined;
  const { dialect } = configuration.decision;
  return Object.entries(wordsOfSetting(scope.filter, grammar) ?? {})
    .filter(([, word]) => isWordOf(word, dialect))
    .map(([label, word]) => ({
      label,
      kind: 'word',
      span,
      text: isNamed ? label : type === 'boollist' ? `${label} = yes` : `${label} = `,
      rank: 0,
      ...(word.replacedBy !== undefined && { deprecated: true }),
      documentation: { kind: 'text', markdown: renderWord(word) },
    }));
}

/** `@label = ` of the groups that are defined or built in. */
export function labelCandidates(
  { configuration, grammar, scope, span, isNamed }: NameContext,
  rank: number,
): Candidate[] {
  if (grammar !== 'new' || (scope !== undefined && !connectionFilters.has(scope.filter))) return [];
  const { dialect } = configuration.decision;
  const ofPro = dialect !== undefined && isPro(dialect) ? Object.keys(proGroupNames) : [];
  const own = configuration.openings.flatMap(({ section }) => section.label?.text ?? []);
  return [...new Set([...own, ...builtInGroupLabels.keys(), ...ofPro])].map((label) => ({
    label,
    kind: 'reference',
    span,
    text: isNamed ? label : `${label} = `,
    detail: 'group',
    rank,
  }));
}
