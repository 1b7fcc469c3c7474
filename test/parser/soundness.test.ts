// The parser on any text: every prefix and single-character deletion of our fixtures, random texts, real files.

import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { fixtures } from './fixtures.ts';
import { assertSound, grammars, linePrefixes, seeded, without } from './lossless.ts';

describe('the parser is sound', () => {
  for (const [name, text] of Object.entries(fixtures)) {
    test(`on every prefix and deletion of ${name}`, () => {
      for (const grammar of grammars) {
        for (let at = 0; at <= text.length; at++) {
          assertSound(text.slice(0, at), grammar);
          assertSound(without(text, at), grammar);
        }
        assertSound(text.replaceAll('\n', '\r\n'), grammar);
      }
    });
  }

  test('on arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...grammars), assertSound), {
      numRuns: 2000,
    });
  });

  test('on text made of the characters that mean something', () => {
    const unit = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\r\n',
      '=',
      '{',
      '}',
      '"',
      "'",
      '#',
      '\\',
      '<',
      '<<E',
      'E',
      '@',
      '!include ',
      'group',
      '\t',
      '$',
      '%{',
    );
    fc.assert(fc.property(fc.string({ unit, maxLength: 60 }), fc.constantFrom(...grammars), assertSound), {
      numRuns: 10_000,
    });
  });
});

const corpus = '../shared/corpus';
const manifest = `${corpus}/MANIFEST.json`;
const skip = existsSync(manifest) ? false : `${manifest} is not there`;

test('the parser is sound on real files: whole, cut at line ends, with characters removed', { skip }, () => {
  const files: { file: string; kind: string }[] = JSON.parse(readFileSync(manifest, 'utf8'));
  let parses = 0;
  files.forEach(({ file, kind }, index) => {
    const text = readFileSync(`${corpus}/${file}`, 'utf8');
    const grammar = kind === 'ext' ? 'ext' : file.startsWith('2.4') ? 'new' : 'old';
    assertSound(text, grammar);
    parses++;
    // All of it is `npm run test:exhaustive`; here a part that takes seconds.
    if (text.length > 20_000) return;
    const prefixes = linePrefixes(text).filter((_, line) => line % 10 === index % 10);
    for (const prefix of prefixes) assertSound(prefix, grammar);
    const places = seeded(index, text.length);
    for (let count = 0; count < 20; count++) assertSound(without(text, places.next().value as number), grammar);
    parses += prefixes.length + 20;
  });
  console.log(`corpus: ${files.length} files, ${parses} parses, all lossless`);
});
