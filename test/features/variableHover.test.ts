// Hover on variables, filters, functions and modifiers, in both grammars.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../server/src/features/hover.ts';
import { takeCursor } from '../support/markers.ts';
import { configurationOf, uriOf } from '../support/memory.ts';

const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';
const v23 = 'plugin {\n}\n';

/** The markdown and the text that it belongs to. */
function hoverAt(marked: string): { on: string; markdown: string } | undefined {
  const { text, offset } = takeCursor(marked);
  const configuration = configurationOf({ 'dovecot.conf': text });
  const found = hover(configuration, configuration.root, offset);
  return found && { on: text.slice(found.span.from, found.span.to), markdown: found.markdown };
}

function assertHover(marked: string, on: string, markdown: RegExp): void {
  const found = hoverAt(marked);
  assert.ok(found !== undefined, marked);
  assert.equal(found.on, on);
  assert.match(found.markdown, markdown);
}

test('variables of 2.4', () => {
  assertHover(
    `${v24}mail_path = /srv/%{us<|>er | lower}\n`,
    'user',
    /Full name of the user.*Known in settings of mail.*%u/s,
  );
  assertHover(`${v24}mail_path = /srv/%{home<|>}\n`, 'home', /Home directory/);
  assertHover(`${v24}passdb x {\n  fields {\n    a = %{ho<|>me}\n  }\n}\n`, 'home', /Always empty/);
  assertHover(`${v24}login_greeting = %{system:host<|>name}\n`, 'system:hostname', /Host name of the machine/);
  assertHover(`${v24}login_greeting = %{en<|>v:X}\n`, 'env:X', /import_environment/);
  assertHover(`${v24}mail_path = %{user | default(ho<|>stname)}\n`, 'hostname', /as the setting `hostname` says/);
  assertHover(`${v24}mail_path = %{pass<|>word}\n`, 'password', /Not known in settings of mail sessions/);
});

test('each filter of a chain', () => {
  const chain = (filters: string) => `${v24}mail_path = "/srv/%{user | ${filters}}"\n`;
  assertHover(chain('use<|>rname | lower | sha1(rounds=2) % 4'), 'username', /in front of the first `@`/);
  assertHover(chain('username | lo<|>wer | sha1(rounds=2) % 4'), 'lower', /modifier `L`, as in `%Lu`/);
  assertHover(chain('username | lower | sha<|>1(rounds=2) % 4'), 'sha1', /SHA-1 of the value.*gives bytes/s);
  assertHover(chain('username | lower | sha1(rou<|>nds=2) % 4'), 'rounds', /of `sha1` — How many times/);
  assertHover(chain('username | lower | sha1(rounds=2) <|>% 4'), '%', /Remainder/);
  assertHover(chain('da<|>te(\\"%Y\\")'), 'date', /Since: 2\.4\.5/);
  assertHover(`${v24}mail_path = %{lite<|>ral('x')}\n`, 'literal', /Gives its argument/);
  assertHover(`${v24}mail_path = %{user | sub<|>str(0, \\\n 1)}\n`, 'substr', /Cuts a piece out/);
});

test('variables of 2.3', () => {
  assertHover(`${v23}mail_location = maildir:/srv/%<|>d/%n\n`, '%d', /behind the `@`.*`%\{user \| domain\}`/s);
  assertHover(`${v23}mail_location = maildir:/srv/%2.256N<|>u\n`, '%2.256Nu', /Full name.*% 256 \| hex\(2\)/s);
  assertHover(`${v23}mail_location = maildir:/srv/%2.256<|>Nu\n`, 'N', /Hash from the first 64 bits/);
  assertHover(`${v23}mail_location = maildir:/srv/%{ri<|>p}\n`, '%{rip}', /IP address of the client.*remote_ip/s);
  assertHover(
    `${v23}mail_location = maildir:/srv/%{sha<|>1;rounds=2:user}\n`,
    '%{sha1;rounds=2:user}',
    /Hash of a variable/,
  );
  assertHover(`${v23}mail_home = /srv/%{if;%<|>d;eq;a;b;c}\n`, '%d', /behind the `@`/);
  assertHover(`${v23}mail_home = /srv/%{i<|>f;%d;eq;a;b;c}\n`, '%{if;%d;eq;a;b;c}', /Chooses between two values/);
  assertHover(`${v23}login_log_format = %<|>$: %s\n`, '%$', /What is logged/);
  assertHover(`${v23}namespace {\n  prefix = shared/%<|>%u/\n}\n`, '%%', /for the owner/);
  const files = { 'dovecot.conf': `${v23}passdb {\n  driver = sql\n  args = /etc/dovecot/sql.conf.ext\n}\n` };
  const { text, offset } = takeCursor("password_query = SELECT 1 FROM u WHERE n = '%<|>n'\n");
  const configuration = configurationOf({ ...files, 'sql.conf.ext': text });
  const document = [...configuration.externals.values()].find(({ uri }) => uri === uriOf('sql.conf.ext'))!;
  assert.match(hover(configuration, document, offset)!.markdown, /in front of the `@`/);
});

test('what 2.3 meant, in a file for 2.4', () => {
  assertHover(`${v24}mail_path = /srv/%L<|>u\n`, '%Lu', /In 2\.4 and 3\.1: `%\{user \| lower\}`/);
});

test('silence where nothing is expanded', () => {
  assert.equal(hoverAt(`${v24}log_timestamp = "%<|>b %d "\n`), undefined);
  assert.equal(hoverAt(`${v24}mail_path = /srv/%{nos<|>uch}\n`), undefined);
  assert.equal(hoverAt(`${v23}log_timestamp = "%<|>b %d "\n`), undefined);
  assert.equal(hoverAt(`${v23}ssl_cert = </etc/%<|>u\n`), undefined);
  assert.equal(hoverAt(`${v24}mail_path = /s<|>rv/%{user}\n`), undefined);
});
