// `.dovelint.yaml`: what it says, where it counts, in which order, and that its schema says the same.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readProjectFile } from '../../server/src/lint/projectFile.ts';
import { mergeSettings, ProjectFiles } from '../../server/src/lint/projectFiles.ts';
import { YamlDocument } from '../../server/src/manifest/yamlDocument.ts';
import { rules } from '../../server/src/rules/index.ts';
import { DocumentStore } from '../../server/src/workspace/document.ts';
import { schemaProblems } from '../support/jsonSchema.ts';
import { folder, memoryFiles, uriOf } from '../support/memory.ts';

function projectFiles(texts: Record<string, string>, fixed?: string): ProjectFiles {
  return new ProjectFiles(new DocumentStore(memoryFiles(texts)), rules, fixed);
}

const { shape } = projectFiles({});
const read = (text: string) => readProjectFile(new YamlDocument(uriOf('.dovelint.yaml'), text), shape);
const full =
  'target: ce-2.4@2.4.5\nprofile: strict\nrules:\n  comment-ambiguous: hint\n  "include-missing": off\npaths:\n  /etc/dovecot: files\nroots: [main.conf, sub/other.conf]\nexclude:\n  - old\nfailOn: never\nbaseline: known.json\n';

test('what a project file says', () => {
  const { settings, problems } = read(full);
  assert.deepEqual(problems, []);
  assert.deepEqual(settings, {
    target: { dialect: 'ce-2.4', release: '2.4.5', askedBy: '.dovelint.yaml' },
    profile: 'strict',
    rules: { 'comment-ambiguous': 'hint', 'include-missing': 'off' },
    paths: { '/etc/dovecot': 'files' },
    roots: ['main.conf', 'sub/other.conf'],
    exclude: ['old'],
    failOn: 'never',
    baseline: 'known.json',
  });
  assert.deepEqual(read('').settings, { rules: {}, paths: {}, exclude: [] });
});

describe('what is wrong is found at its place', () => {
  const cases: readonly (readonly [text: string, place: string, code: string])[] = [
    ['profil: strict\n', 'profil', 'key-unknown'],
    ['profile: loud\n', 'loud', 'value-unknown'],
    ['target: ce-2.5\n', 'ce-2.5', 'value-unknown'],
    ['rules:\n  none-such: off\n', 'none-such', 'name-unknown'],
    ['rules:\n  include-missing: on\n', 'on', 'value-unknown'],
    ['rules: [include-missing]\n', '', 'kind-wrong'],
    ['exclude: old\n', 'old', 'kind-wrong'],
    ['exclude:\n  - [a]\n', '', 'kind-wrong'],
    ['- a\n', '', 'kind-wrong'],
    ['profile: &a strict\nfailOn: *a\n', '*a', 'kind-wrong'],
    ['profile: strict\n---\nprofile: strict\n', '', 'not-yaml'],
    ['profile: "strict\n', '', 'not-yaml'],
  ];
  for (const [text, place, code] of cases) {
    test(JSON.stringify(text), () => {
      const [problem] = read(text).problems;
      assert.deepEqual([problem?.code, text.slice(problem!.from, problem!.to).trim()], [code, place]);
    });
  }

  test('and the rest counts', () => {
    const { settings } = read('profile: loud\nrules:\n  include-missing: hint\n  none-such: off\nexclude: [a, [b]]\n');
    assert.deepEqual(settings, { rules: { 'include-missing': 'hint' }, paths: {}, exclude: ['a'] });
  });
});

describe('the nearest file counts', () => {
  const files = projectFiles({
    '.dovelint.yaml': 'profile: minimal\nexclude: [old/, "**/*.bak.conf"]\n',
    'sub/.dovelint.yaml': 'profile: strict\npaths: { /etc/dovecot: ../conf }\nroots: [main.conf]\n',
    'sub/deep/dovecot.conf': '',
    'dovecot.conf': '',
  });
  const profileAt = (name: string) => files.layer(uriOf(name)).profile;

  test('for files beside and below it', () => {
    assert.equal(profileAt('dovecot.conf'), 'minimal');
    assert.equal(profileAt('conf.d/a.conf'), 'minimal');
    assert.equal(profileAt('sub/main.conf'), 'strict');
    assert.equal(profileAt('sub/deep/er/a.conf'), 'strict');
    assert.equal(files.nearest('untitled:Untitled-1'), undefined);
    assert.equal(files.nearest('file:///elsewhere/a.conf'), undefined);
  });

  test('with paths that start at it', () => {
    assert.deepEqual(files.layer(uriOf('sub/main.conf')).mappings, { '/etc/dovecot': uriOf('conf') });
  });

  test('and says what is left alone', () => {
    const excluded = ['old/a.conf', 'old/deep/a.conf', 'conf.d/x.bak.conf'];
    for (const name of excluded) assert.ok(files.excludes(uriOf(name)), name);
    for (const name of ['older/a.conf', 'dovecot.conf', 'sub/old/a.conf'])
      assert.ok(!files.excludes(uriOf(name)), name);
  });

  test('and which roots there are', () => {
    const found = ['.dovelint.yaml', 'dovecot.conf', 'old/dovecot.conf', 'sub/.dovelint.yaml', 'sub/deep/dovecot.conf'];
    assert.deepEqual(files.roots(found.map(uriOf)), [uriOf('dovecot.conf'), uriOf('sub/main.conf')]);
  });

  test('unless one is named', () => {
    const named = projectFiles(
      { '.dovelint.yaml': 'profile: minimal\n', 'ci/lint.yaml': 'profile: strict\n' },
      uriOf('ci/lint.yaml'),
    );
    assert.equal(named.layer(uriOf('dovecot.conf')).profile, 'strict');
  });
});

test('the first layer counts, map by map', () => {
  const target = { dialect: 'ce-2.3', release: undefined } as const;
  const merged = mergeSettings([
    { profile: 'strict' },
    { profile: 'minimal', target, rules: { a: 'off' }, mappings: { '/a': '1' } },
    { rules: { a: 'error', b: 'hint' }, mappings: { '/a': '2', '/b': '3' } },
  ]);
  assert.deepEqual(merged, {
    target,
    mappings: { '/a': '1', '/b': '3' },
    policy: { profile: 'strict', rules: { a: 'off', b: 'hint' } },
  });
  assert.deepEqual(mergeSettings([]).policy, { profile: 'recommended', rules: {} });
});

describe('the published schema', () => {
  const schema = JSON.parse(readFileSync('schemas/dovelint-config.schema.json', 'utf8'));
  const isRight = (text: string) => schemaProblems(parse(text), schema).length === 0;

  test('agrees with what we say of a file', () => {
    const right = [full, 'rules:\n', 'exclude: []\n', 'target: auto\n', 'profile:\n'];
    const wrong = [
      'profil: strict\n',
      'profile: loud\n',
      'rules:\n  none-such: off\n',
      'exclude: old\n',
      'target: x\n',
    ];
    for (const text of right) assert.deepEqual([read(text).problems.length, isRight(text)], [0, true], text);
    for (const text of wrong) assert.deepEqual([read(text).problems.length, isRight(text)], [1, false], text);
  });

  test('on any file of right and wrong words', () => {
    const word = fc.constantFrom('strict', 'off', 'include-missing', 'auto', 'error', 'never', 'x');
    const key = fc.constantFrom('target', 'profile', 'failOn', 'rules', 'paths', 'exclude', 'roots', 'baseline', 'y');
    const value = fc.oneof(word, fc.array(word, { maxLength: 2 }), fc.dictionary(word, word, { maxKeys: 2 }));
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 3 }), (data) => {
        const text = JSON.stringify(data);
        assert.equal(read(text).problems.length === 0, isRight(text), text);
      }),
      { numRuns: 500 },
    );
  });
});

test('no text and no pattern throws', () => {
  const pieces = fc.constantFrom(
    'rules',
    'exclude',
    ': ',
    ' ',
    '\n',
    '  ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '*',
    '(',
    '!',
    '\\',
    '#',
    '"',
    '/',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      read(text);
      const files = projectFiles({
        '.dovelint.yaml': `exclude: [${JSON.stringify(text)}]\nroots: [${JSON.stringify(text)}]\n`,
      });
      files.excludes(`${folder}/a/b.conf`);
      files.roots([`${folder}/dovecot.conf`]);
    }),
    { numRuns: 1000 },
  );
});

test('the example in the documentation is right, and names every key', () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/settings.md', 'utf8'))![1]!;
  assert.deepEqual(read(example).problems, []);
  assert.ok(shape.kind === 'map');
  const keys = [...example.matchAll(/^(\w+):/gm)].map(([, key]) => key);
  assert.deepEqual(keys, Object.keys(shape.members));
});
