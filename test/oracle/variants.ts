/** Small accidents of editing: one or two per variant, to texts that are known. */

import fc from 'fast-check';
import type { OracleCase } from './case.ts';

const words = ['yes', 'no', '0', '1', '-1', '5', '10M', '1.5G', '5 mins', '30', '100ms', 'unlimited', 'imap', 'a b'];
const odd = [
  '',
  '"',
  '"a b"',
  "'c'",
  '"a',
  '$mail_plugins',
  '$ENV:HOME',
  '%{user}',
  '%u',
  '<a.txt',
  'a#b',
  'a # b',
  '\\',
];
const values = [...words, ...odd];
const noise = ['"', "'", '#', '\\', '{', '}', '=', '$', ' ', 'x', '/', '%'];
const lines = [
  '}',
  '{',
  'foo = bar',
  'foo {',
  '# comment',
  '',
  'protocol imap {',
  '!include_try none.conf',
  '= x',
  'foo',
];

type Edit = (text: string, at: number, pick: number) => string;

const edits: readonly Edit[] = [
  onLines((all, at) => all.splice(at, 1)),
  onLines((all, at) => all.splice(at, 0, all[at]!)),
  onLines((all, at) => all.splice(at, 2, ...all.slice(at, at + 2).reverse())),
  onLines((all, at, pick) => all.splice(pick % all.length, 0, ...all.splice(at, 1))),
  onLines((all, at, pick) => all.splice(at, 0, lines[pick % lines.length]!)),
  onLine((line, pick) => line.replace(/=.*/, `= ${values[pick % values.length]}`)),
  onLine((line, pick) => line.replace(/=\s*(.*)/, `= ${pick % 2 === 0 ? '"$1"' : "'$1'"}`)),
  onLine((line, pick) => ['\t', '  ', '\f', ' \t '][pick % 4]! + line),
  onLine((line, pick) => `${line}${[' # comment', '#', ' \\', '\\', '   ', ' }'][pick % 6]}`),
  onLine((line, pick) => line.slice(0, pick % (line.length + 1)) + line.slice((pick % (line.length + 1)) + 1)),
  onLine((line, pick) => {
    const at = pick % (line.length + 1);
    return `${line.slice(0, at)}${noise[pick % noise.length]}${line.slice(at)}`;
  }),
  (text) => text.replaceAll('\n', '\r\n'),
  (text, at) => text.slice(0, at % (text.length + 1)),
];

function onLines(change: (lines: string[], at: number, pick: number) => void): Edit {
  return (text, at, pick) => {
    const all = text.split('\n');
    change(all, at % all.length, pick);
    return all.join('\n');
  };
}

function onLine(change: (line: string, pick: number) => string): Edit {
  return onLines((all, at, pick) => {
    all[at] = change(all[at]!, pick);
  });
}

const number = fc.nat({ max: 1_000_000 });
const variant = fc.record({
  base: number,
  file: number,
  edits: fc.array(fc.tuple(fc.nat({ max: edits.length - 1 }), number, number), { minLength: 1, maxLength: 2 }),
});

/** Variants of the given cases, always the same ones for a seed. */
export function variantsOf(cases: readonly OracleCase[], amount: number, seed: number): OracleCase[] {
  if (cases.length === 0) return [];
  return fc.sample(variant, { numRuns: amount, seed }).map(({ base, file, edits: chosen }, index) => {
    const original = cases[base % cases.length]!;
    const names = Object.keys(original.files);
    const name = names[file % names.length]!;
    let text = original.files[name]!;
    for (const [edit, at, pick] of chosen) text = edits[edit]!(text, at, pick);
    return { ...original, id: `${original.id} ~${index}`, files: { ...original.files, [name]: text } };
  });
}
