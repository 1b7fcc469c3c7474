// Our reading of the form of a file against the verdicts of real Dovecot 2.3.19 and 2.4.5 (test/fixtures).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/parser/parser.ts';

interface Verdict {
  readonly rc: number;
  readonly err: string;
  readonly out: string;
}

interface Case {
  readonly id: string;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  readonly raw: boolean;
  readonly args: string | null;
  readonly res: Readonly<Record<string, Verdict>>;
}

/** Messages of Dovecot that are about the form of a line, not about names or values. */
const form =
  /Expecting '\{'|Garbage after '\{'|Unexpected '\}'|Missing '\}'|Missing key name|Expecting group name|: Missing ["\w]+$/m;

/** Where we differ, and why that is right. */
const explained: Readonly<Record<string, string>> = {
  D23: 'Dovecot 2.4.5 aborts on a continued version line; the form is fine',
  G05: "the first error is the unknown setting; that 'group' without @label is no head is said as well",
  S07: 'the first error is the value; that the section stays open is said as well',
  S30: 'the first error is the escape inside the name; the name itself is one, too',
  Z13: 'doveconf NAME prints before it looks for open sections',
};

/** Codes that are warnings, or that only some releases refuse. */
const harmless = new Set(['comment-ambiguous', 'continuation-lost', 'escape-unknown', 'byte-order-mark']);

const cases: Case[] = JSON.parse(readFileSync('test/fixtures/doveconf-cases.json', 'utf8'));

describe('form errors are those of Dovecot', () => {
  for (const version of ['2.3.19', '2.4.5']) {
    test(version, () => {
      const grammar = version.startsWith('2.3') ? 'old' : 'new';
      const different: string[] = [];
      let compared = 0;
      for (const { id, text, files, res } of cases) {
        const verdict = res[version];
        if (verdict === undefined || Object.keys(files).length > 0 || Object.hasOwn(explained, id)) continue;
        compared++;
        const refused = verdict.rc !== 0 && form.test(verdict.err);
        const found = parse(text, grammar).errors.filter(({ code }) => !harmless.has(code));
        if (refused !== found.length > 0) different.push(`${id}: ${JSON.stringify(text)} ${verdict.err}`);
      }
      console.log(
        `${version}: ${compared} cases compared, ${different.length} different, ${Object.keys(explained).length} explained`,
      );
      assert.ok(compared > 300);
      assert.deepEqual(different, []);
    });
  }
});

/** What doveconf prints for a value, as a plain text: its own quoting undone. */
function printed(line: string): string {
  const value = line.replace(/^[^=]*=\s?/, '');
  const quoted = /^"(.*)"$/s.exec(value);
  return quoted === null ? value : quoted[1]!.replace(/\\(.)/g, '$1');
}

test('the value of a single setting is what doveconf prints', () => {
  const different: string[] = [];
  let compared = 0;
  for (const { id, text, files, res } of cases) {
    for (const [version, { rc, out }] of Object.entries(res)) {
      if (version === '2.4.1' || rc !== 0 || Object.keys(files).length > 0 || !/^login_greeting = [^\n]*$/.test(out))
        continue;
      const tree = parse(text, version.startsWith('2.3') ? 'old' : 'new');
      const values = tree.statements.flatMap((statement) =>
        statement.kind === 'assignment' && statement.key.text === 'login_greeting' ? [statement.value] : [],
      );
      const [value] = values;
      // Expanded and file values are printed as something else.
      if (
        values.length !== 1 ||
        value === undefined ||
        value.style === 'file' ||
        value.style === 'heredoc' ||
        value.content.text.includes('$')
      )
        continue;
      compared++;
      if (value.content.text !== printed(out)) different.push(`${id} ${version}: ${value.content.text} | ${out}`);
    }
  }
  console.log(`${compared} values compared`);
  assert.ok(compared > 30);
  assert.deepEqual(different, []);
});
