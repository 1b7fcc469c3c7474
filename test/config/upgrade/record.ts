/**
 * Asks real Dovecot 2.4 whether it accepts what fixes make of settings of 2.3, and 2.3 whether settings of 1.x amount to
 * the same after their fixes; writes the verdicts down.
 */

import { writeFileSync } from 'node:fs';
import { setUpOracle } from '../../../tools/oracle/setUp.ts';
import { versionLines } from '../../oracle/case.ts';
import {
  obsoleteCases,
  type RecordedRenewal,
  type RecordedUpgrade,
  recordedRenewals,
  recordedUpgrades,
  renewed,
  upgradeCases,
  upgraded,
} from './cases.ts';

const oracle = await setUpOracle();
if (typeof oracle === 'string') throw new Error(oracle);

const rows: RecordedUpgrade[] = [];
for (const one of upgradeCases) {
  const after = upgraded(one);
  if (after === undefined) {
    console.log(`no fix: ${one.path}\n${one.before}`);
    continue;
  }
  const { rc, firstError } = await oracle['2.4'].judge({ 'dovecot.conf': versionLines + after });
  if (rc !== 0) console.log(`refused: ${one.path}: ${firstError?.message}\n${after}`);
  rows.push({ ...one, after, rc, ...(firstError !== undefined && { error: firstError.message }) });
}
oracle['2.4'].dispose();
write(recordedUpgrades, rows);
console.log(`${rows.length} upgrades, ${rows.filter(({ rc }) => rc === 0).length} accepted`);

const renewals: RecordedRenewal[] = [];
for (const before of obsoleteCases) {
  const after = renewed(before);
  const [one, other] = [
    await oracle['2.3'].judge({ 'dovecot.conf': before }),
    await oracle['2.3'].judge({ 'dovecot.conf': after }),
  ];
  renewals.push({ before, after, isSame: one.rc === 0 && other.rc === 0 && one.out === other.out });
}
oracle['2.3'].dispose();
write(recordedRenewals, renewals);
console.log(`${renewals.length} renewals, ${renewals.filter(({ isSame }) => isSame).length} amount to the same`);

function write(file: string, cases: readonly object[]): void {
  writeFileSync(file, `[\n${cases.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
}
