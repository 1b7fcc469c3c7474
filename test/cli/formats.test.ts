// Every format of dovelint check: valid by its own rules, with the same findings, and without a secret.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { formats } from '../../server/src/cli/formats/index.ts';
import { DovelintFolder } from '../support/dovelint.ts';
import { schemaProblems } from '../support/jsonSchema.ts';

const head = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';
const folder = new DovelintFolder({
  'dovecot.conf': `${head}login_greeting = "<&>\u0001" # dovelint-disable-line include-missing -- password=hunter2\n!include "a, b: 100% c.conf"\n!include conf.d/*.conf\n`,
  'conf.d/a b.conf': [
    'service imap{',
    '}',
    'imapc_password = hunter2#x',
    'imapc_host = \\',
    '  a#b',
    'imapc_password = \\',
    '  hunter2#x',
    '# dovelint-disable-next-line comment-ambiguous -- because',
    'imapc_user = a#b',
    'imapc_user = a#b',
    'imapc_user = a#b',
    '',
  ].join('\n'),
  'clean.conf': head,
});

const run = (format: string, more: readonly string[] = []) => folder.run(['check', '--format', format, ...more]);

interface JsonReport {
  readonly diagnostics: readonly {
    readonly file: string;
    readonly rule: string;
    readonly severity: string;
    readonly fingerprint: string;
    readonly range: { readonly start: { readonly line: number } };
    readonly suppressed?: { readonly reason?: string };
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

const jsonOf = (more: readonly string[] = []): JsonReport => JSON.parse(run('json', more).stdout);

/** Throws where tags are not closed in order; gives the names of all elements with their attributes. */
function elementsOf(xml: string): { name: string; attributes: Record<string, string> }[] {
  const open: string[] = [];
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const body = xml.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '');
  assert.notEqual(body, xml, 'an XML declaration comes first');
  const leftOver = body.replace(
    /<(\/?)([\w]+)((?: [\w]+="[^"<&]*(?:&#\d+;[^"<&]*)*")*)(\/?)>/g,
    (_all, end, name, list, alone) => {
      if (end === '/') assert.equal(open.pop(), name);
      else {
        const pairs = [...(list as string).matchAll(/([\w]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
        found.push({ name, attributes: Object.fromEntries(pairs) });
        if (alone !== '/') open.push(name);
      }
      return '';
    },
  );
  assert.deepEqual(open, []);
  assert.equal(leftOver.trim(), '', 'all of it are elements');
  return found;
}

test('no format shows a secret, and all fail the run alike', () => {
  for (const format of Object.keys(formats)) {
    const { stdout, stderr, status } = run(format, ['--show-suppressed']);
    assert.doesNotMatch(stdout + stderr, /hunter2/, format);
    assert.ok(stdout.length > 100, format);
    assert.equal(status, 1, format);
  }
});

test('text: a line that goes on with a secret is masked as a whole', () => {
  const { stdout } = run('text');
  assert.match(stdout, /^conf\.d\/a b\.conf:5:4: .*\n {2}5 \| {3}a#b\n/m);
  assert.match(stdout, /^conf\.d\/a b\.conf:7:10: .*\n {2}7 \| \*{8}\n {4}= fix/m);
});

test('json: fingerprints are unique in a file and stay when lines move', () => {
  const { diagnostics } = jsonOf();
  const prints = diagnostics.map(({ file, fingerprint }) => `${file} ${fingerprint}`);
  assert.equal(new Set(prints).size, prints.length);
  const name = 'conf.d/a b.conf';
  const original = folder.read(name);
  folder.write(
    name,
    `# moved\n\n${original.replace('imapc_user = a#b\nimapc_user', 'imapc_user =   a#b\nimapc_user')}`,
  );
  const moved = jsonOf().diagnostics.map(({ file, fingerprint }) => `${file} ${fingerprint}`);
  folder.write(name, original);
  assert.deepEqual(moved.toSorted(), prints.toSorted());
});

test('json: what is suppressed is shown when asked for, and never counts', () => {
  const [without, withThem] = [jsonOf(), jsonOf(['--show-suppressed'])];
  const suppressed = withThem.diagnostics.filter((one) => one.suppressed !== undefined);
  assert.deepEqual(
    suppressed.map(({ rule, suppressed: by }) => [rule, by!.reason]),
    [['comment-ambiguous', 'because']],
  );
  assert.equal(withThem.diagnostics.length, without.diagnostics.length + 1);
  assert.deepEqual(withThem.summary, without.summary);
  const schema = JSON.parse(readFileSync('schemas/dovelint-report.schema.json', 'utf8'));
  assert.deepEqual(schemaProblems(withThem, schema), []);
});

describe('sarif', () => {
  const schemaFile = '../shared/schemas/sarif-schema-2.1.0.json';
  const skip = existsSync(schemaFile) ? false : `${schemaFile} is not there`;

  test('is valid by the schema of OASIS', { skip }, () => {
    const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
    assert.deepEqual(schemaProblems(JSON.parse(run('sarif', ['--show-suppressed']).stdout), schema), []);
    assert.deepEqual(
      schemaProblems(JSON.parse(folder.run(['check', 'clean.conf', '--format', 'sarif']).stdout), schema),
      [],
    );
  });

  test('has results with rules, places and fingerprints', () => {
    const log = JSON.parse(run('sarif', ['--show-suppressed']).stdout);
    const [{ tool, results }] = log.runs;
    assert.equal(log.version, '2.1.0');
    assert.equal(results.length, jsonOf(['--show-suppressed']).diagnostics.length);
    for (const { ruleId, ruleIndex, level, message, partialFingerprints } of results) {
      assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
      assert.ok(['error', 'warning', 'note'].includes(level));
      assert.ok(message.text.endsWith('.') && partialFingerprints['dovelint/v1'].length === 32);
    }
    const { physicalLocation } = results[0].locations[0];
    assert.equal(physicalLocation.artifactLocation.uri, 'conf.d/a%20b.conf');
    assert.deepEqual(physicalLocation.region, { startLine: 1, startColumn: 13, endLine: 1, endColumn: 14 });
    const suppressions = results.flatMap((one: { suppressions?: unknown[] }) => one.suppressions ?? []);
    assert.deepEqual(suppressions, [{ kind: 'inSource', justification: 'because' }]);
  });
});

test('github: one command per finding, with escaped properties', () => {
  const { stdout } = run('github');
  const lines = stdout.trimEnd().split('\n');
  assert.equal(lines.length, jsonOf().diagnostics.length);
  for (const line of lines)
    assert.match(
      line,
      /^::(error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=dovelint [\w-]+::./,
    );
  assert.match(stdout, /^::error file=dovecot\.conf,line=4,.*100%25 c\.conf/m);
});

test('gitlab: a list with fingerprints that are unique in all of it', () => {
  const list: { fingerprint: string; severity: string; location: { path: string; lines: { begin: number } } }[] =
    JSON.parse(run('gitlab').stdout);
  assert.equal(list.length, jsonOf().diagnostics.length);
  assert.equal(new Set(list.map(({ fingerprint }) => fingerprint)).size, list.length);
  for (const { severity, location } of list) {
    assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(severity));
    assert.ok(location.path.length > 0 && location.lines.begin > 0);
  }
});

test('checkstyle: well-formed, every file with its findings', () => {
  const elements = elementsOf(run('checkstyle').stdout);
  assert.deepEqual(
    elements.flatMap(({ name, attributes }) => (name === 'file' ? [attributes.name] : [])),
    ['conf.d/a b.conf', 'dovecot.conf'],
  );
  assert.equal(elements.filter(({ name }) => name === 'error').length, jsonOf().diagnostics.length);
});

test('junit: well-formed, and what fails the run is a failure', () => {
  const elements = elementsOf(run('junit').stdout);
  const errors = jsonOf().diagnostics.filter(({ severity }) => severity === 'error').length;
  assert.equal(elements.filter(({ name }) => name === 'failure').length, errors);
  assert.equal(elements[0]!.attributes.failures, String(errors));
  const all = elementsOf(run('junit', ['--fail-on', 'hint']).stdout);
  assert.equal(all.filter(({ name }) => name === 'failure').length, jsonOf().diagnostics.length);
  const clean = elementsOf(folder.run(['check', 'clean.conf', '--format', 'junit']).stdout);
  assert.ok(clean.some(({ name }) => name === 'testcase'));
});

describe('a baseline', () => {
  test('hides what was known, and nothing new', () => {
    const name = 'conf.d/a b.conf';
    const original = folder.read(name);
    const written = folder.run(['check', '--baseline', 'known.json', '--write-baseline']);
    assert.equal(written.status, 0);
    assert.doesNotMatch(folder.read('known.json'), /hunter2/);
    const known = folder.run(['check', '--baseline', 'known.json']);
    assert.equal(known.status, 0);
    assert.match(known.stdout, /^2 files: 1 suppressed, \d+ in the baseline\n$/);

    folder.write(name, `# moved\n${original}imapc_user = a#b\nservice pop3{\n}\n`);
    const args = ['check', 'a b.conf', '--baseline', '../known.json', '--format', 'json'];
    const news = folder.run(args, { cwd: 'conf.d' });
    const { diagnostics } = JSON.parse(news.stdout) as JsonReport;
    folder.write(name, original);
    assert.deepEqual(
      diagnostics.map(({ file, rule, range }) => [file, rule, range.start.line]),
      [
        ['a b.conf', 'comment-ambiguous', 12],
        ['a b.conf', 'syntax-error', 13],
      ],
    );
    assert.equal(news.status, 1);
  });

  test('can stand in the project file', () => {
    folder.write('sub/.dovelint.yaml', 'baseline: known.json\n');
    folder.write('sub/dovecot.conf', `${head}login_greeting = a#b\n`);
    assert.match(folder.run(['check', 'sub']).stderr, /--write-baseline makes one/);
    assert.equal(folder.run(['check', 'sub', '--write-baseline']).status, 0);
    assert.match(folder.run(['check', '.'], { cwd: 'sub' }).stdout, /^1 file: 1 in the baseline$/m);
    folder.write('sub/known.json', '{}');
    const { status, stderr } = folder.run(['check', 'sub']);
    assert.deepEqual([status, /was not written by --write-baseline/.test(stderr)], [2, true]);
    folder.write('sub/.dovelint.yaml', '');
  });

  test('needs a name', () => {
    assert.equal(folder.run(['check', '--write-baseline']).status, 2);
  });
});
