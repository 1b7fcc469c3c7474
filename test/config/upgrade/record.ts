/** Asks real Dovecot 2.4 whether it accepts what fixes make of settings of 2.3, and writes its verdicts down. */

import { writeFileSync } from 'node:fs';
import { setUpOracle } from '../../../tools/oracle/setUp.ts';
import { versionLines } from '../../oracle/case.ts';
import { type RecordedUpgrade, recordedUpgrades, upgradeCases, upgraded } from './cases.ts';

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
writeFileSync(recordedUpgrades, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
console.log(`${rows.length} upgrades, ${rows.filter(({ rc }) => rc === 0).length} accepted`);
