// Our reading of `%u` and its relatives in 2.3.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type OldVariable, parseOldTemplate } from '../../../server/src/config/variables/oldTemplate.ts';
import { assertLinear } from '../../support/growth.ts';

function outline(variable: OldVariable): string {
  const { offset, width, padded, modifiers, name, options, field, inner, closed } = variable;
  const parts = [
    offset === 0 && width === 0 && !padded ? '' : `${offset}.${padded ? '0' : ''}${width}`,
    modifiers.map(({ text }) => text).join(''),
    name.text,
    options === undefined ? '' : `;${options.text}`,
    field === undefined ? '' : `:${field.text}`,
    inner.length > 0 ? `[${inner.map(outline).join(' ')}]` : '',
    closed ? '' : '…',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function outlines(text: string): string[] {
  return parseOldTemplate(text).variables.map(outline);
}

test('letters, modifiers and widths', () => {
  assert.deepEqual(outlines('maildir:/m/%d/%n:INDEX=/x/%Ld/%1.2Mn/%{env:HOME}/%{nosuch}/%z'), [
    'd',
    'n',
    'L d',
    '1.2 M n',
    'env :HOME',
    'nosuch',
    'z',
  ]);
  assert.deepEqual(outlines('%2.256Nu %04i %1.04i %-2.2i %0.-2u %2u %$'), [
    '2.256 N u',
    '0.04 i',
    '1.04 i',
    '-2.2 i',
    '0.-2 u',
    '0.2 u',
    '$',
  ]);
  assert.deepEqual(outlines('%LUEXRHNMDTLu'), ['LUEXRHNMDT L'], 'ten modifiers, then a letter');
  assert.deepEqual(outlines('%L{user} %L'), ['L user'], 'a modifier at the end is nothing');
});

test('long names, functions and what is not closed', () => {
  assert.deepEqual(outlines('%{sha1;rounds=2,truncate=8:user}%{passdb:a:b}%{if;%d;eq;%{domain};x%{env:A};y:z}'), [
    'sha1 ;rounds=2,truncate=8 :user',
    'passdb :a:b',
    'if ;%d;eq;%{domain};x%{env:A};y:z [d domain env :A]',
  ]);
  assert.deepEqual(outlines('%{user'), ['{'], 'without any closing brace the brace is the letter');
  assert.deepEqual(outlines('%{user {x} %u'), ['user {x} %u …']);
  assert.deepEqual(outlines('%{a\\}b}'), ['a\\}b']);
});

test('percent signs', () => {
  const { variables, percents } = parseOldTemplate('95%% %%u %%%u');
  assert.deepEqual(variables.map(outline), ['u']);
  assert.deepEqual(
    percents.map(({ from }) => from),
    [2, 5, 9],
  );
});

const unit = fc.constantFrom(...'%{};:\\u1.-0LMa '.split(''), '%{', '%{if;', '%u');

function assertNested(variables: readonly OldVariable[], from: number, to: number): void {
  let at = from;
  for (const variable of variables) {
    assert.ok(variable.from >= at && variable.to > variable.from && variable.to <= to);
    for (const word of [...variable.modifiers, variable.name, variable.options, variable.field]) {
      if (word !== undefined) assert.ok(word.from >= variable.from && word.to <= variable.to);
    }
    assertNested(variable.inner, variable.from, variable.to);
    at = variable.to;
  }
}

test('spans nest and follow each other on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      assertNested(parseOldTemplate(text).variables, 0, text.length);
    }),
    { numRuns: 5000 },
  );
});

test('any text is read in linear time', () => {
  for (const piece of ['%{', '%u', '%{a}', '%%', '%{if;', '%{if;%{', '%0', '%L', '\\%{', '%{a:']) {
    for (const text of [
      (size: number) => piece.repeat(size),
      (size: number) => `${piece.repeat(size)}}`,
      (size: number) => piece.repeat(size / 2) + '}'.repeat(size / 2),
    ]) {
      assertLinear(96_000, piece, (size) => void parseOldTemplate(text(size)));
    }
  }
});
