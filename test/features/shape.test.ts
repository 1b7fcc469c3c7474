// Completion and hover in a YAML file whose shape is known, also while it is not yet YAML.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { shapeCompletion } from '../../server/src/features/shapeCompletion.ts';
import { shapeHover } from '../../server/src/features/shapeHover.ts';
import { projectFileShape } from '../../server/src/lint/projectFile.ts';
import type { Shape } from '../../server/src/manifest/shape.ts';
import { YamlDocument } from '../../server/src/manifest/yamlDocument.ts';
import { rules } from '../../server/src/rules/index.ts';
import { takeCursor } from '../support/markers.ts';

const shape = projectFileShape(rules);

/** Lists of maps, as other files have them. */
const nested: Shape = {
  kind: 'map',
  members: {
    sites: {
      summary: 'Sites.',
      shape: {
        kind: 'list',
        items: {
          kind: 'map',
          members: {
            name: { summary: 'A name.', shape: { kind: 'text', wanted: 'a name' } },
            level: { summary: 'A level.', shape: { kind: 'choice', words: { low: 'Low.', high: 'High.' } } },
            zones: {
              summary: 'Zones.',
              shape: { kind: 'list', items: { kind: 'choice', words: { a: 'A.', b: 'B.' } } },
            },
          },
        },
      },
    },
  },
};

function complete(marked: string, of = shape): string[] {
  const { text, offset } = takeCursor(marked);
  const candidates = shapeCompletion(new YamlDocument('file:///x.yaml', text), offset, of);
  // Without what only editors with snippets get.
  return candidates.map(({ text: inserted }) => inserted.replace(/\n[\s\S]*$/, '').replace('$0', ''));
}

test('a key brings the line that its value begins on', () => {
  const offered = (marked: string, key: string) => {
    const { text, offset } = takeCursor(marked);
    const candidates = shapeCompletion(new YamlDocument('file:///x.yaml', text), offset, nested);
    return candidates.find(({ label }) => label === key)?.text;
  };
  assert.equal(offered('<|>', 'sites'), 'sites:\n  - $0');
  assert.equal(offered('si<|>: []', 'sites'), 'sites');
  assert.equal(offered('sites:\n  - <|>', 'name'), 'name: $0');
  assert.equal(offered('sites:\n  - <|>', 'zones'), 'zones:\n    - $0');
  assert.equal(offered('sites:\n  - name: x\n    <|>', 'zones'), 'zones:\n  - $0');
});

test('a value that no word explains is explained by its key', () => {
  assert.equal(hoverOf('sites:\n  - name: f<|>ra\n', nested), 'A name.');
  assert.equal(hoverOf('sites:\n  - level: l<|>ow\n', nested), 'Low.');
});

describe('completion offers', () => {
  const keys = ['target: ', 'profile: ', 'rules:', 'paths:', 'roots:', 'exclude:', 'failOn: ', 'baseline: '];
  const severities = ['off', 'error', 'warning', 'information', 'hint'];

  test('keys at the top, but for those that are there', () => {
    assert.deepEqual(complete('<|>'), keys);
    assert.deepEqual(complete('# a comment\npro<|>'), keys);
    assert.deepEqual(complete('profile: strict\n<|>\nrules:\n  include-missing: off\n'), [
      'target: ',
      'paths:',
      'roots:',
      'exclude:',
      'failOn: ',
      'baseline: ',
    ]);
  });

  test('words as values', () => {
    assert.deepEqual(complete('profile: <|>'), ['minimal', 'supported', 'recommended', 'strict']);
    assert.deepEqual(complete('profile: "s<|>'), ['minimal', 'supported', 'recommended', 'strict']);
    assert.equal(complete('target: ce<|>').includes('ce-2.4'), true);
    assert.deepEqual(complete('baseline: <|>'), []);
  });

  test('rules and their severities', () => {
    assert.deepEqual(
      complete('rules:\n  <|>'),
      rules.map(({ id }) => `${id}: `),
    );
    assert.ok(!complete('rules:\n  include-missing: off\n  in<|>').includes('include-missing: '));
    assert.deepEqual(complete('rules:\n  include-missing: <|>'), severities);
    assert.deepEqual(complete('profile: strict\nrules:\n    "include-missing": o<|>ff\n'), severities);
  });

  test('what lists of maps hold', () => {
    assert.deepEqual(complete('sites:\n  - <|>', nested), ['name: ', 'level: ', 'zones:']);
    assert.deepEqual(complete('sites:\n  - name: a\n    <|>', nested), ['level: ', 'zones:']);
    assert.deepEqual(complete('sites:\n- name: a\n  <|>\n  zones: []\n', nested), ['level: ']);
    assert.deepEqual(complete('sites:\n  - name: a\n  - level: <|>', nested), ['low', 'high']);
    assert.deepEqual(complete('sites:\n  - name: a\n    zones:\n      - a\n      - <|>', nested), ['a', 'b']);
    assert.deepEqual(complete('sites:\n  - name: a\n    zones:\n      - a\n  - <|>', nested), [
      'name: ',
      'level: ',
      'zones:',
    ]);
  });

  test('nothing in comments, in flow style, or where nothing is known', () => {
    for (const marked of ['# <|>', 'profile: strict # <|>', 'rules: { <|> }', 'none:\n  <|>', 'paths:\n  <|>'])
      assert.deepEqual(complete(marked), [], marked);
  });

  test('in place of the whole word', () => {
    const { text, offset } = takeCursor('profile: str<|>ict\n');
    const [first] = shapeCompletion(new YamlDocument('file:///x.yaml', text), offset, shape);
    assert.equal(text.slice(first!.span.from, first!.span.to), 'strict');
  });

  test('something or nothing, but never an error', () => {
    const pieces = fc.constantFrom('rules', 'profile', ':', ' ', '\n', '  ', '- ', '"', "'", '#', '{', 'x');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(200), (parts, at) => {
        const text = parts.join('');
        const document = new YamlDocument('file:///x.yaml', text);
        const offset = Math.min(at, text.length);
        for (const { span } of shapeCompletion(document, offset, shape))
          assert.ok(span.from <= offset && offset <= span.to && span.to <= text.length);
        shapeHover(document, offset, shape);
      }),
      { numRuns: 2000 },
    );
  });
});

function hoverOf(marked: string, of = shape): string | undefined {
  const { text, offset } = takeCursor(marked);
  return shapeHover(new YamlDocument('file:///x.yaml', text), offset, of)?.markdown;
}

test('hover tells what keys, rules and words mean', () => {
  assert.match(hoverOf('pro<|>file: strict\n')!, /Which rules look/);
  assert.match(hoverOf('profile: str<|>ict\n')!, /taste/);
  assert.match(hoverOf('rules:\n  include-m<|>issing: off\n')!, /include/i);
  assert.equal(hoverOf('rules:\n  include-missing: o<|>ff\n'), 'The rule is silent.');
  assert.equal(hoverOf('sites:\n  - name: x\n    zones: [<|>a]\n', nested), 'A.');
  assert.equal(hoverOf('none: x<|>y\n'), undefined);
});
