// Messages of a real doveconf, taken apart. The lines are what 2.3.19 and 2.4.1 print (test/fixtures/doveconf-cases.json).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDoveconfMessages } from '../../server/src/config/doveconfMessages.ts';

const only = (output: string) => parseDoveconfMessages(output)[0];

test('errors of a line', () => {
  const output =
    "doveconf: Fatal: Error in configuration file /etc/dovecot/t.conf line 3: foo: Unknown setting: foo (did you: mean 'x')\n";
  assert.deepEqual(only(output), {
    severity: 'error',
    path: '/etc/dovecot/t.conf',
    line: 3,
    text: "foo: Unknown setting: foo (did you: mean 'x')",
  });
});

test('errors of a file, and of none', () => {
  assert.deepEqual(only('doveconf: Fatal: Error in configuration file /t.conf: protocols: Unknown protocol: foo'), {
    severity: 'error',
    path: '/t.conf',
    line: undefined,
    text: 'protocols: Unknown protocol: foo',
  });
  assert.equal(only('doveconf: Error: dovecot_storage_version setting must be set')!.path, undefined);
});

test('warnings', () => {
  assert.deepEqual(only('doveconf: Warning: Obsolete setting in /t.conf:7: ssl_disable is gone'), {
    severity: 'warning',
    path: '/t.conf',
    line: 7,
    text: 'ssl_disable is gone',
  });
  assert.equal(only("doveconf: Warning: Configuration file /t.conf line 1: Ambiguous '#' character in line")!.line, 1);
});

test('repeated messages count once, secrets are masked, other lines are left out', () => {
  const output =
    'doveconf: Error: Error in configuration file /t.conf: a\ndoveconf: Fatal: Error in configuration file /t.conf: a\nmanagesieve-login: dump-capability process returned 89\n';
  assert.equal(parseDoveconfMessages(output).length, 1);
  assert.doesNotMatch(only('doveconf: Fatal: Invalid URL: https://u:hunter2@h/')!.text, /hunter2/);
});
