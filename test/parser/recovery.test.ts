// A bad line costs only that line: what stands around it is read as before.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { forEachStatement } from '../../server/src/parser/cst.ts';
import { parse } from '../../server/src/parser/parser.ts';
import { fixtures } from './fixtures.ts';

function settings(text: string): string[] {
  const found: string[] = [];
  forEachStatement(parse(text, 'new').statements, (statement) => {
    if (statement.kind === 'assignment') found.push(`${statement.key.text} = ${statement.value.content.text}`);
    if (statement.kind === 'section') found.push(`${statement.key.text} ${statement.name?.text ?? ''} {`);
  });
  return found;
}

const badLines = ['nothing', 'two words', 'foo bar baz', '} }', 'a b c d', '{{ if x }}', '+= 1 2'].map(
  (line) => `${line}\n`,
);

test('a broken line between two others changes neither', () => {
  for (const name of ['old', 'new'] as const) {
    const text = fixtures[name]!;
    const lines = text.split('\n').length;
    fc.assert(
      fc.property(
        fc.nat(lines - 1),
        fc.constantFrom(...badLines.filter((line) => !line.startsWith('}'))),
        (at, bad) => {
          const parts = text.split('\n');
          if (parts[at] === undefined || (parts[at - 1] ?? '').endsWith('\\')) return;
          parts.splice(at, 0, bad.trimEnd());
          const isAssignment = bad.includes('=');
          const found = settings(parts.join('\n')).filter((setting) => !isAssignment || !setting.startsWith('+'));
          assert.deepEqual(found, settings(text));
        },
      ),
    );
  }
});

test('each broken form is one problem, at its place', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['key\n', ['assignment-or-section-expected key']],
    ['service imap{\n}\n', ['brace-glued {']],
    ['imap{\n}\n', ['brace-glued {']],
    ['mailbox "Junk E-mail"{\n}\n', []],
    ['mailbox Junk"{\n}\n', ['brace-glued {']],
    ['{plugins}\n', []],
    ['<?php if (TLS): ?>\n', []],
    ['local_name {{ x }} {\n}{% endfor %}\n', []],
    ['{%- if x -%}\nkey\n{%- endif %}\n', []],
    ['{% if x %}\nkey\n', ['assignment-or-section-expected key']],
    ['service imap\n{\n  a = b\n}\n', ['brace-alone {']],
    ['service imap { a = b }\n', ['brace-not-last a = b }']],
    ['service imap {\n} # fine\n', []],
    [' \\\na = b\n', []],
    ['\\\n  \\\nservice imap {\n}\n', []],
    ['service imap {\n} x\n', ['text-after-close  x']],
    ['}\n', ['brace-surplus }']],
    ['service imap {\n', ['section-unclosed service imap {']],
    ['mailbox Sent Messages {\n}\n', ['name-unquoted Sent Messages']],
    ['service "imap {\n}\n', ['name-quote-unclosed "imap']],
    ['group @x {\n}\n', ['group-name-missing @x']],
    ['a = <<EOF\nb = c\n', ['heredoc-unterminated <<EOF']],
    ['a = b#c\n', ['comment-ambiguous #']],
    ['a = b \\\n\nc = d\n', ['continuation-lost a = b \\']],
    ['a = "\\n"\n', ['escape-unknown \\n']],
    ['\ufeffa = b\n', ['byte-order-mark \ufeff']],
  ];
  for (const [text, expected] of cases) {
    const found = parse(text, 'new').errors.map(({ code, from, to }) => `${code} ${text.slice(from, to)}`);
    assert.deepEqual(found, expected, text);
  }
});
