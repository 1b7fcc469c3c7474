// Lists that exist twice are compared: generated pages with the disk, settings with the code that reads them.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { profileSummaries, profiles, ruleSettings } from '../server/src/lint/policy.ts';
import { differences } from '../tools/generate.ts';

test('what is generated is up to date (npm run generate)', async () => {
  assert.deepEqual(await differences(), []);
});

test('every setting in package.json is read by the server, and none besides', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const declared = Object.keys(contributes.configuration.properties).map((key) => key.split('.')[1]!);
  const source = readFileSync('server/src/lsp/editorSettings.ts', 'utf8');
  const read = [...source.matchAll(/readonly (\w+)\?: unknown;/g)].map(([, name]) => name!);
  assert.deepEqual(declared.sort(), read.sort());
});

test('every message of the parser has a text in the rules', () => {
  const codes = [...readFileSync('server/src/parser/errors.ts', 'utf8').matchAll(/\| '([a-z-]+)'/g)].map(
    ([, code]) => code!,
  );
  assert.ok(codes.length > 10);
  const texts = readFileSync('server/src/rules/syntax-error.ts', 'utf8');
  const own = readdirSync('server/src/rules').map((name) => name.replace(/\.ts$/, ''));
  for (const code of codes) assert.ok(texts.includes(`'${code}':`) || own.includes(code), code);
});

test('the profiles in package.json are those there are, in the same words', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { enum: words, markdownEnumDescriptions } = contributes.configuration.properties['dovecot.profile'];
  assert.deepEqual(words, ['auto', ...profiles]);
  assert.deepEqual(markdownEnumDescriptions.slice(1), Object.values(profileSummaries));
  assert.deepEqual(contributes.configuration.properties['dovecot.rules'].additionalProperties.enum, [...ruleSettings]);
});
