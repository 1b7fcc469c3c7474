// Dictionaries: URIs, patterns of maps, and the model of both grammars.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Located } from '../../server/src/config/located.ts';
import { locatedText } from '../../server/src/config/located.ts';
import { patternShape, patternVariables, takesAllKeysOf } from '../../server/src/config/storage/dictMaps.ts';
import { parseDictUri } from '../../server/src/config/storage/dicts.ts';
import { storageModel } from '../../server/src/config/storage/model.ts';
import { contiguous } from '../../server/src/text/mappedText.ts';
import { ConfigDocument } from '../../server/src/workspace/document.ts';
import { configurationOf } from '../support/memory.ts';

function located(text: string): Located {
  return locatedText(contiguous(text, 0), new ConfigDocument('file:///x', text, 'old'));
}

describe('a dict URI', () => {
  const cases: readonly [uri: string, driver: string, name: string | undefined, socket: string | undefined][] = [
    ['proxy:dict-async:cassandra', 'proxy', 'cassandra', 'dict-async'],
    ['proxy::quota', 'proxy', 'quota', undefined],
    ['proxy:/run/other/dict:mails', 'proxy', 'mails', '/run/other/dict'],
    ['proxy:idle_msecs=1000:warn_slow_msecs=5:dict-async:mails', 'proxy', 'mails', 'dict-async'],
    ['proxy:slow_warn=5s::mails', 'proxy', 'mails', undefined],
    ['redis:host=127.0.0.1:prefix=x', 'redis', undefined, undefined],
  ];
  for (const [uri, driver, name, socket] of cases) {
    test(uri, () => {
      const found = parseDictUri(located(uri));
      assert.deepEqual([found?.driver.text, found?.name?.text, found?.socket?.text], [driver, name, socket]);
    });
  }

  test('is nothing without a driver, nor as a proxy without a name', () => {
    assert.equal(parseDictUri(located('/etc/dovecot/x.conf.ext')), undefined);
    assert.equal(parseDictUri(located('proxy:dict-async')), undefined);
  });
});

describe('a pattern', () => {
  test('has variables with and without braces', () => {
    const names = patternVariables(located('priv/$a_1/x${b}y/$')).map(({ name, at }) => [name, at.text]);
    assert.deepEqual(names, [
      ['a_1', '$a_1'],
      ['b', '${b}'],
      ['', '$'],
    ]);
  });

  test('has a shape without names', () => {
    assert.equal(patternShape('shared/dictmap/$user/idx/${object}'), 'shared/dictmap/$/idx/$');
    assert.equal(patternShape('shared/x$user/y'), 'shared/x$user/y');
  });

  const mailbox = 'shared/dictmap/$user/mailboxes/$guid';
  const takes: readonly [earlier: string, later: string, all: boolean][] = [
    [mailbox, `${mailbox}/idx/$name`, true],
    [`${mailbox}/idx/$name`, mailbox, false],
    [`${mailbox}/$bucket/$name`, `${mailbox}/idx/$name`, true],
    [`${mailbox}/idx/$name`, `${mailbox}/$bucket/$name`, false],
    [`${mailbox}/$bucket/$name`, `${mailbox}/max_bucket`, false],
    ['shared/$a/$b', 'shared/$a', false],
    ['shared/$a', 'shared/$a/$b', true],
    ['shared/$a/x', 'shared/$b/x', true],
    ['shared/x$a', 'shared/xy', false],
  ];
  for (const [earlier, later, all] of takes) {
    test(`${earlier} ${all ? 'takes' : 'leaves'} ${later}`, () => assert.equal(takesAllKeysOf(earlier, later), all));
  }
});

const map = {
  old: 'map {\n  pattern = shared/$guid/$user\n  table = t\n  value_field = b,writetime(b)\n  value_type = uint,int\n  fields {\n    g = ${hexblob:guid}\n    u = $user\n  }\n}\n',
  new: '    dict_map shared/$guid/$user {\n      sql_table = t\n      value_field b {\n        type = uint\n      }\n      value_field writetime(b) {\n        type = int\n      }\n      key_field g {\n        value = $guid\n        type = hexblob\n      }\n      key_field u {\n        value = $user\n      }\n    }\n',
};

describe('the dicts of both grammars are one model', () => {
  const texts: Readonly<Record<string, Record<string, string>>> = {
    old: {
      'dovecot.conf':
        'dict {\n  mails = cassandra:mails.conf.ext\n}\nplugin {\n  obox_fs = dictmap:proxy:dict-async:mails ; s3:https://s3.example.com/\n}\n',
      'mails.conf.ext': `connect = host=a host=b dbname=m\n${map.old}`,
    },
    new: {
      'dovecot.conf': `dovecot_config_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = a b\n    cassandra_keyspace = m\n${map.new}  }\n}\nobox {\n  fs dictmap {\n    dict proxy {\n      name = mails\n      socket_path = dict-async\n    }\n  }\n  fs s3 {\n  }\n}\n`,
    },
  };
  for (const [grammar, files] of Object.entries(texts)) {
    test(grammar, () => {
      const storage = storageModel(configurationOf(files));
      const [dict] = storage.dicts;
      assert.deepEqual([dict?.name.text, dict?.driver, dict?.complete], ['mails', 'cassandra', true]);
      const [found] = dict!.maps;
      assert.deepEqual(
        [found?.pattern?.text, found?.table?.text, found?.values.map(({ name, type }) => [name.text, type])],
        [
          'shared/$guid/$user',
          't',
          [
            ['b', 'uint'],
            ['writetime(b)', 'int'],
          ],
        ],
      );
      assert.deepEqual(
        found?.keys.map(({ name, variable, type }) => [name.text, variable, type]),
        [
          ['g', 'guid', 'hexblob'],
          ['u', 'user', 'string'],
        ],
      );
      const [connection] = storage.cql;
      assert.deepEqual(
        [connection?.hosts.map(({ text }) => text), connection?.get('cassandra_keyspace')?.text],
        [['a', 'b'], 'm'],
      );
      const [reference] = storage.dictReferences;
      assert.deepEqual(
        [reference?.name?.text, reference?.socket?.text, reference?.chain?.role],
        ['mails', 'dict-async', 'mail'],
      );
    });
  }
});

test('blocks that a path opens count', () => {
  const text =
    'dovecot_config_version = 3.1.2\ndict_server/dict/other/driver = file\ndict_server {\n  dict mails {\n    driver = sql\n    dict_map shared/$user {\n      dict_map_key_field/u/value = $user\n      dict_map_value_field/i/type = hexblob\n    }\n  }\n}\n';
  const { dicts } = storageModel(configurationOf({ 'dovecot.conf': text }));
  assert.deepEqual(
    dicts.map(({ name }) => name.text),
    ['mails', 'other'],
  );
  const [map] = dicts[0]!.maps;
  assert.deepEqual(
    map?.keys.map(({ name, variable }) => [name.text, variable]),
    [['u', 'user']],
  );
  assert.deepEqual(
    map?.values.map(({ name, type }) => [name.text, type]),
    [['i', 'hexblob']],
  );
});
