// Hover on words, values, names of sections and groups, and on what a setting amounts to.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HoverInfo } from '../../server/src/features/hover.ts';
import { hover } from '../../server/src/features/hover.ts';
import { factNames } from '../../server/src/knowledge/facts.ts';
import { findSetting } from '../../server/src/knowledge/lookup.ts';
import { typeName } from '../../server/src/knowledge/render.ts';
import { takeCursor } from '../support/markers.ts';
import { configurationOf, uriOf } from '../support/memory.ts';

type Texts = Readonly<Record<string, string>>;

/** The hover at the cursor, which may be in any of the files, and the text that it is about. */
function hoverIn(marked: Texts): { info: HoverInfo | undefined; about: string | undefined } {
  const [name, withCursor] = Object.entries(marked).find(([, text]) => text.includes('<|>'))!;
  const { text, offset } = takeCursor(withCursor);
  const configuration = configurationOf({ ...marked, [name]: text });
  const externals = [...configuration.externals.values()];
  const document = [...configuration.documents, ...externals].find(({ uri }) => uri === uriOf(name))!;
  const info = hover(configuration, document, offset);
  return { info, about: info && text.slice(info.span.from, info.span.to) };
}

function assertHover(marked: string | Texts, about: string | undefined, ...patterns: RegExp[]): void {
  const found = hoverIn(typeof marked === 'string' ? { 'dovecot.conf': marked } : marked);
  assert.equal(found.about, about);
  for (const pattern of patterns) assert.match(found.info!.markdown, pattern);
}

/** Notes as they would be read: the text and the place. */
function notesOf(marked: Texts): string[] {
  return (hoverIn(marked).info?.notes ?? []).map(({ text, document, span }) => {
    const line = document.lines.positionAt(span.from).line + 1;
    return `${text} ${document.uri.slice(uriOf('').length)}:${line}`;
  });
}

const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';
const v31 = 'dovecot_config_version = 3.1.2\n';
const v23 = 'mail_location = maildir:~/Maildir\n';

describe('words of 2.4 in values', () => {
  test('drivers, plugins, mechanisms, workarounds', () => {
    assertHover(`${v24}mail_plugins = acl quo<|>ta\n`, 'quota', /Counts how much users store/);
    assertHover(`${v24}auth_mechanisms = plain scram-sha-2<|>56\n`, 'scram-sha-256', /\*\*`scram-sha-256`\*\*.*Salted/);
    assertHover(`${v24}protocols = imap lm<|>tp\n`, 'lmtp', /MTA delivers/);
    assertHover(`${v24}passdb x {\n  driver = pa<|>m\n}\n`, 'pam', /PAM of the system/);
    assertHover(`${v24}imap_client_workarounds = "tb-lsub-<|>flags"\n`, 'tb-lsub-flags', /LSUB/);
    assertHover(`${v24}mail_driver = sd<|>box\n`, 'sdbox', /indexes are not a cache/);
    assertHover(`${v24}passdb_default_password_scheme = ssha<|>512\n`, 'ssha512', /Salted SHA-512/);
    assertHover(`${v24}mail_compress_write_method = zs<|>td\n`, 'zstd', /Zstandard/);
  });

  test('on continued lines', () => {
    assertHover(`${v24}mail_plugins = acl \\\n  no<|>tify quota\n`, 'notify', /Does nothing alone/);
  });

  test('elements of a list that is written as a section', () => {
    assertHover(
      `${v24}protocol imap {\n  mail_plugins {\n    imap_qu<|>ota = yes\n  }\n}\n`,
      'imap_quota',
      /see their quota/,
    );
  });

  test('what this Dovecot does not have, and what is replaced', () => {
    const info = hoverIn({ 'dovecot.conf': `${v24}mail_plugins = zl<|>ib\n` }).info!;
    assert.match(
      info.markdown,
      /Dovecot CE 2\.4 does not have it\..*Use `mail_compress` instead\..*In: Dovecot CE 2\.3/s,
    );
    assert.doesNotMatch(hoverIn({ 'dovecot.conf': `${v23}mail_plugins = zl<|>ib\n` }).info!.markdown, /does not have/);
  });

  test('unknown words say nothing', () => {
    assertHover(`${v24}mail_plugins = my_pl<|>ugin\n`, undefined);
    assertHover(`${v24}mail_plugins = const<|>ructor\n`, undefined);
    assertHover(`${v24}login_greeting = quo<|>ta\n`, undefined);
    assertHover(`${v24}ssl_server_key_file = </etc/quo<|>ta\n`, undefined);
  });
});

describe('names of sections', () => {
  test('services, listeners, databases', () => {
    assertHover(`${v24}service imap-lo<|>gin {\n}\n`, 'imap-login', /before the login/);
    assertHover(`${v24}service imap-login {\n  inet_listener ima<|>ps {\n  }\n}\n`, 'imaps', /port 993/);
    assertHover(`${v24}service stats {\n  unix_listener stats-wri<|>ter {\n  }\n}\n`, 'stats-writer', /events/);
    assertHover(
      `${v24}service imap {\n  unix_listener "srv.imap/%{p<|>id}" {\n  }\n}\n`,
      '"srv.imap/%{pid}"',
      /single process/,
    );
    assertHover(`${v24}passdb ld<|>ap {\n}\n`, 'ldap', /LDAP directory/);
    assertHover(`${v24}fs comp<|>ress {\n}\n`, 'compress', /next driver/);
    assertHover(`${v24}protocol lm<|>tp {\n}\n`, 'lmtp', /LMTP/);
    assertHover(`${v23}protocol !lm<|>tp {\n}\n`, '!lmtp', /LMTP/);
    assertHover(`${v23}service imap {\n  unix_listener login/im<|>ap {\n  }\n}\n`, 'login/imap', /hands over/);
  });

  test('are any word when the section names its driver', () => {
    assertHover(`${v24}passdb ld<|>ap {\n  driver = pam\n}\n`, 'passdb ldap', /Type: section/);
  });

  test('unknown names leave the hover to the section', () => {
    assertHover(`${v24}service my-scr<|>ipt {\n}\n`, 'service my-script', /Type: section/);
  });
});

describe('words of 2.3', () => {
  test('drivers of databases, quota, search, mail_location', () => {
    assertHover(`${v23}passdb {\n  driver = sha<|>dow\n}\n`, 'shadow', /Use `pam` instead/);
    assertHover(`${v23}plugin {\n  quota2 = dir<|>size:User quota\n}\n`, 'dirsize', /Use `count` instead/);
    assertHover(`${v23}plugin {\n  fts = lu<|>cene\n}\n`, 'lucene', /CLucene/);
    assertHover('mail_location = mdb<|>ox:~/mail\n', 'mdbox', /doveadm purge/);
    assertHover('mail_location = maildir:~/mail:LAYOUT=f<|>s:INDEX=/x\n', 'fs', /nested folders/);
    assertHover('mail_location = maildir:~/mail:IND<|>EX=/x\n', 'INDEX', /Type:/);
    assertHover(`${v23}namespace inbox {\n  location = vir<|>tual:~/v\n}\n`, 'virtual', /search rules/);
    assertHover(`${v23}dict {\n  quota = red<|>is:host=127.0.0.1\n}\n`, 'redis', /Redis server/);
    assertHover(`${v23}mail_plugins = $mail_plugins qu<|>ota\n`, 'quota', /Counts/);
    assertHover(`${v23}mail_attachment_fs = si<|>s posix\n`, undefined);
  });

  test('drivers that wrap others in an fs URI string', () => {
    const text = `dovecot_config_version = 3.0.5\nplugin {\n  obox_fs = fsca<|>che:1G:/c:posix:prefix=/x/\n}\n`;
    assertHover(text, 'fscache', /Cache of objects/);
  });

  test('external files', () => {
    const root = `${v23}passdb {\n  driver = sql\n  args = sql.conf.ext\n}\n`;
    assertHover({ 'dovecot.conf': root, 'sql.conf.ext': 'driver = my<|>sql\n' }, 'mysql', /MariaDB/);
    assertHover(
      { 'dovecot.conf': root, 'sql.conf.ext': 'default_pass_scheme = CRY<|>PT\npassword_query = x\n' },
      'CRYPT',
      /crypt\(\)/,
    );
  });

  test('names of 1.x', () => {
    assertHover(`${v23}ssl_<|>disable = yes\n`, 'ssl_disable', /1\.x/);
  });
});

describe('values', () => {
  test('sizes, times, modes and numbers are spelled out', () => {
    assertHover(`${v24}default_vsz_limit = 51<|>2M\n`, '512M', /512M`\*\* — 536,870,912 bytes\.$/);
    assertHover(`${v24}default_vsz_limit = 10485<|>76\n`, '1048576', /1,048,576 bytes \(1 M\)\.$/);
    assertHover(`${v24}auth_cache_ttl = 5 mi<|>ns\n`, '5 mins', /300 seconds\.$/);
    assertHover(`${v24}auth_cache_ttl = 36<|>00s\n`, '3600s', /3,600 seconds \(1 hours\)\.$/);
    assertHover(`${v23}auth_cache_ttl = "1 ho<|>ur"\n`, '1 hour', /3,600 seconds/);
    assertHover(
      `${v24}service stats {\n  unix_listener stats-writer {\n    mode = 06<|>60\n  }\n}\n`,
      '0660',
      /Owner read\/write, group read\/write, others nothing\.$/,
    );
    assertHover(`${v24}service imap {\n  process_limit = 20<|>48\n}\n`, '2048', /2,048 processes\.$/);
    assertHover(`${v24}service imap {\n  process_limit = unlim<|>ited\n}\n`, 'unlimited', /No limit|limit/i);
  });

  test('words of an enum, booleans and telling numbers', () => {
    assertHover(`${v24}ssl = requ<|>ired\n`, 'required', /`required`\*\* — /);
    assertHover(`${v24}auth_verbose = ye<|>s\n`, 'yes', /On: /);
    assertHover(`${v24}auth_cache_negative_ttl = <|>0\n`, '0', /not cached/);
  });

  test('what is not known is not spelled out', () => {
    assertHover(`${v24}default_vsz_limit = {{ si<|>ze }}M\n`, undefined);
    assertHover(`${v24}default_vsz_limit = abc<|>M\n`, undefined);
    assertHover(`${v24}default_vsz_limit = $SET:mail_max_li<|>ne\n`, undefined);
    assertHover(`${v24}imapc_password = hun<|>ter2\n`, undefined);
  });
});

describe('groups', () => {
  const text = (use: string, group: string) =>
    `${v24}group ${group} {\n  mysql_password = hunter2\n  mail_plugins = quota\n  mailbox Trash {\n  }\n}\npassdb sql {\n  ${use}\n}\n`;

  test('say where they are defined and what they bring, never a value', () => {
    const marked = { 'dovecot.conf': text('@mysql = mai<|>n', '@mysql main') };
    assertHover(
      marked['dovecot.conf'],
      'main',
      /Group\.\n\nBrings: `mysql_password`, `mail_plugins`, `mailbox Trash`$/,
    );
    assert.doesNotMatch(JSON.stringify(hoverIn(marked).info?.markdown), /hunter2/);
    assert.deepEqual(notesOf(marked), ['Defined in dovecot.conf:3']);
  });

  test('say where they are included', () => {
    assert.deepEqual(notesOf({ 'dovecot.conf': text('@mysql = main', '@mysql ma<|>in') }), [
      'Included in dovecot.conf:10',
    ]);
  });

  test('of Dovecot itself', () => {
    assertHover(`${v24}@mailbox_def<|>aults = english\n`, '@mailbox_defaults', /of Dovecot itself.*`namespace inbox`/s);
  });

  test('that nobody defines say nothing', () => assertHover(`${v24}@mysql = mai<|>n\n`, undefined));
});

describe('what a setting amounts to', () => {
  test('another place wins', () => {
    const files = {
      'dovecot.conf': `${v24}auth_verbo<|>se = yes\n!include conf.d/*.conf\n`,
      'conf.d/10-auth.conf': '\nauth_verbose = no\n',
    };
    assert.deepEqual(notesOf(files), ['Effective: `no`, set in conf.d/10-auth.conf:2']);
  });

  test('this place wins', () => {
    const files = {
      'dovecot.conf': `${v24}auth_verbose = yes\n!include conf.d/*.conf\n`,
      'conf.d/10-auth.conf': '\nauth_verb<|>ose = no\n',
    };
    assert.deepEqual(notesOf(files), ['Wins over what is set in dovecot.conf:3']);
  });

  test('alone there is nothing to say', () => {
    assert.deepEqual(notesOf({ 'dovecot.conf': `${v24}auth_verb<|>ose = no\n` }), []);
    assert.deepEqual(
      notesOf({ 'dovecot.conf': `${v24}protocol imap {\n  ssl = no\n}\nprotocol pop3 {\n  ss<|>l = yes\n}\n` }),
      [],
    );
  });

  test('lists and their elements', () => {
    const list = `${v24}mail_plug<|>ins = acl\nmail_plugins {\n  quota = yes\n}\n`;
    assert.deepEqual(notesOf({ 'dovecot.conf': list }), ['Effective: `acl quota`, also set in dovecot.conf:5']);
    const old = `${v23}plugin {\n  quota_ru<|>le = *:storage=1G\n}\nplugin {\n  quota_rule = *:storage=2G\n}\n`;
    assert.deepEqual(notesOf({ 'dovecot.conf': old }), ['Effective: `*:storage=2G`, set in dovecot.conf:6']);
  });

  test('secrets are masked', () => {
    const text = `${v24}imapc_passw<|>ord = hunter1\nimapc_password = hunter2\n`;
    const { info } = hoverIn({ 'dovecot.conf': text });
    assert.deepEqual(notesOf({ 'dovecot.conf': text }), ['Effective: `********`, set in dovecot.conf:4']);
    assert.doesNotMatch(info!.markdown, /hunter/);
    const fields = `${v24}passdb static {\n  fields {\n    pass<|>word = hunter1\n    password = hunter2\n  }\n}\n`;
    assert.doesNotMatch(notesOf({ 'dovecot.conf': fields }).join(), /hunter/);
  });

  test('files that are not read keep it silent', () => {
    const text = `${v24}auth_verbo<|>se = yes\nauth_verbose = no\n{{ more }}\n`;
    assert.deepEqual(notesOf({ 'dovecot.conf': text }), []);
  });
});

describe('facts of a setting', () => {
  test('its type has a name in every grammar', () => {
    for (const grammar of ['old', 'new'] as const) {
      for (const name of factNames(grammar)) {
        const setting = findSetting(grammar, 'setting', name);
        assert.ok(setting !== undefined && typeName(setting.type) !== undefined, `${grammar} ${name}`);
      }
    }
  });

  test('what later releases took out, and what nothing replaces', () => {
    assertHover(`${v24}acl_global_pa<|>th = x\n`, 'acl_global_path', /Last release that had it: 2\.4\.2/);
    assertHover(`${v23}auth_st<|>ats = yes\n`, 'auth_stats', /nothing takes its place/);
  });
});

describe('defaults', () => {
  test('are those of the place and of the release', () => {
    assertHover(`${v24}service imap {\n  process_li<|>mit = 5\n}\n`, 'process_limit', /Default: `1024`/);
    assertHover(`${v24}service lmtp {\n  restart_request_co<|>unt = 5\n}\n`, 'restart_request_count', /Default: `1`/);
    assertHover(`${v23}service lmtp {\n  service_co<|>unt = 5\n}\n`, 'service_count', /Default: `0`/);
    assertHover(
      `${v31}mail_driver = obox\nlazy_expunge_only_last_insta<|>nce = no\n`,
      'lazy_expunge_only_last_instance',
      /Default: `no`/,
    );
    assertHover(
      'dovecot_config_version = 3.2.0\nlazy_expunge_only_last_insta<|>nce = no\n',
      'lazy_expunge_only_last_instance',
      /Default: `yes`/,
    );
  });
});
