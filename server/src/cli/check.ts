/** `dovelint check`: the project of the named files, linted; fixes applied where asked. */

import { allDocuments, type Configuration } from '../config/configuration.ts';
import type { Target } from '../config/dialect.ts';
import { Project } from '../config/project.ts';
import { safeFixes } from '../lint/fixAll.ts';
import type { Finding, Rule, Severity } from '../lint/rule.ts';
import { lint, withoutDuplicates } from '../lint/run.ts';
import { applyEdits } from '../text/edit.ts';
import { type ConfigDocument, DocumentStore } from '../workspace/document.ts';
import type { Files } from '../workspace/files.ts';

export interface Summary {
  readonly files: number;
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

export interface CheckInput {
  readonly files: Files;
  readonly rules: readonly Rule[];
  readonly target: Target;
  /** Known roots. */
  readonly roots: readonly string[];
  /** The files asked for; findings elsewhere are left out. */
  readonly wanted: readonly string[];
  /** Texts that stand before the files: standard input. */
  readonly buffers: ReadonlyMap<string, string>;
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  /** Files that exist but could not be read as text. */
  readonly unreadable: readonly { readonly uri: string; readonly reason: string }[];
}

export function check(input: CheckInput): CheckResult {
  const project = projectOf(input);
  const wanted = new Set(input.wanted);
  const configurations = new Set<Configuration>();
  const unreadable: { uri: string; reason: string }[] = [];
  const seen = new Set<string>();
  for (const uri of input.wanted) {
    const content = project.store.content(uri);
    if (content.kind === 'unreadable') unreadable.push({ uri, reason: content.reason });
    for (const configuration of project.configurationsFor(uri)) configurations.add(configuration);
  }
  const findings: Finding[] = [];
  for (const configuration of configurations) {
    for (const document of allDocuments(configuration)) if (wanted.has(document.uri)) seen.add(document.uri);
    const all = lintOrThrow(configuration, input.rules);
    findings.push(...all.filter(({ document }) => wanted.has(document.uri)));
  }
  const unique = withoutDuplicates(findings);
  return { findings: unique, summary: summarise(unique, seen.size), unreadable };
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

/** The configurations that the wanted files are a part of, each once. */
export function configurationsOf(input: CheckInput): Configuration[] {
  const project = projectOf(input);
  return [...new Set(input.wanted.flatMap((uri) => project.configurationsFor(uri)))];
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
export function lintOrThrow(configuration: Configuration, rules: readonly Rule[]): Finding[] {
  return lint(configuration, {
    rules,
    onError(rule, error) {
      throw new Error(`Rule ${rule.id} failed: ${error instanceof Error ? error.stack : error}`);
    },
  });
}

/** Every file that the known roots include or name. */
export function reachedFiles(input: CheckInput): string[] {
  return projectOf(input)
    .configurations()
    .flatMap((configuration) => allDocuments(configuration).map(({ uri }) => uri));
}

function projectOf({ files, target, roots, buffers }: CheckInput): Project {
  const store = new DocumentStore(files);
  for (const [uri, text] of buffers) store.open(uri, text);
  const project = new Project(store);
  project.configure({ target, mappings: {} });
  project.setRoots(roots);
  return project;
}

function summarise(findings: readonly Finding[], files: number): Summary {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    files,
    error: count('error'),
    warning: count('warning'),
    information: count('information'),
    hint: count('hint'),
  };
}
