// All findings of a project as a user sees them: every rule, suppression comments heard, on one fixed day.

import { allDocuments } from '../../server/src/config/configuration.ts';
import type { Project } from '../../server/src/config/project.ts';
import { Findings, type FindingsOptions } from '../../server/src/lint/findings.ts';
import { ProjectFiles } from '../../server/src/lint/projectFiles.ts';
import type { Finding } from '../../server/src/lint/rule.ts';
import { lintProjectFile } from '../../server/src/lint/run.ts';
import { rules } from '../../server/src/rules/index.ts';
import { uriOf } from './memory.ts';

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

/** In the strictest profile: of every document that the roots reach, of manifests, and of the project file beside `dovecot.conf`. */
export function allFindings(project: Project): Finding[] {
  const documents = project
    .configurations()
    .flatMap(allDocuments)
    .filter(({ host }) => host === undefined);
  const uris = [...new Set([...documents, ...project.manifests.documents()].map(({ uri }) => uri))];
  const findings = findingsOf(project, { policyOf: () => ({ profile: 'strict', rules: {} }) });
  const file = new ProjectFiles(project.store, rules).nearest(uriOf('dovecot.conf'));
  return [
    ...uris.flatMap((uri) => findings.of(uri).findings),
    ...(file === undefined ? [] : lintProjectFile(file, options)),
  ];
}
