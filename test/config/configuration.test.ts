// What a root amounts to: includes, scopes, names, dialects, and storage from both grammars.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allDocuments } from '../../server/src/config/configuration.ts';
import { parseTarget } from '../../server/src/config/dialect.ts';
import { findEffective, findIn } from '../../server/src/config/effective/find.ts';
import { storageModel } from '../../server/src/config/storage/model.ts';
import { storageSystem } from '../../server/src/config/storage/system.ts';
import { finalDriver } from '../../server/src/config/storage/types.ts';
import { configurationOf } from '../support/memory.ts';

const v31 = 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n';

function entries(texts: Record<string, string>): string[] {
  return configurationOf(texts).entries.map(
    ({ setting, scope, statement }) => `${scope?.path ?? ''}|${setting}=${statement.value.content.text}`,
  );
}

describe('names and scopes', () => {
  test('a filter gives its name to what stands inside', () => {
    const text = `${v31}obox {\n  fs s3 {\n    url = https://a/\n  }\n}\ndict_server {\n  dict mails {\n    sql_driver = cassandra\n  }\n}\nservice/imap/vsz_limit = 1G\n`;
    assert.deepEqual(entries({ 'dovecot.conf': text }).slice(2), [
      'obox/fs:s3|fs_s3_url=https://a/',
      'dict_server/dict:mails|sql_driver=cassandra',
      'service:imap|service_vsz_limit=1G',
    ]);
  });

  test('the nearest setting around decides', () => {
    const configuration = configurationOf({
      'dovecot.conf': `${v31}fs_s3_region = outer\nobox {\n  fs s3 {\n    fs_s3_region = inner\n  }\n}\nmetacache {\n  fs s3 {\n  }\n}\n`,
    });
    const regions = ['obox/fs:s3', 'metacache/fs:s3'].map((path) => {
      const { scope } = configuration.openings.find((opening) => opening.scope.path === path)!;
      return findEffective(configuration, 'fs_s3_region', scope)?.statement.value.content.text;
    });
    assert.deepEqual(regions, ['inner', 'outer']);
    assert.equal(findIn(configuration, 'fs_s3_region', '')?.statement.value.content.text, 'outer');
  });

  test('lists are scopes of their elements', () => {
    const text = `${v31}mail_plugins {\n  quota = yes\n}\npassdb static {\n  fields {\n    a/b = c\n  }\n}\nmail_plugins/acl = yes\npassdb/static/fields/x/y = z\n`;
    assert.deepEqual(entries({ 'dovecot.conf': text }).slice(2), [
      'mail_plugins|quota=yes',
      'passdb:static/passdb_fields|a/b=c',
      'mail_plugins|acl=yes',
      'passdb:static/passdb_fields|x/y=z',
    ]);
  });

  test('a group gives its label and name to what stands inside', () => {
    const text = `${v31}group @mail ext_attachment {\n  path = a\n  driver = b\n  fs posix {\n    prefix = c\n  }\n}\n`;
    assert.deepEqual(entries({ 'dovecot.conf': text }).slice(2), [
      'group:@mail/ext_attachment|mail_ext_attachment_path=a',
      'group:@mail/ext_attachment|mail_driver=b',
      'group:@mail/ext_attachment/fs:posix|fs_posix_prefix=c',
    ]);
  });

  test('what a group brings is known where it is Dovecot’s own', () => {
    const complete = (text: string) => configurationOf({ 'dovecot.conf': v31 + text }).complete;
    assert.equal(complete('namespace inbox {\n  @mailbox_defaults = english\n}\n'), true);
    assert.equal(complete('@mine = a\n'), false);
    assert.equal(
      complete('group @mailbox_defaults english {\n  mail_path = a\n}\n@mailbox_defaults = english\n'),
      false,
    );
  });

  test('what follows a setting in a path key is ignored', () => {
    assert.deepEqual(entries({ 'dovecot.conf': `${v31}login_greeting/foo = a\nfoo/bar = b\n` }).slice(2), [
      '|login_greeting=a',
      '|foo/bar=b',
    ]);
  });

  test('in a path key a filter goes before a setting of the filter around', () => {
    const text = 'mailbox Sent {\n  notify_status/crypt_private_key_file = x\n}\n';
    assert.deepEqual(entries({ 'dovecot.conf': v31 + text }).slice(2), [
      'mailbox:Sent/notify_status|crypt_private_key_file=x',
    ]);
  });

  test('path keys of the old grammar follow its structs', () => {
    const text = 'plugin/quota = a\nservice/imap/unix_listener/x/mode = 0600\npassdb/1/driver = pam\n';
    assert.deepEqual(entries({ 'dovecot.conf': `mail_location = x\n${text}` }).slice(1), [
      'plugin|quota=a',
      'service:imap/unix_listener:x|mode=0600',
      'passdb:1|driver=pam',
    ]);
  });

  test('unnamed sections of the old grammar are each their own', () => {
    const text = 'plugin {\n}\npassdb {\n  driver = a\n}\npassdb {\n  driver = b\n}\n';
    assert.deepEqual(entries({ 'dovecot.conf': text }), ['passdb:#1|driver=a', 'passdb:#2|driver=b']);
  });
});

describe('dialects', () => {
  const decide = (text: string, target = 'auto') =>
    configurationOf({ 'dovecot.conf': text }, parseTarget(target)!).decision.dialect;

  test('follow target, version line and evidence, in this order', () => {
    assert.equal(decide('dovecot_config_version = 2.4.1\n', 'pro-3.0'), 'pro-3.0');
    assert.equal(decide('dovecot_config_version = 2.4.1\n'), 'ce-2.4');
    assert.equal(decide('dovecot_config_version = 3.0.5\nplugin {\n}\n'), 'pro-3.0');
    assert.equal(decide('dovecot_config_version = 3.2.0\n'), 'pro-3.1');
    assert.equal(decide('dovecot_config_version = 9.0.0\n'), undefined);
    assert.equal(decide('mail_location = maildir:~/Maildir\n'), 'ce-2.3');
    assert.equal(decide('mail_location = obox:%u\nplugin {\n}\n'), 'pro-2.3');
    assert.equal(decide('mail_driver = maildir\n'), 'ce-2.4');
    assert.equal(decide('obox {\n}\n'), 'pro-3.1');
    assert.equal(decide('login_greeting = hello\n'), undefined);
  });

  test('a target may name a release', () => {
    assert.deepEqual(parseTarget('ce-2.4@2.4.5'), { dialect: 'ce-2.4', release: '2.4.5' });
    assert.equal(parseTarget('ce-2.5'), undefined);
  });
});

describe('the storage model', () => {
  const old = {
    'dovecot.conf': `dovecot_config_version = 3.0.5
plugin {
  obox_fs = fscache:512M:/var/cache/%4Nu:compress:zstd:3:dictmap:proxy:dict-async:cassandra ; aws-s3:https://b.s3.eu-central-1.amazonaws.com/?region=eu-central-1&auth_role=r ; refcounting-table:storage-objectid-prefix=%u/
}
dict {
  cassandra = cassandra:/etc/dovecot/cql.conf.ext
}
`,
    'cql.conf.ext': 'connect = host=c1 \\\n  host=c2 version=4\n',
  };
  const current = {
    'dovecot.conf': `${v31}obox {
  fs fscache {
    size = 512M
  }
  fs compress {
  }
  fs dictmap {
    dict proxy {
      name = cassandra
    }
    storage_objectid_prefix = %{user}/
  }
  fs aws-s3 {
    fs_s3_url = https://b.s3.eu-central-1.amazonaws.com/
    fs_s3_region = eu-central-1
    fs_s3_auth_role = r
  }
}
dict_server {
  dict cassandra {
    sql_driver = cassandra
    cassandra_hosts = c1 c2
    cassandra_protocol_version = 4
  }
}
`,
  };

  for (const [grammar, texts] of Object.entries({ old, new: current })) {
    test(`says the same of both grammars: ${grammar}`, () => {
      const configuration = configurationOf(texts);
      const { chains, cql } = storageModel(configuration);
      const [chain] = chains;
      assert.deepEqual(
        chain!.drivers.map(({ name }) => name.text),
        ['fscache', 'compress', 'dictmap', 'aws-s3'],
      );
      assert.equal(chain!.role, 'mail');
      const driver = finalDriver(chain!)!;
      assert.equal(storageSystem(driver), 'aws-s3');
      assert.equal(driver.url?.host.text, 'b.s3.eu-central-1.amazonaws.com');
      assert.deepEqual(
        ['fs_s3_region', 'fs_s3_auth_role'].map((name) => driver.get(name)?.text),
        ['eu-central-1', 'r'],
      );
      assert.equal(chain!.drivers[0]!.get('fs_fscache_size')?.text, '512M');
      assert.ok(chain!.drivers[2]!.get('fs_dictmap_storage_objectid_prefix')?.text.startsWith('%'));
      assert.deepEqual(
        cql.map(({ hosts, protocolVersion }) => [hosts.map(({ text }) => text), protocolVersion?.text]),
        [[['c1', 'c2'], '4']],
      );
      const located = [
        driver.name,
        driver.url!.host,
        driver.get('fs_s3_region')!,
        ...cql[0]!.hosts,
        cql[0]!.protocolVersion!,
      ];
      for (const { document, span, text } of located) assert.equal(document.text.slice(span.from, span.to), text);
      assert.equal(configuration.complete, true);
      assert.equal(allDocuments(configuration).length, Object.keys(texts).length);
    });
  }

  test('does not claim to know what a hole hides', () => {
    const chain = (value: string) =>
      storageModel(configurationOf({ 'dovecot.conf': `plugin {\n  obox_fs = ${value}\n}\n` })).chains[0]!;
    assert.equal(finalDriver(chain('{{ fs }}')), undefined);
    assert.equal(finalDriver(chain('$obox_fs')), undefined);
    assert.equal(finalDriver(chain('fscache:1G:/x')), undefined);
    assert.equal(storageSystem(finalDriver(chain('s3:https://{{ host }}/'))!), undefined);
    assert.equal(finalDriver(chain('posix:prefix=/data/'))?.name.text, 'posix');
  });
});
