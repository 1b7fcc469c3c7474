// Settings of 2.3 in a file for 2.4: every row of the table has a fix, real Dovecot accepted what it makes, and where the
// meaning could change there is none.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseTarget } from '../../../server/src/config/dialect.ts';
import { argumentWords, upgradePaths } from '../../../server/src/knowledge/upgrades.ts';
import { versionLines } from '../../oracle/case.ts';
import { judged } from '../../support/fixPromises.ts';
import {
  obsoleteCases,
  type RecordedRenewal,
  type RecordedUpgrade,
  recordedRenewals,
  recordedUpgrades,
  renewed,
  upgradeCases,
  upgraded,
} from './cases.ts';

const recorded: readonly RecordedUpgrade[] = JSON.parse(readFileSync(recordedUpgrades, 'utf8'));

describe('what fixes make of settings of 2.3', () => {
  test('is what Dovecot 2.4.1 accepted, for every row of the table', () => {
    const verdicts = new Map(recorded.map(({ before, after, rc }) => [before, { after, rc }]));
    for (const one of upgradeCases) {
      assert.deepEqual({ after: upgraded(one), rc: 0 }, verdicts.get(one.before), one.before);
    }
    const paths = new Set(upgradeCases.map(({ path }) => path));
    assert.deepEqual(
      upgradePaths.filter((path) => !paths.has(path)),
      [],
    );
    assert.equal(recorded.length, upgradeCases.length);
  });

  test('every driver whose arguments are known is tried', () => {
    const tried = upgradeCases
      .filter(({ path }) => path.endsWith('/args'))
      .map(({ path, before }) => {
        return `${path.slice(0, 6)}/${/driver = (.*)/.exec(before)![1]}`;
      });
    assert.deepEqual(
      Object.keys(argumentWords).filter((key) => !tried.includes(key)),
      [],
    );
  });
});

test('what fixes make of settings of 1.x amounts to the same for Dovecot 2.3.19', () => {
  const renewals: readonly RecordedRenewal[] = JSON.parse(readFileSync(recordedRenewals, 'utf8'));
  assert.deepEqual(
    obsoleteCases.map((before) => ({ before, after: renewed(before), isSame: true })),
    renewals,
  );
  assert.deepEqual(
    renewals.filter(({ before, after }) => before === after),
    [],
  );
});

/** Titles of the fixes of names of 2.3; those that may run unattended with `!`. */
function titles(before: string, dialect = 'ce-2.4@2.4.1'): string[] {
  const target = parseTarget(dialect)!;
  const { findings } = judged({ texts: { 'dovecot.conf': versionLines + before }, root: 'dovecot.conf', target });
  return findings
    .filter(({ rule }) => rule.id === 'setting-unknown' || rule.id === 'section-unknown')
    .flatMap(({ fixes }) => fixes.map(({ title, safe }) => (safe ? `${title}!` : title)));
}

describe('no fix where the meaning is not certain', () => {
  const uncertain = [
    'mail_location = {{ location }}\n',
    'mail_location = $location\n',
    'mail_location = ~/Maildir\n',
    'mail_location =\n',
    'mail_location = maildir:~/Maildir:DIRNAME=x\n',
    'mail_location = maildir:~/Mail::dir\n',
    'mail_location = maildir:/srv/%Hu\n',
    'mail_location = maildir:/srv/%%u\n',
    'mail_location = maildir:~/Maildir\nmail_driver = mdbox\n',
    'disable_plaintext_auth = maybe\n',
    'disable_plaintext_auth = no\nssl = required\n',
    'ssl_cert = /etc/ssl/mail.pem\n',
    'ssl_cert = <mail.pem\n',
    'ssl_cert = <{{ certificate }}\n',
    'ssl_cert = </etc/a.pem\nssl_server_cert_file = /etc/b.pem\n',
    'ssl_protocols = SSLv3\n',
    'default_idle_kill = 5\n',
    'passdb sql {\n  driver = sql\n  args = /etc/dovecot/sql.conf.ext\n}\n',
    'passdb static {\n  args = password=dummy\n}\n',
    'passdb pam {\n  driver = pam\n  args = cache_key=%u dovecot\n}\n',
    'userdb static {\n  driver = static\n  args = home=/srv/%Hu\n}\n',
    'event_exporter log {\n  format = json\n  transport = pigeon\n}\n',
    'plugin {\n  quota = dict:User quota::file:~/quota\n}\n',
    'plugin {\n  quota_rule = Trash:storage=+100M\n}\n',
    'plugin {\n  quota_rule = *:storage=10%%\n}\n',
    'plugin {\n  sieve = ~/.dovecot.sieve\n  sieve_dir = {{ dir }}\n}\n',
    'plugin {\n  sieve_default = /etc/a.sieve\n  sieve_default_name = a\n}\n',
    'plugin {\n  sieve_before = dict:file:/srv/sieve\n}\n',
    'plugin {\n  sieve_extensions = fileinto +reject\n}\n',
    'plugin {\n  acl_shared_dict = proxy::acl\n}\n',
    'plugin {\n  fts = lucene\n}\n',
    'plugin {\n  push_notification_driver = ox:url=http://x/\n}\n',
    'plugin {\n  my_own = x\n}\n',
    'plugin {\n  sieve_dir = ~/sieve\n}\n',
    'plugin {\n  mail_crypt_save_version = 2\n}\n',
    'plugin {\n  sieve_max_redirects = many\n}\n',
    'plugin {\n  sieve_max_redirects = 10\n',
  ];
  for (const text of uncertain) test(JSON.stringify(text), () => assert.deepEqual(titles(text), []));

  test('a namespace that would take over parts of the location of the user', () => {
    const outer = 'mail_location = maildir:~/Maildir:INDEX=/var/index\n';
    const found = titles(`${outer}namespace old {\n  location = maildir:~/Old\n}\n`);
    assert.deepEqual(found, ["Write 'mail_driver', 'mail_path' and 'mail_index_path'"]);
  });

  test('limits where there are two quota roots', () => {
    const found = titles('plugin {\n  quota = count:a\n  quota2 = count:b\n  quota_rule = *:storage=1G\n}\n');
    assert.deepEqual(found, ["Write 'quota a { }'"]);
  });
});

test('on Palomar no location is upgraded whose mails must be migrated first', () => {
  const of = (format: string) => titles(`mail_location = ${format}:%u\n`, 'pro-3.1');
  assert.deepEqual(of('obox'), ["Write 'mail_driver' and 'mail_path'"]);
  assert.deepEqual(of('mdbox'), []);
});

describe('a fix that may run unattended', () => {
  test('is one of a name and a value that say the same, outside of mails and access', () => {
    assert.deepEqual(titles('ssl_key = </etc/ssl/mail.key\n'), ["Write 'ssl_server_key_file'!"]);
    assert.deepEqual(titles('ssl_prefer_server_ciphers = no\n'), ["Write 'ssl_server_prefer_ciphers'!"]);
    assert.deepEqual(titles('mail_location = mbox:~/mail\n'), ["Write 'mail_driver' and 'mail_path'"]);
    const moved = titles('plugin {\n  mail_log_cached_only = yes\n}\n');
    assert.deepEqual(moved, ["Take the settings out of 'plugin'!", "Write 'mail_log_cached_only'"]);
    assert.equal(titles('plugin {\n  mail_log_cached_only = no\n}\n')[0], "Take the settings out of 'plugin'");
    assert.deepEqual(titles('replicator_host = 192.0.2.1\n'), ['Remove it: 2.4 has nothing in its place']);
  });

  test('leaves a key that is set twice to a person', () => {
    const before = 'plugin {\n  mail_log_events = delete\n  my_own = x\n  mail_log_events = expunge\n}\n';
    const after = upgraded({ path: '', before });
    assert.equal(after, 'mail_log_events = delete\nplugin {\n  my_own = x\n  mail_log_events = expunge\n}\n');
  });
});
