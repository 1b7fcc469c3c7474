// All findings of a project as a user sees them: every rule, suppression comments heard, on one fixed day.

import { allDocuments } from '../../server/src/config/configuration.ts';
import type { Project } from '../../server/src/config/project.ts';
import { Findings, type FindingsOptions } from '../../server/src/lint/findings.ts';
import type { Finding } from '../../server/src/lint/rule.ts';
import { rules } from '../../server/src/rules/index.ts';

export const today = '2026-06-15';

const options: FindingsOptions = {
  rules,
  today: () => today,
  onError(rule, error) {
    throw new Error(`${rule.id}: ${error instanceof Error ? error.stack : error}`);
  },
};

export function findingsOf(project: Project, more: Partial<FindingsOptions> = {}): Findings {
  return new Findings(project, { ...options, ...more });
}

/** Of every document that the roots reach, in order, in the strictest profile. */
export function allFindings(project: Project): Finding[] {
  const documents = project.configurations().flatMap(allDocuments);
  const uris = [...new Set(documents.map(({ uri }) => uri))];
  const findings = findingsOf(project, { policyOf: () => ({ profile: 'strict', rules: {} }) });
  return uris.flatMap((uri) => findings.of(uri).findings);
}
