// Hover: support cards on storage, knowledge on settings, silence elsewhere.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../server/src/features/hover.ts';
import { storageSettings } from '../../server/src/knowledge/settings/index.ts';
import { takeCursor } from '../support/markers.ts';
import { configurationOf } from '../support/memory.ts';

function hoverAt(marked: string): string | undefined {
  const { text, offset } = takeCursor(marked);
  const configuration = configurationOf({ 'dovecot.conf': text });
  return hover(configuration, configuration.root, offset)?.markdown;
}

const v31 = 'dovecot_config_version = 3.1.2\n';
const v30 = 'dovecot_config_version = 3.0.5\n';

test('support cards', () => {
  const chain = (value: string) => `${v30}plugin {\n  obox_fs = ${value}\n}\n`;
  assert.match(
    hoverAt(chain('dictmap:proxy:dict-async:c ; spro<|>xyd:http://r/ ; diff-table'))!,
    /Scality RING.*Premium support.*S12/s,
  );
  assert.match(hoverAt(chain('s3:ht<|>tps://s3.example.com/'))!, /S3-compatible storage.*Basic support/s);
  assert.match(hoverAt(chain('s3:https://b.s3.eu-west-1.ama<|>zonaws.com/'))!, /AWS S3.*Premium support.*S14/s);
  assert.match(
    hoverAt(chain('azu<|>re:https://a@b.blob.core.windows.net/'))!,
    /Azure Blob.*Basic support.*Required.*S19/s,
  );
  assert.match(hoverAt(chain('pos<|>ix:prefix=/x/'))!, /NFS.*250,000/s);
  assert.match(hoverAt(chain('scal<|>ity:http://x/'))!, /Not supported.*S03/s);
  assert.match(hoverAt(`${v31}obox {\n  f<|>s sproxyd {\n  }\n}\n`)!, /Scality RING/);
  assert.match(hoverAt(`${v31}mail_driver = md<|>box\n`)!, /S07/);
  assert.match(
    hoverAt(
      `${v31}dict_server {\n  dict c {\n    sql_driver = cassandra\n    cassandra_hosts = c1.exam<|>ple.com c2\n  }\n}\n`,
    )!,
    /Apache Cassandra.*S26/s,
  );
  assert.doesNotMatch(hoverAt('mail_location = mail<|>dir:~/Maildir\n')!, /support/, 'never on CE');
  assert.match(hoverAt('plugin {\n  obox_fs = spro<|>xyd:http://r/\n}\n')!, /information for the upgrade/);
});

test('settings', () => {
  assert.match(hoverAt(`${v31}metacache_max_sp<|>ace = 1G\n`)!, /Type: size/);
  assert.match(hoverAt(`${v30}plugin {\n  metacache_max_sp<|>ace = 1G\n}\n`)!, /In 2\.4 and 3\.1/);
  assert.match(hoverAt(`${v31}obox {\n  fs fscache {\n    si<|>ze = 1G\n  }\n}\n`)!, /fs_fscache_size/);
  assert.match(hoverAt(`${v30}plugin {\n  obox_fs = s3:https://s3.example.com/?reg<|>ion=x\n}\n`)!, /fs_s3_region/);
  assert.match(
    hoverAt(`${v30}plugin {\n  obox_fs = dictmap:proxy:d:c ; sproxyd:http://r/ ; refcounting-ta<|>ble\n}\n`)!,
    /fs_dictmap_refcounting_table/,
  );
  assert.match(hoverAt('auth_mech<|>anisms = plain\nplugin {\n}\n')!, /auth_mechanisms/);
  assert.equal(hoverAt('plugin {\n}\n# no<|>thing\n'), undefined);
  assert.equal(hoverAt('plugin {\n}\nno_such_thi<|>ng = x\n'), undefined);
});

test('arguments of a URI string', () => {
  const chain = (value: string) => `${v30}plugin {\n  obox_fs = ${value}\n}\n`;
  assert.match(hoverAt(chain('fscache:51<|>2M:/var/cache:posix:prefix=/x/'))!, /fs_fscache_size/);
  assert.match(hoverAt(chain('fscache:512M:/var/ca<|>che:posix:prefix=/x/'))!, /fs_fscache_path/);
  assert.match(hoverAt(chain('compress:zs<|>td:3:posix:prefix=/x/'))!, /fs_compress_write_method/);
  assert.match(
    hoverAt(chain('dictmap:proxy:d:c ; sproxyd:http://r/ ; bucket-size=100<|>00'))!,
    /fs_dictmap_bucket_size/,
  );
  assert.match(hoverAt(chain('posix:prefix=/da<|>ta/'))!, /fs_posix_prefix/);
});

test('every storage setting of the new grammar has a hover', () => {
  let shown = 0;
  for (const { new: spelling, type } of storageSettings) {
    if (spelling?.place !== 'setting' || spelling.name.startsWith('@')) continue;
    const isSection = type === 'named_filter' || type === 'named_list_filter';
    const line = isSection
      ? `<|>${spelling.name}${type === 'named_list_filter' ? ' x' : ''} {\n}\n`
      : `<|>${spelling.name} = x\n`;
    const version = spelling.dialects.includes('pro-3.1') ? v31 : 'dovecot_config_version = 2.4.1\n';
    assert.ok(hoverAt(version + line)?.includes(spelling.name), spelling.name);
    shown++;
  }
  console.log(`${shown} settings of the new grammar have a hover`);
  assert.ok(shown > 150);
});

test('words of the language, where they are such', () => {
  assert.match(hoverAt(`${v31}pro<|>tocol imap {\n}\n`)!, /^\*\*`protocol`\*\* — Settings for one protocol/);
  assert.match(hoverAt(`dovecot_con<|>fig_version = 3.1.2\n`)!, /written for/);
  assert.match(hoverAt(`${v31}!incl<|>ude_try a.conf\n`)!, /Like `!include`/);
  assert.match(hoverAt(`${v31}auth_policy_request_attributes {\n  pro<|>tocol = x\n}\n`)!, /Element of the list/);
});

test('names of the other grammar say what they are called here', () => {
  assert.match(hoverAt(`${v31}ssl_c<|>ert = </x\n`)!, /In 2\.4 and 3\.1: `ssl_server_cert_file`/);
  assert.match(hoverAt(`${v31}quota_r<|>ule = x\n`)!, /`quota_storage_size`/);
  assert.match(hoverAt(`${v30}mail_dri<|>ver = x\n`)!, /^\*\*`mail_driver`\*\*/);
});

test('plugin settings of 2.3 that are counted', () => {
  assert.match(hoverAt(`${v30}plugin {\n  quota_r<|>ule2 = x\n}\n`)!, /^\*\*`quota_rule`\*\*/);
  assert.match(hoverAt(`${v30}plugin {\n  imapsieve_mailbox2_<|>name = x\n}\n`)!, /^\*\*`imapsieve_mailbox1_name`\*\*/);
});

test('elements of lists say of which list', () => {
  const marked = `dovecot_config_version = 2.4.1\npgsql db {\n  parameters {\n    dbn<|>ame = mails\n  }\n}\n`;
  assert.match(hoverAt(marked)!, /^\*\*`dbname`\*\* — Element of the list `pgsql_parameters`/);
  const home = `dovecot_config_version = 2.4.1\nuserdb static {\n  fields {\n    ho<|>me = /srv\n  }\n}\n`;
  assert.match(hoverAt(home)!, /Home directory of the user/);
});

test('the path of an include says what is read', () => {
  const { text, offset } = takeCursor('dovecot_config_version = 2.4.1\n!include conf<|>.d/*.conf\n');
  const files = { 'conf.d/a.conf': '', 'conf.d/b.conf': '' };
  const configuration = configurationOf({ 'dovecot.conf': text, ...files });
  const { markdown, notes } = hover(configuration, configuration.root, offset)!;
  assert.equal(markdown, '2 files.');
  assert.deepEqual(
    notes?.map(({ document }) => document.uri.replace(/^.*\//, '')),
    ['a.conf', 'b.conf'],
  );
  assert.equal(hoverAt('dovecot_config_version = 2.4.1\n!include none<|>/*.conf\n'), 'No file fits.');
});

test('CE is said to lack what it lacks', () => {
  const ce = 'dovecot_config_version = 2.4.1\n';
  assert.match(hoverAt(`${ce}metacache_max<|>_space = 1G\n`)!, /\*Dovecot CE 2\.4 does not have it\.\*/);
  assert.match(hoverAt(`${ce}disable_plain<|>text_auth = yes\n`)!, /\*Dovecot CE 2\.4 does not have it\.\*/);
  assert.doesNotMatch(hoverAt(`${ce}mail_<|>path = ~/mail\n`)!, /does not have it/);
  assert.doesNotMatch(hoverAt(`${v31}metacache_max<|>_space = 1G\n`)!, /does not have it/);
});

test('examples are written as the file is', () => {
  const old = hoverAt('mail_location = maildir:~/Maildir:IN<|>DEX=/var/index\nplugin {\n}\n')!;
  assert.match(old, /`mail_index_path`/);
  assert.doesNotMatch(old, /mail_index_path = /);
});

test('a reference of 2.3 says what is set so far, and hides secrets', () => {
  const used = 'plugin {\n}\nmail_plugins = quota\nprotocol imap {\n  mail_plugins = $mail_pl<|>ugins imap_quota\n}\n';
  assert.equal(hoverAt(used), '**`$mail_plugins`** — Value of `mail_plugins` that is set before: `quota`.');
  const unset = 'plugin {\n}\nmail_plugins = $mail_pl<|>ugins quota\n';
  assert.equal(hoverAt(unset), '**`$mail_plugins`** — Not set before: the default of `mail_plugins`.');
  const secret = 'plugin {\n}\ndoveadm_password = geheim\nimapc_password = $doveadm_<|>password\n';
  assert.doesNotMatch(hoverAt(secret)!, /geheim/);
});
