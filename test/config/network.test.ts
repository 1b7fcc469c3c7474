// Networks as `local` and `remote` blocks name them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatNetwork, isInside, parseNetwork } from '../../server/src/config/network.ts';

function canonical(text: string): string | undefined {
  const network = parseNetwork(text);
  return network === undefined ? undefined : formatNetwork(network);
}

test('are written as doveconf writes them', () => {
  const expected: Readonly<Record<string, string | undefined>> = {
    '127.0.0.1': '127.0.0.1',
    '10.0.0.7/8': '10.0.0.7/8',
    '10.00.0/8': '10.0.0.0/8',
    '10/8': '0.0.0.10/8',
    '012.0.0.0/08': '12.0.0.0/8',
    '0x0a.1': '10.0.0.1',
    '10.0.0.1/32': '10.0.0.1',
    '[::1]': '::1',
    '2001:DB8:0:0::1/64': '2001:db8::1/64',
    '2001:db8:0:1:0:0:0:1': '2001:db8:0:1::1',
    '::ffff:10.0.0.1': '::ffff:10.0.0.1',
    '1:2:3:4:5:6:7:8': '1:2:3:4:5:6:7:8',
    '1:0:3:4:5:6:7:8': '1:0:3:4:5:6:7:8',
    '::/0': '::/0',
  };
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((text) => [text, canonical(text)])), expected);
});

test('are not made of host names and slips', () => {
  for (const text of ['', 'localhost', '256.0.0.1', '10.0.0.0/33', '1:2:3', '1::2::3', '::12345', '10.0.0.0/x']) {
    assert.equal(canonical(text), undefined, text);
  }
});

test('lie in one another', () => {
  const inside = (inner: string, outer: string) => isInside(parseNetwork(inner)!, parseNetwork(outer)!);
  assert.equal(inside('10.1.2.3', '10.0.0.0/8'), true);
  assert.equal(inside('10.0.0.0/8', '10.1.0.0/16'), false);
  assert.equal(inside('11.0.0.1', '10.0.0.0/8'), false);
  assert.equal(inside('::1', '0.0.0.0/0'), false);
  assert.equal(inside('2001:db8::1', '2001:db8::/32'), true);
});
