// Storage URLs are taken apart where Dovecot does it; a password with a raw slash is still known for one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locatedText } from '../../../server/src/config/located.ts';
import { parseUrl, type StorageUrl } from '../../../server/src/config/storage/url.ts';
import { contiguous } from '../../../server/src/text/mappedText.ts';
import { ConfigDocument } from '../../../server/src/workspace/document.ts';
import { configurationOf } from '../../support/memory.ts';

const document = configurationOf({ 'dovecot.conf': '' }).root;

function parts(text: string): Record<string, string | undefined> | undefined {
  assert.ok(document instanceof ConfigDocument);
  const url: StorageUrl | undefined = parseUrl(locatedText(contiguous(text, 0), document));
  if (url === undefined) return undefined;
  const { user, password, host, port, path } = url;
  return { user: user?.text, password: password?.text, host: host.text, port: port?.text, path: path.text };
}

const none = { user: undefined, password: undefined, port: undefined };

const cases: readonly [text: string, expected: Record<string, string | undefined> | undefined][] = [
  ['https://s3.example.com/', { ...none, host: 's3.example.com', path: '/' }],
  ['https://key:secret@s3.example.com', { ...none, user: 'key', password: 'secret', host: 's3.example.com', path: '' }],
  ['https://key@s3.example.com:8443/a', { ...none, user: 'key', host: 's3.example.com', port: '8443', path: '/a' }],
  ['https://key:a/b@s3.example.com/', { ...none, user: 'key', password: 'a/b', host: 's3.example.com', path: '/' }],
  ['https://key:a@b@s3.example.com/', { ...none, user: 'key', password: 'a@b', host: 's3.example.com', path: '/' }],
  ['https://s3.example.com/alice@example.com/', { ...none, host: 's3.example.com', path: '/alice@example.com/' }],
  ['https://s3.example.com:8443/a@b/', { ...none, host: 's3.example.com', port: '8443', path: '/a@b/' }],
  ['https://[2001:db8::1]/a@b/', { ...none, host: '[2001:db8::1]', path: '/a@b/' }],
  ['https://%{env:HOST}/a@b/', { ...none, host: '%{env:HOST}', path: '/a@b/' }],
  ['s3.example.com/', undefined],
];

for (const [text, expected] of cases) {
  test(`takes ${text} apart`, () => assert.deepEqual(parts(text), expected));
}
