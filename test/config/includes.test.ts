// Which files an include reads, in which order, and what it says when it reads none.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { locate } from '../../server/src/workspace/paths.ts';
import { configurationOf, memoryFiles, memoryProject, type Texts, uriOf } from '../support/memory.ts';

/** The values read, in order. */
function order(texts: Texts): string[] {
  return configurationOf(texts).entries.map(({ statement }) => statement.value.content.text);
}

/** What the first include of `dovecot.conf` resolves to. */
function outcome(path: string, texts: Texts = {}): string {
  const { includes, complete } = configurationOf({ 'dovecot.conf': `!include ${path}\n`, ...texts });
  const { resolved } = includes[0]!;
  return `${resolved.kind}${resolved.kind === 'unknown' ? ` ${resolved.why}` : ''} ${complete ? 'complete' : 'open'}`;
}

describe('files', () => {
  test('are read in the order of Dovecot', () => {
    const files = { 'conf.d/20-b.conf': 'a = 3\n', 'conf.d/10-a.conf': 'a = 2\n' };
    assert.deepEqual(order({ 'dovecot.conf': 'a = 1\n!include conf.d/*.conf\na = 4\n', ...files }), [
      '1',
      '2',
      '3',
      '4',
    ]);
    const letters = { 'a.inc': 'x = a\n', 'b.inc': 'x = b\n', 'c.inc': 'x = c\n' };
    assert.deepEqual(order({ 'dovecot.conf': '!include {b,a}.inc\n', ...letters }), ['b', 'a']);
    assert.deepEqual(order({ 'dovecot.conf': '!include {c,[ab]}.inc\n', ...letters }), ['c', 'a', 'b']);
  });

  test('start at the including file', () => {
    const files = { 'd/a.conf': '!include b.inc\n', 'd/b.inc': 'x = d\n', 'b.inc': 'x = top\n' };
    assert.deepEqual(order({ 'dovecot.conf': '!include d/a.conf\n', ...files }), ['d']);
    assert.deepEqual(order({ 'dovecot.conf': '!include d/../d/./a.conf\n', ...files }), ['d']);
  });

  test('of the host are looked for where the root stands for its folder', () => {
    const mapped = { 'conf.d/a.conf': 'x = mapped\n' };
    for (const path of ['/etc/dovecot/conf.d/a.conf', '/etc/dovecot/conf.d/*.conf', '/etc/dovecot//conf.d/a.conf']) {
      assert.deepEqual(order({ 'dovecot.conf': `!include ${path}\n`, ...mapped }), ['mapped'], path);
    }
    const context = { files: memoryFiles({}), root: uriOf('dovecot.conf'), mappings: { '/srv/': 'file:///a/b' } };
    assert.equal(locate('/srv/x.conf', uriOf('c/d.conf'), context), 'file:///a/b/x.conf');
    assert.equal(locate('/srv2/x.conf', uriOf('c/d.conf'), context), undefined);
    assert.equal(locate('/x', 'file:///etc/dovecot/a', { ...context, root: 'file:///etc/dovecot/a' }), 'file:///x');
  });

  test('have the whole rest of the line as their name', () => {
    const files = { 'a b.conf': 'x = blank\n', '= a.conf': 'x = equals\n' };
    assert.deepEqual(order({ 'dovecot.conf': '!include a b.conf\n', ...files }), ['blank']);
    assert.deepEqual(order({ 'dovecot.conf': '!include = a.conf\n', ...files }), ['equals']);
    assert.deepEqual(order({ 'dovecot.conf': '!include a \\\nb.conf # not part of it\n', ...files }), ['blank']);
    assert.equal(outcome('"a b.conf"', files), 'missing complete');
  });

  test('may be named like a variable, which Dovecot does not expand here', () => {
    assert.equal(outcome('$ENV:HOME/a.conf'), 'missing complete');
    assert.deepEqual(order({ 'dovecot.conf': '!include %{x}.conf\n', '%x.conf': 'x = y\n' }), ['y']);
    assert.equal(outcome('${DIR}/a.conf'), 'unknown hole open');
  });

  test('come from the editor first', () => {
    const project = memoryProject({ 'dovecot.conf': '!include a.inc\n', 'a.inc': 'x = disk\n' });
    const value = () => project.configurations()[0]!.entries[0]!.statement.value.content.text;
    assert.equal(value(), 'disk');
    project.store.open(uriOf('a.inc'), 'x = buffer\n');
    project.changed(uriOf('a.inc'));
    assert.equal(value(), 'buffer');
  });
});

describe('outcomes', () => {
  test('missing, unknown, or complete', () => {
    assert.equal(outcome('missing.conf'), 'missing complete');
    assert.equal(outcome('*.none'), 'missing complete');
    assert.equal(outcome('/usr/share/dovecot/x.conf'), 'unknown outside-workspace open');
    assert.equal(outcome('/etc/dovecot/x.conf'), 'unknown outside-workspace open');
    assert.equal(outcome('{{ path }}'), 'unknown hole open');
    assert.equal(outcome('.hidden/*.conf', { '.hidden/a.conf': '' }), 'files complete');
    assert.equal(outcome('*.inc', { '.b.inc': '' }), 'missing complete');
    assert.equal(outcome('{a,b}'.repeat(20)), 'too-many open');
  });

  test('folders are empty files', () => {
    const folders = { 'd/a.conf': 'x = y\n' };
    for (const path of ['d', 'd/', '*', ''])
      assert.equal(outcome(path, folders).split(' ')[0], path === '*' ? 'cycle' : 'files', path);
    assert.deepEqual(order({ 'dovecot.conf': '!include d\n', ...folders }), []);
  });

  test('files that cannot be read are named, and what they set is unknown', () => {
    const { includes, complete } = configurationOf({
      'dovecot.conf': '!include *.inc\n',
      'a.inc': { kind: 'unreadable', reason: 'permission is denied' },
      'b.inc': 'x = y\n',
      'c.inc': { kind: 'missing' },
    });
    assert.deepEqual(
      includes[0]!.unread.map(({ uri, content }) => [uri, content.kind]),
      [
        [uriOf('a.inc'), 'unreadable'],
        [uriOf('c.inc'), 'missing'],
      ],
    );
    assert.equal(complete, false);
  });

  test('a file that is open, or lined up to be, cannot be included', () => {
    assert.equal(outcome('dovecot.conf'), 'cycle open');
    assert.equal(outcome('*.conf'), 'cycle open');
    assert.equal(outcome('{a,a}.inc', { 'a.inc': '' }), 'cycle open');
    const siblings = configurationOf({
      'dovecot.conf': '!include *.inc\n',
      'a.inc': '!include_try b.inc\n',
      'b.inc': '',
    });
    assert.deepEqual(
      siblings.includes.map(({ resolved }) => resolved.kind),
      ['files', 'cycle'],
    );
    const again = configurationOf({ 'dovecot.conf': '!include a.inc\n!include a.inc\n', 'a.inc': 'x = y\n' });
    assert.deepEqual([again.entries.length, again.complete], [2, true]);
  });

  test('cannot explode', () => {
    const texts: Record<string, string> = { 'dovecot.conf': '!include 0\n!include 0\n' };
    for (let level = 0; level < 30; level++) texts[String(level)] = `!include ${level + 1}\n!include ${level + 1}\n`;
    texts['30'] = 'a = b\n';
    assert.equal(configurationOf(texts).complete, false);
  });

  test('one large file cannot be read without end', () => {
    const texts = { 'dovecot.conf': '!include a.inc\n'.repeat(4_000), 'a.inc': 'x = y\n'.repeat(10_000) };
    const { entries, includes } = configurationOf(texts);
    assert.ok(entries.length < 1_000_000);
    assert.equal(includes.at(-1)!.resolved.kind, 'too-many');
  });

  test('may be a chain of any length', () => {
    const texts: Record<string, string> = { 'dovecot.conf': '!include 0\n', '3000': 'a = b\n' };
    for (let level = 0; level < 3000; level++) texts[String(level)] = `!include ${level + 1}\n`;
    assert.deepEqual(order(texts), ['b']);
  });
});

describe('what is begun in one file', () => {
  test('a section goes on in the including file', () => {
    const { entries, braces } = configurationOf({
      'dovecot.conf': 'plugin {\n}\n!include a.inc\nvsz_limit = 1G\n}\n',
      'a.inc': 'service imap {\n',
    });
    assert.equal(entries[0]?.scope?.path, 'service:imap');
    assert.deepEqual([braces.unclosed.length, braces.surplus.size], [0, 0]);
  });

  test('a section may be closed in the included file', () => {
    const { entries, braces } = configurationOf({
      'dovecot.conf': 'service imap {\n!include a.inc\nx = y\n',
      'a.inc': 'vsz_limit = 1G\n}\n',
    });
    assert.deepEqual(
      entries.map(({ scope }) => scope?.path),
      ['service:imap', undefined],
    );
    assert.deepEqual([braces.unclosed.length, braces.surplus.size], [0, 0]);
  });

  test('a continued line takes the next line in, wherever that stands', () => {
    const joined = (main: string, texts: Record<string, string>) =>
      configurationOf({ 'dovecot.conf': main, ...texts }).entries.map(
        ({ setting, statement }) => `${setting}=${statement.value.content.text}`,
      );
    assert.deepEqual(joined('!include a.inc\nb c\nd = e\n', { 'a.inc': 'x = a \\' }), ['x=a b c', 'd=e']);
    assert.deepEqual(joined('!include *.inc\nd = e\n', { 'a.inc': 'x = a \\\n', 'b.inc': 'b\nc = d\n' }), [
      'x=a b',
      'c=d',
      'd=e',
    ]);
    assert.deepEqual(joined('!include *.inc\nd\n', { 'a.inc': 'x = a\\\n', 'b.inc': 'b\\\n', 'c.inc': 'c\\\n' }), [
      'x=a b c d',
    ]);
    // A comment or an empty line throws it away.
    for (const between of ['# comment\n', '\n']) {
      assert.deepEqual(joined(`!include a.inc\n${between}d = e\n`, { 'a.inc': 'x = a \\\n' }), ['d=e']);
      assert.deepEqual(joined('!include *.inc\nd = e\n', { 'a.inc': 'x = a \\\n', 'b.inc': between }), ['d=e']);
    }
  });

  test('a continued line has its place in the file that began it', () => {
    const [entry] = configurationOf({ 'dovecot.conf': '!include a.inc\nb\n', 'a.inc': 'x = a \\\n' }).entries;
    const { document, statement } = entry!;
    assert.equal(document.uri, uriOf('a.inc'));
    assert.equal(document.text.slice(statement.key.from, statement.key.to), 'x');
    assert.ok(statement.to <= document.text.length);
  });
});

test('external files of the old grammar are those that their drivers read', () => {
  const configuration = configurationOf({
    'dovecot.conf': [
      'mail_location = maildir:~/Maildir\npassdb {\n  args = /etc/dovecot/sql.conf.ext\n  driver = sql\n}',
      'userdb {\n  driver = ldap\n  args = /etc/dovecot/ldap\n}\npassdb {\n  driver = passwd-file\n  args = /etc/dovecot/users\n}',
      'passdb {\n  driver = dict\n  args = /etc/dovecot/{{ dict }}.conf\n}\nuserdb {\n  args = /etc/dovecot/users\n}',
      'dict {\n  a = mysql:/etc/dovecot/dict\n  b = file:/etc/dovecot/users\n  c = sqlite:/etc/dovecot/missing\n}\n',
    ].join('\n'),
    'sql.conf.ext': 'driver = mysql\n',
    ldap: 'hosts = a\n',
    dict: 'connect = x\n',
    users: 'a:b\n',
  });
  assert.deepEqual(
    [...configuration.externals].map(([{ setting }, { uri }]) => [setting, uri]),
    [
      ['args', uriOf('sql.conf.ext')],
      ['args', uriOf('ldap')],
      ['a', uriOf('dict')],
    ],
  );
});
