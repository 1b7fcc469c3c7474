// Values as Dovecot reads them. The meanings are what doveconf 2.3.19 printed for the same texts, the errors what it said.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatMeaning } from '../../../server/src/config/values/format.ts';
import { isDeferred, parseValue } from '../../../server/src/config/values/parse.ts';
import type { Grammar } from '../../../server/src/knowledge/dialect.ts';

/** What doveconf of 2.3 would print, or the code and, between `‹›`, the place of the error. */
function read(type: string, text: string, grammar: Grammar, values?: readonly string[]): string {
  const result = parseValue(values === undefined ? { type } : { type, values }, text, grammar);
  if (result.kind !== 'error') return formatMeaning(result);
  return `${result.code} ${text.slice(0, result.from)}‹${text.slice(result.from, result.to)}›${text.slice(result.to)}`;
}

type Row = readonly [text: string, both: string] | readonly [text: string, old: string, now: string];

const tables: Readonly<Record<string, readonly Row[]>> = {
  bool: [
    ['yes', 'yes'],
    ['Y', 'yes'],
    ['1', 'yes'],
    ['NO', 'no'],
    ['n', 'bool-invalid ‹n›'],
    ['0', 'bool-invalid ‹0›'],
    ['true', 'bool-invalid ‹true›'],
    ['', 'bool-invalid ‹›'],
    ['yes ', 'bool-invalid ‹yes ›'],
  ],
  uint: [
    ['0', '0'],
    ['010', '10'],
    ['4294967295', '4294967295', 'unlimited'],
    ['4294967296', 'number-too-large ‹4294967296›'],
    ['-1', 'number-negative ‹-›1'],
    ['-x', 'number-invalid ‹-x›'],
    ['+5', 'number-invalid ‹+5›'],
    ['1k', 'number-invalid 1‹k›'],
    ['1.5', 'number-invalid 1‹.5›'],
    ['', 'number-invalid ‹›'],
    ['5 ', 'number-invalid 5‹ ›'],
    ['unlimited', 'number-invalid ‹unlimited›', 'unlimited'],
    ['infinite', 'number-invalid ‹infinite›', 'unlimited'],
    ['Unlimited', 'number-invalid ‹Unlimited›'],
  ],
  uintmax: [
    ['18446744073709551615', '18446744073709551615'],
    ['18446744073709551616', 'number-too-large ‹18446744073709551616›'],
    ['unlimited', 'number-invalid ‹unlimited›'],
  ],
  uint_oct: [
    ['0600', '0600'],
    ['00600', '0600'],
    ['0', '00'],
    ['600', '01130'],
    ['0777777777777', '037777777777'],
    ['07777777777777777777777', 'octal-invalid ‹07777777777777777777777›'],
    ['0888', 'octal-invalid 0‹888›'],
    ['0o600', 'octal-invalid 0‹o600›'],
    ['rw', 'number-invalid ‹rw›'],
    ['', 'number-invalid ‹›'],
    ['unlimited', 'number-invalid ‹unlimited›', 'unlimited'],
  ],
  in_port: [
    ['00143', '143'],
    ['65535', '65535'],
    ['65536', 'port-invalid ‹65536›'],
    ['-1', 'port-invalid ‹-›1'],
    ['imap', 'port-invalid ‹imap›'],
    ['143 ', 'port-invalid 143‹ ›'],
    ['unlimited', 'port-invalid ‹unlimited›'],
  ],
  size: [
    ['0', '0'],
    ['0B', '0'],
    ['1024', '1 k'],
    ['1025', '1025 B'],
    ['2048K', '2 M'],
    ['1536M', '1536 M'],
    ['3072G', '3 T'],
    ['10 kB', '10 k'],
    ['10ki', '10 k'],
    ['10MiB', '10 M'],
    ['10 ', '10 B'],
    ['18446744073709551615', '18446744073709551615 B', 'unlimited'],
    ['18446744073709551616', 'size-invalid ‹18446744073709551616›'],
    ['99999999T', 'size-too-large ‹99999999T›'],
    ['1.5G', 'size-invalid 1‹.5G›'],
    ['1P', 'size-invalid 1‹P›'],
    ['10%', 'size-invalid 10‹%›'],
    ['10Bi', 'size-invalid 10‹Bi›'],
    ['10\tM', 'size-invalid 10‹\tM›'],
    ['10 m b', 'size-invalid 10 ‹m b›'],
    ['10M ', 'size-invalid 10‹M ›'],
    ['-1', 'size-invalid ‹-1›'],
    ['k', 'size-invalid ‹k›'],
    ['', 'size-invalid ‹›'],
    ['unlimited', 'size-invalid ‹unlimited›', 'unlimited'],
  ],
  time: [
    ['0', '0'],
    ['00', '0'],
    ['0s', '0'],
    ['90s', '90 secs'],
    ['5 Seconds', '5 secs'],
    ['5se', '5 secs'],
    ['5M', '5 mins'],
    ['120m', '2 hours'],
    ['25h', '25 hours'],
    ['86400s', '1 days'],
    ['14d', '2 weeks'],
    ['1000ms', '1 secs'],
    ['2000 msecs', '2 secs'],
    ['4294967295s', '4294967295 secs'],
    ['5', 'time-unit-missing ‹5›'],
    ['5 ', 'time-unit-missing ‹5 ›'],
    ['100ms', 'time-fraction-of-second ‹100ms›'],
    ['5y', 'time-invalid 5‹y›'],
    ['5 months', 'time-invalid 5 ‹months›'],
    ['5 secss', 'time-invalid 5 ‹secss›'],
    ['5s ', 'time-invalid 5‹s ›'],
    ['1h 30m', 'time-invalid 1‹h 30m›'],
    ['1.5h', 'time-invalid 1‹.5h›'],
    ['5\ts', 'time-invalid 5‹\ts›'],
    ['-5s', 'time-invalid ‹-5s›'],
    ['', 'time-invalid ‹›'],
    ['4294967296s', 'time-too-large ‹4294967296s›'],
    ['18446744073709551615w', 'time-too-large ‹18446744073709551615w›'],
    ['18446744073709551616s', 'time-invalid ‹18446744073709551616›s'],
    ['unlimited', 'time-invalid ‹unlimited›', 'unlimited'],
  ],
  time_msecs: [
    ['100ms', '100 ms'],
    ['1 msec', '1 ms'],
    ['1milli', '1 ms'],
    ['1500ms', '1500 ms'],
    ['60000ms', '1 mins'],
    ['4294967295ms', '4294967295 ms'],
    ['50 days', 'time-too-large ‹50 days›'],
  ],
  boollist: [
    ['quota, acl,,fts', 'quota acl fts'],
    ['a "b c" d', 'a "b c" d'],
    ['x "a\\\\"', 'x a\\'],
    ['', ''],
    [' ,', ''],
    ['a"b c" d', 'list-quote-inside a‹"›b c" d'],
    ['a "b c"d', 'list-element-glued a "b c"‹d›'],
    ['a "b c', 'list-quote-unclosed a ‹"b c›'],
    ['a "b\\', 'list-escape-unfinished a "b‹\\›'],
  ],
  str: [['anything "at all', 'anything "at all']],
};

describe('parseValue', () => {
  for (const [type, rows] of Object.entries(tables)) {
    test(type, () => {
      for (const [text, old, now] of rows) {
        assert.equal(read(type, text, 'old'), old, `2.3: ${text}`);
        assert.equal(read(type, text, 'new'), now ?? old, `2.4: ${text}`);
      }
    });
  }

  test('enum', () => {
    assert.equal(read('enum', 'required', 'new', ['yes', 'no', 'required']), 'required');
    assert.equal(read('enum', 'Required', 'new', ['yes', 'no', 'required']), 'enum-invalid ‹Required›');
  });
});

test('a value with a variable is not checked by 2.4 until it is used', () => {
  for (const text of ['%{user}', '5 %{x}', '$SET:x', 'a$ENV:b']) assert.ok(isDeferred(text), text);
  for (const text of ['%u', '$x', '5s', '']) assert.ok(!isDeferred(text), text);
});
