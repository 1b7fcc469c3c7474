// Patterns of !include paths; what they match was tried with glob(3) behind Dovecot 2.3.19.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandBraces, expandGlob } from '../../server/src/workspace/glob.ts';
import { wildcard } from '../../server/src/workspace/wildcard.ts';
import { folder, memoryFiles } from '../support/memory.ts';

test('braces are choices, in the order written', () => {
  const expected: Record<string, string[]> = {
    'a.conf': ['a.conf'],
    '{b,a}.conf': ['b.conf', 'a.conf'],
    '{a,b}{1,2}': ['a1', 'a2', 'b1', 'b2'],
    'x{a,{b,c}d}y': ['xay', 'xbdy', 'xcdy'],
    'a{}': ['a'],
    'a{,b}': ['a', 'ab'],
    'a{b': ['a{b'],
    'a}b': ['a}b'],
    'a\\{b,c}': ['a\\{b,c}'],
    '{a\\,b,c}': ['a\\,b', 'c'],
  };
  for (const [pattern, alternatives] of Object.entries(expected)) {
    assert.deepEqual(expandBraces(pattern), alternatives, pattern);
  }
});

test('braces have bounds', () => {
  assert.equal(expandBraces('{a,b}'.repeat(9))?.length, 512);
  assert.equal(expandBraces('{a,b}'.repeat(30)), undefined);
  assert.equal(expandBraces(`${'{'.repeat(2000)}a`)?.length, 1);
});

test('wildcards', () => {
  const matching: readonly (readonly [pattern: string, names: readonly string[], others: readonly string[]])[] = [
    ['*.conf', ['a.conf', '10-mail.conf', 'a.conf.conf'], ['.conf', '.a.conf', 'a.conf~', 'conf', 'a.config']],
    ['*', ['a', 'a.b'], ['.a']],
    ['.*', ['.a', '.'], ['a']],
    ['?', ['a', 'ä', '📬'], ['ab', '.', '']],
    ['a**b', ['ab', 'axb', 'axbb'], ['a', 'abc']],
    ['*a*b*', ['ab', 'xaxbx', 'aab'], ['ba', 'a']],
    ['[ab].conf', ['a.conf', 'b.conf'], ['c.conf', 'ab.conf']],
    ['[a-c]', ['a', 'b', 'c'], ['d', '-']],
    ['[!a-c]', ['d', '-'], ['a', '.']],
    ['[^a]', ['b'], ['a']],
    ['[]a]', [']', 'a'], ['b']],
    ['[a-]', ['a', '-'], ['b']],
    ['[[:digit:]]x', ['1x'], ['ax', ':x']],
    ['[a', ['[a'], ['a']],
    ['\\*', ['*'], ['a']],
    ['[\\]]', [']'], ['\\']],
    ['a(b|c)', ['a(b|c)'], ['ab']],
    ['+(a)', ['+(a)'], ['a']],
    ['a.b', ['a.b'], ['axb']],
  ];
  for (const [pattern, names, others] of matching) {
    const matches = wildcard(pattern);
    for (const name of names) assert.ok(matches(name), `${pattern} matches ${name}`);
    for (const name of others) assert.ok(!matches(name), `${pattern} does not match ${name}`);
  }
});

test('no pattern takes for ever', () => {
  assert.ok(!wildcard('*a'.repeat(2000))('a'.repeat(1999)));
  assert.ok(!wildcard(`${'*a'.repeat(500)}b`)('a'.repeat(5000)));
});

test('files and folders that a path matches', () => {
  const files = memoryFiles({ 'b/x.conf': '', 'a/y.conf': '', 'a/x.conf': '', 'a*/x.conf': '', file: '' });
  const expand = (path: string) => {
    const found = expandGlob(folder, path.split('/'), files);
    assert.ok(found !== 'pending');
    return found.map((uri) => decodeURIComponent(uri.slice(folder.length + 1)));
  };
  assert.deepEqual(expand('*/*.conf'), ['a*/x.conf', 'a/x.conf', 'a/y.conf', 'b/x.conf']);
  assert.deepEqual(expand('[ab]/x.conf'), ['a/x.conf', 'b/x.conf']);
  assert.deepEqual(expand('a\\*/x.conf'), ['a*/x.conf']);
  assert.deepEqual(expand('*'), ['a', 'a*', 'b', 'file']);
  assert.deepEqual(expand('*/'), ['a', 'a*', 'b']);
  assert.deepEqual(expand('file/'), []);
  assert.deepEqual(expand('../workspace/file'), ['file']);
  assert.deepEqual(expand('none/*.conf'), []);
});
