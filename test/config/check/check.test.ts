// What is found, how certain it is, and where exactly it stands.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { problemsOf } from '../../../server/src/config/check/check.ts';
import { keyOf } from '../../../server/src/config/check/context.ts';
import { problemCodes } from '../../../server/src/config/check/problem.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { memoryProject } from '../../support/memory.ts';
import { found23, found24, problems, v23, v24 } from '../../support/problems.ts';

describe('places', () => {
  test('a part of a value, through quotes, escapes, continued lines and CRLF', () => {
    assert.deepEqual(found24('auth_cache_ttl = "5 months"\n'), ['error time-invalid ‹months›']);
    assert.deepEqual(found24('auth_cache_ttl = 5 \\\r\n  months\r\n'), ['error time-invalid ‹months›']);
    assert.deepEqual(found24('mail_plugins = "a \\"b\\" c\\"d"\n'), ['error list-quote-inside ‹"›']);
    assert.deepEqual(found24('auth_verbose = true # why\n'), ['error bool-invalid ‹true›']);
  });

  test('an empty value is marked by its key', () => {
    assert.deepEqual(found24('auth_verbose =\n'), ['error bool-invalid ‹auth_verbose =›']);
    assert.deepEqual(found24('auth_verbose = ""\n'), ['error bool-invalid ‹""›']);
  });

  test('the setting that collides is named', () => {
    const text = `${v24}protocol imap {\n  mail_plugins = a\n}\nmail_plugins = b\n`;
    const [configuration] = memoryProject({ 'dovecot.conf': text }).configurations();
    const [problem] = problemsOf(configuration!).get('global-shadowed')!;
    assert.equal(keyOf(problem!.other!).from, text.indexOf('mail_plugins'));
  });
});

describe('names of 2.4', () => {
  const rows: readonly (readonly [text: string, ...found: string[]])[] = [
    ['service imap {\n  foo = 1\n}\n', 'error setting-unknown ‹foo›'],
    ['passdb static2 {\n  password = x\n}\n', 'error setting-suggested ‹password›'],
    ['passdb static {\n  password = x\n}\n'],
    ['service imap {\n  mail_path = x\n}\n'],
    ['service imap {\n  vsz_limt = 1G\n}\n', 'error setting-suggested ‹vsz_limt›'],
    ['MAIL_PATH = x\n', 'error setting-suggested ‹MAIL_PATH›'],
    ['login-greeting = x\n', 'error setting-suggested ‹login-greeting›'],
    ['passdb/static/password = x\n'],
    ['passdb/static/foo = x\n', 'error setting-unknown ‹passdb/static/foo›'],
    ['mail_plugins/quota = maybe\n', 'error bool-invalid ‹maybe›'],
    ['imap_id_send {\n  anything = goes\n}\n'],
    ['acl/user = x\nservice/vsz_limit = 1G\npassdb/foo = x\n', 'error setting-unknown ‹passdb/foo›'],
    ['group x {\n}\n', 'error group-head ‹x›'],
    ['mail_plugins {\n  passdb x {\n  }\n}\n', 'warning section-in-list ‹passdb›'],
    ['mail_plugins {\n  @x y {\n  }\n}\n', 'warning section-in-list ‹@x›'],
    ['mail_plugins {\n  quota = yes\n  sub {\n  }\n}\n', 'error section-in-list ‹sub›'],
    ['nothing here {\n  foo = 1\n  more {\n  }\n}\n', 'error section-unknown ‹nothing›'],
    ['mail_plugins {\n  protocol imap {\n    mail_debug = yes\n    foo = yes\n  }\n}\n', 'error setting-unknown ‹foo›'],
    ['obox {\n}\n', 'error section-pro-only ‹obox›'],
    ['"@x" = y\n', 'information setting-unknown ‹"@x"›'],
    ['{{ key }} = x\n'],
    ['service {{ name }} {\n}\n'],
    ['passdb {{ name }} {\n}\n'],
  ];
  for (const [text, ...found] of rows) {
    test(JSON.stringify(text), () => assert.deepEqual(found24(text), found));
  }
});

describe('names of 2.3', () => {
  const rows: readonly (readonly [text: string, ...found: string[]])[] = [
    ['service imap {\n  foo = 1\n}\n', 'error setting-unknown ‹foo›'],
    ['service imap {\n  client_limt = 1\n}\n', 'error setting-suggested ‹client_limt›'],
    ['service imap {\n  mail_location = x\n}\n', 'error setting-elsewhere ‹mail_location›'],
    ['service imap {\n  restart_request_count = 1\n}\n', 'error setting-renamed ‹restart_request_count›'],
    ['plugin {\n  whatever = x\n}\n'],
    ['plugin {\n  quota_rul = x\n}\n', 'hint setting-plugin-suggested ‹quota_rul›'],
    ['plugin {\n  quota_rule2 = x\n}\n'],
    ['plugin {\n  a/b = x\n}\n', 'error setting-unknown ‹a/b›'],
    ['service/nosuch/vsz_limit = 1G\n', 'error setting-unknown ‹service/nosuch/vsz_limit›'],
    ['service/imap/vsz_limit = 1G\n'],
    ['service mine {\n}\nservice/mine/vsz_limit = 1G\n'],
    ['namespace {\n  protocol imap {\n    separator = /\n  }\n}\n', 'error setting-unknown ‹separator›'],
    ['service imap {\n  protocol imap {\n    vsz_limit = 1G\n  }\n}\n'],
    ['"login_greeting" = x\n', 'error setting-suggested ‹"login_greeting"›'],
    ['auth_verbose {\n}\n', 'error setting-as-section ‹auth_verbose›'],
    ['plugin {\n}\nauth_verbose {\n}\n', 'warning setting-as-section ‹auth_verbose›'],
    ['ssl {\n}\n', 'error setting-as-section ‹ssl›'],
    ['protocols {\n  imap = yes\n}\n', 'error setting-as-section ‹protocols›'],
    ['login_greeting {\n}\n', 'warning setting-as-section ‹login_greeting›'],
    ['passdb = pam\n', 'error filter-assigned ‹passdb›'],
    ['ssl_cert_file = $x\n', 'error setting-unknown ‹ssl_cert_file›', 'warning variable-unknown ‹$x›'],
  ];
  for (const [text, ...found] of rows) {
    test(JSON.stringify(text), () => assert.deepEqual(found23(text), found));
  }
});

test('names of 2.4 in a configuration of 2.3', () => {
  assert.deepEqual(problems('ssl_server_cert_file = x\nmail_path = x\n', { target: 'ce-2.3' }), [
    'error setting-renamed ‹ssl_server_cert_file›',
    'error setting-renamed ‹mail_path›',
  ]);
});

describe('filters of connections', () => {
  test('their order', () => {
    assert.deepEqual(found23('remote 10.0.0.1 {\n  local_name x {\n  }\n}\n'), ['error filter-order ‹local_name›']);
    assert.deepEqual(
      found23('service imap {\n  remote 10.0.0.1 {\n    service x {\n      local 10.0.0.1 {\n      }\n    }\n  }\n}\n'),
      ['error section-elsewhere ‹service›'],
    );
    assert.deepEqual(found23('local_name a {\n  local_name b {\n    protocol imap {\n    }\n  }\n}\n'), []);
  });

  test('their networks', () => {
    const inside = (outer: string, inner: string) => found24(`local ${outer} {\n  local ${inner} {\n  }\n}\n`);
    assert.deepEqual(inside('10.0.0.0/8', '10.1.0.0/16'), []);
    assert.deepEqual(inside('2001:db8::/32', '[2001:db8:1::]/48'), []);
    assert.deepEqual(inside('0.0.0.0/0', '2001:db8::/32'), []);
    assert.deepEqual(inside('10.1.0.0/16', '10.0.0.0/8'), ['error filter-network-outside ‹10.0.0.0/8›']);
    assert.deepEqual(inside('10.0.0.0/8', 'mail.example.com'), []);
    assert.deepEqual(inside('{{ net }}', '10.0.0.0/8'), []);
    assert.deepEqual(found24('local "10.0.0.0/40" {\n}\nremote ::/129 {\n}\n'), [
      'error name-mask ‹40›',
      'error name-mask ‹129›',
    ]);
    assert.deepEqual(found24('remote {\n}\n'), ['error name-missing ‹remote›']);
  });

  test('no authentication in those of addresses and names', () => {
    assert.deepEqual(found24('local_name x {\n  protocol imap {\n    auth_verbose = yes\n  }\n}\n'), [
      'error local-auth ‹auth_verbose›',
    ]);
    assert.deepEqual(found23('remote 10.0.0.1 {\n  passdb x {\n    driver = pam\n  }\n}\n'), [
      'error local-auth ‹passdb›',
    ]);
  });
});

describe('fragments', () => {
  const inFragment = (text: string, target = 'ce-2.4') => problems(text, { fragment: true, target });

  test('settings of 2.3 are no elements of any list', () => {
    assert.deepEqual(inFragment('mail_location = maildir:~/m\nquota = yes\nmail_log = yes\n'), [
      'warning setting-replaced ‹mail_location›',
    ]);
  });

  test('may be anything at their top level', () => {
    assert.deepEqual(inFragment('vsz_limit = 1G\ndriver = x\nfields {\n}\n'), []);
    assert.deepEqual(inFragment('vsz_limit = 1G\nunix_listener x {\n}\nmailbox Sent {\n}\n', 'ce-2.3'), []);
    assert.deepEqual(inFragment('whatever = x\n'), []);
    assert.deepEqual(inFragment('whatever = x\n', 'ce-2.3'), []);
  });

  test('are certain inside of their own sections', () => {
    assert.deepEqual(inFragment('service imap {\n  foo = 1\n  vsz_limit = x\n}\n'), [
      'error setting-unknown ‹foo›',
      'error size-invalid ‹x›',
    ]);
    assert.deepEqual(inFragment('unix_listener x {\n  mode = rw\n}\n', 'ce-2.3'), ['error number-invalid ‹rw›']);
  });

  test('hold only what all meanings of a key refuse', () => {
    // `ssl` is yes, no or required at the top level, yes or no in a listener.
    assert.deepEqual(inFragment('ssl = required\nservice x {\n}\n', 'ce-2.3'), []);
    assert.deepEqual(inFragment('ssl = maybe\nservice x {\n}\n', 'ce-2.3'), ['error enum-invalid ‹maybe›']);
    assert.deepEqual(inFragment('auth_verbose = maybe\n'), ['warning bool-invalid ‹maybe›']);
    assert.deepEqual(inFragment('auth_verbos = no\n'), ['information setting-suggested ‹auth_verbos›']);
  });

  test('need no versions', () => {
    assert.deepEqual(inFragment('mail_driver = maildir\n'), []);
  });

  test('in conf.d are no roots, whatever their name', () => {
    const project = memoryProject(
      { 'conf.d/dovecot.conf': 'mail_driver = maildir\n' },
      { roots: ['conf.d/dovecot.conf'] },
    );
    assert.equal(project.configurations()[0]?.kind, 'fragment');
  });
});

describe('dialects', () => {
  test('without one, only what both grammars refuse', () => {
    assert.deepEqual(problems('auth_verbose = maybe\nauth_cache_ttl = unlimited\nfoo = 1\n'), [
      'error bool-invalid ‹maybe›',
      'information setting-unknown ‹foo›',
    ]);
    assert.deepEqual(problems('service imap {\n  vsz_limit = 1P\n  service_count = 1\n}\n'), [
      'error size-invalid ‹P›',
    ]);
  });

  test('3.0 is a hybrid', () => {
    const text =
      'dovecot_config_version = 3.0.1\ndovecot_storage_version = 3.0.1\nplugin {\n  a = b\n}\nmail_location = obox:%u\nfs_s3_url = https://x\npassdb static {\n}\nauth_verbose = maybe\n';
    assert.deepEqual(problems(text), ['error bool-invalid ‹maybe›']);
  });

  test('Pro has more than is known here', () => {
    const pro = (text: string) => problems(`dovecot_config_version = 3.1.1\ndovecot_storage_version = 3.1.1\n${text}`);
    assert.deepEqual(pro('obox {\n  fs s3 {\n    url = https://x\n  }\n}\n'), []);
    assert.deepEqual(pro('cluster_member = x\n'), ['information setting-unknown ‹cluster_member›']);
    assert.deepEqual(pro('@cluster_defaults = backend\n'), [], 'a group that Pro is known to have');
    assert.deepEqual(pro('@other_defaults = backend\n'), ['information group-label-unknown ‹@other_defaults›']);
    assert.deepEqual(pro('mail_plugin = x\n'), ['error setting-suggested ‹mail_plugin›']);
  });

  test('a plugin of a third party brings settings of its own', () => {
    assert.deepEqual(found24('xaps_socket = /x\n'), ['error setting-unknown ‹xaps_socket›']);
    assert.deepEqual(found24('mail_plugins = xaps quota\nxaps_socket = /x\n'), [
      'information setting-unknown ‹xaps_socket›',
    ]);
  });

  test('templates may hold the lines of both grammars', () => {
    const text = '{% if new %}\nmail_path = x\n{% else %}\nmail_location = x\n{% endif %}\n';
    assert.deepEqual(found24(text), []);
  });

  test('releases: what some take is no error', () => {
    assert.deepEqual(found24('oauth2_token_expire_grace = 5s\n'), [
      'information setting-release ‹oauth2_token_expire_grace›',
    ]);
    assert.deepEqual(found24('oauth2_token_expire_grace = 5s\n', { target: 'ce-2.4@2.4.1' }), [
      'error setting-release ‹oauth2_token_expire_grace›',
    ]);
    assert.deepEqual(found24('oauth2_token_expire_grace = 5s\n', { target: 'ce-2.4@2.4.5' }), []);
    assert.deepEqual(found24('acl_global_path = x\n', { target: 'ce-2.4@2.4.5' }), [
      'error setting-removed ‹acl_global_path›',
    ]);
    assert.deepEqual(found24('quota_mail_size = 0\n'), ['information value-zero ‹0›']);
    assert.deepEqual(found24('metric x {\n  event_name = y\n  filter = event=y\n}\n'), [
      'error setting-gone ‹event_name›',
    ]);
    assert.deepEqual(found23('metric x {\n  event_name = y\n}\n'), []);
    assert.deepEqual(found23('metric x {\n  event_name = y\n}\n', { target: 'ce-2.3@2.3.19' }), [
      'error setting-removed ‹event_name›',
    ]);
  });
});

describe('values beyond their type', () => {
  test('words', () => {
    assert.deepEqual(found24('imap_client_workarounds = TB-LSUB-FLAGS foo\nsyslog_facility = mail\n'), [
      'error word-unknown ‹foo›',
    ]);
    assert.deepEqual(found24('imap_client_workarounds {\n  foo = yes\n  bar = no\n}\nprotocols {\n  jmap = yes\n}\n'), [
      'error word-unknown ‹foo›',
      'error protocol-unknown ‹jmap›',
    ]);
    assert.deepEqual(found23('namespace {\n  mailbox Sent {\n    special_use = Sent\n  }\n}\n'), [
      'error word-unknown ‹Sent›',
    ]);
    assert.deepEqual(found23('imap_client_workarounds = outlook-idle\nauth_cache_size = 10\n'), [
      'warning word-needless ‹outlook-idle›',
      'warning word-obsolete ‹10›',
    ]);
  });

  test('limits', () => {
    assert.deepEqual(found24('auth_cache_size = 10\nnamespace x {\n  separator = ab\n}\npop3_uidl_format = %u\n'), [
      'error value-too-small ‹10›',
      'error value-several ‹ab›',
      'error value-without-variable ‹%u›',
    ]);
    assert.deepEqual(found24('service imap {\n  client_limit = 0\n}\n'), []);
    assert.deepEqual(
      found24('protocols = imap\nservice imap {\n  client_limit = 0\n}\nservice mine {\n  vsz_limit = 0\n}\n'),
      ['error value-zero ‹0›', 'error value-zero ‹0›'],
    );
  });

  test('only where the setting is looked at', () => {
    assert.deepEqual(found24('namespace x {\n  service_type = y\n  service_client_limit = 0\n}\n'), []);
    assert.deepEqual(found24('service x {\n  type = y\n}\nprotocol imap {\n  service_type = y\n}\n'), [
      'error word-unknown ‹y›',
    ]);
    assert.deepEqual(found24('passdb x {\n  namespace_separator = ab\n}\n'), ['error value-several ‹ab›']);
  });

  test('only what is not put off', () => {
    assert.deepEqual(found24('group @a b {\n  default_vsz_limit = 0\n}\n'), []);
    assert.deepEqual(found23('local_name x {\n  imap_client_workarounds = foo\n}\n'), ['error word-unknown ‹foo›']);
    assert.deepEqual(found23('local_name x {\n  service/imap/vsz_limit = 1G\n}\n'), []);
    assert.deepEqual(found23('local 10.0.0.1 {\n  dict {\n    local 10.0.0.1 {\n      x = y\n    }\n  }\n}\n'), []);
  });

  test('only what remains', () => {
    assert.deepEqual(found24('mailbox_idle_check_interval = 0\nmailbox_idle_check_interval = 1 min\n'), []);
    assert.deepEqual(
      found24('pop3c_features {\n  a = yes\n  a = no\n}\nprotocols {\n  jmap = yes\n  jmap = no\n}\n'),
      [],
    );
    assert.deepEqual(found24('protocol imap {\n  dovecot_storage_version =\n}\n'), []);
    assert.deepEqual(found23('passdb {\n  driver =\n  driver = pam\n}\n'), []);
  });

  test('protocols and exporters', () => {
    assert.deepEqual(found24('protocols = imap jmap\n'), ['error protocol-unknown ‹jmap›']);
    assert.deepEqual(found24('protocols = imap jmap\nservice jmap {\n  protocol = jmap\n}\n'), []);
    assert.deepEqual(found23('protocols = imap imaps none\n'), ['warning word-obsolete ‹imaps›']);
    assert.deepEqual(found24('metric x {\n  filter = event=x\n  exporter = log\n}\n'), [
      'error exporter-unknown ‹log›',
    ]);
  });
});

describe('slips in words that Dovecot looks up later', () => {
  test('drivers, mechanisms, plugins, services and what names sections', () => {
    const found = (text: string) => found24(text).filter((problem) => problem.includes('word-suggested'));
    assert.deepEqual(found('auth_mechanisms = plain logn\n'), ['warning word-suggested ‹logn›']);
    assert.deepEqual(found('mail_plugins {\n  qouta = yes\n}\n'), ['information word-suggested ‹qouta›']);
    assert.deepEqual(found('passdb passwdfile {\n}\n'), ['warning word-suggested ‹passwdfile›']);
    assert.deepEqual(found('quota own {\n  driver = cuont\n}\n'), ['warning word-suggested ‹cuont›']);
    assert.deepEqual(found('protocol !impa {\n}\n'), ['warning word-suggested ‹impa›']);
    assert.deepEqual(found23('mail_location = mdobx:~/mail\n'), ['warning word-suggested ‹mdobx›']);
    assert.deepEqual(found23('passdb {\n  driver = sttic\n}\n'), ['warning word-suggested ‹sttic›']);
  });

  test('but not what is the author’s own, of a third party, or overwritten', () => {
    assert.deepEqual(found24('passdb passwdfile {\n  driver = passwd-file\n}\n'), []);
    assert.deepEqual(found23('service imapd {\n  executable = imap\n}\n'), []);
    assert.deepEqual(found24('mail_plugins = quota2 fts_xapian\nmail_driver = mdobx\nmail_driver = mdbox\n'), []);
    assert.deepEqual(found24('auth_mechanisms = {{ mechanism }} $ENV:MORE jmap\n'), []);
  });

  test('what Dovecot compares itself is said once', () => {
    assert.deepEqual(found23('protocols = imap lmpt\n'), ['error protocol-unknown ‹lmpt›']);
  });
});

test('every code is put into words by exactly one rule', () => {
  const owners = new Map<string, number>();
  for (const { messages } of rules) {
    for (const code of Object.keys(messages)) owners.set(code, (owners.get(code) ?? 0) + 1);
  }
  assert.deepEqual(
    problemCodes.filter((code) => owners.get(code) !== 1),
    [],
  );
});

test('depth and size are no danger', () => {
  for (const head of [v23, v24]) {
    for (const line of [
      'service x {\n',
      'protocol imap {\n',
      'metric x {\n',
      'foo x {\n',
      '}\n',
      'a/b/c = 1\n',
      '@a = b\n',
    ]) {
      const text = head + line.repeat(20_000);
      assert.doesNotThrow(() => problems(text), line);
    }
  }
});
