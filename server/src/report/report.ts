/** Makes the report of a root from what its files show and what the rules found. */

import type { Configuration } from '../config/configuration.ts';
import { isPro } from '../knowledge/dialect.ts';
import { statements } from '../knowledge/statements.ts';
import { supportCard } from '../knowledge/support.ts';
import type { Finding, Severity } from '../lint/rule.ts';
import { type ReportFacts, reportFacts } from './facts.ts';
import { judges } from './judges.ts';
import type { Evidence, OverallLevel, Report, ReportLine, StorageLine, Verdict } from './model.ts';

/** An external file of 2.3 that nothing names is no configuration of its own. */
export function isReported({ root }: Configuration): boolean {
  return root.grammar !== 'ext';
}

export function makeReport(configuration: Configuration, findings: readonly Finding[]): Report {
  const { dialect } = configuration.decision;
  const root = configuration.root.uri;
  if (dialect === undefined || !isPro(dialect)) {
    const level = dialect === undefined ? 'unknown' : 'not-applicable';
    return { root, dialect, level, storages: [], lines: [] };
  }
  const facts = reportFacts(configuration, findings);
  const lines = statements.map(({ id }) => lineOf(id, facts));
  const storages = facts.used.map(({ chain, driver, system }): StorageLine => {
    const { title, level } = supportCard(system);
    return { role: chain.role, title, level, at: driver.name };
  });
  return { root, dialect, level: overall(lines, storages, facts), storages, lines };
}

const verdicts: Partial<Record<Severity, Verdict>> = { error: 'not-supported', warning: 'at-your-risk' };

/** A rule that found an error or a warning has the last word. */
function lineOf(id: string, facts: ReportFacts): ReportLine {
  const { verdict, reason, evidence = [], declare } = judges[id]!(facts);
  const found = facts.findings.get(id) ?? [];
  const seen: Evidence[] = found.map(({ document, span, message }) => ({ at: { document, span }, text: message }));
  // On Pro 2.3 all these findings are weakened to information; what they mean for 3.x is the rule's own severity.
  const isUpgrade = facts.configuration.decision.dialect === 'pro-2.3';
  for (const severity of ['error', 'warning'] as const) {
    const worst = found.find((finding) => severity === (isUpgrade ? finding.rule.severity : finding.severity));
    if (worst !== undefined)
      return { statement: id, verdict: verdicts[severity]!, reason: worst.message, evidence: seen, declare };
  }
  return { statement: id, verdict, reason, evidence: [...seen, ...evidence], declare };
}

function overall(
  lines: readonly ReportLine[],
  storages: readonly StorageLine[],
  { isOpen }: ReportFacts,
): OverallLevel {
  if (lines.some(({ verdict }) => verdict === 'not-supported')) return 'unlisted';
  if (isOpen || storages.length === 0) return 'unknown';
  return storages.some(({ level }) => level === 'basic') ? 'basic' : 'premium';
}
