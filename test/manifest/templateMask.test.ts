// What a template engine replaces, masked so that the rest is YAML and every offset stays.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTemplate, maskTemplate } from '../../server/src/manifest/templateMask.ts';
import { assertLinear } from '../support/growth.ts';

const cases: readonly (readonly [text: string, masked: string])[] = [
  ['a: b\n', 'a: b\n'],
  ['{{ if x }}\na: {{ .b }}-c\n', '          \na: __XXXX__-c\n'],
  ['a: "{{ f "b" }}"\n', 'a: "__XXXXXXX__"\n'],
  ['{{/* a\n   b */}}\r\nc: d\n', '      \n         \r\nc: d\n'],
  ['  {% for x in y %}\n  - {{ x }}\n', '                  \n  - __XXX__\n'],
  ['a: |\n  b {{ c }}\n  {{ d }}\n\ne: {{ f }}\n', 'a: |\n  b {{ c }}\n  {{ d }}\n\ne: __XXX__\n'],
  ['a: |\n  b\n{{- if c }}\n  d\n', 'a: |\n  b\n  {{-----}}\n  d\n'],
  ['- a: >-\n    b\n  c: {{ d }}\n', '- a: >-\n    b\n  c: __XXX__\n'],
  ['- |\n  {{ a }}\n- {{ b }}\n', '- |\n  {{ a }}\n- __XXX__\n'],
  ['a: {{ b\n', 'a: {{ b\n'],
  ['a: {{- b | nindent 2 }}\n  c: d\n', 'a:                     \n  c: d\n'],
];

test('directives become blanks, values become words, texts stay', () => {
  for (const [text, masked] of cases) {
    assert.equal(maskTemplate(text), masked);
    assert.equal(masked.length, text.length);
  }
  assert.deepEqual([isTemplate('a: {b: c}'), isTemplate('a: {% b %}')], [false, true]);
});

test('grows with the text', () => {
  for (const line of ['{{ a', '{{ a }} ', '{{ a }}\n', '{{/*\n', '{{ a: |\n', '%}{%', '- ']) {
    assertLinear(4_000, line, (size) => maskTemplate(line.repeat(size)));
  }
});
