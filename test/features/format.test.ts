// Formatting: what it does to a file, and that it never changes what the file means.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { format } from '../../server/src/features/format.ts';
import type { Statement } from '../../server/src/parser/cst.ts';
import type { LineGrammar } from '../../server/src/parser/lexer.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { ConfigDocument } from '../../server/src/workspace/document.ts';

function formatted(text: string, grammar: LineGrammar = 'new', indent = '  '): string {
  return applyEdits(text, format(new ConfigDocument('file:///t.conf', text, grammar), { indent }));
}

test('indents by nesting, one blank around = and between words, none at line ends', () => {
  const text =
    'a=1  \nservice   imap   {\nvsz_limit  =  1G   # why  \n      # alone\nunix_listener x {\n}\n   }\n!include    x.conf\nempty =   \n';
  const expected =
    'a = 1\nservice imap {\n  vsz_limit = 1G   # why\n  # alone\n  unix_listener x {\n  }\n}\n!include x.conf\nempty =\n';
  assert.equal(formatted(text), expected);
});

test('tabs where they are asked for', () => {
  assert.equal(formatted('a {\nb = 1\n}\n', 'old', '\t'), 'a {\n\tb = 1\n}\n');
});

test('continued lines, here-documents, quotes and CRLF keep their text', () => {
  assert.equal(formatted('  a = b \\\n     c  d \\\n   e\n'), 'a = b \\\n     c  d \\\n   e\n');
  assert.equal(formatted('  a   = <<EOF\n   x  \n # y\nEOF\n'), 'a = <<EOF\n   x  \n # y\nEOF\n');
  assert.equal(formatted('a="  b  "\r\n  c = d  \r\n'), 'a = "  b  "\r\nc = d\r\n');
});

test('what has no meaning is left alone', () => {
  assert.equal(formatted('   {{ if x }}\n  a b c\n'), '   {{ if x }}\n  a b c\n');
});

test('a range formats only its lines', () => {
  const document = new ConfigDocument('file:///t.conf', ' a = 1\n b = 2\n', 'new');
  const edits = format(document, { indent: '  ' }, { from: 8, to: 9 });
  assert.equal(applyEdits(document.text, edits), ' a = 1\nb = 2\n');
});

/** A file's meaning as the parser sees it, without places. */
function meaning(statements: readonly Statement[]): unknown[] {
  return statements.map((statement) => {
    switch (statement.kind) {
      case 'assignment':
        return [statement.key.text, statement.value.style, statement.value.content.text];
      case 'section':
        return [statement.key.text, statement.label?.text, statement.name?.text, meaning(statement.body)];
      case 'include':
        return [statement.key.text, statement.path.text];
      default:
        return [statement.kind];
    }
  });
}

const corpus = '../shared/corpus';
const skip = existsSync(`${corpus}/MANIFEST.json`) ? false : `${corpus} is not there`;

describe('on real files', { skip }, () => {
  test('the meaning stays, and once is enough', () => {
    const files: { file: string; kind: string }[] =
      skip === false ? JSON.parse(readFileSync(`${corpus}/MANIFEST.json`, 'utf8')) : [];
    let changed = 0;
    for (const { file, kind } of files) {
      const text = readFileSync(`${corpus}/${file}`, 'utf8');
      const grammar: LineGrammar = kind === 'ext' ? 'ext' : file.startsWith('2.3') ? 'old' : 'new';
      const once = formatted(text, grammar);
      if (once !== text) changed++;
      const before = new ConfigDocument('file:///t.conf', text, grammar).tree;
      const after = new ConfigDocument('file:///t.conf', once, grammar).tree;
      assert.deepEqual(meaning(after.statements), meaning(before.statements), file);
      assert.equal(after.comments.length, before.comments.length, file);
      assert.deepEqual(
        after.errors.map(({ code }) => code),
        before.errors.map(({ code }) => code),
        file,
      );
      assert.equal(formatted(once, grammar), once, `${file} is formatted twice`);
    }
    console.log(`formatting: ${files.length} files, ${changed} changed, none in meaning`);
    assert.ok(changed > 100);
  });
});
