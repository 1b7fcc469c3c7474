/** `dovelint check`: the project of the named files, linted; fixes applied where asked. */

import { allDocuments, type Configuration } from '../config/configuration.ts';
import { Project } from '../config/project.ts';
import { Findings } from '../lint/findings.ts';
import { safeFixes } from '../lint/fixAll.ts';
import type { SuppressedFinding } from '../lint/judge.ts';
import type { ProjectFile } from '../lint/projectFile.ts';
import { type EffectiveSettings, mergeSettings, type ProjectFiles, type SettingsLayer } from '../lint/projectFiles.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import type { Report } from '../report/model.ts';
import { isReported, makeReport } from '../report/report.ts';
import { applyEdits } from '../text/edit.ts';
import { type ConfigDocument, DocumentStore } from '../workspace/document.ts';
import type { Files } from '../workspace/files.ts';

export interface Summary {
  readonly files: number;
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
  /** By comments. */
  readonly suppressed: number;
  /** Known before. */
  readonly baseline: number;
}

export interface CheckInput {
  readonly files: Files;
  readonly rules: readonly Rule[];
  /** `2027-01-31`. */
  readonly today: string;
  /** What the command line says; it counts more than a project file. */
  readonly flags: SettingsLayer;
  readonly projectFiles: ProjectFiles;
  /** The project file of the first path: it decides when a run fails. */
  readonly projectFile: ProjectFile | undefined;
  /** Known roots. */
  readonly roots: readonly string[];
  /** YAML files that have something of ours. */
  readonly manifests: readonly string[];
  /** The files asked for; findings elsewhere are left out. */
  readonly wanted: readonly string[];
  /** Texts that stand before the files: standard input. */
  readonly buffers: ReadonlyMap<string, string>;
}

export interface CheckResult {
  /** The files that were read. */
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
  /** What comments silenced. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Files that exist but could not be read as text. */
  readonly unreadable: readonly { readonly uri: string; readonly reason: string }[];
}

export function check(input: CheckInput): CheckResult {
  const project = projectOf(input);
  const all = findingsOf(project, input);
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const unreadable: { uri: string; reason: string }[] = [];
  const files: string[] = [];
  for (const uri of input.wanted) {
    const content = project.store.content(uri);
    if (content.kind === 'unreadable') unreadable.push({ uri, reason: content.reason });
    const parts = project.partsOf(uri);
    if (project.isManifest(uri) || parts.some((part) => project.configurationsFor(part).length > 0)) files.push(uri);
    const verdict = all.of(uri);
    findings.push(...verdict.findings);
    suppressed.push(...verdict.suppressed);
  }
  return { files, findings, suppressed, unreadable };
}

/** Applies safe fixes until nothing changes, at most ten rounds. Returns the new text of every changed file. */
export function fixAll(input: CheckInput): Map<string, string> {
  const texts = new Map(input.buffers);
  const changed = new Map<string, string>();
  for (let round = 0; round < 10; round++) {
    const { findings } = check({ ...input, buffers: texts });
    const edits = safeFixes(findings);
    if (edits.length === 0) break;
    for (const document of new Set(edits.map((edit) => edit.document))) {
      const own = edits.filter((edit) => edit.document === document);
      const text = applyEdits(document.text, own);
      texts.set(document.uri, text);
      changed.set(document.uri, text);
    }
  }
  return changed;
}

/** The storage support report of every configuration that the wanted files are a part of. */
export function reportsOf(input: CheckInput): Report[] {
  const project = projectOf(input);
  const all = findingsOf(project, input);
  return wantedConfigurations(project, input)
    .filter(isReported)
    .map((configuration) => makeReport(configuration, all.in(configuration)));
}

/** The configurations that the wanted files are a part of, each once. */
export function configurationsOf(input: CheckInput): Configuration[] {
  return wantedConfigurations(projectOf(input), input);
}

function wantedConfigurations(project: Project, input: CheckInput): Configuration[] {
  const parts = input.wanted.flatMap((uri) => project.partsOf(uri));
  return [...new Set(parts.flatMap((part) => project.configurationsFor(part)))];
}

/** The wanted files as their configurations read them. */
export function documentsOf(input: CheckInput): ConfigDocument[] {
  const project = projectOf(input);
  return input.wanted.flatMap((uri) => {
    const [configuration] = project.configurationsFor(uri);
    return configuration === undefined ? [] : allDocuments(configuration).filter((document) => document.uri === uri);
  });
}

/** On the command line a broken rule must not look like a clean file. */
export function throwIt(rule: Rule, error: unknown): never {
  throw new Error(`Rule ${rule.id} failed: ${error instanceof Error ? error.stack : error}`);
}

/** Every file that the known roots include or name. */
export function reachedFiles(input: CheckInput): string[] {
  return projectOf(input)
    .configurations()
    .flatMap((configuration) => allDocuments(configuration).map(({ uri, host }) => host?.document.uri ?? uri));
}

function findingsOf(project: Project, input: CheckInput): Findings {
  return new Findings(project, {
    rules: input.rules,
    today: () => input.today,
    policyOf: ({ root }) => settingsOf(root.uri, input).policy,
    onError: throwIt,
  });
}

function projectOf(input: CheckInput): Project {
  const store = new DocumentStore(input.files);
  for (const [uri, text] of input.buffers) store.open(uri, text);
  const project = new Project(store);
  project.configure((root) => settingsOf(root, input));
  project.setRoots(input.roots);
  project.setManifests(input.manifests);
  return project;
}

function settingsOf(root: string, { flags, projectFiles }: CheckInput): EffectiveSettings {
  return mergeSettings([flags, projectFiles.layer(root)]);
}
