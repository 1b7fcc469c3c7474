// What rules about obox ask of a configuration: plugins, user databases, parts of a location, chains for attachments.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isPluginLoaded, placesOfPlugin } from '../../server/src/config/mailPlugins.ts';
import { locationPart } from '../../server/src/config/storage/formats.ts';
import { lazyExpunge, retention } from '../../server/src/config/storage/lazyExpunge.ts';
import { storageModel } from '../../server/src/config/storage/model.ts';
import { usersMayDiffer } from '../../server/src/config/users.ts';
import { configurationOf } from '../support/memory.ts';

const header = 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n';

function old(text: string) {
  return configurationOf({ 'dovecot.conf': `${text}plugin {\n}\n` });
}

function newer(text: string) {
  return configurationOf({ 'dovecot.conf': header + text });
}

describe('plugins', () => {
  const forms = {
    'a string of 2.3': old('mail_plugins = $mail_plugins quota obox\n'),
    'a list of 2.4': newer('mail_plugins = quota obox\n'),
    'a block': newer('mail_plugins {\n  obox = yes\n}\n'),
    'a path': newer('protocol imap {\n  mail_plugins/obox = yes\n}\n'),
    'one protocol': old('protocol imap {\n  mail_plugins = obox\n}\n'),
  };
  for (const [name, configuration] of Object.entries(forms)) {
    test(`are found in ${name}`, () => {
      assert.equal(placesOfPlugin(configuration, 'obox').length, 1);
      assert.equal(isPluginLoaded(configuration, 'obox'), true);
      assert.equal(isPluginLoaded(configuration, 'box'), false);
    });
  }

  test('are not known behind holes', () => {
    assert.equal(isPluginLoaded(old('mail_plugins = {{ plugins }}\n'), 'obox'), undefined);
    assert.equal(isPluginLoaded(old('mail_plugins = $my_plugins\n'), 'obox'), undefined);
    assert.equal(isPluginLoaded(newer('!include {{ more }}.conf\n'), 'obox'), undefined);
  });

  test('are not loaded by no', () => {
    assert.equal(isPluginLoaded(newer('mail_plugins {\n  obox = no\n}\n'), 'obox'), false);
  });
});

describe('users', () => {
  const differing = {
    'a database': old('userdb {\n  driver = sql\n}\n'),
    'a field': old('userdb {\n  driver = static\n  args = uid=vmail quota_rule=*:storage=1G\n}\n'),
    'a field of 2.4': newer('userdb static {\n  fields {\n    crypt_write_algorithm = x\n  }\n}\n'),
    'another process': newer('auth_socket_path = cluster-userdb\n'),
    'a file that is not there to read': newer('!include {{ users }}.conf\n'),
  };
  for (const [name, configuration] of Object.entries(differing)) {
    test(`may differ by ${name}`, () => assert.equal(usersMayDiffer(configuration), true));
  }

  const same = {
    'no database': newer(''),
    'fixed answers': old('userdb {\n  driver = static\n  args = uid=vmail gid=vmail home=/home/%u\n}\n'),
    'system users': newer('userdb passwd {\n}\n'),
  };
  for (const [name, configuration] of Object.entries(same)) {
    test(`are alike with ${name}`, () => assert.equal(usersMayDiffer(configuration), false));
  }
});

describe('locations of 2.3', () => {
  function parts(text: string, key: string) {
    return storageModel(old(text)).formats.map((format) => locationPart(format, key)?.text);
  }

  test('have parts in any order', () => {
    assert.deepEqual(parts('mail_location = obox:%u:CONTROL=~/c:INDEX=~/i\n', 'INDEX'), ['~/i']);
    assert.deepEqual(parts('mail_location = obox:%u:CONTROL=~/c\n', 'INDEX'), [undefined]);
  });

  test('write a colon twice', () => {
    assert.deepEqual(parts('mail_location = obox:a::INDEX=b:INDEX=c::d:CONTROL=e\n', 'INDEX'), ['c::d']);
  });

  test('end with the field of a user database', () => {
    const text = 'userdb {\n  driver = static\n  args = mail=obox:%u:INDEX=~/i home=/INDEX=x\n}\n';
    assert.deepEqual(parts(text, 'INDEX'), ['~/i']);
  });
});

describe('lazy_expunge', () => {
  test('is active with plugin and mailbox', () => {
    const configuration = newer(
      'mail_plugins = lazy_expunge\nlazy_expunge_mailbox = A/B\nnamespace inbox {\n  prefix = A/\n  mailbox B {\n    autoexpunge = 1 day\n  }\n}\n',
    );
    const { isActive, mailbox } = lazyExpunge(configuration);
    assert.equal(isActive, true);
    assert.equal(mailbox?.statement.value.content.text, 'A/B');
    assert.equal(retention(configuration, 'A/B')?.statement.value.content.text, '1 day');
    assert.equal(retention(configuration, 'C'), undefined);
  });

  test('may get its mailbox from a user database', () => {
    const rest = 'mail_plugins = lazy_expunge\n';
    assert.equal(lazyExpunge(old(rest)).isActive, false);
    assert.equal(lazyExpunge(old(`${rest}userdb {\n  driver = sql\n}\n`)).isActive, undefined);
  });
});

describe('chains for attachments', () => {
  function drivers(configuration: ReturnType<typeof old>) {
    return storageModel(configuration).attachments.map((chain) => chain.drivers.map(({ name }) => name.text));
  }

  test('have a blank or a colon behind the first driver', () => {
    assert.deepEqual(drivers(old('mail_attachment_fs = sis posix:prefix=/a/\n')), [['sis', 'posix']]);
    assert.deepEqual(drivers(old('mail_attachment_fs = sis-queue:/q:posix\n')), [['sis-queue', 'posix']]);
  });

  test('are blocks in 2.4', () => {
    const text = 'mail_ext_attachment {\n  fs sis {\n  }\n  fs files {\n    fs_driver = posix\n  }\n}\n';
    assert.deepEqual(drivers(newer(text)), [['sis', 'posix']]);
  });
});
