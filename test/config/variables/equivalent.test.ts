// What a variable of 2.3 becomes in 2.4: the documented conversions, and what has none.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newEquivalent } from '../../../server/src/config/variables/equivalent.ts';
import { parseNewTemplate } from '../../../server/src/config/variables/newTemplate.ts';
import { parseOldTemplate } from '../../../server/src/config/variables/oldTemplate.ts';
import type { VariableContext } from '../../../server/src/knowledge/variables/contexts.ts';

function equivalent(text: string, context?: VariableContext): string | undefined {
  const { variables } = parseOldTemplate(text);
  assert.equal(variables.length, 1, text);
  const found = newEquivalent(variables[0]!, context);
  if (found !== undefined) assert.deepEqual(parseNewTemplate(found).errors, [], found);
  return found;
}

const table: readonly (readonly [old: string, context: VariableContext, expected: string | undefined])[] = [
  ['%u', 'mail', '%{user}'],
  ['%n', 'mail', '%{user | username}'],
  ['%d', 'auth', '%{user | domain}'],
  ['%h', 'mail', '%{home}'],
  ['%s', 'mail', '%{service}'],
  ['%s', 'login', '%{protocol}'],
  ['%s', 'loginLine', '%{elements}'],
  ['%$', 'loginLine', '%{message}'],
  ['%$', 'delivery', '%{message}'],
  ['%p', 'auth', '%{client_pid}'],
  ['%p', 'mail', '%{process:pid}'],
  ['%w', 'auth', '%{password}'],
  ['%a', 'login', '%{local_port}'],
  ['%{rip}', 'login', '%{remote_ip}'],
  ['%{auth_domain}', 'mail', '%{auth_user | domain}'],
  ['%{orig_username}', 'auth', '%{original_user | username}'],
  ['%Lu', 'mail', '%{user | lower}'],
  ['%Ln', 'auth', '%{user | username | lower}'],
  ['%L{domain}', 'auth', '%{user | domain | lower}'],
  ['%Mu', 'mail', '%{user | md5}'],
  ['%1Mu', 'mail', '%{user | md5 | hexlify(1)}'],
  ['%2.1Mu', 'mail', '%{user | md5 | hexlify | substr(2, 1)}'],
  ['%256Nu', 'mail', '%{user | md5 | substr(0, 8) % 256 | hex}'],
  ['%2.256Nu', 'mail', '%{user | md5 | substr(0, 8) % 256 | hex(2)}'],
  ['%1.256Nu', 'mail', undefined],
  ['%Nu', 'mail', undefined],
  ['%Hu', 'mail', undefined],
  ['%Tu', 'mail', undefined],
  ['%1u', 'mail', '%{user | substr(0, 1)}'],
  ['%2.1u', 'mail', '%{user | substr(2, 1)}'],
  ['%0.-2u', 'mail', '%{user | substr(0, -2)}'],
  ['%1.04i', 'mail', '%{process:uid | substr(1) | lfill(4)}'],
  ['%08Xu', 'pop3Uidl', '%{uid | hex(8)}'],
  ['%Xv', 'pop3Uidl', '%{uidvalidity | hex}'],
  ['%LRu', 'mail', '%{user | lower | reverse}'],
  ['%MUu', 'mail', '%{user | md5 | hexlify | upper}'],
  ['%Dd', 'auth', '%{user | domain | ldap_dn}'],
  ['%{env:HOME}', 'mail', '%{env:HOME}'],
  ["%{userdb:a:it's}", 'mail', "%{userdb:a | default('it\\'s')}"],
  ['%{passdb:a}', 'auth', '%{passdb:a}'],
  ['%{sha256:user}', 'mail', '%{user | sha256}'],
  [
    '%{sha1;rounds=2,salt=x,truncate=32:username}',
    'mail',
    "%{user | username | sha1(rounds=2, salt='x') | truncate(bits=32)}",
  ],
  ['%{md4;format=base64:user}', 'mail', "%{user | hash('md4') | base64}"],
  ['%{pkcs5;salt=x:user}', 'mail', undefined],
  ['%{md5;x=y:user}', 'mail', undefined],
  ['%{nosuch}', 'mail', undefined],
  ['%z', 'mail', undefined],
  ['%n', 'rejection', "%{literal('\\r\\n')}"],
];

test('conversions', () => {
  for (const [old, context, expected] of table)
    assert.equal(equivalent(old, context), expected, `${old} in ${context}`);
});

test('nothing is made up for conditionals', () => {
  const [variable] = parseOldTemplate('%{if;%d;eq;a;b;c}').variables;
  assert.equal(newEquivalent(variable!, 'mail'), undefined);
});
