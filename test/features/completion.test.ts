// Completion by context: what is offered at a cursor, and what the text is after taking it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Candidate, completion, completionDocumentation } from '../../server/src/features/completion.ts';
import { takeCursor } from '../support/markers.ts';
import { memoryProject, uriOf } from '../support/memory.ts';

const v24 = 'dovecot_config_version = 2.4.1\n';
const v30 = 'dovecot_config_version = 3.0.5\n';
const v31 = 'dovecot_config_version = 3.1.2\n';

interface Offered {
  readonly text: string;
  readonly candidates: readonly Candidate[];
}

function offered(marked: string, files: Readonly<Record<string, string>> = {}): Offered {
  const { text, offset } = takeCursor(marked);
  const project = memoryProject({ 'dovecot.conf': text, ...files });
  const [configuration] = project.configurationsFor(uriOf('dovecot.conf'));
  assert.ok(configuration !== undefined);
  const candidates = completion(configuration, configuration.root, offset, project.locating(configuration));
  return { text, candidates };
}

function labels(marked: string, files?: Readonly<Record<string, string>>): string[] {
  return offered(marked, files).candidates.map(({ label }) => label);
}

function assertOffers(marked: string, expected: { has?: readonly string[]; lacks?: readonly string[] }): void {
  const found = new Set(labels(marked));
  for (const label of expected.has ?? []) assert.ok(found.has(label), `${label} is offered in ${marked}`);
  for (const label of expected.lacks ?? []) assert.ok(!found.has(label), `${label} is not offered in ${marked}`);
}

/** The text after taking a candidate. */
function taken(marked: string, label: string): string {
  const { text, candidates } = offered(marked);
  const found = candidates.find((candidate) => candidate.label === label);
  assert.ok(found !== undefined, `${label} is offered`);
  return text.slice(0, found.span.from) + found.text + text.slice(found.span.to);
}

function rankOf(marked: string, label: string): number {
  const found = offered(marked).candidates.find((candidate) => candidate.label === label);
  assert.ok(found !== undefined, `${label} is offered`);
  return found.rank;
}

describe('names', () => {
  test('of the dialect only', () => {
    assertOffers(`${v24}mail_<|>\n`, {
      has: ['mail_driver', 'mail_path'],
      lacks: ['mail_location', 'metacache_max_space'],
    });
    assertOffers(`${v31}m<|>\n`, { has: ['mail_driver', 'metacache_max_space', 'obox'] });
    assertOffers('mail_location = maildir:~/Maildir\n<|>\n', {
      has: ['mail_location', 'plugin'],
      lacks: ['mail_driver'],
    });
    assertOffers('plugin {\n  <|>\n}\n', { has: ['sieve', 'acl'], lacks: ['mail_location', 'obox_fs'] });
    assertOffers(`${v30}plugin {\n  <|>\n}\n`, { has: ['obox_fs', 'metacache_max_space'] });
  });

  test('shortened inside filters as Dovecot allows', () => {
    assertOffers(`${v24}service imap {\n  <|>\n}\n`, {
      has: ['vsz_limit', 'process_limit', 'unix_listener'],
      lacks: ['service_vsz_limit', 'mail_path', 'name2'],
    });
    assertOffers(`${v24}namespace inbox {\n  <|>\n}\n`, { has: ['separator', 'prefix', 'mailbox', 'mail_path'] });
    assertOffers(`${v24}passdb ldap {\n  <|>\n}\n`, { has: ['filter', 'fields', 'ldap_uris'] });
    assert.ok(
      rankOf(`${v24}namespace inbox {\n  <|>\n}\n`, 'separator') <
        rankOf(`${v24}namespace inbox {\n  <|>\n}\n`, 'mail_path'),
    );
  });

  test('inside sections of the old grammar', () => {
    const text = 'disable_plaintext_auth = no\nservice imap-login {\n  inet_listener imaps {\n    <|>\n  }\n}\n';
    assertOffers(text, { has: ['port', 'ssl', 'address'], lacks: ['vsz_limit', 'mail_location'] });
  });

  test('already set ones come last', () => {
    const text = `${v24}auth_verbose = yes\nauth_<|>\n`;
    assert.ok(rankOf(text, 'auth_verbose') > rankOf(text, 'auth_debug'));
  });

  test('sections bring what they cannot do without', () => {
    assert.equal(taken(`${v24}metr<|>\n`, 'metric'), `${v24}metric \${1:name} {\n\tfilter = $0\n}\n`);
    assert.equal(taken(`${v24}auth_verb<|>\n`, 'auth_verbose'), `${v24}auth_verbose = \n`);
  });

  test('an existing name is replaced alone', () => {
    assert.equal(taken(`${v24}auth_ver<|>b = yes\n`, 'auth_verbose'), `${v24}auth_verbose = yes\n`);
    assert.equal(taken(`${v24}serv<|> imap {\n}\n`, 'service'), `${v24}service imap {\n}\n`);
  });

  test('nothing in comments', () => assert.deepEqual(labels(`${v24}# mail_<|>\n`), []));
});

describe('values', () => {
  test('booleans and enums', () => {
    assert.deepEqual(labels(`${v24}auth_verbose = <|>\n`), ['yes', 'no']);
    assertOffers(`${v24}ssl = <|>\n`, { has: ['yes', 'no', 'required'] });
    assert.equal(taken(`${v24}ssl = req<|>\n`, 'required'), `${v24}ssl = required\n`);
  });

  test('words, each once, of the file’s Dovecot only', () => {
    const found = labels(`${v24}fts_decoder_driver = <|>\n`);
    assert.deepEqual(found.toSorted(), ['script', 'tika']);
    assertOffers(`${v24}mail_plugins = <|>\n`, { has: ['mail_compress', 'fts_flatcurve'], lacks: ['zlib', 'obox'] });
    assertOffers(`${v24}service <|>\n`, { has: ['imap-login', 'lmtp'], lacks: ['director'] });
    assertOffers('mail_location = maildir:~/Maildir\npassdb {\n  driver = <|>\n}\n', { has: ['checkpassword', 'pam'] });
    assertOffers(`${v24}imapc_features = <|>\n`, { has: ['no-search', 'throttle:50:16000:500'], lacks: ['search'] });
  });

  test('short names inside filters have their values too', () => {
    assertOffers(`${v24}service imap-login {\n  inet_listener imaps {\n    ssl = <|>\n  }\n}\n`, {
      has: ['yes', 'no'],
    });
  });

  test('names defined elsewhere', () => {
    const text = `${v31}dict_server {\n  dict mails {\n  }\n}\nobox {\n  fs dictmap {\n    dict proxy {\n      name = <|>\n    }\n  }\n}\n`;
    assertOffers(text, { has: ['mails'] });
    assertOffers(`${v24}group @mysql default {\n}\npassdb sql {\n  @mysql = <|>\n}\n`, { has: ['default'] });
  });

  test('elements of lists, and nothing else inside of them', () => {
    assertOffers(`${v24}mail_plugins {\n  <|>\n}\n`, { has: ['quota', 'acl'], lacks: ['mail_driver', 'acl_driver'] });
    assert.deepEqual(labels(`${v24}mail_plugins {\n  acl = <|>\n}\n`), ['yes', 'no']);
    assertOffers(`${v24}userdb static {\n  fields {\n    <|>\n  }\n}\n`, { has: ['uid', 'home'], lacks: ['ssl'] });
    assert.match(taken(`${v24}passdb_fields {\n  <|>\n}\n`, 'allow_nets'), /\n {2}allow_nets = \n/);
  });

  test('words that Dovecot compares with', () => {
    assertOffers(`${v24}syslog_facility = <|>\n`, { has: ['mail', 'local7'] });
    assertOffers(`${v24}event_exporter x {\n  format = <|>\n}\n`, { has: ['none', 'json'] });
  });

  test('groups, dicts and namespaces', () => {
    assertOffers(`${v24}group @own x {\n}\n@<|>\n`, { has: ['@own', '@mailbox_defaults'], lacks: ['@fs_defaults'] });
    const dicts = `${v24}dict_server {\n  dict stored {\n  }\n}\nquota_clone {\n  dict proxy {\n    name = <|>\n  }\n}\n`;
    assert.deepEqual(labels(dicts), ['stored']);
    const alias = 'namespace a {\n  prefix = a/\n}\nnamespace b {\n  prefix = b/\n  alias_for = <|>\n}\n';
    assert.deepEqual(labels(v24 + alias), ['a/']);
  });

  test('beginnings and parts of values of 2.3', () => {
    const v23 = 'plugin {\n}\n';
    assert.match(taken(`${v23}mail_location = mai<|>\n`, 'maildir'), /mail_location = maildir:\n/);
    assert.match(taken(`${v23}mail_location = maildir:~/Maildir:IN<|>\n`, 'INDEX'), /:~\/Maildir:INDEX=\n/);
    assertOffers(`${v23}dict {\n  quota = <|>\n}\n`, { has: ['file', 'mysql'], lacks: ['sql'] });
    assertOffers(`${v23}mail_plugins = <|>\n`, { has: ['$mail_plugins', 'quota'] });
  });

  test('files', () => {
    const files = { 'conf.d/10-mail.conf': '', 'tls/cert.pem': '' };
    assert.deepEqual(labels(`${v24}!include <|>\n`, files).sort(), ['conf.d/', 'dovecot.conf', 'tls/']);
    assert.deepEqual(labels(`${v24}!include conf.d/<|>\n`, files), ['10-mail.conf']);
    assert.ok(labels(`ssl_cert = <tls/<|>\nmail_location = x\n`, files).includes('cert.pem'));
    assert.ok(labels(`${v24}ssl_server_cert_file = tls/<|>\n`, files).includes('cert.pem'));
  });
});

describe('fs URI strings', () => {
  const chain = (value: string) => `${v30}plugin {\n  obox_fs = ${value}\n}\n`;

  test('parameters of the driver around the cursor', () => {
    assertOffers(chain('s3:https://h/?reg<|>'), { has: ['region', 'auth_role'], lacks: ['bucket-size'] });
    assertOffers(chain('dictmap:proxy:dict-async:c ; s3:https://h/?region=x ; <|>'), {
      has: ['bucket-size', 'diff-table'],
      lacks: ['region'],
    });
    assertOffers(chain('posix:<|>'), { has: ['prefix', 'no-fsync'] });
    assert.equal(taken(chain('s3:https://h/?reg<|>'), 'region'), chain('s3:https://h/?region='));
  });
});

test('documentation is made on demand', () => {
  const { candidates } = offered(`${v31}metacache_max_<|>\n`);
  const found = candidates.find(({ label }) => label === 'metacache_max_space');
  assert.match(completionDocumentation(found!.documentation!)!, /Type: size/);
});

test('offers something everywhere without throwing', () => {
  const text = `${v24}service imap {\n  vsz_limit = 1G # c\n}\npassdb "a b" {\n}\n!include x\nmail_path = %{user}\\\n  x\n}\n`;
  for (let offset = 0; offset <= text.length; offset++) {
    offered(`${text.slice(0, offset)}<|>${text.slice(offset)}`);
  }
});
