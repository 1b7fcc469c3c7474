// Colours: what each word is, without overlaps, on one line each.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { configurationOf } from '../support/memory.ts';

function tokensOf(text: string): string[] {
  const configuration = configurationOf({ 'dovecot.conf': text });
  return semanticTokens(configuration, configuration.root).map(
    ({ from, to, type }) => `${type} ${JSON.stringify(text.slice(from, to))}`,
  );
}

const head = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

test('sections, settings, values and comments', () => {
  const text = `${head}# c\nservice imap {\n  vsz_limit = 1 G # d\n  chroot = "a b"\n}\nauth_verbose = yes\n!include x.conf\n`;
  assert.deepEqual(tokensOf(text).slice(6), [
    'comment "# c"',
    'keyword "service"',
    'type "imap"',
    'property "vsz_limit"',
    'operator "="',
    'number "1 G"',
    'comment "# d"',
    'property "chroot"',
    'operator "="',
    'string "\\"a b\\""',
    'property "auth_verbose"',
    'operator "="',
    'enumMember "yes"',
    'keyword "!include"',
    'string "x.conf"',
  ]);
});

test('a variable wins inside its value', () => {
  assert.deepEqual(tokensOf(`${head}mail_home = /srv/%{user | domain}/x\n`).slice(-4), [
    'operator "="',
    'string "/srv/"',
    'variable "%{user | domain}"',
    'string "/x"',
  ]);
  assert.deepEqual(tokensOf('mail_location = maildir:~/%u\n').slice(-2), ['string "maildir:~/"', 'variable "%u"']);
});

test('continued values and here-documents are coloured line by line', () => {
  assert.deepEqual(tokensOf(`${head}a = b \\\n  c\n`).slice(-4), [
    'operator "="',
    'string "b "',
    'operator "\\\\"',
    'string "  c"',
  ]);
});

test('no token overlaps another or crosses a line, in any text', () => {
  const piece = fc.constantFrom(
    'a',
    '=',
    ' ',
    '\n',
    '\\\n',
    '{',
    '}',
    '"',
    '#',
    '%{user}',
    '%u',
    '<<E',
    '\nE\n',
    '\r\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const configuration = configurationOf({ 'dovecot.conf': text });
      let at = 0;
      for (const { from, to } of semanticTokens(configuration, configuration.root)) {
        assert.ok(at <= from && from < to, text);
        assert.doesNotMatch(text.slice(from, to), /[\r\n]/);
        at = to;
      }
    }),
  );
});
