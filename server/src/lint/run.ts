/** Runs rules over a configuration. One broken rule does not empty the list: its error goes to `onError`. */

import type { Configuration } from '../config/configuration.ts';
import { storageModel } from '../config/storage/model.ts';
import { defaultPolicy, effectiveSeverity, isOn, type Policy } from './policy.ts';
import type { Finding, Report, Rule, RuleMeta, Severity } from './rule.ts';

export interface LintOptions {
  readonly rules: readonly Rule[];
  readonly policy?: Policy;
  readonly onError: (rule: Rule, error: unknown) => void;
}

const upgradeNote = ' This matters when you upgrade to Dovecot Pro 3.x.';

/** All findings, by document and place; a setting that several storage chains share is found once. */
export function lint(configuration: Configuration, options: LintOptions): Finding[] {
  const findings: Finding[] = [];
  const storage = storageModel(configuration);
  const { dialect } = configuration.decision;
  const { deployment } = configuration;
  const policy = options.policy ?? defaultPolicy;
  for (const rule of options.rules) {
    if (!looksAt(rule, configuration, policy)) continue;
    const report = (found: Report<string>) => {
      const reported = finding(rule, found, dialect === 'pro-2.3');
      findings.push({ ...reported, severity: effectiveSeverity(rule, reported.severity, policy) });
    };
    try {
      rule.check({ configuration, storage, dialect, deployment, report });
    } catch (error) {
      options.onError(rule, error);
    }
  }
  findings.sort((a, b) => compare(a.document.uri, b.document.uri) || a.span.from - b.span.from);
  return withoutDuplicates(findings);
}

/** Whether a rule is on and made for the configuration's dialect. */
export function looksAt(rule: RuleMeta, { decision: { dialect } }: Configuration, policy: Policy): boolean {
  const isMadeFor = rule.dialects === 'any' || (dialect !== undefined && rule.dialects.includes(dialect));
  return isMadeFor && isOn(rule, policy);
}

function finding(
  rule: Rule,
  { at, message, data, severity, fixes, related }: Report<string>,
  upgrade: boolean,
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
    severity: isUpgrade ? weaker(severity ?? rule.severity) : (severity ?? rule.severity),
    fixes: fixes ?? [],
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
