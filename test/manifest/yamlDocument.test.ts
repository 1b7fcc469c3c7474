// YAML as plain data: exact spans, and no text that makes it throw, hang or repeat what may be secret.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseYaml, YamlDocument, type YamlNode } from '../../server/src/manifest/yamlDocument.ts';
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

/** Every scalar, alias and comment with its place; that of a map or list is made of theirs. */
function leaves({
  documents,
  comments,
}: {
  documents: readonly (YamlNode | undefined)[];
  comments: readonly unknown[];
}) {
  const found: unknown[] = [...comments];
  const visit = (node: YamlNode) => {
    if (node.kind === 'map')
      for (const { key, value } of node.pairs) {
        visit(key);
        visit(value);
      }
    else if (node.kind === 'sequence') node.items.forEach(visit);
    else found.push(node);
  };
  for (const [index, root] of documents.entries()) {
    found.push(index);
    if (root !== undefined) visit(root);
  }
  return found;
}

// What begins, ends, or is open when a document ends.
const streamLine = fc.constantFrom(
  ...[
    '---',
    '...',
    '--- a',
    '--- |',
    '---\t',
    '--- # c',
    '...x',
    '# c',
    '',
    ' ',
    'a: 1',
    'b: |',
    '  x',
    '  # y',
    '- 1',
  ],
  ...['c: "x', '"', "d: 'y", "'", 'e: [1,', ']', '{{ x }}', '\ufeff', '\ufeff---', '\t', '  ---', '? a', '*x', '&x a'],
  ...['--- >', 'text', ': b', 'a: &a\r', '---\r', '\r', '\u2028---', '%YAML 1.1', '%TAG ! x'],
);
const stream = fc.array(streamLine, { maxLength: 12 }).map((lines) => lines.join('\n'));

test('a stream is read part by part as it is read as a whole', () => {
  fc.assert(
    fc.property(stream, (text) => {
      const whole = parseYaml(text);
      // An open quote takes in all that follows; in parts it ends with its document.
      fc.pre(whole.issues.length === 0);
      const { parts, tree } = new YamlDocument('file:///x.yaml', text);
      assert.equal(parts.map(({ part }) => part.text).join(''), text);
      assert.deepEqual(leaves(tree), leaves(whole));
      assert.deepEqual(tree.issues, []);
    }),
    { numRuns: 2_000 },
  );
});

test('only the part that changed is read again, and all stand where they are', () => {
  const text = 'a: 1\n---\nb: |\n  x\n---\nc: 3\n';
  const before = new YamlDocument('file:///x.yaml', text);
  const after = new YamlDocument('file:///x.yaml', text.replace('x', 'a longer text'), before);
  assert.deepEqual(
    after.parts.map(({ part }, index) => part === before.parts[index]!.part),
    [true, false, true],
  );
  assert.deepEqual(after.tree, parseYaml(after.text));
});
