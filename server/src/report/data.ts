/** The report as plain data with file names and lines: what is printed, shown and exchanged. */

import { type Dialect, dialectName } from '../knowledge/dialect.ts';
import { statement } from '../knowledge/statements.ts';
import type { Place } from '../lint/rule.ts';
import { maskSecrets } from '../text/secrets.ts';
import { hosted } from '../workspace/document.ts';
import { splitEmbedded } from '../workspace/embeddedFiles.ts';
import { baseName } from '../workspace/paths.ts';
import type { OverallLevel, Report, Verdict } from './model.ts';

export interface PlaceData {
  /** As a person calls it: relative, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly uri: string;
}

export interface ReportData {
  readonly version: 1;
  readonly root: string;
  readonly dialect: Dialect | null;
  /** "Dovecot Pro 3.1+" */
  readonly target: string;
  readonly level: OverallLevel;
  /** A sentence that says what the whole means. */
  readonly summary: string;
  readonly storages: readonly {
    readonly role: 'mail' | 'index' | 'fts';
    readonly title: string;
    readonly level: 'premium' | 'basic' | 'unlisted';
    readonly place: PlaceData;
  }[];
  readonly statements: readonly StatementData[];
}

export interface StatementData {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly declare: string | null;
  readonly evidence: readonly (PlaceData & { readonly text: string })[];
}

/**
 * `fileOf` gives the name of a file for its URI, `lineOf` the line of a place, from 1. Places inside YAML are those of
 * the YAML file.
 */
export function reportData(report: Report, fileOf: (uri: string) => string, lineOf: (at: Place) => number): ReportData {
  const placeOf = (at: Place): PlaceData => {
    const seen = hosted(at);
    return { file: fileOf(seen.document.uri), line: lineOf(seen), uri: seen.document.uri };
  };
  return {
    version: 1,
    root: rootName(report.root, fileOf),
    dialect: report.dialect ?? null,
    target: report.dialect === undefined ? 'An unknown Dovecot' : dialectName(report.dialect),
    level: report.level,
    summary: summaryOf(report),
    storages: report.storages.map(({ role, title, level, at }) => ({ role, title, level, place: placeOf(at) })),
    statements: report.lines.map(({ statement: id, verdict, reason, evidence, declare }) => {
      const { title, text } = statement(id);
      return {
        id,
        title,
        text,
        verdict,
        reason: maskSecrets(reason),
        declare: declare ?? null,
        evidence: onePerLine(evidence.map(({ at, text: seen }) => ({ ...placeOf(at), text: maskSecrets(seen) }))),
      };
    }),
  };
}

/** What a rule says of a line comes first, and says more than the name of what stands there. */
function onePerLine<Seen extends PlaceData>(evidence: readonly Seen[]): Seen[] {
  const lines = new Set<string>();
  return evidence.filter(({ uri, line }) => lines.size !== lines.add(`${uri} ${line}`).size);
}

/** A root inside a YAML file is called by its key, too: `mail.yaml (dovecot.conf)`. */
function rootName(root: string, fileOf: (uri: string) => string): string {
  const embedded = splitEmbedded(root);
  return embedded === undefined ? fileOf(root) : `${fileOf(embedded.host)} (${baseName(embedded.path)})`;
}

const levelSentences: Record<OverallLevel, string> = {
  premium: 'The storage has Premium support.',
  basic: 'The storage has Basic support.',
  unlisted: 'Not everything here is supported.',
  unknown: 'What is used is not fully known.',
  'not-applicable':
    'The storage support statements are about Dovecot Pro 3.x; this configuration is for the Community Edition.',
};

function summaryOf({ level, lines, dialect }: Report): string {
  if (dialect === undefined)
    return 'Nothing shows for which Dovecot this is: set the target, or declare `dovecot.edition` and `dovecot.version` in the deployment manifest.';
  const parts = [levelSentences[level]];
  const counts = (['not-supported', 'at-your-risk', 'unknown', 'open'] as const).flatMap((verdict) => {
    const count = lines.filter((line) => line.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdictNames[verdict].toLowerCase()}`];
  });
  if (counts.length > 0) parts.push(`Of ${lines.length} statements: ${counts.join(', ')}.`);
  if (dialect === 'pro-2.3')
    parts.push('This configuration is for Pro 2.3: read the report as information for the upgrade.');
  return parts.join(' ');
}

/** The verdicts in words, worst first. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  'not-supported': 'Not supported',
  'at-your-risk': 'At your risk',
  unknown: 'Unknown',
  open: 'To check by yourself',
  supported: 'Supported',
  note: 'Always so',
  'not-applicable': 'Does not apply',
};

export interface VerdictGroup {
  readonly verdict: Verdict;
  /** "Not supported (2)" */
  readonly title: string;
  readonly statements: readonly StatementData[];
}

/** The statements by their verdicts, worst first. */
export function byVerdict({ statements }: ReportData): readonly VerdictGroup[] {
  return (Object.keys(verdictNames) as Verdict[]).flatMap((verdict) => {
    const own = statements.filter((each) => each.verdict === verdict);
    return own.length === 0 ? [] : [{ verdict, title: `${verdictNames[verdict]} (${own.length})`, statements: own }];
  });
}

/** What the deployment manifest could answer: the keys of all that is unknown, each once. */
export function keysToDeclare({ statements }: ReportData): readonly string[] {
  return [...new Set(statements.flatMap(({ verdict, declare }) => (verdict === 'unknown' ? (declare ?? []) : [])))];
}

export const levelNames: Readonly<Record<OverallLevel, string>> = {
  premium: 'Premium',
  basic: 'Basic',
  unlisted: 'Not supported',
  unknown: 'Unknown',
  'not-applicable': 'Does not apply',
};

export const roleNames = { mail: 'Mails', index: 'Index bundles', fts: 'Search indexes' } as const;
