/**
 * What is found in one document, over all configurations that reach it, when its suppression comments have been heard.
 * Rules about the comments themselves run last: only then is known what a comment was good for.
 */

import type { Configuration } from '../config/configuration.ts';
import { hasHole } from '../config/holes.ts';
import { YamlDocument } from '../manifest/yamlDocument.ts';
import { forEachStatement } from '../parser/cst.ts';
import type { Span } from '../text/span.ts';
import { ConfigDocument, type SourceDocument } from '../workspace/document.ts';
import { defaultPolicy, effectiveSeverity, isOn, type Policy } from './policy.ts';
import type { Finding, Report, Rule, SuppressionOutcome } from './rule.ts';
import { hostedFinding, looksAt, toFinding, withoutDuplicates } from './run.ts';
import {
  type CommentedText,
  isDay,
  type ReadSuppressions,
  readSuppressions,
  type Suppression,
  SuppressionIndex,
} from './suppressions.ts';

/** What the rules found in one configuration, by the URIs of its documents. */
export interface Linted {
  readonly configuration: Configuration;
  readonly policy: Policy;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

export interface JudgeOptions {
  readonly rules: readonly Rule[];
  /** `2027-01-31`: the core has no clock. */
  readonly today: string;
  readonly onError: (rule: Rule, error: unknown) => void;
}

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: Suppression;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Judges a document where the rules see it: a part of a YAML file by itself. */
export function judge(document: SourceDocument, linted: readonly Linted[], options: JudgeOptions): Verdict {
  const found = linted.flatMap(({ findings, policy }) =>
    (findings.get(document.uri) ?? []).flatMap((one) => wanted(one, policy)),
  );
  return hear(document, withoutDuplicates(found), linted, options);
}

/** Puts the parts of a YAML file together and hears the comments around them. */
export function judgeHost(
  document: SourceDocument,
  parts: readonly Verdict[],
  linted: readonly Linted[],
  options: JudgeOptions,
): Verdict {
  const found = parts.flatMap(({ findings }) => findings.map(hostedFinding));
  const hidden = parts.flatMap(({ suppressed }) => suppressed);
  const { findings, suppressed } = hear(document, withoutDuplicates(found), linted, options);
  return {
    findings,
    suppressed: [...hidden.map((one) => ({ ...one, finding: hostedFinding(one.finding) })), ...suppressed],
  };
}

/** Takes out what the document's comments silence, and adds what is wrong with the comments. */
function hear(
  document: SourceDocument,
  found: readonly Finding[],
  linted: readonly Linted[],
  options: JudgeOptions,
): Verdict {
  const read = readSuppressions(commentedText(document));
  if (read.comments.length === 0) return { findings: found, suppressed: [] };

  const index = new SuppressionIndex(read.suppressions.filter((one) => counts(one, options)));
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of found) {
    const by = finding.rule.suppressible === false ? undefined : index.find(finding.rule.id, finding.span.from);
    if (by === undefined) findings.push(finding);
    else suppressed.push({ finding, by });
  }
  findings.push(...checkComments(document, read, suppressed, linted, options));
  return { findings: findings.sort((a, b) => a.span.from - b.span.from), suppressed };
}

/** The finding as its user wants it: not at all, or with a severity of his own. */
export function wanted(finding: Finding, policy: Policy): readonly Finding[] {
  if (!isOn(finding.rule, policy)) return [];
  return [{ ...finding, severity: effectiveSeverity(finding.rule, finding.severity, policy) }];
}

/** An expired one has no effect; what is no day is reported, and ends nothing. */
function counts({ comment: { until } }: Suppression, { today }: JudgeOptions): boolean {
  return until === undefined || !isDay(until.text) || until.text >= today;
}

function checkComments(
  document: SourceDocument,
  read: ReadSuppressions,
  suppressed: readonly SuppressedFinding[],
  linted: readonly Linted[],
  options: JudgeOptions,
): Finding[] {
  const findings: Finding[] = [];
  const policy = linted[0]?.policy ?? defaultPolicy;
  const used = new Set(suppressed.map(({ by }) => by));
  const isCertain = linted.every(({ configuration }) => configuration.complete);
  const byId = new Map(options.rules.map((rule) => [rule.id, rule]));
  const { comments, surplus } = read;
  const ruleIds = new Set(byId.keys());
  const outcomes = read.suppressions.map((suppression): SuppressionOutcome => {
    const rule = byId.get(suppression.rule.text);
    const looked =
      rule !== undefined &&
      counts(suppression, options) &&
      linted.some(({ configuration, policy: own }) => looksAt(rule, configuration) && isOn(rule, own)) &&
      isCertain &&
      !hasHole(document.text.slice(suppression.covers.from, suppression.covers.to));
    return { ...suppression, target: rule, use: used.has(suppression) ? 'used' : looked ? 'unused' : 'unknown' };
  });
  for (const rule of options.rules) {
    if (rule.checkSuppressions === undefined) continue;
    const report = (found: Report<string>) => findings.push(...wanted(toFinding(rule, found), policy));
    try {
      rule.checkSuppressions({ document, comments, outcomes, surplus, ruleIds, today: options.today, report });
    } catch (error) {
      options.onError(rule, error);
    }
  }
  return findings;
}

/** A text with its comments; what is neither configuration nor YAML has none of ours. */
export function commentedText(document: SourceDocument): CommentedText {
  if (document instanceof ConfigDocument) return configText(document);
  const comments = document instanceof YamlDocument ? document.tree.comments : [];
  return { text: document.text, comments, joins: [] };
}

/** A configuration file's comments, and where its statements run across line ends. */
function configText({ text, tree }: ConfigDocument): CommentedText {
  const joins: Span[] = tree.continuations.map(({ from, to }) => {
    const newline = text.indexOf('\n', to);
    return { from, to: newline === -1 ? text.length : newline + 1 };
  });
  forEachStatement(tree.statements, (statement) => {
    if (statement.kind === 'assignment' && statement.value.style === 'heredoc') joins.push(statement.value);
  });
  return { text, comments: tree.comments, joins: joins.sort((a, b) => a.from - b.from) };
}
