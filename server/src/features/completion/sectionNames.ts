/** Names of sections: `service <|>` offers the services, `dict <|>` drivers and the names in use. */

import { oldPath } from '../../config/scope.ts';
import type { Dialect } from '../../knowledge/dialect.ts';
import { renderWord } from '../../knowledge/render.ts';
import { isWordOf, wordsOfSectionName } from '../../knowledge/words/index.ts';
import type { SectionNameContext } from './context.ts';
import type { Candidate } from './types.ts';

export function sectionNameCandidates(context: SectionNameContext): Candidate[] {
  const { configuration, filter, grammar, scope, span, hasBrace, offset, document } = context;
  const { dialect } = configuration.decision;
  const words = wordsOfSectionName(grammar === 'old' ? oldPath(filter, scope) : filter, grammar) ?? {};
  const body = (label: string) => (hasBrace ? label : `${label} {\n\t$0\n}`);
  const candidates: Candidate[] = Object.entries(words)
    .filter(([, word]) => isWordOf(word, dialect as Dialect))
    .map(([label, word]) => {
      return {
        label,
        kind: 'word',
        span,
        text: body(label),
        isSnippet: !hasBrace,
        rank: 0,
        documentation: { kind: 'text', markdown: renderWord(word) },
      };
    });
  const names = new Set<string>();
  for (const opening of configuration.openings) {
    const isHere = opening.document === document && opening.section.from <= offset && offset <= opening.section.open;
    if (!isHere && opening.scope.filter === filter && opening.section.name !== undefined)
      names.add(opening.section.name.text);
  }
  for (const name of names) {
    if (Object.hasOwn(words, name)) continue;
    const label = /[\s"={}]/.test(name) ? `"${name}"` : name;
    candidates.push({ label, kind: 'reference', span, text: body(label), isSnippet: !hasBrace, rank: 1 });
  }
  return candidates;
}
