/** Our own verdict on the same files: acceptance, the line at which Dovecot would stop, effective values. */

import { problemsOf } from '../../server/src/config/check/check.ts';
import { assemble, type Configuration } from '../../server/src/config/configuration.ts';
import { printEffective } from '../../server/src/config/effective/print/index.ts';
import type { Finding, Place } from '../../server/src/lint/rule.ts';
import { lint } from '../../server/src/lint/run.ts';
import { pathAt } from '../../server/src/parser/cst.ts';
import { rules } from '../../server/src/rules/index.ts';
import { type ConfigDocument, DocumentStore } from '../../server/src/workspace/document.ts';
import { folder, memoryFiles, uriOf } from '../support/memory.ts';
import { type OracleCase, targets } from './case.ts';
import { lateCodes, runtimeRules } from './runtime.ts';
import { readValues, type Values } from './values.ts';

export interface OurError {
  readonly file: string;
  /** As doveconf counts: the last physical line of a continued one. */
  readonly line: number;
  readonly rule: string;
  readonly message: string;
  /** Found after everything was read, where Dovecot names no line. */
  readonly isLate: boolean;
}

export interface OurVerdict {
  /** In the order in which Dovecot comes upon them. */
  readonly errors: readonly OurError[];
  readonly values: Values;
}

export function judge({ version, release, files, root }: OracleCase): OurVerdict {
  const uri = uriOf(root ?? 'dovecot.conf');
  const store = new DocumentStore(memoryFiles(files));
  const target = { ...targets[version], ...(release && { release }) };
  const configuration = assemble(uri, store, { target, mappings: {}, isRoot: true });
  if (configuration === undefined) throw new Error(`${uri} cannot be read.`);
  const onError = (rule: { id: string }, error: unknown) => {
    throw new Error(`${rule.id}: ${error instanceof Error ? error.stack : error}`);
  };
  const errors = lint(configuration, { rules, onError }).filter(
    ({ severity, rule }) => severity === 'error' && !Object.hasOwn(runtimeRules, rule.id),
  );
  const late = latePlaces(configuration);
  const found = inReadingOrder(errors, configuration).map((finding) => ourError(finding, late.has(placeOf(finding))));
  return {
    errors: [...found.filter(({ isLate }) => !isLate), ...found.filter(({ isLate }) => isLate)],
    values: readValues(printEffective(configuration, false)),
  };
}

function ourError({ document, span, rule, message }: Finding, isLate: boolean): OurError {
  const line = logicalLineEnd(document, span.from);
  return { file: document.uri.slice(folder.length + 1), line, rule: rule.id, message, isLate };
}

function placeOf({ document, span }: Place): string {
  return `${document.uri} ${span.from} ${span.to}`;
}

function latePlaces(configuration: Configuration): Set<string> {
  const places = new Set<string>();
  for (const [code, problems] of problemsOf(configuration)) {
    if (lateCodes.has(code)) for (const problem of problems) places.add(placeOf(problem));
  }
  for (const document of configuration.documents) {
    for (const error of document.tree.errors) {
      if (lateCodes.has(error.code)) places.add(placeOf({ document, span: error }));
    }
  }
  return places;
}

/** The physical line, from 1, on which the statement at the offset ends; for a section, the line of its head. */
function logicalLineEnd(document: Place['document'], offset: number): number {
  const path = 'tree' in document ? pathAt((document as ConfigDocument).tree, offset) : [];
  const statement = path[path.length - 1];
  let end = offset;
  if (statement?.kind === 'section') end = offset > statement.open ? offset : statement.open;
  else if (statement !== undefined) end = statement.to;
  return document.text.slice(0, end).split('\n').length;
}

/** Dovecot reads an included file before the line that follows the include. */
function inReadingOrder(findings: readonly Finding[], configuration: Configuration): Finding[] {
  const places = new Map<string, readonly number[]>([[configuration.root.uri, []]]);
  for (const { include, document, resolved } of configuration.includes) {
    if (resolved.kind !== 'files') continue;
    const outer = places.get(document.uri) ?? [];
    for (const [index, uri] of resolved.uris.entries()) {
      if (!places.has(uri)) places.set(uri, [...outer, include.from, index]);
    }
  }
  const place = ({ document, span }: Finding) => [...(places.get(document.uri) ?? []), span.from];
  return [...findings].sort((a, b) => compare(place(a), place(b)));
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a[at] !== b[at]) return a[at]! - b[at]!;
  }
  return a.length - b.length;
}
