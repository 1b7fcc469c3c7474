// Which files are Dovecot's by their name.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDovecotPath, isFragmentPath, isRootName, looksExternal } from '../../server/src/workspace/names.ts';

test('roots, external files and strangers', () => {
  for (const name of ['dovecot.conf', 'dovecot-proxy.conf', 'dovecot.backend.conf']) assert.ok(isRootName(name), name);
  for (const name of ['dovecot-sql.conf', 'dovecot-sql.conf.ext', 'nginx.conf', 'mydovecot.conf'])
    assert.ok(!isRootName(name), name);
  for (const path of ['conf.d/10-mail.conf', 'file:///etc/dovecot/conf.d/dovecot.conf'])
    assert.ok(isFragmentPath(path));
  for (const path of ['dovecot.conf', 'a/conf.d.old/dovecot.conf', 'conf.d/a/dovecot.conf']) {
    assert.ok(!isFragmentPath(path), path);
  }
  for (const path of ['a/dovecot.conf', 'dovecot/conf.d/10-mail.conf', 'x/auth-sql.conf.ext', 'dovecot-sql.conf'])
    assert.ok(isDovecotPath(path), path);
  for (const path of ['conf.d/10-mail.conf', 'nginx/nginx.conf', 'dovecot/readme.md'])
    assert.ok(!isDovecotPath(path), path);
});

test('an external file is known by its content', () => {
  assert.ok(looksExternal('dovecot-sql.conf.ext', 'driver = mysql\nconnect = host=a\n'));
  assert.ok(looksExternal('dovecot-dict-cql.conf.ext', 'map {\n}\n'));
  assert.ok(!looksExternal('auth-sql.conf.ext', 'passdb {\n  driver = sql\n}\n'));
  assert.ok(!looksExternal('dovecot.conf', 'connect = x\n'));
});
