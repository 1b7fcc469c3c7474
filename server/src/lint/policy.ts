/** Which rules look, and how severe what they find is: a profile and, rule by rule, the user's own word. */

import type { RuleMeta, Severity } from './rule.ts';

/** Each holds all of those before it. */
export const profiles = ['minimal', 'supported', 'recommended', 'strict'] as const;
export type Profile = (typeof profiles)[number];

/** What each adds, for people. */
export const profileSummaries: Readonly<Record<Profile, string>> = {
  minimal: 'Errors: what Dovecot refuses, and what voids the storage support.',
  supported: 'Also all else that the storage support of Dovecot Pro says.',
  recommended: 'Also what works but surprises, is deprecated or can be lost.',
  strict: 'Also what is a matter of taste or of a careful house.',
};

/** Strongest first; `off` silences a rule. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
export const ruleSettings = ['off', ...severities] as const;
export type RuleSetting = Severity | 'off';

/** The severity from which findings fail a run. */
export const thresholds = [...severities, 'never'] as const;
export type Threshold = Severity | 'never';

export interface Policy {
  readonly profile: Profile;
  /** By rule id; counts more than the profile. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export const defaultPolicy: Policy = { profile: 'recommended', rules: {} };

/** The smallest profile that has a rule. */
export function profileOf({ profile, severity, statements }: RuleMeta): Profile {
  if (profile !== undefined) return profile;
  if (severity === 'error') return 'minimal';
  return statements.length > 0 ? 'supported' : 'recommended';
}

/** Whether a rule looks at all. */
export function isOn(rule: RuleMeta, policy: Policy): boolean {
  const set = ownSetting(rule, policy);
  if (set !== undefined) return set !== 'off';
  return profiles.indexOf(profileOf(rule)) <= profiles.indexOf(policy.profile);
}

/** The severity of a finding whose rule is on: the user's word for the rule, else what the rule reported. */
export function effectiveSeverity(rule: RuleMeta, reported: Severity, policy: Policy): Severity {
  const set = ownSetting(rule, policy);
  return set === undefined || set === 'off' ? reported : set;
}

/** Whether a severity is as strong as a threshold. */
export function isAtLeast(severity: Severity, threshold: Threshold): boolean {
  return threshold !== 'never' && severities.indexOf(severity) <= severities.indexOf(threshold);
}

function ownSetting({ id }: RuleMeta, { rules }: Policy): RuleSetting | undefined {
  return Object.hasOwn(rules, id) ? rules[id] : undefined;
}
