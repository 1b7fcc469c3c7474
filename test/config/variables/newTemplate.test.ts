// Our reading of `%{…}` against real verdicts: what 2.4.1 and 2.4.5 accept and refuse, and with which words.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  type Expansion,
  expectedAt,
  type NewTemplate,
  parseNewTemplate,
} from '../../../server/src/config/variables/newTemplate.ts';
import type { Statement } from '../../../server/src/parser/cst.ts';
import { parse } from '../../../server/src/parser/parser.ts';
import { type MappedText, sourceSpan } from '../../../server/src/text/mappedText.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { assertLinear } from '../../support/growth.ts';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly res: Readonly<Record<string, { readonly rc: number; readonly err: string }>>;
}

const { cases } = JSON.parse(readFileSync('test/fixtures/variable-cases.json', 'utf8')) as {
  cases: { value: string; error: string }[];
};
const doveconf: Case[] = JSON.parse(readFileSync('test/fixtures/doveconf-cases.json', 'utf8'));

/** The first error in Dovecot's words; empty when there is none. */
function errorOf({ errors }: NewTemplate): string {
  const [error] = errors;
  if (error === undefined) return '';
  if (error.code === 'escape') return 'Invalid character escape';
  if (error.code === 'number') return 'Not a number';
  return `syntax error, unexpected ${error.found}, expecting ${expectedAt[error.place].join(' or ')}`;
}

test('errors are those of Dovecot 2.4.1, word for word', () => {
  const different = cases.flatMap(({ value, error }) => {
    const ours = errorOf(parseNewTemplate(value));
    return ours === error ? [] : [`${value}: ${ours} instead of ${error}`];
  });
  const refused = cases.filter(({ error }) => error !== '').length;
  console.log(`${cases.length} values, ${refused} of them refused by 2.4.1, ${different.length} different`);
  assert.ok(refused > 80 && cases.length - refused > 80);
  assert.deepEqual(different, []);
});

function valuesOf(statements: readonly Statement[]): MappedText[] {
  return statements.flatMap((statement) => {
    if (statement.kind === 'section') return valuesOf(statement.body);
    return statement.kind === 'assignment' ? [statement.value.content] : [];
  });
}

describe('recorded files about variables', () => {
  for (const { id, text, res } of doveconf.filter((one) => /^[XV]\d/.test(one.id))) {
    for (const version of ['2.4.1', '2.4.5']) {
      const verdict = res[version];
      if (verdict === undefined) continue;
      test(`${id} in ${version}`, () => {
        const errors = valuesOf(parse(text, 'new').statements).map((value) => errorOf(parseNewTemplate(value.text)));
        const [ours] = errors.filter((error) => error !== '');
        const theirs = /: (syntax error, .*|Invalid character escape|Not a number)$/m.exec(verdict.err)?.[1];
        // 2.4.1 does not read what stands in lists (X97).
        if (id !== 'X97' || version !== '2.4.1') assert.equal(ours, theirs);
      });
    }
  }
});

/** `name(arguments)operation` of every filter, to see the tree in one line. */
function outline({ filters }: Expansion): string {
  return filters
    .map(({ name, arguments: list, operation }) => {
      const inside = list.map(
        ({ key, kind, value }) => `${key === undefined ? '' : `${key.text}=`}${kind}:${value.text}`,
      );
      const math = operation === undefined ? '' : ` ${operation.operator.text} ${operation.operand.text}`;
      return `${name?.text ?? ''}${inside.length > 0 ? `(${inside.join(', ')})` : ''}${math}`;
    })
    .join(' | ');
}

test('the tree', () => {
  const outlines = (text: string) =>
    parseNewTemplate(text).parts.map((part) =>
      part.kind === 'expansion' ? outline(part) : text.slice(part.from, part.to),
    );
  assert.deepEqual(outlines('/m/%{user | sha1 % 4}/%u'), ['/m/', 'user | sha1 % 4', '/%u']);
  assert.deepEqual(outlines('%{user|substr(0, -1)|hash("sha1", rounds=2)+x}%%{y}'), [
    'user | substr(number:0, number:-1) | hash(string:sha1, rounds=number:2) + x',
    '%%{y}',
  ]);
  assert.deepEqual(outlines(`%{env:HOME | default('it\\'s \\x41')}`), ["env:HOME | default(string:it's A)"]);
  assert.deepEqual(outlines('%{user low | upper} %{home'), ['user | upper', ' ', 'home']);
});

test('dropped characters are known', () => {
  assert.deepEqual(parseNewTemplate('%{user & {x}').dropped, [
    { from: 7, to: 8 },
    { from: 9, to: 10 },
  ]);
});

test('positions are those of the document, through quotes and continued lines', () => {
  const text = 'mail_path = "%{user | default(\\"a\\") \\\n  | lower }"\n';
  const [value] = valuesOf(parse(text, 'new').statements);
  const [part] = parseNewTemplate(value!.text).parts as [Expansion];
  const written = ({ from, to }: Span) => {
    const span = sourceSpan(value!, from, to);
    return text.slice(span.from, span.to);
  };
  assert.equal(written(part), '%{user | default(\\"a\\") \\\n  | lower }');
  assert.deepEqual(
    part.filters.map(({ name }) => written(name!)),
    ['user', 'default', 'lower'],
  );
  assert.equal(part.filters[1]!.arguments[0]!.value.text, 'a');
});

const unit = fc.constantFrom(...'%{}|(),=+-*/"\'\\ \nua19&'.split(''), '%{', 'user', '%%{', 'ü', '\\x4');

function inside(inner: Span, outer: Span): void {
  assert.ok(outer.from <= inner.from && inner.from <= inner.to && inner.to <= outer.to);
}

test('spans nest and follow each other on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      const { parts, errors, dropped } = parseNewTemplate(text);
      let end = 0;
      for (const part of parts) {
        assert.equal(part.from, end);
        end = part.to;
        if (part.kind !== 'expansion') continue;
        let at = part.from;
        for (const filter of part.filters) {
          inside(filter, part);
          assert.ok(filter.from >= at);
          at = filter.to;
          const inner = [filter.name, ...filter.arguments, filter.operation].flatMap((node) => node ?? []);
          for (const node of inner) inside(node, filter);
        }
      }
      assert.equal(end, text.length);
      for (const span of [...errors, ...dropped]) inside(span, { from: 0, to: text.length });
    }),
    { numRuns: 5000 },
  );
});

test('any text is read in linear time', () => {
  for (const piece of ['%{', '%{a', '%{a}', '%', '%%{', '%{a(', '%{"', "%{a('\\", '%{a|', '%{a+', '%{1 ', '%{&']) {
    assertLinear(96_000, piece, (size) => void parseNewTemplate(piece.repeat(size)));
  }
});
