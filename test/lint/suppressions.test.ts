// Suppression comments: what they cover, how long they count, and that writing them changes nothing for Dovecot.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { suppressActions } from '../../server/src/features/suppressActions.ts';
import type { Finding } from '../../server/src/lint/rule.ts';
import { isDay, readSuppressions } from '../../server/src/lint/suppressions.ts';
import { tokenize } from '../../server/src/parser/tokens.ts';
import { rules } from '../../server/src/rules/index.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { ConfigDocument } from '../../server/src/workspace/document.ts';
import { allFindings, findingsOf, today } from '../support/findings.ts';
import { assertLinear } from '../support/growth.ts';
import { takeSpan } from '../support/markers.ts';
import { memoryProject, uriOf } from '../support/memory.ts';

const head = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';
const rule = 'comment-ambiguous';

/** The 1-based lines, behind the head, on which a rule is still found. */
function linesFound(body: string, id = rule): number[] {
  const text = head + body;
  return allFindings(memoryProject({ 'dovecot.conf': text }))
    .filter((finding) => finding.rule.id === id)
    .map(({ span }) => text.slice(head.length, span.from).split('\n').length);
}

describe('a comment covers', () => {
  const cases: readonly (readonly [name: string, body: string, left: readonly number[]])[] = [
    ['the next line', `# dovelint-disable-next-line ${rule} -- r\na=b#c\na=b#c\n`, [3]],
    ['the next line behind other comments', `# dovelint-disable-next-line ${rule}\n\n# more\na=b#c\na=b#c\n`, [5]],
    ['the next line, all of a continued one', `# dovelint-disable-next-line ${rule}\na = b \\\n c#d\na=b#c\n`, [4]],
    ['its own line', `a = b \\ # dovelint-disable-line ${rule}\n  c#d\na=b#c\n`, [3]],
    ['a block', `# dovelint-disable ${rule}\na=b#c\n# dovelint-enable ${rule}\na=b#c\n`, [4]],
    ['a block, ended by an enable of all', `# dovelint-disable ${rule}\na=b#c\n# dovelint-enable\na=b#c\n`, [4]],
    ['a block up to the end', `a=b#c\n# dovelint-disable ${rule}\na=b#c\na=b#c\n`, [1]],
    ['the file', `a=b#c\n# dovelint-disable-file ${rule}\na=b#c\n`, []],
    ['one rule of several', `# dovelint-disable-next-line include-missing, ${rule} -- r\na=b#c\n`, []],
    ['several rules without commas', `# dovelint-disable-next-line include-missing ${rule}\na=b#c\n`, []],
    ['only the rules it names', '# dovelint-disable-next-line include-missing\na=b#c\n', [2]],
    ['nothing inside a here-document', `a = <<END\n# dovelint-disable-next-line ${rule}\nEND\na=b#c\n`, [4]],
    ['nothing inside quotes', `a = "# dovelint-disable-line ${rule}" b#c\n`, [1]],
    ['lines with CRLF', `# dovelint-disable-next-line ${rule} -- r\r\na=b#c\r\na=b#c\r\n`, [3]],
    ['up to its last day', `# dovelint-disable-next-line ${rule} -- r until ${today}\na=b#c\n`, []],
    ['nothing after its last day', `# dovelint-disable-next-line ${rule} -- r until 2026-06-14\na=b#c\n`, [2]],
    [
      'nothing after a day that is written with a sign',
      `# dovelint-disable-next-line ${rule} -- r until=2026-06-14\na=b#c\n`,
      [2],
    ],
    ['without a reason, up to its last day', `# dovelint-disable-next-line ${rule} until 2026-06-14\na=b#c\n`, [2]],
  ];
  for (const [name, body, left] of cases) test(name, () => assert.deepEqual(linesFound(body), left));
});

test('what is suppressed is kept, with the comment that did it', () => {
  const text = `${head}# dovelint-disable-next-line ${rule} -- the rest is a note until 2027-01-31\na=b#c\n`;
  const { suppressed } = findingsOf(memoryProject({ 'dovecot.conf': text })).of(uriOf('dovecot.conf'));
  assert.deepEqual(
    suppressed.map(({ finding, by }) => [finding.rule.id, by.comment.reason, by.comment.until?.text]),
    [[rule, 'the rest is a note', '2027-01-31']],
  );
});

test('some rules no comment suppresses', () => {
  const body = '# dovelint-disable-file syntax-error -- it is right\nlisten\n';
  assert.deepEqual(linesFound(body, 'syntax-error'), [2]);
  assert.deepEqual(linesFound(body, 'suppression-unused'), [1]);
});

describe('a comment is called unused', () => {
  const fragment = `# dovelint-disable-next-line s3-aws-driver-recommended -- r\nfs_s3_driver_left = a\n`;
  const unused = (texts: Record<string, string>, roots: readonly string[]) =>
    findingsOf(memoryProject(texts, { roots }))
      .of(uriOf('part.conf'))
      .findings.filter(({ rule: { id } }) => id === 'suppression-unused').length;
  const pro = 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n!include part.conf\n';

  test('in a known root', () => assert.equal(unused({ 'a.conf': pro, 'part.conf': fragment }, ['a.conf']), 1));
  test('not in a fragment without one', () => assert.equal(unused({ 'part.conf': fragment }, []), 0));
  test('not where a part of the configuration is unknown', () => {
    const texts = { 'a.conf': `${pro}!include /srv/elsewhere.conf\n`, 'part.conf': fragment };
    assert.equal(unused(texts, ['a.conf']), 0);
  });
  test('not where a template fills the line', () => {
    assert.equal(unused({ 'a.conf': pro, 'part.conf': fragment.replace('= a', '= {{ a }}') }, ['a.conf']), 0);
  });
  test('not where its rule did not look', () => {
    const ce = `${head}!include part.conf\n`;
    assert.equal(unused({ 'a.conf': ce, 'part.conf': fragment }, ['a.conf']), 0);
  });
  test('not when one of several roots needs it', () => {
    const driver = '# dovelint-disable-next-line s3-aws-driver-recommended -- r\nobox {\n fs s3 {\n }\n}\n';
    const nextLine = driver.replace('obox {\n', 'obox {\n# dovelint-disable-next-line s3-aws-driver-recommended\n');
    const texts = {
      'a.conf': `${pro}fs_s3_url = https://b.s3.eu-central-1.amazonaws.com/\n`,
      'b.conf': `${pro}fs_s3_url = https://s3.example.com/\n`,
      'part.conf': nextLine.slice(nextLine.indexOf('obox')),
    };
    assert.equal(unused(texts, ['a.conf', 'b.conf']), 0);
    assert.equal(unused(texts, ['b.conf']), 1);
  });
});

/** What Dovecot reads: everything but comments and white space. */
function read(text: string, grammar: 'old' | 'new'): string[] {
  const { tree } = new ConfigDocument('file:///x', text, grammar);
  return tokenize(tree)
    .filter(({ kind }) => kind !== 'comment' && kind !== 'trivia')
    .map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);
}

function countOf(findings: readonly Finding[], id: string): number {
  return findings.filter((finding) => finding.rule.id === id).length;
}

describe('what the editor inserts silences the rule and changes nothing else:', () => {
  for (const { id, docs, suppressible } of rules) {
    if (suppressible === false) continue;
    for (const [index, { text: marked, files }] of docs.bad.entries()) {
      test(`${id} ${index + 1}`, () => {
        const all = { 'dovecot.conf': marked, ...files };
        const entries = Object.entries(all).map(([name, content]) => [name, takeSpan(content).text] as const);
        const texts: Record<string, string> = Object.fromEntries(entries);
        const before = allFindings(memoryProject(texts));
        const finding = before.find((each) => each.rule.id === id)!;
        const actions = suppressActions(finding.rule, finding);
        // Inside a text that is neither YAML nor ours there is no place for a comment.
        const isYaml = finding.document.uri.endsWith('.yaml');
        assert.ok(actions.length >= 2 || (isYaml && actions.length === 1));
        for (const { edits } of actions) {
          const name = Object.keys(texts).find((each) => uriOf(each) === edits[0]!.document.uri)!;
          const after = { ...texts, [name]: applyEdits(texts[name]!, edits) };
          for (const grammar of ['old', 'new'] as const)
            assert.deepEqual(read(after[name]!, grammar), read(texts[name]!, grammar));
          const now = allFindings(memoryProject(after));
          assert.ok(countOf(now, id) < countOf(before, id));
          assert.equal(countOf(now, 'suppression-unused'), 0);
        }
      });
    }
  }
});

test('an insertion never cuts a continued line, and leaves a byte order mark in front', () => {
  const text = '\ufeffdovecot_config_version = 2.4.1\nlogin_greeting = a \\\n  b \\\n  c#d\n';
  const document = new ConfigDocument(uriOf('dovecot.conf'), text, 'new');
  const offset = text.indexOf('#');
  const meta = rules.find(({ id }) => id === rule)!;
  const [line, file] = suppressActions(meta, { document, span: { from: offset, to: offset + 1 } });
  assert.equal(
    applyEdits(text, line!.edits),
    text.replace('login_greeting', `# dovelint-disable-next-line ${rule}\nlogin_greeting`),
  );
  assert.equal(applyEdits(text, file!.edits), text.replace('\ufeff', `\ufeff# dovelint-disable-file ${rule}\n`));
});

test('a section is silenced from its head to its end', () => {
  const text = `${head}obox {\n  fs s3 {\n    fs_s3_url = https://s3.example.com/\n  }\n}`;
  const document = new ConfigDocument(uriOf('dovecot.conf'), text, 'new');
  const meta = rules.find(({ id }) => id === rule)!;
  const at = text.indexOf('s3.example');
  const section = suppressActions(meta, { document, span: { from: at, to: at } }).find(({ title }) =>
    title.endsWith('in this section'),
  )!;
  const lines = [
    'obox {',
    `  # dovelint-disable ${rule}`,
    '  fs s3 {',
    '    fs_s3_url = https://s3.example.com/',
    '  }',
  ];
  assert.equal(applyEdits(text, section.edits), `${head}${[...lines, `  # dovelint-enable ${rule}`, '}'].join('\n')}`);
});

test('what is over is not called unused, too', () => {
  const text = `${head}# dovelint-disable-next-line ${rule} -- r until 2026-06-14\na=b#c\n`;
  const found = allFindings(memoryProject({ 'dovecot.conf': text })).map(({ rule: { id } }) => id);
  assert.ok(found.includes('suppression-expired'));
  assert.ok(!found.includes('suppression-unused'));
});

test('many comments are read in linear time', () => {
  const line = `# dovelint-disable-next-line ${rule} -- r\n`;
  const block = `# dovelint-disable ${rule}\n# dovelint-enable\n`;
  for (const text of [
    (size: number) => line.repeat(size),
    (size: number) => block.repeat(size),
    (size: number) => `${line.repeat(size)}a=b#c\n`,
  ]) {
    assertLinear(16_000, text(1), (size) => assert.equal(linesFound(text(size)).length, 0));
  }
});

test('comments of any text, without a configuration', () => {
  const text = 'a: 1 # dovelint-disable-line x-y -- because\n# dovelint-oops\n# a dovelint-disable x\n';
  const comments = [
    { from: 5, to: text.indexOf('\n') },
    { from: text.indexOf('# dovelint-oops'), to: text.indexOf('\n# a') },
    { from: text.indexOf('# a'), to: text.length - 1 },
  ];
  const read = readSuppressions({ text, comments, joins: [] });
  assert.deepEqual(
    read.comments.map(({ form, word }) => [form, word.text]),
    [
      ['line', 'dovelint-disable-line'],
      [undefined, 'dovelint-oops'],
    ],
  );
  assert.deepEqual(read.suppressions[0]!.covers, { from: 0, to: text.indexOf('\n') });
});

test('days of the calendar', () => {
  for (const day of ['2026-01-31', '2028-02-29', '2000-02-29']) assert.ok(isDay(day), day);
  for (const day of ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-4-1', '2026-04-31', 'soon'])
    assert.ok(!isDay(day), day);
});

describe('inside YAML', () => {
  const yaml = (before: string, inside: string) =>
    `kind: ConfigMap\ndata:\n${before}  dovecot.conf: |\n    dovecot_config_version = 2.4.1\n    dovecot_storage_version = 2.4.1\n${inside}    login_greeting = a#b\n`;
  const verdictOf = (text: string) => {
    const project = memoryProject({ 'cm.yaml': text }, { roots: [] });
    project.setManifests([uriOf('cm.yaml')]);
    return findingsOf(project).of(uriOf('cm.yaml'));
  };
  const idsOf = (text: string) => verdictOf(text).findings.map((finding) => finding.rule.id);

  test('a comment of the configuration counts', () => {
    assert.deepEqual(idsOf(yaml('', '')), [rule]);
    const text = yaml('', `    # dovelint-disable-next-line ${rule} -- r\n`);
    const { findings, suppressed } = verdictOf(text);
    assert.deepEqual(findings, []);
    assert.deepEqual(
      suppressed.map(({ finding }) => [finding.document.uri, finding.span.from]),
      [[uriOf('cm.yaml'), text.indexOf('#b')]],
    );
  });

  test('a comment of the YAML counts', () => {
    assert.deepEqual(idsOf(yaml(`  # dovelint-disable-file ${rule} -- r\n`, '')), []);
    assert.deepEqual(idsOf(`${yaml('', '')}# dovelint-disable-file include-missing -- r\n`), [
      rule,
      'suppression-unused',
    ]);
  });

  test('what is wrong with a comment is found at its place in the YAML', () => {
    const text = yaml('', '    # dovelint-disable-file include-missing -- r\n');
    const unused = verdictOf(text).findings.find((finding) => finding.rule.id === 'suppression-unused')!;
    assert.equal(unused.span.from, text.indexOf('include-missing'));
    assert.equal(unused.document.uri, uriOf('cm.yaml'));
  });
});
