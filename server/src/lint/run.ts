/** Runs rules over a configuration. One broken rule does not empty the list: its error goes to `onError`. */

import type { Configuration } from '../config/configuration.ts';
import { isDeploymentFile, readDeployment } from '../config/deploymentFile.ts';
import { declaredTarget } from '../config/manifests.ts';
import type { Project } from '../config/project.ts';
import { storageModel } from '../config/storage/model.ts';
import { readInfrastructure } from '../manifest/readInfrastructure.ts';
import type { YamlDocument } from '../manifest/yamlDocument.ts';
import { ConfigDocument, hosted, hostedEdit, isSecretPlace } from '../workspace/document.ts';
import { landsInOpenSection } from './edits.ts';
import type { ProjectFile } from './projectFile.ts';
import type { DocumentEdit, Finding, Report, Rule, RuleMeta, Severity } from './rule.ts';

export interface LintOptions {
  readonly rules: readonly Rule[];
  readonly onError: (rule: Rule, error: unknown) => void;
}

const upgradeNote = ' This matters when you upgrade to Dovecot Pro 3.x.';

/** All findings of all rules, where a person sees them. What of them is wanted is for `judge.ts`. */
export function lint(configuration: Configuration, options: LintOptions): Finding[] {
  return runRules(configuration, options).map(hostedFinding);
}

/** Findings where the rules see them, by document and place; a setting that several chains share is found once. */
export function runRules(configuration: Configuration, options: LintOptions): Finding[] {
  const findings: Finding[] = [];
  const storage = storageModel(configuration);
  const { dialect } = configuration.decision;
  const { deployment } = configuration;
  for (const rule of options.rules) {
    if (!looksAt(rule, configuration)) continue;
    const report = (found: Report<string>) => findings.push(toFinding(rule, found, dialect === 'pro-2.3'));
    try {
      rule.check?.({ configuration, storage, dialect, deployment, report });
    } catch (error) {
      options.onError(rule, error);
    }
  }
  findings.sort((a, b) => compare(a.document.uri, b.document.uri) || a.span.from - b.span.from);
  return withoutDuplicates(findings);
}

/** A finding as the author of the file sees it: what is found in embedded text stands in the YAML around it. */
export function hostedFinding(finding: Finding): Finding {
  const { document } = finding;
  if (!(document instanceof ConfigDocument) || document.host === undefined) return finding;
  return hosted({
    ...finding,
    message: isSecretPlace(finding) ? finding.message.replace(/'[^']*'/g, "'********'") : finding.message,
    fixes: finding.fixes.flatMap((fix) => {
      const edits = fix.edits.map(hostedEdit);
      return edits.includes(undefined) ? [] : [{ ...fix, edits: edits as DocumentEdit[] }];
    }),
    related: finding.related.map(hosted),
  });
}

/** What is wrong with a `.dovelint.yaml`; its own words about rules do not count for it. */
export function lintProjectFile(file: ProjectFile, options: LintOptions): Finding[] {
  const findings: Finding[] = [];
  for (const rule of options.rules) {
    const report = (found: Report<string>) => findings.push(toFinding(rule, found));
    try {
      rule.checkProjectFile?.({ file, report });
    } catch (error) {
      options.onError(rule, error);
    }
  }
  return findings;
}

/**
 * What the rules find in a YAML file: a rule about storage only where the project has a configuration, or a declaration,
 * of a dialect that it is made for.
 */
export function lintManifest(document: YamlDocument, project: Project, options: LintOptions): Finding[] {
  const findings: Finding[] = [];
  const all = project.configurations();
  const deploymentFile = isDeploymentFile(document) ? readDeployment(document) : undefined;
  const deployment = deploymentFile?.facts ?? project.manifests.deploymentOf(document.uri);
  const declared = deployment && declaredTarget(deployment)?.dialect;
  const infrastructure = readInfrastructure(document);
  const manifests = project.manifests
    .documents()
    .map((each) => ({ document: each, infrastructure: readInfrastructure(each) }));
  for (const rule of options.rules) {
    if (rule.checkManifest === undefined) continue;
    const configurations = all.filter((configuration) => looksAt(rule, configuration));
    const isMeant = rule.dialects === 'any' || (declared !== undefined && rule.dialects.includes(declared));
    if (configurations.length === 0 && !isMeant) continue;
    const dialects = [...configurations.map(({ decision }) => decision.dialect), declared];
    const upgrade =
      dialects.every((dialect) => dialect === undefined || dialect === 'pro-2.3') && rule.dialects !== 'any';
    const report = (found: Report<string>) => findings.push(hostedFinding(toFinding(rule, found, upgrade)));
    try {
      rule.checkManifest({ document, infrastructure, deploymentFile, deployment, manifests, configurations, report });
    } catch (error) {
      options.onError(rule, error);
    }
  }
  return withoutDuplicates(findings);
}

/** Whether a rule is made for the configuration's dialect. */
export function looksAt({ dialects }: RuleMeta, { decision: { dialect } }: Configuration): boolean {
  return dialects === 'any' || (dialect !== undefined && dialects.includes(dialect));
}

/** A rule's report as a finding; `upgrade` when storage support rules only inform about the upgrade. */
export function toFinding(
  rule: RuleMeta,
  { at, message, data, severity = rule.severity, fixes, related }: Report<string>,
  upgrade = false,
): Finding {
  if (!rule.fixable && fixes !== undefined && fixes.length > 0) throw new Error(`${rule.id} is not declared fixable.`);
  const text = rule.messages[message];
  if (text === undefined) throw new Error(`${rule.id} has no message ${message}.`);
  const isUpgrade = upgrade && rule.statements.length > 0;
  return {
    rule,
    document: at.document,
    span: at.span,
    message: format(text, data ?? {}) + (isUpgrade ? upgradeNote : ''),
    severity: isUpgrade ? weaker(severity) : severity,
    fixes: (fixes ?? []).filter(({ edits }) => !edits.some(landsInOpenSection)),
    related: related ?? [],
  };
}

function weaker(severity: Severity): Severity {
  return severity === 'hint' ? 'hint' : 'information';
}

function format(text: string, data: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same finding reached through several roots counts once. */
export function withoutDuplicates(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, document, span, message }) => {
    const key = `${document.uri} ${span.from} ${span.to} ${rule.id} ${message}`;
    return seen.size !== seen.add(key).size;
  });
}
