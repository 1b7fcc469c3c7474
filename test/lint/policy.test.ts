// Profiles hold each other, and the user's word for a rule counts more than any profile.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effectiveSeverity, isAtLeast, isOn, type Policy, profileOf, profiles } from '../../server/src/lint/policy.ts';
import type { Finding } from '../../server/src/lint/rule.ts';
import { rules } from '../../server/src/rules/index.ts';
import { findingsOf } from '../support/findings.ts';
import { memoryProject, uriOf } from '../support/memory.ts';

const text =
  'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://b.s3.eu-central-1.amazonaws.com/\nobox {\n  fs dictmap {\n  }\n  fs s3 {\n  }\n}\nbroken\nlogin_greeting = a#b\n';

function found(policy: Policy): readonly Finding[] {
  const project = memoryProject({ 'dovecot.conf': text });
  return findingsOf(project, { policyOf: () => policy }).of(uriOf('dovecot.conf')).findings;
}

const ids = (policy: Policy) => [...new Set(found(policy).map(({ rule }) => rule.id))].sort();

test('every profile has the rules of the one before it', () => {
  let before: string[] = [];
  for (const profile of profiles) {
    const on = rules.filter((rule) => isOn(rule, { profile, rules: {} })).map(({ id }) => id);
    for (const id of before) assert.ok(on.includes(id), `${id} is in ${profile}`);
    before = on;
  }
  assert.equal(before.length, rules.length, 'strict has every rule');
});

test('a profile follows from severity and statements', () => {
  const of = (id: string) => profileOf(rules.find((rule) => rule.id === id)!);
  assert.equal(of('syntax-error'), 'minimal');
  assert.equal(of('s3-aws-driver-recommended'), 'supported');
  assert.equal(of('comment-ambiguous'), 'recommended');
});

test('findings follow the profile', () => {
  assert.deepEqual(ids({ profile: 'minimal', rules: {} }), ['syntax-error']);
  assert.ok(ids({ profile: 'supported', rules: {} }).includes('s3-aws-driver-recommended'));
  assert.ok(!ids({ profile: 'supported', rules: {} }).includes('comment-ambiguous'));
  assert.ok(ids({ profile: 'recommended', rules: {} }).includes('comment-ambiguous'));
});

test("the user's word for a rule", () => {
  assert.ok(!ids({ profile: 'strict', rules: { 'syntax-error': 'off' } }).includes('syntax-error'));
  const raised = found({ profile: 'minimal', rules: { 'comment-ambiguous': 'error' } });
  assert.deepEqual(
    raised.filter(({ rule }) => rule.id === 'comment-ambiguous').map(({ severity }) => severity),
    ['error'],
  );
  const rule = rules.find(({ id }) => id === 'syntax-error')!;
  assert.equal(effectiveSeverity(rule, 'information', { profile: 'minimal', rules: {} }), 'information');
  assert.ok(isOn(rule, { profile: 'minimal', rules: JSON.parse('{"constructor": "off"}') }));
});

test('thresholds', () => {
  assert.ok(isAtLeast('error', 'warning') && isAtLeast('hint', 'hint') && !isAtLeast('information', 'warning'));
});
