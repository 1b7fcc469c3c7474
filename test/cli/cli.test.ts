// The command line as a shell sees it.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { DovelintFolder } from '../support/dovelint.ts';
import { schemaProblems } from '../support/jsonSchema.ts';

const folder = new DovelintFolder({
  'dovecot.conf': 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n!include conf.d/*.conf\n',
  'conf.d/storage.conf':
    'fs_s3_url = https://KEY:hunter2@b.s3.eu-central-1.amazonaws.com/\nobox {\n  fs dictmap {\n  }\n  fs s3 {\n  }\n}\n',
  'empty/README': '',
});
before(() => writeFileSync(join(folder.path, 'binary.conf'), Buffer.from([0, 1, 2])));

const dovelint = (args: readonly string[], input = '') => folder.run(args, { input });

test('check prints place, excerpt and caret, and masks secrets', () => {
  const { status, stdout } = dovelint(['check']);
  assert.equal(status, 0, 'warnings do not fail by default');
  assert.match(
    stdout,
    /^conf\.d\/storage\.conf:5:6: warning: .* \[s3-aws-driver-recommended\]\n {2}5 \| {3}fs s3 \{\n {4}\| {6}\^\^\n/m,
  );
  assert.match(stdout, /https:\/\/KEY:\*{8}@b\.s3/);
  assert.doesNotMatch(stdout, /hunter2/);
  assert.match(stdout, /2 files: \d+ warnings?, /);
});

test('--fail-on decides the exit code', () => {
  assert.equal(dovelint(['check', '--fail-on', 'warning']).status, 1);
  assert.equal(dovelint(['check', '--fail-on', 'never', '--target', 'pro-3.1']).status, 0);
});

test('--format json has the published shape', () => {
  const report = JSON.parse(dovelint(['check', 'conf.d/storage.conf', '--format', 'json']).stdout);
  assert.equal(report.version, 1);
  const warning = report.diagnostics.find((one: { rule: string }) => one.rule === 's3-aws-driver-recommended');
  assert.deepEqual(warning.range, { start: { line: 4, character: 5 }, end: { line: 4, character: 7 } });
  assert.deepEqual([warning.file, warning.severity], ['conf.d/storage.conf', 'warning']);
  assert.deepEqual(warning.fixes, [{ title: 'Use the aws-s3 driver', safe: true }]);
  const schema = JSON.parse(readFileSync('schemas/dovelint-report.schema.json', 'utf8'));
  assert.deepEqual(schemaProblems(report, schema), []);
});

test('standard input stands for a file', () => {
  const { stdout, status } = dovelint(
    ['check', '--stdin', '--stdin-path', 'x.conf', '--target', 'ce-2.4'],
    'service imap{\n}\n',
  );
  assert.equal(status, 1);
  assert.match(stdout, /^x\.conf:1:13: error: A blank is missing before '\{'\./);
  assert.match(stdout, /^1 file: 1 error$/m);
});

test('--diff shows, --fix changes', () => {
  const { stdout } = dovelint(['check', '--diff']);
  assert.match(stdout, /^-\s+fs s3 \{\n\+\s+fs aws-s3 \{$/m);
  assert.doesNotMatch(stdout, /hunter2/);
  const path = 'conf.d/storage.conf';
  const original = folder.read(path);
  assert.doesNotMatch(original, /aws-s3/, '--diff writes nothing');
  dovelint(['check', '--fix']);
  assert.match(folder.read(path), /fs aws-s3 \{/);
  folder.write(path, original);
});

test('what cannot run says so with exit code 2', () => {
  for (const args of [
    ['check', 'nowhere'],
    ['check', '--nonsense'],
    ['check', '--target', 'x'],
    ['nonsense'],
    ['explain', 'nonsense'],
    ['explain'],
  ]) {
    const { status, stderr } = dovelint(args);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, /^dovelint: /);
    assert.doesNotMatch(stderr, /\n {4}at /, 'no stack');
  }
  assert.equal(folder.run(['check'], { cwd: 'empty' }).status, 2);
});

test('a binary file is reported, not fatal', () => {
  const { status, stderr } = dovelint(['check', 'binary.conf', 'dovecot.conf']);
  assert.equal(status, 0);
  assert.match(stderr, /binary\.conf is left out: it is binary/);
});

test('rules and explain', () => {
  assert.match(dovelint(['rules']).stdout, /^dictmap-missing +error +minimal +fix +Object storage/m);
  assert.ok(JSON.parse(dovelint(['rules', '--format', 'json']).stdout).rules.length > 20);
  assert.match(dovelint(['explain', 'dictmap-missing']).stdout, /## Why it matters/);
  assert.match(dovelint(['explain', 'metacache_max_space']).stdout, /Type: size/);
  assert.match(dovelint(['explain', 'sproxyd']).stdout, /Premium support/);
  assert.match(dovelint(['explain', 'S12']).stdout, /^\*\*S12 Several sites.*- geo-redundancy-unsupported: .*RING/s);
  assert.match(dovelint(['explain', '%Lu']).stdout, /Full name of the user.*lower case.*%\{user \| lower\}/s);
  assert.match(dovelint(['explain', '%{user}']).stdout, /In 2\.3 and 3\.0: `%u`/);
  assert.match(dovelint(['explain', 'substr']).stdout, /Cuts a piece out/);
});

test('effective prints what a file amounts to in its root', () => {
  const { status, stdout, stderr } = dovelint(['effective', 'conf.d/storage.conf']);
  assert.deepEqual([status, stderr], [0, '']);
  assert.equal(
    stdout,
    `# dovecot.conf as Dovecot Pro 3.1+ reads it. dovecot_config_version is 3.1.2.
dovecot_config_version = 3.1.2
dovecot_storage_version = 3.1.2
fs_s3 {
  url = https://#hidden_use-P_to_show#@b.s3.eu-central-1.amazonaws.com/
}
obox {
  fs dictmap {
  }
  fs s3 {
  }
}
`,
  );
  const all = dovelint(['effective', 'dovecot.conf', '-a']).stdout;
  assert.match(all, /^auth_cache_ttl = 1 hours$/m);
  assert.match(all, /^mail_plugins = $/m);
});

test('effective --json names every place that set a value, and the one that won', () => {
  folder.write('json.inc', 'mail_path = b\nmail_plugins = acl\nimapc_password = hunter2\n');
  folder.write(
    'json.conf',
    'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = a\n!include json.inc\nmail_plugins {\n  quota = yes\n}\ngroup @mine one {\n  mail_home = g\n}\nprotocol imap {\n  mail_path = c\n  @mine = one\n}\n',
  );
  const { status, stdout } = dovelint(['effective', 'json.conf', '--json']);
  assert.equal(status, 0);
  assert.doesNotMatch(stdout, /hunter2/);
  const data = JSON.parse(stdout);
  const schema = JSON.parse(readFileSync('schemas/effective.schema.json', 'utf8'));
  assert.deepEqual(schemaProblems(data, schema), []);
  const [{ root, dialect, complete, scopes }] = data.configurations;
  assert.deepEqual([root, dialect, complete], ['json.conf', 'ce-2.4', false]);
  type Setting = {
    name: string;
    value?: string;
    elements?: unknown;
    sources: { file: string; range: { start: { line: number } }; group?: string; won: boolean }[];
  };
  const setting = (path: string[], name: string) => {
    const scope = scopes.find((one: { path: string[] }) => one.path.join('/') === path.join('/'));
    const { value, elements, sources }: Setting = scope.settings.find((one: Setting) => one.name === name);
    return [
      value ?? elements,
      sources.map(({ file, range, group, won }) => `${file}:${range.start.line}${group ?? ''}${won ? ' won' : ''}`),
    ];
  };
  assert.deepEqual(setting([], 'mail_path'), ['b', ['json.conf:2', 'json.inc:0 won']]);
  assert.deepEqual(setting(['protocol imap'], 'mail_path'), ['c', ['json.conf:2', 'json.inc:0', 'json.conf:11 won']]);
  assert.deepEqual(setting(['protocol imap'], 'mail_home'), ['g', ['json.conf:8@mine = one won']]);
  assert.deepEqual(setting([], 'mail_plugins'), [
    [
      { name: 'acl', value: 'yes' },
      { name: 'quota', value: 'yes' },
    ],
    ['json.inc:1 won', 'json.conf:5 won'],
  ]);
  const all = JSON.parse(dovelint(['effective', 'json.conf', '--json', '-a']).stdout);
  assert.deepEqual(schemaProblems(all, schema), []);
  assert.deepEqual(
    all.configurations[0].scopes[0].settings.find((one: Setting) => one.name === 'auth_cache_ttl'),
    { name: 'auth_cache_ttl', value: '1 hours', sources: [] },
  );
});

test('effective -f takes filters in that hold for a connection', () => {
  folder.write(
    'filters.conf',
    'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = a\nprotocol imap {\n  mail_path = b\n}\nlocal 10.0.0.0/8 {\n  mail_path = c\n  protocol pop3 {\n    mail_path = d\n  }\n}\n',
  );
  const run = (...words: string[]) => dovelint(['effective', 'filters.conf', ...words]);
  const lines = (...words: string[]) =>
    run(...words)
      .stdout.split('\n')
      .filter((line) => /path|local|protocol/.test(line));
  assert.deepEqual(lines('-f', 'protocol=imap'), ['mail_path = b', 'local 10.0.0.0/8 {', '  mail_path = c']);
  assert.deepEqual(lines('-f', 'protocol=pop3', '--filter', 'local=10.1.2.3'), ['mail_path = d']);
  assert.deepEqual(lines('-f', 'service=imap', '-f', 'local=11.1.2.3'), ['mail_path = b']);
  const { scopes } = JSON.parse(run('--json', '-f', 'protocol=imap').stdout).configurations[0];
  const path = scopes[0].settings.find(({ name }: { name: string }) => name === 'mail_path');
  assert.deepEqual([path.value, path.sources.map(({ won }: { won: boolean }) => won)], ['b', [false, true]]);
  for (const wrong of ['protocol', 'foo=bar', '=']) assert.equal(run('-f', wrong).status, 2);
});

test('effective says what Dovecot would refuse, and what cannot be read', () => {
  folder.write('broken.conf', 'dovecot_config_version = 2.4.1\nmail_path = x\n!include nowhere.conf\n');
  const { status, stdout, stderr } = dovelint(['effective', 'broken.conf']);
  assert.equal(status, 1);
  assert.match(stderr, /^broken\.conf:3:10: error: .*\[include-missing\]$/m);
  assert.match(stdout, /^mail_path = x$/m);
  assert.equal(dovelint(['effective', 'nowhere.conf']).status, 2);
  assert.equal(dovelint(['effective']).status, 2);
});
