// What amounts that Dovecot does not read were meant to be.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseValue } from '../../../server/src/config/values/parse.ts';
import { repairSize, repairTime } from '../../../server/src/config/values/repair.ts';

test('sizes with a fraction', () => {
  assert.equal(repairSize('1.5G'), '1536 M');
  assert.equal(repairSize('0.5 kB'), '512 B');
  for (const text of ['1.3M', '1G', '1.5P', 'x', '1.5.5G', '10%']) assert.equal(repairSize(text), undefined, text);
});

test('times with a fraction, or in parts', () => {
  assert.equal(repairTime('1h 30m'), '90 mins');
  assert.equal(repairTime('1.5h'), '90 mins');
  assert.equal(repairTime('1 day, 12 hours'), '36 hours');
  assert.equal(repairTime('1m500ms'), '60500 ms');
  for (const text of ['5 months', '5y', '5', '1:30', '', '5 parsecs']) assert.equal(repairTime(text), undefined, text);
});

test('what was repaired is read', () => {
  for (const text of ['1.5G', '2.5 MiB']) {
    assert.equal(parseValue({ type: 'size' }, repairSize(text)!, 'old').kind, 'bytes');
  }
  for (const text of ['1h 30m', '2.5 weeks', '1s 1ms']) {
    assert.equal(parseValue({ type: 'time_msecs' }, repairTime(text)!, 'old').kind, 'milliseconds');
  }
});
