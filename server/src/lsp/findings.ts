/** Findings per document, cached as long as the configurations they come from. */

import { allDocuments, type Configuration } from '../config/configuration.ts';
import type { Project } from '../config/project.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { lint, withoutDuplicates } from '../lint/run.ts';
import type { ConfigDocument } from '../workspace/document.ts';

export class Findings {
  readonly #project: Project;
  readonly #rules: readonly Rule[];
  readonly #onError: (rule: Rule, error: unknown) => void;
  readonly #cache = new WeakMap<Configuration, readonly Finding[]>();

  constructor(project: Project, rules: readonly Rule[], onError: (rule: Rule, error: unknown) => void) {
    this.#project = project;
    this.#rules = rules;
    this.#onError = onError;
  }

  /** Those in one document, judged in every configuration that reaches it. */
  of(uri: string): Finding[] {
    const all = this.#project.configurationsFor(uri).flatMap((configuration) => this.in(configuration));
    return withoutDuplicates(all.filter((finding) => finding.document.uri === uri));
  }

  documentIn(configuration: Configuration, uri: string): ConfigDocument | undefined {
    return allDocuments(configuration).find((document) => document.uri === uri);
  }

  /** All those of a configuration. */
  in(configuration: Configuration): readonly Finding[] {
    let found = this.#cache.get(configuration);
    if (found === undefined) {
      found = lint(configuration, { rules: this.#rules, onError: this.#onError });
      this.#cache.set(configuration, found);
    }
    return found;
  }
}
