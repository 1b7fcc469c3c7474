// The rules on variables against what is surely right – Dovecot's own defaults, our own teaching – and by release.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseTarget } from '../../server/src/config/dialect.ts';
import { completion } from '../../server/src/features/completion.ts';
import { hover } from '../../server/src/features/hover.ts';
import settings23 from '../../server/src/knowledge/generated/settings-2.3.json' with { type: 'json' };
import settings24 from '../../server/src/knowledge/generated/settings-2.4.json' with { type: 'json' };
import { newTeaching, oldTeaching } from '../../server/src/knowledge/teaching/index.ts';
import type { Finding } from '../../server/src/lint/rule.ts';
import { lint } from '../../server/src/lint/run.ts';
import { rules } from '../../server/src/rules/index.ts';
import { configurationOf, memoryProject } from '../support/memory.ts';

const own = rules.filter(({ id }) => id.startsWith('variable-'));

function findings(text: string, target: string): Finding[] {
  const configuration = configurationOf({ 'dovecot.conf': text }, parseTarget(target)!);
  return lint(configuration, { rules: own, onError: (rule, error) => assert.fail(`${rule.id}: ${error}`) });
}

function messages(text: string, target: string): string[] {
  return findings(text, target).map(({ rule, message }) => `${rule.id}: ${message}`);
}

/** The defaults that hold a percent sign, one line each. */
function defaults(settings: Readonly<Record<string, { readonly type: string; readonly default?: string }>>): string[] {
  return Object.entries(settings)
    .filter(([name, fact]) => fact.default?.includes('%') === true && !name.includes('/'))
    .map(([name, fact]) => `${name} = ${fact.default}\n`);
}

test("Dovecot's own defaults are right", () => {
  const of24 = defaults(settings24.settings);
  const of23 = defaults(settings23.settings);
  console.log(`${of24.length} defaults of 2.4 and ${of23.length} of 2.3 hold a percent sign`);
  assert.ok(of24.length > 20 && of23.length > 10);
  assert.deepEqual(messages(of24.join(''), 'ce-2.4'), []);
  assert.deepEqual(messages(of24.join(''), 'pro-3.1'), []);
  assert.deepEqual(messages(of23.join(''), 'ce-2.3'), []);
});

test("the teaching's examples are right", () => {
  const wrong: string[] = [];
  for (const [tables, target] of [
    [newTeaching, 'ce-2.4'],
    [oldTeaching, 'ce-2.3'],
  ] as const) {
    for (const [name, { example }] of tables.flatMap((table) => Object.entries(table))) {
      if (example?.includes('%') === true)
        wrong.push(...messages(`${example}\n`, target).map((found) => `${name}: ${found}`));
    }
  }
  assert.deepEqual(wrong, []);
});

test('what only some releases refuse is an error only for those', () => {
  const severities = (text: string, target: string) => findings(text, target).map(({ severity }) => severity);
  const list = 'mail_plugins = %{user | bad(}\n';
  assert.deepEqual(severities(list, 'ce-2.4'), ['information']);
  assert.deepEqual(severities(list, 'ce-2.4@2.4.1'), []);
  assert.deepEqual(severities(list, 'ce-2.4@2.4.3'), ['information']);
  assert.deepEqual(severities(list, 'ce-2.4@2.4.5'), ['error']);
  const text = 'mail_path = %{user | bad(}\n';
  for (const target of ['ce-2.4', 'ce-2.4@2.4.1', 'ce-2.4@2.4.5', 'pro-3.1']) {
    assert.deepEqual(severities(text, target), ['error'], target);
  }
  const filter = "mail_path = %{time:unix | date('%Y')}\n";
  assert.deepEqual(severities(filter, 'ce-2.4'), []);
  assert.deepEqual(severities(filter, 'ce-2.4@2.4.5'), []);
  assert.deepEqual(severities(filter, 'ce-2.4@2.4.1'), ['warning']);
});

test('templates, files and what is not expanded are left alone', () => {
  for (const text of [
    'mail_path = /srv/%{{ x }}\n',
    'mail_path = ${BASE}/%{nosuch\n',
    'mail_path = /srv/%{base_dir}/%%{user}\n',
    'ssl_server_key_file = inline:%{x\n',
    'mail_path = </etc/%{x\n',
    'log_timestamp = "%u %d "\n',
    'mail_ext_attachment_hash = %{sha512:80}\n',
    'nosuch_setting = %{x\n',
    'auth_policy_request_attributes {\n  login = %{requested_username}\n}\n',
    'mail_path = %{plugin_of_mine:x}/%{nosuch | default(home)}\n',
    "passdb sql {\n  query = SELECT 1 FROM u WHERE a LIKE '%u%' AND b = '%{user}'\n}\n",
    'http_client_proxy_url = http://proxy/%2f%u\n',
    'doveadm_password = a%ub\n',
  ]) {
    assert.deepEqual(messages(text, 'ce-2.4'), [], text);
  }
  for (const text of [
    'log_timestamp = "%b %d "\n',
    'login_greeting = 100% %{whatever}\n',
    'mail_location = maildir:{{ x }}/%z\n',
    'plugin {\n  quota_rule = *:storage=10%%\n  sieve_vacation_default_subject_template = Auto: %$\n}\n',
    'passdb {\n  args = /etc/%x\n}\n',
  ]) {
    assert.deepEqual(messages(text, 'ce-2.3'), [], text);
  }
});

const unit = fc.constantFrom(
  ...'%{}|()=,;:\'"\\ uLd1.-x'.split(''),
  '%{',
  'user',
  '%{if;',
  'env:',
  'lower',
  'constructor',
);

test('no value makes a rule, hover or completion throw', () => {
  const project = memoryProject({});
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), fc.constantFrom('ce-2.4', 'ce-2.3'), (value, target) => {
      const setting = target === 'ce-2.4' ? 'mail_path' : 'mail_location';
      const text = `${setting} = ${value}\n`;
      findings(text, target);
      const configuration = configurationOf({ 'dovecot.conf': text }, parseTarget(target)!);
      for (let offset = setting.length + 3; offset < text.length; offset++) {
        hover(configuration, configuration.root, offset);
        completion(configuration, configuration.root, offset, project.locating(configuration));
      }
    }),
    { numRuns: 500 },
  );
});
