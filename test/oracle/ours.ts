/** Our own verdict on the same files: acceptance, the line at which Dovecot would stop, effective values. */

import { problemsOf } from '../../server/src/config/check/check.ts';
import { assemble, type Configuration } from '../../server/src/config/configuration.ts';
import { printEffective } from '../../server/src/config/effective/print/index.ts';
import type { Finding, Place } from '../../server/src/lint/rule.ts';
import { lint } from '../../server/src/lint/run.ts';
import { pathAt, type Statement } from '../../server/src/parser/cst.ts';
import { rules } from '../../server/src/rules/index.ts';
import { type ConfigDocument, DocumentStore } from '../../server/src/workspace/document.ts';
import { folder, memoryFiles, uriOf } from '../support/memory.ts';
import { type OracleCase, targets } from './case.ts';
import { groupCodes, isRuntime, lateCodes, lateRules } from './runtime.ts';
import { readValues, type Values } from './values.ts';

export interface OurError {
  readonly file: string;
  /** As doveconf counts: the last physical line of a continued one. */
  readonly line: number;
  readonly rule: string;
  /** Of the problem or syntax error; empty for other rules. */
  readonly code: string;
  readonly message: string;
  /** Found after everything was read, where Dovecot names no line. */
  readonly isLate: boolean;
}

export interface OurVerdict {
  /** In the order in which Dovecot comes upon them. */
  readonly errors: readonly OurError[];
  readonly values: Values;
}

export function judge({ version, release, files, root, filters = [] }: OracleCase): OurVerdict {
  const uri = uriOf(root ?? 'dovecot.conf');
  const store = new DocumentStore(memoryFiles(files));
  const target = { ...targets[version], ...(release && { release }) };
  const configuration = assemble(uri, store, { target, mappings: {}, isRoot: true });
  if (configuration === undefined) throw new Error(`${uri} cannot be read.`);
  const onError = (rule: { id: string }, error: unknown) => {
    throw new Error(`${rule.id}: ${error instanceof Error ? error.stack : error}`);
  };
  const errors = lint(configuration, { rules, onError }).filter(
    ({ severity, rule, document, span }) =>
      severity === 'error' && !isRuntime(rule.id, document.text.slice(span.from, span.to)),
  );
  const codes = codesOf(configuration);
  const order = readingOrder(configuration);
  const found = errors
    .map((finding): Met => {
      const code = codes.get(placeOf(finding)) ?? '';
      const offset = code === 'required-missing' ? closingOffset(finding) : finding.span.from;
      const isLate = lateCodes[version].has(code) || lateRules[version].has(finding.rule.id);
      return { finding, code, offset, isLate };
    })
    .sort((a, b) => stage(a) - stage(b) || compare(order(a), order(b)));
  const connection = new Map(filters.map((filter) => filter.split('=') as [string, string]));
  return { errors: found.map(ourError), values: readValues(printEffective(configuration, false, connection)) };
}

/** A finding, and where Dovecot comes upon it. */
interface Met {
  readonly finding: Finding;
  readonly code: string;
  readonly offset: number;
  readonly isLate: boolean;
}

/** In which pass Dovecot comes upon it. */
function stage({ isLate, code }: Met): number {
  if (isLate) return 2;
  return groupCodes.has(code) ? 1 : 0;
}

function ourError({ finding: { document, rule, message }, code, offset, isLate }: Met): OurError {
  // The end of a here-document is looked for in all that follows.
  const line =
    code === 'heredoc-unterminated'
      ? lineOf(document, document.text.trimEnd().length)
      : logicalLineEnd(document, offset);
  return { file: document.uri.slice(folder.length + 1), line, rule: rule.id, code, message, isLate };
}

function placeOf({ document, span }: Place): string {
  return `${document.uri} ${span.from} ${span.to}`;
}

/** What the findings of problems and of syntax errors are about, by place. */
function codesOf(configuration: Configuration): Map<string, string> {
  const codes = new Map<string, string>();
  for (const [code, problems] of problemsOf(configuration)) {
    for (const problem of problems) codes.set(placeOf(problem), code);
  }
  for (const document of configuration.documents) {
    for (const error of document.tree.errors) codes.set(placeOf({ document, span: error }), error.code);
  }
  return codes;
}

function statementAt(document: Place['document'], offset: number): Statement | undefined {
  return 'tree' in document ? pathAt((document as ConfigDocument).tree, offset).at(-1) : undefined;
}

/** Dovecot misses a setting when the section closes. */
function closingOffset({ document, span }: Finding): number {
  const statement = statementAt(document, span.from);
  return (statement?.kind === 'section' ? statement.close?.from : undefined) ?? span.from;
}

/** The last physical line, from 1, of the logical line at the offset, or of its here-document. */
function logicalLineEnd(document: Place['document'], offset: number): number {
  const statement = statementAt(document, offset);
  let end = statement?.kind === 'assignment' ? statement.to : offset;
  const joins = 'tree' in document ? (document as ConfigDocument).tree.continuations : [];
  for (const { from } of joins) {
    if (from >= end && !document.text.slice(end, from).includes('\n')) end = document.text.indexOf('\n', from) + 1;
  }
  return lineOf(document, end);
}

function lineOf({ text }: Place['document'], offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Dovecot reads an included file before the line that follows the include. */
function readingOrder(configuration: Configuration): (met: Met) => readonly number[] {
  const places = new Map<string, readonly number[]>([[configuration.root.uri, []]]);
  for (const { include, document, resolved } of configuration.includes) {
    if (resolved.kind !== 'files') continue;
    const outer = places.get(document.uri) ?? [];
    for (const [index, uri] of resolved.uris.entries()) {
      if (!places.has(uri)) places.set(uri, [...outer, include.from, index]);
    }
  }
  return ({ finding, offset }) => [...(places.get(finding.document.uri) ?? []), offset];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a[at] !== b[at]) return a[at]! - b[at]!;
  }
  return a.length - b.length;
}
