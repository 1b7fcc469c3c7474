// `npm run test:exhaustive`: every line-end prefix and 200 seeded deletions of every real file.

import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assertSound, linePrefixes, seeded, without } from '../parser/lossless.ts';

const corpus = '../shared/corpus';
const manifest = `${corpus}/MANIFEST.json`;
const skip = existsSync(manifest) ? false : `${manifest} is not there`;

test('the parser is sound on everything that real files can become', { skip }, () => {
  const files: { file: string; kind: string }[] = JSON.parse(readFileSync(manifest, 'utf8'));
  let parses = 0;
  files.forEach(({ file, kind }, index) => {
    const text = readFileSync(`${corpus}/${file}`, 'utf8');
    const grammar = kind === 'ext' ? 'ext' : file.startsWith('2.4') ? 'new' : 'old';
    const prefixes = linePrefixes(text);
    for (const prefix of prefixes) assertSound(prefix, grammar);
    const places = seeded(index, text.length);
    for (let count = 0; count < 200; count++) assertSound(without(text, places.next().value as number), grammar);
    parses += prefixes.length + 200;
  });
  console.log(`${files.length} files, ${parses} parses, all lossless`);
});
