/** Findings as SARIF 2.1.0, the OASIS format that code hosts and dashboards read. */

import { renderRulePage } from '../../lint/page.ts';
import { profileOf } from '../../lint/policy.ts';
import type { RuleMeta, Severity } from '../../lint/rule.ts';
import type { Report, ReportedFinding, ReportedPlace } from './report.ts';

declare const DOVELINT_VERSION: string;

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export function sarifFormat({ findings }: Report): string {
  const rules = [...new Map(findings.map(({ rule }) => [rule.id, rule])).values()];
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'dovelint', semanticVersion: DOVELINT_VERSION, rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => result(finding, indexes.get(finding.rule.id)!)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(rule: RuleMeta) {
  return {
    id: rule.id,
    shortDescription: { text: rule.docs.summary },
    fullDescription: { text: rule.docs.why },
    help: { text: rule.docs.why, markdown: renderRulePage(rule) },
    helpUri: rule.source,
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: ['dovecot', profileOf(rule), ...rule.statements] },
  };
}

function result(finding: ReportedFinding, ruleIndex: number) {
  const { rule, severity, message, related, fingerprint, suppressed } = finding;
  return {
    ruleId: rule.id,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [location(finding)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({ id, message: { text: other.message }, ...location(other) })),
    }),
    partialFingerprints: { 'dovelint/v1': fingerprint },
    ...(suppressed !== undefined && { suppressions: [{ kind: 'inSource', justification: suppressed.reason }] }),
  };
}

function location({ file, start, end }: ReportedPlace) {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}
