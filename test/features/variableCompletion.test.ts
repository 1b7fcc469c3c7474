// Completion inside `%{…}`: what is offered at a cursor, and what the text is after taking it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Candidate, completion } from '../../server/src/features/completion.ts';
import { takeCursor } from '../support/markers.ts';
import { memoryProject, uriOf } from '../support/memory.ts';

const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';
const v23 = 'plugin {\n}\n';

function offered(marked: string): { text: string; candidates: readonly Candidate[] } {
  const { text, offset } = takeCursor(marked);
  const project = memoryProject({ 'dovecot.conf': text });
  const [configuration] = project.configurationsFor(uriOf('dovecot.conf'));
  const candidates = completion(configuration!, configuration!.root, offset, project.locating(configuration!));
  return { text, candidates };
}

function assertOffers(marked: string, has: readonly string[], lacks: readonly string[] = []): void {
  const found = offered(marked).candidates.map(({ label }) => label);
  for (const label of has) assert.ok(found.includes(label), `${label} in ${marked}: ${found.join(' ')}`);
  for (const label of lacks) assert.ok(!found.includes(label), `${label} not in ${marked}`);
  assert.equal(new Set(found).size, found.length, 'nothing is offered twice');
}

function taken(marked: string, label: string): string {
  const { text, candidates } = offered(marked);
  const found = candidates.find((candidate) => candidate.label === label);
  assert.ok(found !== undefined, `${label} in ${marked}`);
  return text.slice(0, found.span.from) + found.text + text.slice(found.span.to);
}

describe('2.4', () => {
  test('variables of the context', () => {
    assertOffers(`${v24}mail_path = /srv/%{<|>\n`, ['user', 'home', 'env:', 'if'], ['password', 'lower', 'msgid']);
    assertOffers(`${v24}mail_path = /srv/%{us<|>}\n`, ['user']);
    assertOffers(`${v24}deliver_log_format = %{<|>}\n`, ['msgid', 'user']);
    assertOffers(`${v24}passdb x {\n  fields {\n    a = %{<|>\n  }\n}\n`, ['password', 'ldap:'], ['msgid']);
    assertOffers(`${v24}login_greeting = %{<|>}\n`, ['password', 'msgid', 'system:']);
  });

  test('filters behind a bar', () => {
    assertOffers(`${v24}mail_path = /srv/%{user | <|>\n`, ['lower', 'sha1', 'substr'], ['home', 'calculate']);
    assertOffers(`${v24}mail_path = /srv/%{user|lo<|>}\n`, ['lower']);
    assertOffers(`${v24}mail_path = "/srv/%{user | lower | <|>}"\n`, ['upper']);
  });

  test('arguments', () => {
    assertOffers(`${v24}mail_path = %{user | sha1(<|>\n`, ['rounds=', 'salt=', 'home'], ['lower']);
    assertOffers(`${v24}mail_path = %{user | default(ho<|>)}\n`, ['home'], ['rounds=']);
    assertOffers(`${v24}mail_path = %{user | sha1(rounds=<|>)}\n`, ['home'], ['salt=']);
  });

  test('keys of a provider', () => {
    assertOffers(`${v24}mail_path = %{system:<|>}\n`, ['system:hostname', 'system:os'], ['user']);
    assertOffers(`${v24}mail_path = %{env:<|>}\n`, []);
    assert.equal(
      taken(`${v24}mail_path = %{system:ho<|>}\n`, 'system:hostname'),
      `${v24}mail_path = %{system:hostname}\n`,
    );
  });

  test('nothing in strings, behind a name, in what is not expanded', () => {
    assert.deepEqual(offered(`${v24}mail_path = %{user | default('us<|>')}\n`).candidates, []);
    assert.deepEqual(offered(`${v24}mail_path = %{user <|>}\n`).candidates, []);
    assertOffers(`${v24}mail_path = /srv/%{user}/<|>\n`, [], ['user', 'lower']);
    assertOffers(`${v24}mail_path = /srv/%%{<|>\n`, [], ['user']);
    assertOffers(`${v24}log_timestamp = %{<|>\n`, [], ['user']);
  });

  test('what is taken replaces the word and brings parentheses only where they are missing', () => {
    assert.equal(taken(`${v24}mail_path = /srv/%{us<|>re}/x\n`, 'user'), `${v24}mail_path = /srv/%{user}/x\n`);
    assert.equal(
      taken(`${v24}mail_path = %{user | sub<|>}\n`, 'substr'),
      `${v24}mail_path = %{user | substr(\${1})}\n`,
    );
    assert.equal(
      taken(`${v24}mail_path = %{user | sub<|>(0, 1)}\n`, 'substr'),
      `${v24}mail_path = %{user | substr(0, 1)}\n`,
    );
    assert.equal(taken(`${v24}mail_path = %{user | de<|>}\n`, 'default'), `${v24}mail_path = %{user | default}\n`);
    assert.equal(
      taken(`${v24}mail_path = %{user | <|>}\n`, 'truncate'),
      `${v24}mail_path = %{user | truncate(\${1})}\n`,
    );
    assert.equal(taken(`${v24}mail_path = %{user | <|>}\n`, 'sha1'), `${v24}mail_path = %{user | sha1}\n`);
    assert.equal(
      taken(`${v24}mail_path = "%{user | \\\n  lo<|>}"\n`, 'lower'),
      `${v24}mail_path = "%{user | \\\n  lower}"\n`,
    );
  });
});

describe('2.3', () => {
  test('long names and functions', () => {
    assertOffers(`${v23}mail_location = maildir:/srv/%{<|>\n`, ['user', 'domain', 'env', 'if'], ['password', 'lower']);
    assertOffers(`${v23}mail_location = maildir:/srv/%L{us<|>}\n`, ['user']);
    assertOffers(`${v23}login_log_format_elements = %{<|>\n`, ['rip', 'session']);
    assertOffers(`${v23}mail_location = maildir:/srv/%{user}/<|>\n`, [], ['user']);
  });

  test('what is taken', () => {
    assert.equal(taken(`${v23}mail_home = /srv/%{us<|>}\n`, 'username'), `${v23}mail_home = /srv/%{username}\n`);
    assert.equal(taken(`${v23}mail_home = /srv/%{e<|>}\n`, 'env'), `${v23}mail_home = /srv/%{env:}\n`);
    assert.equal(taken(`${v23}mail_home = /srv/%{i<|>}\n`, 'if'), `${v23}mail_home = /srv/%{if;}\n`);
  });
});

test('behind a sign that begins a variable the whole of it is offered', () => {
  assertOffers(`${v24}mail_path = ~/%<|>\n`, ['%{user}', '%{home}'], ['%u']);
  assert.equal(taken(`${v24}mail_path = ~/%<|>/x\n`, '%{user}'), `${v24}mail_path = ~/%{user}/x\n`);
  assertOffers(`${v23}mail_location = maildir:~/%<|>\n`, ['%u', '%n', '%d'], ['%w', '%{user}']);
  assertOffers(`${v23}login_log_format = %<|>\n`, ['%$', '%s'], ['%x']);
  assert.equal(taken(`${v23}mail_home = /srv/%<|>\n`, '%d'), `${v23}mail_home = /srv/%d\n`);
  assertOffers(`${v23}mail_location = maildir:~/%%<|>\n`, [], ['%u']);
});

test('every candidate inside an expansion is documented or says what it is', () => {
  for (const { label, detail } of offered(`${v24}login_greeting = %{<|>\n`).candidates) {
    assert.ok(detail !== undefined && detail !== '', label);
  }
});
