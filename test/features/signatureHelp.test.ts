// Signature help inside fs URI strings.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatureHelp } from '../../server/src/features/signatureHelp.ts';
import { takeCursor } from '../support/markers.ts';
import { configurationOf } from '../support/memory.ts';

/** The label with the active part in brackets. */
function active(value: string): string | undefined {
  const { text, offset } = takeCursor(`dovecot_config_version = 3.0.5\nplugin {\n  obox_fs = ${value}\n}\n`);
  const configuration = configurationOf({ 'dovecot.conf': text });
  const signature = signatureHelp(configuration, configuration.root, offset);
  const part = signature?.parameters[signature.active];
  if (signature === undefined || part === undefined) return undefined;
  const { label } = signature;
  return `${label.slice(0, part.from)}[${label.slice(part.from, part.to)}]${label.slice(part.to)}`;
}

test('the part under the cursor', () => {
  assert.equal(active('fscache:5<|>12M:/var/cache:s3:https://h/'), 'fscache:[<size>]:<path>:<next driver>');
  assert.equal(active('fscache:512M:/var/c<|>ache:s3:https://h/'), 'fscache:<size>:[<path>]:<next driver>');
  assert.equal(active('fscache:512M:/var/%{x:y}<|>'), 'fscache:<size>:[<path>]:<next driver>');
  assert.equal(active('dictmap:proxy:dict-<|>async:c ; s3:https://h/'), 'dictmap:[<dict>] ; <fs> ; <parameters>');
  assert.equal(active('dictmap:proxy:d:c ; s3:https://h/?reg<|>ion=x ; diff-table'), 's3:<url>?[<parameters>]');
  assert.equal(active('dictmap:proxy:d:c ; s3:https://h/ ; diff-<|>table'), 'dictmap:<dict> ; <fs> ; [<parameters>]');
  assert.equal(active('compress:zs<|>td:3:posix:prefix=/x/'), 'compress:[<method>]:<level>:<next driver>');
  assert.equal(active('posix:pref<|>ix=/x/'), 'posix:[<parameters>]');
});

test('none while a driver is being named, none elsewhere', () => {
  assert.equal(active('fsc<|>'), undefined);
  const { text, offset } = takeCursor('mail_location = maildir:~<|>/Maildir\n');
  const configuration = configurationOf({ 'dovecot.conf': text });
  assert.equal(signatureHelp(configuration, configuration.root, offset), undefined);
});
