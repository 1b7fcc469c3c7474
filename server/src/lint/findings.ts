/** The findings of a project, document by document; what rules found in a configuration is kept as long as it lives. */

import { allDocuments, type Configuration } from '../config/configuration.ts';
import type { Project } from '../config/project.ts';
import { type JudgeOptions, judge, judgeHost, type Linted, type Verdict, wanted } from './judge.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import type { Finding } from './rule.ts';
import { hostedFinding, lintManifest, runRules } from './run.ts';

export interface FindingsOptions extends Omit<JudgeOptions, 'today'> {
  today(): string;
  policyOf?(configuration: Configuration): Policy;
}

export class Findings {
  readonly #project: Project;
  readonly #options: FindingsOptions;
  readonly #linted = new WeakMap<Configuration, Linted>();

  constructor(project: Project, options: FindingsOptions) {
    this.#project = project;
    this.#options = options;
  }

  /** Those in one file, judged in every configuration that reaches it or a part of it. */
  of(uri: string): Verdict {
    const options = { ...this.#options, today: this.#options.today() };
    const parts = this.#project.partsOf(uri).flatMap((part) => this.#part(part, options) ?? []);
    const host = this.#project.isManifest(uri) ? this.#project.store.yaml(uri) : undefined;
    if (host === undefined) return parts[0]?.verdict ?? { findings: [], suppressed: [] };
    const linted = [...new Set(parts.flatMap((part) => part.linted))];
    const policy = this.#policyFor(linted);
    const own = lintManifest(host, this.#project, this.#options).flatMap((finding) => wanted(finding, policy));
    return judgeHost(
      host,
      [{ findings: own, suppressed: [] }, ...parts.map(({ verdict }) => verdict)],
      linted,
      options,
    );
  }

  /** All that the rules find in a configuration and the manifests around it, whatever its user wants to see. */
  in(configuration: Configuration): readonly Finding[] {
    const own = [...this.#lint(configuration).findings.values()].flat().map(hostedFinding);
    const manifests = this.#project.manifests.documents();
    return [...own, ...manifests.flatMap((manifest) => lintManifest(manifest, this.#project, this.#options))];
  }

  #part(uri: string, options: JudgeOptions) {
    const configurations = this.#project.configurationsFor(uri);
    const document = configurations[0] && allDocuments(configurations[0]).find((each) => each.uri === uri);
    if (document === undefined) return undefined;
    const linted = configurations.map((configuration) => this.#lint(configuration));
    return { linted, verdict: judge(document, linted, options) };
  }

  /** A manifest without configuration of its own is judged as the project's first configuration is. */
  #policyFor(linted: readonly Linted[]): Policy {
    const [configuration] = this.#project.configurations();
    return linted[0]?.policy ?? (configuration && this.#options.policyOf?.(configuration)) ?? defaultPolicy;
  }

  #lint(configuration: Configuration): Linted {
    let linted = this.#linted.get(configuration);
    if (linted === undefined) {
      const policy = this.#options.policyOf?.(configuration) ?? defaultPolicy;
      linted = { configuration, policy, findings: byDocument(runRules(configuration, this.#options)) };
      this.#linted.set(configuration, linted);
    }
    return linted;
  }
}

function byDocument(findings: readonly Finding[]): Map<string, Finding[]> {
  const grouped = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = grouped.get(finding.document.uri);
    if (same === undefined) grouped.set(finding.document.uri, [finding]);
    else same.push(finding);
  }
  return grouped;
}
