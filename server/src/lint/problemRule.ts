/** Rules that put into words what `config/check` finds: a message for every code, and fixes where an edit helps. */

import { problemsOf } from '../config/check/check.ts';
import { keyOf } from '../config/check/context.ts';
import type { Problem, ProblemCode } from '../config/check/problem.ts';
import type { Configuration } from '../config/configuration.ts';
import { type DocumentEdit, defineRule, type Fix, type Related, type Rule, type RuleMeta } from './rule.ts';

interface ProblemRule<Code extends ProblemCode>
  extends Omit<RuleMeta, 'messages' | 'dialects' | 'statements' | 'fixable'> {
  readonly messages: Readonly<Record<Code, string>>;
  readonly fixes?: Partial<Record<Code, Fixer>>;
  /** What the place that a problem collides with is. */
  readonly related?: string;
}

export type Fixer = (problem: Problem, configuration: Configuration) => readonly Fix[];

/** Every code of `messages` is this rule's; no other rule may have it. */
export function defineProblemRule<Code extends ProblemCode>(definition: ProblemRule<Code>): Rule {
  const { fixes = {}, related, ...meta } = definition;
  const fixers: Partial<Record<ProblemCode, Fixer>> = fixes;
  const codes = Object.keys(meta.messages) as Code[];
  return defineRule({
    ...meta,
    dialects: 'any',
    statements: [],
    fixable: Object.keys(fixers).length > 0,
    check({ configuration, report }) {
      const problems = problemsOf(configuration);
      for (const code of codes) {
        for (const problem of problems.get(code) ?? []) {
          report({
            at: { document: problem.document, span: problem.span },
            message: code,
            data: problem.data,
            severity: problem.certainty,
            fixes: fixers[code]?.(problem, configuration) ?? [],
            related: relatedOf(problem, related),
          });
        }
      }
    },
  });
}

function relatedOf({ other }: Problem, message: string | undefined): Related[] {
  if (other === undefined || message === undefined) return [];
  return [{ document: other.document, span: keyOf(other), message }];
}

/** Replaces the text that the problem is about. */
export function replacing({ document, span }: Problem, text: string, title: string, safe: boolean): Fix {
  return { title, safe, edits: [{ document, span, text }] };
}

/** Did you mean: puts the suggestion in the place of the name. The right name at a wrong place is no slip. */
export const takeSuggestion: Fixer = (problem) => {
  const { document, span, data } = problem;
  const { suggestion } = data;
  if (suggestion === undefined || document.text.slice(span.from, span.to) === suggestion) return [];
  return [replacing(problem, suggestion, `Write '${suggestion}'`, false)];
};

/** Removes the lines that a statement stands on. */
export function withoutLines({ document }: Problem, from: number, to: number): DocumentEdit {
  const start = document.text.lastIndexOf('\n', from - 1) + 1;
  const newline = document.text.indexOf('\n', to);
  return { document, span: { from: start, to: newline === -1 ? document.text.length : newline + 1 }, text: '' };
}
