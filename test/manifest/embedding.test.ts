// Text inside YAML scalars: every offset there and back, every edit written so that the text becomes what was meant.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Embedding, embed, embedBase64 } from '../../server/src/manifest/embedding.ts';
import { parseYaml, type YamlScalar } from '../../server/src/manifest/yamlDocument.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

/** The value of `key` in the only document. */
function scalarOf(file: string): YamlScalar {
  const [root] = parseYaml(file).documents;
  assert.ok(root?.kind === 'map', file);
  const outer = root.pairs[0]!.value;
  const value = outer.kind === 'map' ? outer.pairs[0]!.value : outer;
  assert.ok(value.kind === 'scalar', file);
  return value;
}

function embeddingOf(file: string): Embedding {
  const embedding = embed(file, scalarOf(file));
  assert.ok(embedding !== undefined, `not read as YAML reads it: ${JSON.stringify(file)}`);
  return embedding;
}

const escaped: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t' };

/** Writes a text in a style, below `data:`; undefined where the style cannot hold it. */
const styles: Readonly<Record<string, (text: string) => string | undefined>> = {
  literal: (text) =>
    text.startsWith(' ') || /^\n* /.test(text) || !/[^\n]/.test(text) ? undefined : block('|', text, 4),
  'literal with an indicator': (text) => (/[^\n ]/.test(text) ? block('|2', text, 4) : undefined),
  'literal that keeps line ends': (text) =>
    /^\n* /.test(text) || !/[^\n]/.test(text) ? undefined : block('|+', text, 4),
  'literal with CRLF': (text) =>
    /^\n* /.test(text) || !/[^\n]/.test(text) ? undefined : block('|', text, 4)?.replaceAll('\n', '\r\n'),
  'double-quoted': (text) =>
    `data:\n  key: "${[...text].map((character) => escaped[character] ?? character).join('')}"\n`,
  'single-quoted': (text) => (/\n|^ | $/.test(text) ? undefined : `data:\n  key: '${text.replaceAll("'", "''")}'\n`),
  folded: (text) => {
    const lines = /[^\n]\n$/.test(text) ? foldedLines(text.slice(0, -1), 4) : undefined;
    return lines && `data:\n  key: >\n    ${lines}\n`;
  },
  'folded that strips line ends': (text) => {
    const lines = /[^\n]$/.test(text) ? foldedLines(text, 4) : undefined;
    return lines && `data:\n  key: >-\n    ${lines}\n`;
  },
  'single-quoted over lines': (text) => {
    const lines = /[^\n]$/.test(text) ? foldedLines(text.replaceAll("'", "''"), 4) : undefined;
    return lines && `data:\n  key: '${lines}'\n`;
  },
  'double-quoted over lines': (text) => {
    const lines = /[^\n]$/.test(text) ? foldedLines(text.replace(/["\\]/g, '\\$&'), 4) : undefined;
    return lines && `data:\n  key: "${lines}"\n`;
  },
  'plain over lines': (text) => {
    const lines = /^[a-z][a-z =/.\n]*[a-z]$/.test(text) && text.includes('\n') ? foldedLines(text, 4) : undefined;
    return lines && `data:\n  key: ${lines}\n`;
  },
  plain: (text) =>
    /^[a-z][a-z0-9 =/.]*[a-z0-9]$/.test(text) && !/^(null|true|false|yes|no)$/.test(text)
      ? `data:\n  key: ${text}\n`
      : undefined,
};

/** A text as styles that fold lines have it: one line end more for each row of them. Blanks around lines would be lost. */
function foldedLines(text: string, indent: number): string | undefined {
  if (!/^[^\s]/.test(text) || /[ \t]\n|\n[ \t]/.test(text) || /[ \t]$/.test(text)) return undefined;
  const lines = text.replace(/\n+/g, (ends) => `${ends}\n`).split('\n');
  return lines.map((line, index) => (line === '' || index === 0 ? line : ' '.repeat(indent) + line)).join('\n');
}

function block(header: string, text: string, indent: number): string | undefined {
  const keeps = header.includes('+');
  if (!keeps && !/[^\n ] *\n$/.test(text)) return undefined;
  if (keeps && !text.endsWith('\n')) return undefined;
  const lines = text
    .slice(0, -1)
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
  return `data:\n  key: ${header}\n${lines.join('\n')}\n`;
}

const unit = fc.constantFrom('a', 'b', 'é', '📬', ' ', '\n', '=', '{', '}', '#', ':', "'", '"', '\\', '%', '-', 'mail');
const anyText = fc.string({ unit, maxLength: 40 });
/** Plain scalars hold little. */
const plainText = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '=', '/', '.', '1'), maxLength: 12 });

const plainLine = fc.string({ unit: fc.constantFrom('a', 'b', '=', '/'), minLength: 1, maxLength: 4 });
const plainLines = fc
  .tuple(plainLine, fc.array(fc.tuple(fc.constantFrom('\n', '\n\n', ' '), plainLine), { maxLength: 4 }))
  .map(([first, others]) => `a${first}${others.flat().join('')}a`);

for (const [style, write] of Object.entries(styles)) {
  describe(style, () => {
    const texts = { plain: plainText, 'plain over lines': plainLines }[style] ?? anyText;
    test('every offset has its place, and comes back', () => {
      fc.assert(
        fc.property(texts, (text) => {
          const file = write(text);
          fc.pre(file !== undefined);
          const embedding = embeddingOf(file);
          assert.equal(embedding.text, text);
          let before = -1;
          for (let at = 0; at <= text.length; at++) {
            const { from } = embedding.toHost({ from: at, to: at });
            assert.ok(from > before || at === text.length, `${at} of ${JSON.stringify(file)} goes back`);
            before = from;
            assert.equal(embedding.toText(from), at, `${at} ↔ ${from} of ${JSON.stringify(file)}`);
            const character = text[at];
            if (character === undefined || file[from] === '\\' || character === '\n') continue;
            assert.equal(file[from], character);
          }
        }),
        { numRuns: 400 },
      );
    });

    test('an edit of the text is one of the file', () => {
      fc.assert(
        fc.property(texts, fc.nat(), fc.nat(), texts, (text, a, b, inserted) => {
          const file = write(text);
          fc.pre(file !== undefined);
          const embedding = embeddingOf(file);
          const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
          // A character of two code units is not taken apart.
          const isWhole = (at: number) => !/[\udc00-\udfff]/.test(text[at] ?? '');
          fc.pre(isWhole(from) && isWhole(to));
          const meant = text.slice(0, from) + inserted + text.slice(to);
          // Blanks alone on a line, or a text that no longer ends its last line, are not what fixes make.
          fc.pre(!/(^|\n) +(\n|$)/.test(meant) && !/^\n* /.test(meant) && /[^\n ]\n$/.test(meant) === /\n$/.test(text));
          fc.pre(write(meant) !== undefined);
          const edit = embedding.edit({ from, to }, inserted);
          if (edit === undefined) return;
          const written = applyEdits(file, [edit]);
          assert.equal(
            embed(written, scalarOf(written))?.text,
            meant,
            `${JSON.stringify(file)} → ${JSON.stringify(written)}`,
          );
        }),
        { numRuns: 400 },
      );
    });
  });
}

test('fixes as rules make them, in a literal block', () => {
  const file = 'data:\n  dovecot.conf: |\n    obox {\n      fs s3 {\n      }\n    }\n';
  const embedding = embeddingOf(file);
  const apply = (span: { from: number; to: number }, text: string) => applyEdits(file, [embedding.edit(span, text)!]);
  const line = embedding.text.indexOf('  fs s3');
  assert.equal(
    apply({ from: line, to: line }, '  fs dictmap {\n  }\n'),
    'data:\n  dovecot.conf: |\n    obox {\n      fs dictmap {\n      }\n      fs s3 {\n      }\n    }\n',
  );
  const end = embedding.text.length;
  assert.equal(apply({ from: end, to: end }, '\nlisten = *\n'), `${file}\n    listen = *\n`);
  assert.equal(apply({ from: 0, to: 0 }, 'a = b\n'), file.replace('    obox', '    a = b\n    obox'));
});

test('folded and multi-line quoted text is read; its line ends are not edited', () => {
  for (const file of [
    'data:\n  key: >\n    one\n    two\n\n    three\n',
    'data:\n  key: >-\n    one\n\n      deeper\n    two\n',
    'data:\n  key: "one\n    two\n\n    three"\n',
    "data:\n  key: 'one\n    it''s\n\n    three'\n",
    'data:\n  key: one\n    two\n',
  ]) {
    const embedding = embeddingOf(file);
    for (let at = 0; at < embedding.text.length; at++) {
      const { from } = embedding.toHost({ from: at, to: at + 1 });
      if (!/\s/.test(embedding.text[at]!)) assert.equal(file[from], embedding.text[at], `${at} of ${file}`);
    }
    const word = embedding.text.indexOf('one');
    const edit = embedding.edit({ from: word, to: word + 3 }, 'four');
    assert.equal(applyEdits(file, [edit!]), file.replace('one', 'four'));
    if (!file.includes('"')) assert.equal(embedding.edit({ from: 0, to: 0 }, 'a\nb'), undefined);
  }
});

test('base64 is read only, and every place is the whole value', () => {
  const file = 'data:\n  dovecot.conf: bWFpbF9kcml2ZXIgPSBtYWlsZGly8J+TrAo=\n';
  const embedding = embedBase64(scalarOf(file))!;
  assert.equal(embedding.text, 'mail_driver = maildir📬\n');
  assert.equal(embedding.edit({ from: 0, to: 1 }, 'x'), undefined);
  const { from, to } = embedding.toHost({ from: 3, to: 4 });
  assert.equal(file.slice(from, to), 'bWFpbF9kcml2ZXIgPSBtYWlsZGly8J+TrAo=');
  assert.equal(embedBase64(scalarOf('data:\n  x: "!!"\n')), undefined);
  assert.equal(embedBase64(scalarOf('data:\n  x: /w==\n')), undefined);
});
