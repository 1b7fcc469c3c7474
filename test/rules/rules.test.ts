// Every rule by its own examples, in variants that catch position bugs; every fix by the promises that all fixes give.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Example, Finding, Fix, Rule } from '../../server/src/lint/rule.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Span } from '../../server/src/text/span.ts';
import { allFindings } from '../support/findings.ts';
import { applied } from '../support/fixPromises.ts';
import { takeSpan } from '../support/markers.ts';
import { configurationOf, memoryProject, uriOf } from '../support/memory.ts';

interface Case {
  readonly texts: Record<string, string>;
  readonly expected: { readonly name: string; readonly span: Span } | undefined;
}

function prepare(example: Example, change: (text: string) => string): Case {
  const texts: Record<string, string> = {};
  let expected: Case['expected'];
  for (const [name, marked] of Object.entries({ 'dovecot.conf': example.text, ...example.files })) {
    // YAML is not indented by tabs.
    const { text, span } = takeSpan(name.endsWith('.yaml') && change === withTabs ? marked : change(marked));
    texts[name] = text;
    if (span !== undefined) expected = { name, span };
  }
  return { texts, expected };
}

function findings(texts: Readonly<Record<string, string>>): Finding[] {
  return allFindings(memoryProject(texts));
}

const variants: Readonly<Record<string, (text: string) => string>> = {
  'as written': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'behind an emoji': (text) => `# 📬\n${text}`,
  'indented by tabs': withTabs,
};

function withTabs(text: string): string {
  return text.replace(/^(?: {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2));
}

/** A finding's identity that survives edits elsewhere in the file. */
function kind({ rule, document }: Finding): string {
  return `${rule.id} in ${document.uri}`;
}

function countByKind(found: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of found) counts.set(kind(finding), (counts.get(kind(finding)) ?? 0) + 1);
  return counts;
}

/** What every fix promises: the finding goes, nothing comes but placeholders, the parse stays, once is enough. */
function assertFixKeepsPromises(texts: Readonly<Record<string, string>>, finding: Finding, fix: Fix): void {
  const label = `${finding.rule.id}: ${fix.title}`;
  const after = applied(texts, fix.edits);
  assert.notDeepEqual(after, texts, `${label} changes nothing`);
  const before = countByKind(findings(texts));
  const now = countByKind(findings(after));
  const own = kind(finding);
  assert.ok((now.get(own) ?? 0) < before.get(own)!, `${label} leaves its finding`);
  for (const [name, count] of now) {
    if (name.startsWith('placeholder-left ')) continue;
    assert.ok(count <= (before.get(name) ?? 0), `${label} brings ${name}`);
  }
  const configuration = configurationOf(after);
  const issues = configuration.documents.flatMap(({ tree }) => tree.errors).length;
  assert.ok(
    issues <= configurationOf(texts).documents.flatMap(({ tree }) => tree.errors).length,
    `${label} breaks the form`,
  );
}

for (const rule of rules) {
  describe(rule.id, () => {
    for (const [variant, change] of Object.entries(variants)) {
      rule.docs.bad.forEach((example, index) => {
        test(`finds example ${index + 1} ${variant}`, () => assertFound(rule, example, change));
      });
      rule.docs.good.forEach((example, index) => {
        test(`is silent on example ${index + 1} ${variant}`, () => {
          const { texts, expected } = prepare(example, change);
          assert.equal(expected, undefined, 'a good example has no marker');
          assert.deepEqual(
            findings(texts)
              .filter((finding) => finding.rule === rule)
              .map(({ message }) => message),
            [],
          );
        });
      });
    }
  });
}

function assertFound(rule: Rule, example: Example, change: (text: string) => string): void {
  const { texts, expected } = prepare(example, change);
  assert.ok(expected !== undefined, 'a bad example marks the place');
  const own = findings(texts).filter((finding) => finding.rule === rule);
  const places = own.map(({ document, span }) => `${document.uri} ${span.from}-${span.to}`);
  assert.deepEqual(places, [`${uriOf(expected.name)} ${expected.span.from}-${expected.span.to}`]);
  const finding = own[0]!;
  assert.match(finding.message, /^[^{}]*('[^']*'[^{}]*)*[.]$|\{/, 'a message is a sentence');
  assert.ok(
    !/(?<!%)\{(?:driver|host|region|word|format|missing|user|owner|role|version|service)\}/.test(finding.message),
    finding.message,
  );
  assert.equal(configurationOf(texts).decision.dialect, example.dialect, 'the example is in the dialect that it says');
  for (const fix of finding.fixes) assertFixKeepsPromises(texts, finding, fix);
  if (example.fixed === undefined) {
    assert.equal(
      finding.fixes.length === 0 || expected.name !== 'dovecot.conf',
      true,
      'the example shows what its fix makes',
    );
  } else {
    const [first] = finding.fixes;
    assert.ok(first !== undefined, 'the example promises a fix');
    const isYaml = expected.name.endsWith('.yaml') && change === withTabs;
    assert.equal(applied(texts, first.edits)[expected.name], isYaml ? example.fixed : change(example.fixed));
  }
}

describe('the catalogue', () => {
  const ids = rules.map(({ id }) => id);

  test('has one file per rule, named by its id, in order', () => {
    const files = readdirSync('server/src/rules').filter((name) => name !== 'index.ts');
    assert.deepEqual(files.map((name) => name.replace(/\.ts$/, '')).sort(), ids);
    assert.deepEqual([...ids].sort(), ids);
  });

  for (const rule of rules) {
    test(`${rule.id} is complete`, () => {
      assert.match(rule.id, /^[a-z0-9]+(-[a-z0-9]+)+$/);
      assert.match(rule.source ?? 'https://', /^https:\/\//);
      assert.match(rule.docs.summary, /^[A-Z'].*\.$/);
      assert.ok(rule.docs.bad.length > 0 && rule.docs.good.length > 0);
      const fixes = rule.docs.bad.some(({ fixed: after }) => after !== undefined);
      assert.equal(fixes, rule.fixable, 'fixable as its examples show');
      assert.equal(rule.docs.noFix === undefined, rule.fixable, 'a rule without a quick-fix says why (docs.noFix)');
      // A message may be a sentence that comes from elsewhere as a whole.
      for (const message of Object.values(rule.messages)) assert.match(message, /[.)]$|^\{\w+\}$/);
    });
  }
});
