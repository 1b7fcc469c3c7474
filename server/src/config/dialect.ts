/**
 * Which dialect a configuration is written in, and why we think so: the user's setting, the root's
 * `dovecot_config_version`, then evidence in the files.
 */

import { type Dialect, dialectName, dialectOfConfigVersion, type Grammar, grammarOf } from '../knowledge/dialect.ts';
import { isNewOnlySetting, isOldOnlySetting, isProOnlyNewSetting } from '../knowledge/facts.ts';
import type { Assignment, Section, Statement } from '../parser/cst.ts';

/** What `dovecot.target` or `--target` asks for. */
export interface Target {
  readonly dialect: Dialect | undefined;
  /** An exact release, as in `ce-2.4@2.4.5`. */
  readonly release: string | undefined;
  /** Who asks: `--target`, where it is not the editor's setting. */
  readonly askedBy?: string;
}

export const autoTarget: Target = { dialect: undefined, release: undefined };

export interface DialectDecision {
  readonly dialect: Dialect | undefined;
  /** The grammar is often certain where the edition is not. */
  readonly grammar: Grammar | undefined;
  readonly release: string | undefined;
  /** One sentence for the status item: why. */
  readonly reason: string;
}

/** Parses `auto`, `ce-2.4` or `ce-2.4@2.4.5`; undefined for anything else. */
export function parseTarget(text: string): Target | undefined {
  if (text === 'auto' || text === '') return autoTarget;
  const match = /^(ce-2\.3|pro-2\.3|pro-3\.0|ce-2\.4|pro-3\.1)(?:@(\d+(?:\.\d+){1,3}))?$/.exec(text);
  return match === null ? undefined : { dialect: match[1] as Dialect, release: match[2] };
}

/** Evidence that a configuration's statements give. */
export interface Evidence {
  configVersion: string | undefined;
  old: number;
  new: number;
  pro: string | undefined;
}

export function emptyEvidence(): Evidence {
  return { configVersion: undefined, old: 0, new: 0, pro: undefined };
}

const proPlugins = /\b(obox|fts_dovecot)\b/;
const proOldKeys = /^(obox_|metacache_|fts_dovecot)/;

/** Adds what one statement at `depth` (0 is top level) tells. */
export function collectEvidence(evidence: Evidence, statement: Statement, depth: number): void {
  if (statement.kind === 'assignment') collectAssignment(evidence, statement, depth);
  else if (statement.kind === 'section') collectSection(evidence, statement, depth);
}

function collectAssignment(evidence: Evidence, { key, value }: Assignment, depth: number): void {
  const name = key.text;
  if (name === 'dovecot_config_version') {
    evidence.configVersion ??= value.content.text;
    return;
  }
  if (depth === 0) {
    if (isOldOnlySetting(name)) evidence.old++;
    else if (isNewOnlySetting(name)) evidence.new++;
    if (isProOnlyNewSetting(name) && !proOldKeys.test(name)) evidence.pro ??= name;
  }
  if (proOldKeys.test(name)) evidence.pro ??= name;
  if (name === 'mail_plugins' && proPlugins.test(value.content.text)) evidence.pro ??= `mail_plugins`;
  if ((name === 'mail_location' || name === 'mail_driver') && /^obox\b/.test(value.content.text)) evidence.pro ??= name;
}

const proFilters = new Set(['obox', 'metacache']);

function collectSection(evidence: Evidence, { key, name }: Section, depth: number): void {
  const word = key.text;
  if (word === 'plugin' || (depth === 0 && (word === 'passdb' || word === 'userdb') && name === undefined))
    evidence.old++;
  if (word === 'group' || (depth === 0 && isNewOnlySetting(word))) evidence.new++;
  if (depth === 0 && proFilters.has(word)) {
    evidence.new++;
    evidence.pro ??= word;
  }
}

/** Decides; `fallback` says whether old syntax without further evidence means CE 2.3 (true for roots). */
export function decideDialect(target: Target, evidence: Evidence): DialectDecision {
  if (target.dialect !== undefined) {
    const reason = `${target.askedBy ?? 'The setting dovecot.target'} asks for ${dialectName(target.dialect)}.`;
    return { dialect: target.dialect, grammar: grammarOf(target.dialect), release: target.release, reason };
  }
  const { configVersion } = evidence;
  if (configVersion !== undefined) {
    const dialect = dialectOfConfigVersion(configVersion);
    if (dialect !== undefined) {
      const reason = `dovecot_config_version is ${configVersion}.`;
      return { dialect, grammar: grammarOf(dialect), release: undefined, reason };
    }
    const reason = `dovecot_config_version is ${configVersion}, which no known release has.`;
    return { dialect: undefined, grammar: 'new', release: undefined, reason };
  }
  if (evidence.old > evidence.new) {
    const dialect = evidence.pro === undefined ? 'ce-2.3' : 'pro-2.3';
    const pro = evidence.pro === undefined ? '' : ` and ${evidence.pro}, which only Pro has`;
    const reason = `There is no dovecot_config_version, and the files use 2.3 syntax${pro}.`;
    return { dialect, grammar: 'old', release: undefined, reason };
  }
  if (evidence.new > evidence.old) {
    const dialect = evidence.pro === undefined ? 'ce-2.4' : 'pro-3.1';
    const pro = evidence.pro === undefined ? '' : ` and ${evidence.pro}, which only Pro has`;
    const reason = `The files use settings that are new in 2.4${pro}.`;
    return { dialect, grammar: 'new', release: undefined, reason };
  }
  const reason = 'Nothing in the files shows whether they are for 2.3 or 2.4. Set dovecot.target to choose.';
  return { dialect: undefined, grammar: undefined, release: undefined, reason };
}
