// Positions, mapped text, edits and masking.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { sliceMapped, sourceOffset, sourceSpan } from '../../server/src/text/mappedText.ts';
import { maskSecrets } from '../../server/src/text/secrets.ts';

test('offsets and positions convert there and back', () => {
  const unit = fc.constantFrom('a', '\n', '\r\n', '\r', '📬', ' ');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), fc.nat(), (text, seed) => {
      const lines = new LineIndex(text);
      const offset = seed % (text.length + 1);
      const position = lines.positionAt(offset);
      const inLineEnd = text[offset] === '\n' && text[offset - 1] === '\r';
      if (!inLineEnd) assert.equal(lines.offsetAt(position), offset);
      assert.ok(position.line < lines.lineCount);
    }),
  );
  const lines = new LineIndex('📬 a\r\nb\rc');
  assert.deepEqual(lines.positionAt(3), { line: 0, character: 3 });
  assert.deepEqual(lines.positionAt(6), { line: 1, character: 0 });
  assert.deepEqual(lines.positionAt(8), { line: 2, character: 0 });
  assert.equal(lines.offsetAt({ line: 0, character: 99 }), 4);
  assert.equal(lines.offsetAt({ line: 99, character: 0 }), 9);
});

test('mapped text finds its characters again', () => {
  const mapped = {
    text: 'ab cd',
    segments: [
      { at: 0, source: 10 },
      { at: 2, source: 13 },
      { at: 3, source: 20 },
    ],
  };
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((at) => sourceOffset(mapped, at)),
    [10, 11, 13, 20, 21],
  );
  assert.deepEqual(sourceSpan(mapped, 1, 5), { from: 11, to: 22 });
  const slice = sliceMapped(mapped, 1, 5);
  assert.equal(slice.text, 'b cd');
  assert.deepEqual(
    [0, 1, 2, 3].map((at) => sourceOffset(slice, at)),
    [11, 13, 20, 21],
  );
});

test('edits apply in order and may not overlap', () => {
  assert.equal(
    applyEdits('abc', [
      { span: { from: 2, to: 3 }, text: 'C' },
      { span: { from: 0, to: 0 }, text: '>' },
    ]),
    '>abC',
  );
  assert.throws(() =>
    applyEdits('abc', [
      { span: { from: 0, to: 2 }, text: '' },
      { span: { from: 1, to: 3 }, text: '' },
    ]),
  );
});

describe('secrets are masked', () => {
  const secret = 'hunter2';
  const leaks: readonly string[] = [
    `imapc_password = ${secret}`,
    `  doveadm_api_key = ${secret}`,
    `fs_s3_secret = "${secret}"`,
    `fs_s3_access_key = ${secret}`,
    `passdb/ldap_auth_dn_password = ${secret}`,
    `dnpass = ${secret}`,
    `obox_fs = s3:https://key:${secret}@s3.example.com/?region=x`,
    `obox_fs = azure:https://a@b.blob.core.windows.net/?client_secret=${secret}&x=1`,
    `connect = host=a user=b password=${secret} dbname=c`,
    `connect = host=a password=${secret}`,
    `connect = host=a password="two ${secret}" dbname=c`,
    `connect = host=a password=a:b,${secret} dbname=c`,
    `obox_fs = crypt:password=${secret}:posix:prefix=/x`,
    `fs_s3_url = https://key:pass/with@slash${secret}@s3.example.com/`,
    `crypt_private_key = inline:-----BEGIN PRIVATE KEY-----${secret}`,
    `auth_policy_hash_nonce = ${secret}`,
  ];
  for (const line of leaks) {
    test(line.replaceAll(secret, '…'), () => {
      const masked = maskSecrets(line);
      assert.ok(!masked.includes(secret), masked);
      assert.ok(masked.includes('********'));
      // A line in the middle of a file is masked as well.
      assert.ok(!maskSecrets(`a = b\n${line}\nc = d`).includes(secret));
    });
  }

  test('what is no secret stays', () => {
    for (const line of [
      'default_pass_scheme = ARGON2ID',
      'ssl_server_key_file = /etc/ssl/key.pem',
      'auth_mechanisms = plain login',
      'fs_s3_secret = $ENV:SECRET',
      'x = https://host/path',
      'nopassword = yes',
      'args = proxy=y nopassword=y',
    ]) {
      assert.equal(maskSecrets(line), line);
    }
  });
});
