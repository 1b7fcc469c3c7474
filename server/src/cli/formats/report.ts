/** What every format prints: plain data in which nothing is secret any more. */

import type { SuppressedFinding } from '../../lint/judge.ts';
import type { Finding, RuleMeta, Severity } from '../../lint/rule.ts';
import type { Position } from '../../text/lineIndex.ts';
import { maskSecrets } from '../../text/secrets.ts';
import type { CheckResult, Summary } from '../check.ts';
import { type Excerpt, excerptOf } from '../excerpt.ts';
import { fingerprints } from '../fingerprint.ts';

export interface ReportedPlace {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  /** Zero-based, in UTF-16 units. */
  readonly start: Position;
  readonly end: Position;
}

export interface ReportedFinding extends ReportedPlace {
  readonly rule: RuleMeta;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
  readonly related: readonly (ReportedPlace & { readonly message: string })[];
  readonly excerpt: Excerpt;
  /** Unique in its file; the same in the next run. */
  readonly fingerprint: string;
  /** By a comment. */
  readonly suppressed: { readonly reason: string | undefined; readonly until: string | undefined } | undefined;
}

export interface Report {
  /** All files that were looked at. */
  readonly files: readonly string[];
  readonly findings: readonly ReportedFinding[];
  readonly summary: Summary;
  /** Whether a finding makes the run fail. */
  fails(finding: ReportedFinding): boolean;
}

export type Format = (report: Report) => string;

/** Every file with its findings. */
export function byFile({ files, findings }: Report): (readonly [file: string, findings: readonly ReportedFinding[]])[] {
  const grouped = new Map<string, ReportedFinding[]>(files.map((file) => [file, []]));
  for (const finding of findings) {
    const same = grouped.get(finding.file);
    if (same === undefined) grouped.set(finding.file, [finding]);
    else same.push(finding);
  }
  return [...grouped];
}

export type PathOf = (uri: string) => string;

/** The findings of a run, and what comments suppressed where that is to be shown. */
export function reportedFindings(
  { findings, suppressed }: Pick<CheckResult, 'findings' | 'suppressed'>,
  pathOf: PathOf,
): ReportedFinding[] {
  const prints = fingerprints([...findings, ...suppressed.map(({ finding }) => finding)]);
  const by = new Map<Finding, SuppressedFinding['by']>(suppressed.map((one) => [one.finding, one.by]));
  return [...prints]
    .map(([finding, fingerprint]) => reported(finding, fingerprint, by.get(finding), pathOf))
    .sort(inOrder);
}

/** One finding by itself. */
export function reportedFinding(finding: Finding, pathOf: PathOf): ReportedFinding {
  return reportedFindings({ findings: [finding], suppressed: [] }, pathOf)[0]!;
}

function reported(
  finding: Finding,
  fingerprint: string,
  by: SuppressedFinding['by'] | undefined,
  pathOf: PathOf,
): ReportedFinding {
  const { rule, severity, message, fixes, related } = finding;
  const reason = by?.comment.reason;
  return {
    ...placeOf(finding, pathOf),
    rule,
    severity,
    message: maskSecrets(message),
    fixes: fixes.map(({ title, safe }) => ({ title: maskSecrets(title), safe })),
    related: related.map((other) => ({ ...placeOf(other, pathOf), message: maskSecrets(other.message) })),
    excerpt: excerptOf(finding),
    fingerprint,
    suppressed: by && { reason: reason === undefined ? undefined : maskSecrets(reason), until: by.comment.until?.text },
  };
}

/** Where a span is. */
export function placeOf({ document, span }: Pick<Finding, 'document' | 'span'>, pathOf: PathOf): ReportedPlace {
  return {
    file: pathOf(document.uri),
    start: document.lines.positionAt(span.from),
    end: document.lines.positionAt(span.to),
  };
}

function inOrder(a: ReportedFinding, b: ReportedFinding): number {
  const byFile = a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
  return byFile || a.start.line - b.start.line || a.start.character - b.start.character;
}
