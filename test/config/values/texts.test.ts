// Texts that Dovecot reads closer than their type tells; every verdict is that of real Dovecot (2.3.19 for old names, 2.4.1).

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { textError } from '../../../server/src/config/values/texts.ts';
import type { Grammar } from '../../../server/src/knowledge/dialect.ts';

interface Verdicts {
  readonly setting: string;
  readonly grammar?: Grammar;
  readonly accepted: readonly string[];
  /** `‹…›` is put around what is wrong. */
  readonly refused: readonly string[];
}

const verdicts: readonly Verdicts[] = [
  {
    setting: 'acl_id',
    accepted: ['', 'owner', 'anyone', 'user=bob', 'user=', 'group-override=x', 'anonymous'],
    refused: ['‹foo›', '‹user›', '‹OWNER›', '‹owner=x›', '‹-user=bob›'],
  },
  {
    setting: 'acl_rights',
    accepted: ['', 'lrwstipekxa', 'all', 'lr :x', 'a:', ': lookup read'],
    refused: ['‹L›', 'l‹o›okup', 'write‹-›seen', 'lr ‹w›', 'lr\t‹w›', 'lr‹y›:x', 'lr‹,›w'],
  },
  {
    setting: 'auth_verbose_passwords',
    accepted: ['plain', 'sha1:6', 'no:3', 'plain:99'],
    refused: ['sha1:‹x›', 'sha1:‹›', 'plain:‹0›', 'sha1:‹-1›'],
  },
  {
    setting: 'log_debug',
    accepted: [
      ...['', 'event=x', 'event=x AND y=z', 'not event=x', '(event=x)', 'event = "a b"', 'a>=1', 'a > =1'],
      ...[
        'event=AND',
        'NOT NOT a=b',
        'a=b OR NOT (c=d AND e=f)',
        'event=x/y',
        'a=%x',
        '"" = x',
        'a=""',
        'name>x',
        '"a',
      ],
    ],
    refused: [
      ...['event=x ‹y›=z', '‹!event=x›', '‹event=x OR›', '‹event="a›', 'event=‹(›x)', 'a<‹>›1', 'a=‹=›1', '‹a›'],
      ...['‹AND›', 'event=x ‹(›y=z)', '‹(event=x›', 'event=x‹)›', '‹event=›', '‹=›x', 'event=x‹,y›', '(‹)›', '‹((›'],
      ...['event‹>›x', 'source_location‹>=›x', 'a=b AND ‹AND› c=d', 'duration>1 ‹sec›'],
    ],
  },
  {
    setting: 'log_debug',
    grammar: 'old',
    accepted: ['event=x:y-z_*.?', 'size>10M'],
    refused: ['event=x‹/y›', 'a=‹%x›'],
  },
  {
    setting: 'sieve_report_from',
    accepted: ['', '<>', 'SENDER', 'postmaster', '<a@b>', '<"a b"@c.d>', '<a..b@c>', '<ä@b.c>'],
    refused: ['‹foo›', '‹<foo>›', '‹a@b.c›', '‹<a b@c>›', '‹<a@b.c›', '‹<a@b@c>›', '‹<a@.b>›'],
  },
  {
    setting: 'sieve_user_email',
    accepted: ['', 'a@b.c', '<a@b.c>', '"a b"@c', 'a@[1.2.3.4]', 'a!b+c@d_e', 'a@-b'],
    refused: ['‹foo›', '‹x y›', '‹a@›', '‹@b›', '‹a@ä.c›', '‹<a@b›', '‹a@b.c.›', '‹<>›', '‹a(b@c›', '‹a@b,c›'],
  },
  {
    setting: 'http_client_proxy_url',
    accepted: [
      '',
      'http://x/',
      'HTTP://x',
      '//x',
      'https://x:80/?a=b#f',
      'http://[::1]:80/',
      'http://x./',
      'http://1.2.3/',
    ],
    refused: ['‹http:/x›', '‹http://›', '‹ftp://x/›', '‹x›', '‹http://u:p@x/›', '‹http://x:99999›', '‹http://x y›'],
  },
  {
    setting: 'push_notification_ox_url',
    accepted: ['http://u:p@x/', 'http://127.0.0.1:8080/push?a'],
    refused: [
      '‹/x›',
      '‹http://x/a b›',
      '‹http://x/%zz›',
      '‹http://-x/›',
      '‹http://[x]/›',
      '‹http://x:0/›',
      '‹http://x/[a]›',
    ],
  },
  {
    setting: 'mail_server_admin',
    accepted: ['', 'mailto:a@b.c', 'tel:123', 'foo:', 'a+b:c', 'x://:1', 'x:#[', 'x:a%20b'],
    refused: ['‹foo›', '‹a:b c›', '‹1a:b›', '‹a_b:c›', '‹//x›', '‹x://h:a/›', '‹x:a%2›', '‹http://x/ä›'],
  },
  {
    setting: 'redis_host',
    accepted: ['127.0.0.1', '::1', '[::1]', '1.2.3', '0x7f.1', 'fe80::1%lo', '::ffff:1.2.3.4'],
    refused: ['‹x›', '‹*›', '‹1.2.3.4/8›', '‹1:2›', '‹[::1›'],
  },
  {
    setting: 'sieve_script_name',
    accepted: ['', 'a b', '..', 'ä', 'a"b'],
    refused: ['a‹/›b', 'a‹\t›b', 'a‹\u0001›b'],
  },
  { setting: 'sieve_editheader_header_name', accepted: ['', 'X-Foo', 'a/b'], refused: ['x‹ ›y', 'a‹:›b', '‹ä›'] },
  { setting: 'mailbox_root_directory_name', accepted: ['', '..', 'a b'], refused: ['a‹/›b'] },
  {
    setting: 'mail_ext_attachment_hash',
    accepted: ['', 'x', '%{sha1}', '%{sha256:128}%{md5}', '%{size}', '%{sha1}}'],
    refused: ['‹%›', '‹%›x', '‹%{foo}›', '‹%{sha1:0}›', '‹%{sha1:161}›', '‹%{md5:7}›', 'a‹/›b', '‹%{sha1:}›'],
  },
  {
    setting: 'metric/group_by',
    grammar: 'old',
    accepted: ['', 'user foo', 'a:discrete', 'a:linear:0:10:10', 'a:exponential:0:2:10'],
    refused: ['b ‹a:foo›', '‹a:discrete:x›', '‹a:linear:5:10:10›', '‹a:exponential:0:2:3›', '‹a:linear:+1:2:1›'],
  },
];

describe('texts are read as Dovecot reads them', () => {
  for (const { setting, grammar = 'new', accepted, refused } of verdicts) {
    test(`${setting} (${grammar})`, () => {
      for (const text of accepted) assert.equal(textError(setting, text, grammar), undefined, text);
      for (const marked of refused) {
        const text = marked.replace(/[‹›]/g, '');
        const error = textError(setting, text, grammar);
        assert.ok(error !== undefined, `${text} is refused`);
        assert.equal(
          `${text.slice(0, error.from)}‹${text.slice(error.from, error.to)}›${text.slice(error.to)}`,
          marked,
        );
      }
    });
  }

  test('a text of any length takes no time', () => {
    const long = ['(', 'a', 'a.', 'a-', '"', '%{', 'a=b AND ', '\\"', 'x@', ' '].map((part) => part.repeat(20_000));
    for (const { setting, grammar = 'new' } of verdicts) {
      for (const text of long) {
        const started = performance.now();
        textError(setting, text, grammar);
        assert.ok(performance.now() - started < 500, `${setting} ${text.slice(0, 9)}`);
      }
    }
  });
});
