// YAML as plain data: exact spans, and no text that makes it throw, hang or repeat what may be secret.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseYaml, type YamlNode } from '../../server/src/manifest/yamlDocument.ts';
import { assertLinear } from '../support/growth.ts';

/** `key=text` of every pair, by the text that its span covers. */
function pairs(text: string): string[] {
  const found: string[] = [];
  const visit = (node: YamlNode) => {
    if (node.kind === 'sequence') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    for (const { key, value } of node.pairs) {
      found.push(`${text.slice(key.from, key.to)}=${text.slice(value.from, value.to)}`);
      visit(value);
    }
  };
  for (const document of parseYaml(text).documents) if (document !== undefined) visit(document);
  return found;
}

test('spans are those of the text', () => {
  const text = '\ufeffa: 3.10 # one\r\nb: {c: "x y", d: [1]}\ne: |\n  # text\nf:\n---\ng: *h\n';
  assert.deepEqual(pairs(text), [
    'a=3.10',
    'b={c: "x y", d: [1]}',
    'c="x y"',
    'd=[1]',
    'e=|\n  # text\n',
    'f=',
    'g=*h',
  ]);
});

test('a scalar knows its meaning and its text', () => {
  const [map] = parseYaml("a: 3.10\nb: 'it''s'\nc: yes\nd: true\ne:\n").documents;
  assert.ok(map?.kind === 'map');
  const scalars = map.pairs.map(({ value }) => (value.kind === 'scalar' ? [value.value, value.text] : []));
  assert.deepEqual(scalars, [
    [3.1, '3.10'],
    ["it's", "it's"],
    ['yes', 'yes'],
    [true, 'true'],
    [null, ''],
  ]);
});

test('comments are those of YAML, not those inside its texts', () => {
  const text = '# a\nb: "# no" # c\nd: |\n  # no\n# e\n';
  assert.deepEqual(
    parseYaml(text).comments.map(({ from, to }) => text.slice(from, to)),
    ['# a', '# c', '# e'],
  );
});

test('a key that is there twice is an issue at the second', () => {
  assert.deepEqual(parseYaml('a: 1\nb: 2\na: 3\n').issues, [
    { from: 10, to: 11, message: 'This key is already there.' },
  ]);
});

test('an issue never repeats the text', () => {
  for (const text of [
    'password: "hunter2',
    'a: }hunter2',
    'a: b: hunter2',
    '\thunter2: x',
    '"\\hunter2"',
    '*: hunter2',
  ])
    for (const { message } of parseYaml(text).issues) assert.doesNotMatch(message, /hunter2/);
});

test('any text gives a tree with spans inside it', () => {
  const pieces = fc.constantFrom(
    'a',
    ': ',
    '- ',
    '\n',
    '  ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|',
    '>',
    '#',
    '&x ',
    '*x',
    '!t ',
    '? ',
    '---\n',
    '\t',
    '%',
    '\r\n',
    '\\',
    '📬',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const { documents, comments, issues } = parseYaml(text);
      const visit = ({ from, to, ...node }: YamlNode) => {
        assert.ok(0 <= from && from <= to && to <= text.length);
        if (node.kind === 'sequence') node.items.forEach(visit);
        if (node.kind === 'map') for (const { key, value } of node.pairs) [key, value].forEach(visit);
      };
      for (const document of documents) if (document !== undefined) visit(document);
      for (const { from } of comments) assert.equal(text[from], '#');
      for (const { from, to } of issues) assert.ok(0 <= from && from <= to && to <= text.length);
    }),
    { numRuns: 2000, examples: [[['? ', '{', ']', '|', '&x ', 'a']]] },
  );
});

test('bombs are harmless', () => {
  for (const deep of ['[', '{a: ', '- ', '? '])
    assertLinear(16_000, deep, (size) => assert.ok(parseYaml(deep.repeat(size)).issues.length > 0));
  assertLinear(16_000, 'aliases', (size) => {
    const wide = Array.from({ length: size }, (_, index) => `key${index}: &a${index} [*a${index - 1}, *a${index - 1}]`);
    assert.equal(parseYaml(wide.join('\n')).documents.length, 1);
  });
});
