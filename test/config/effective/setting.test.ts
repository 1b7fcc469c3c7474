// What one setting is in a situation, and which places had a say.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseTarget } from '../../../server/src/config/dialect.ts';
import { type EffectiveSetting, effectiveSetting } from '../../../server/src/config/effective/setting.ts';
import type { Situation } from '../../../server/src/config/effective/situation.ts';
import { effectiveTree } from '../../../server/src/config/effective/tree.ts';
import { configurationOf } from '../../support/memory.ts';

type Texts = Readonly<Record<string, string>>;

function setting(
  texts: string | Texts,
  name: string,
  { target = 'auto', inside = [], connection = {} }: { target?: string; inside?: string[]; connection?: Texts } = {},
): EffectiveSetting {
  const files = typeof texts === 'string' ? { 'dovecot.conf': texts } : texts;
  const situation: Situation = { connection: new Map(Object.entries(connection)), inside };
  return effectiveSetting(effectiveTree(configurationOf(files, parseTarget(target)!)), name, situation);
}

const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

/** `dovecot.conf:3 won`, one for each source. */
function places({ sources }: EffectiveSetting): string[] {
  return sources.map(({ assigned: { entry }, group, won }) => {
    const { line } = entry.document.lines.positionAt(entry.statement.from);
    const file = entry.document.uri.replace(/^.*\//, '');
    return `${file}:${line + 1}${group === undefined ? '' : ` by ${group}`}${won ? ' won' : ''}`;
  });
}

function elements({ items }: EffectiveSetting): string[] {
  return items!.map(({ element, text }) => (text === 'yes' ? element : `${element}=${text}`));
}

describe('provenance', () => {
  test('every place that set a value is named, in reading order', () => {
    const found = setting(
      {
        'dovecot.conf': `${v24}mail_path = a\n!include conf.d/*.conf\nprotocol imap {\n  mail_path = c\n}\n`,
        'conf.d/10.conf': 'mail_path = b\n',
      },
      'mail_path',
      { connection: { protocol: 'imap' } },
    );
    assert.equal(found.text, 'c');
    assert.deepEqual(places(found), ['dovecot.conf:3', '10.conf:1', 'dovecot.conf:6 won']);
  });

  test('filters for other connections have no say', () => {
    const text = `${v24}mail_path = a\nprotocol imap {\n  mail_path = b\n}\n`;
    assert.deepEqual(places(setting(text, 'mail_path', { connection: { protocol: 'pop3' } })), ['dovecot.conf:3 won']);
    assert.equal(setting(text, 'mail_path').text, 'a');
  });

  test('both spellings of a named filter are one setting', () => {
    const text = `${v24}ssl_server {\n  cert_file = a\n}\nssl_server_cert_file = b\n`;
    const found = setting(text, 'ssl_server_cert_file');
    assert.deepEqual([found.text, places(found)], ['b', ['dovecot.conf:4', 'dovecot.conf:6 won']]);
  });

  test('path keys and sections are one scope', () => {
    const text = `${v24}service/imap/vsz_limit = 1G\nservice imap {\n  vsz_limit = 2G\n}\n`;
    const found = setting(text, 'service_vsz_limit', { inside: ['service:imap'] });
    assert.deepEqual([found.text, places(found)], ['2G', ['dovecot.conf:3', 'dovecot.conf:5 won']]);
  });
});

describe('which scope wins', () => {
  const value = (text: string, connection: Texts, inside: string[] = []) =>
    setting(v24 + text, 'mail_path', { connection, inside }).text;

  test('the filter with more named sections, then the later one', () => {
    const text =
      'mail_path = top\nnamespace inbox {\n  mail_path = namespace\n}\nprotocol imap {\n  mail_path = imap\n}\nlayout_fs {\n  mail_path = layout\n}\n';
    assert.equal(value(text, { protocol: 'imap' }), 'imap');
    assert.equal(value(text, { protocol: 'imap' }, ['namespace:inbox']), 'namespace');
    assert.equal(value(text, {}, ['layout_fs']), 'layout');
    assert.equal(value(text, { protocol: 'imap' }, ['layout_fs', 'namespace:inbox']), 'namespace');
    assert.equal(
      value('protocol imap {\n  mail_path = a\n}\nlocal 10.0.0.0/8 {\n  mail_path = b\n}\n', {
        protocol: 'imap',
        local: '10.1.1.1',
      }),
      'b',
    );
  });

  test('networks, names and negations match', () => {
    const text =
      'local 10.0.0.0/8 {\n  mail_path = net\n}\nlocal_name *.example.com {\n  mail_path = name\n}\nprotocol !imap {\n  mail_path = not\n}\n';
    assert.equal(value(text, { local: '10.1.2.3' }), 'net');
    assert.equal(value(text, { local: '11.1.2.3' }), '');
    assert.equal(value(text, { local_name: 'IMAP.example.com' }), 'name');
    assert.equal(value(text, { local_name: 'a.b.example.com' }), '');
    assert.equal(value(text, { protocol: 'pop3' }), 'not');
    assert.equal(value(text, { protocol: 'imap' }), '');
  });

  test('in the old grammar the filter that demands most', () => {
    const text =
      'plugin {\n}\nprotocol imap {\n  mail_location = protocol\n}\nlocal 10.0.0.0/8 {\n  mail_location = net\n  protocol imap {\n    mail_location = both\n  }\n}\n';
    const old = (connection: Texts) => setting(text, 'mail_location', { connection }).text;
    assert.equal(old({ protocol: 'imap' }), 'protocol');
    assert.equal(old({ protocol: 'pop3', local: '10.0.0.1' }), 'net');
    assert.equal(old({ protocol: 'imap', local: '10.0.0.1' }), 'both');
  });

  test('filters inside sections of the old grammar stand outside of them', () => {
    const text = 'plugin {\n}\nservice imap {\n  protocol imap {\n    vsz_limit = 1G\n  }\n}\n';
    const inside = ['service:imap'];
    assert.equal(setting(text, 'vsz_limit', { inside, connection: { protocol: 'imap' } }).text, '1G');
    assert.notEqual(setting(text, 'vsz_limit', { inside }).text, '1G');
  });
});

describe('groups', () => {
  const group =
    'group @g one {\n  mail_path = g1\n  namespace inbox {\n    separator = /\n  }\n}\ngroup @g two {\n  mail_path = g2\n}\n';

  test('bring settings, but never before what the scope says itself', () => {
    const text = `${v24}${group}@g = one\n`;
    const found = setting(text, 'mail_path');
    assert.deepEqual([found.text, places(found)], ['g1', ['dovecot.conf:4 by @g = one won']]);
    const both = setting(`${text}mail_path = own\n`, 'mail_path');
    assert.deepEqual([both.text, places(both)], ['own', ['dovecot.conf:4 by @g = one', 'dovecot.conf:13 won']]);
  });

  test('of an inner scope come before what outer scopes say', () => {
    const text = `${v24}${group}mail_path = top\nprotocol imap {\n  @g = two\n}\n`;
    assert.equal(setting(text, 'mail_path', { connection: { protocol: 'imap' } }).text, 'g2');
    assert.equal(setting(text, 'mail_path').text, 'top');
  });

  test('the last of a label counts, and filters inside come along', () => {
    assert.equal(setting(`${v24}${group}@g = one\n@g = two\n`, 'mail_path').text, 'g2');
    const inside = ['namespace:inbox'];
    assert.equal(setting(`${v24}${group}@g = one\n`, 'namespace_separator', { inside }).text, '/');
    assert.equal(setting(`${v24}${group}@g = nobody\n`, 'mail_path').text, '');
  });

  test('that Dovecot has anyway are known', () => {
    const inside = ['namespace:inbox', 'mailbox:Sent'];
    const found = setting(`${v24}@mailbox_defaults = english\n`, 'mailbox_special_use', { inside });
    assert.deepEqual(elements(found), ['\\Sent']);
    assert.equal(found.sources[0]?.group, '@mailbox_defaults = english');
  });
});

describe('lists', () => {
  const plugins = (text: string, protocol?: string) =>
    setting(v24 + text, 'mail_plugins', protocol === undefined ? {} : { connection: { protocol } });

  test('an assignment replaces, a block adds and takes away', () => {
    assert.deepEqual(elements(plugins('mail_plugins = a b\nmail_plugins {\n  c = yes\n  a = no\n}\n')), ['b', 'c']);
    assert.deepEqual(elements(plugins('mail_plugins {\n  c = yes\n}\nmail_plugins = a\n')), ['a']);
    assert.deepEqual(elements(plugins('mail_plugins/c = yes\n')), ['c']);
    assert.deepEqual(elements(plugins('mail_plugins = a\nmail_plugins =\n')), []);
  });

  test('an inner scope changes what the outer one has', () => {
    const text = 'mail_plugins = a b\nprotocol imap {\n  mail_plugins {\n    imap_a = yes\n    b = no\n  }\n}\n';
    const imap = plugins(text, 'imap');
    assert.deepEqual(elements(imap), ['a', 'imap_a']);
    assert.deepEqual(places(imap), ['dovecot.conf:3 won', 'dovecot.conf:6 won', 'dovecot.conf:7']);
    assert.deepEqual(elements(plugins(text, 'pop3')), ['a', 'b']);
    assert.deepEqual(elements(plugins('mail_plugins = a\nprotocol imap {\n  mail_plugins = b\n}\n', 'imap')), ['b']);
  });

  test('defaults count until they are replaced', () => {
    assert.deepEqual(elements(setting(`${v24}auth_mechanisms {\n  login = yes\n}\n`, 'auth_mechanisms')), [
      'plain',
      'login',
    ]);
    assert.deepEqual(elements(setting(`${v24}auth_mechanisms = login\n`, 'auth_mechanisms')), ['login']);
    assert.deepEqual(elements(setting(v24, 'auth_mechanisms')), ['plain']);
  });

  test('string lists hold texts; those of the old grammar go by the protocol, too', () => {
    assert.deepEqual(
      elements(
        setting(`${v24}passdb static {\n  fields {\n    a = 1\n    a = 2\n  }\n}\n`, 'passdb_fields', {
          inside: ['passdb:static'],
        }),
      ),
      ['a=2'],
    );
    const text = 'plugin {\n  a = 1\n  b = 2\n}\nprotocol imap {\n  plugin {\n    a = 3\n  }\n}\n';
    assert.deepEqual(elements(setting(text, 'plugin', { connection: { protocol: 'imap' } })), ['a=3', 'b=2']);
  });
});

describe('defaults', () => {
  const inside = ['service:imap'];

  test('are those of the place', () => {
    assert.equal(setting(v24, 'auth_cache_ttl').text, '1 hours');
    assert.equal(setting(v24, 'service_process_limit', { inside }).text, '1024');
    assert.equal(setting(v24, 'unix_listener_mode', { inside: [...inside, 'unix_listener:login/imap'] }).text, '0666');
    assert.equal(setting('plugin {\n}\n', 'process_limit', { inside }).text, '1024');
    assert.equal(setting('plugin {\n}\n', 'mode', { inside: [...inside, 'unix_listener:login/imap'] }).text, '0666');
    assert.equal(setting(v24, 'no_such_setting').text, undefined);
  });

  test('follow other settings', () => {
    const limit = (text: string) => setting(v24 + text, 'service_vsz_limit', { inside });
    assert.deepEqual([limit('').text, limit('').expanded], ['$SET:default_vsz_limit', '256 M']);
    assert.equal(limit('default_vsz_limit = 1G\n').expanded, '1G');
  });

  test('are those of dovecot_config_version', () => {
    const compress = (version: string, target: string) =>
      setting(`dovecot_config_version = ${version}\n`, 'imap_compress_on_proxy', { target }).text;
    assert.equal(compress('2.4.1', 'ce-2.4@2.4.5'), 'no');
    assert.equal(compress('2.4.5', 'ce-2.4@2.4.5'), 'yes');
    assert.equal(compress('3.1.0', 'pro-3.1'), 'no');
    const worker = setting('dovecot_config_version = 2.4.1\n', 'service_extra_groups', { inside });
    assert.deepEqual(elements(worker), ['$SET:default_internal_group']);
  });

  test('are other ones in Pro', () => {
    const version = 'dovecot_config_version = 3.1.0\n';
    assert.equal(setting(version, 'default_vsz_limit').text, '1 G');
    assert.equal(
      setting(version, 'service_process_limit', { inside: ['service:imap-login'] }).text,
      '%{system:cpu_count}',
    );
  });
});

describe('what is filled in', () => {
  const expanded = (text: string, name = 'login_greeting') => setting(v24 + text, name).expanded;

  test('settings, as they are in the end', () => {
    assert.equal(expanded('login_greeting = hi $SET:hostname x$SET:hostname\nhostname = a\n'), 'hi a x$SET:hostname');
    assert.equal(expanded('login_greeting = a\nlogin_greeting = $SET:login_greeting b\n'), 'a b');
    assert.equal(expanded('login_greeting = "$SET:hostname"\n'), '$SET:hostname');
    assert.equal(expanded('login_greeting = $foo\n'), '$foo');
  });

  test('not what the environment, a file or a circle decides', () => {
    assert.equal(expanded('login_greeting = $ENV:X\n'), undefined);
    assert.equal(expanded('login_greeting = <file\n'), undefined);
    assert.equal(expanded('login_greeting = $SET:nowhere\n'), undefined);
    assert.equal(expanded('login_greeting = $SET:hostname\nhostname = $SET:login_greeting\n'), undefined);
    assert.equal(expanded('login_greeting = $SET:mail_plugins\n'), undefined);
  });

  test('in the old grammar as they are when the line is read', () => {
    const old = (text: string) => setting(`plugin {\n}\n${text}`, 'login_greeting').expanded;
    assert.equal(old('login_greeting = a $hostname\nhostname = b\n'), 'a ');
    assert.equal(old('hostname = b\nlogin_greeting = a $hostname\n'), 'a b');
    assert.equal(old('auth_cache_ttl = 60s\nlogin_greeting = $auth_cache_ttl\n'), '1 mins');
    assert.equal(old('login_greeting = $nowhere\n'), undefined);
  });
});

test('of thousands of connection filters those that match are found', () => {
  const many = Array.from(
    { length: 3000 },
    (_, at) => `local 10.${at >> 8}.${at & 255}.0/24 {\n  mail_path = ${at}\n}\n`,
  );
  const others =
    'remote 2001:db8::/32 {\n  mail_path = six\n}\nlocal_name "a.example *.example.org" {\n  mail_path = name\n}\nprotocol !imap {\n  mail_home = other\n}\nlocal 10.1.0.0/16 {\n  mail_path = wide\n}\n';
  const files = { 'dovecot.conf': v24 + many.join('') + others };
  const tree = effectiveTree(configurationOf(files));
  const value = (name: string, connection: Texts) =>
    effectiveSetting(tree, name, { connection: new Map(Object.entries(connection)), inside: [] }).text;
  assert.equal(value('mail_path', { local: '10.2.7.9' }), '519');
  assert.equal(value('mail_path', { local: '10.1.7.9' }), 'wide');
  assert.equal(value('mail_path', { local: '11.0.0.1' }), '');
  assert.equal(value('mail_path', { remote: '2001:db8::9' }), 'six');
  assert.equal(value('mail_path', { local_name: 'mx.example.org' }), 'name');
  assert.equal(value('mail_path', { local_name: 'A.example' }), 'name');
  assert.equal(value('mail_path', { local_name: 'mx.a.example' }), '');
  assert.deepEqual([value('mail_home', { protocol: 'lmtp' }), value('mail_home', { protocol: 'imap' })], ['other', '']);
});
