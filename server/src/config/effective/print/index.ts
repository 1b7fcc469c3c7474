/**
 * A configuration as `doveconf -n` prints it, or with all defaults as `doveconf -a` does, for all connections or as
 * `doveconf -f` for some. Secrets are hidden.
 */

import type { Configuration } from '../../configuration.ts';
import { type Connection, settle } from '../settle.ts';
import { anywhere } from '../situation.ts';
import { effectiveTree } from '../tree.ts';
import { NewPrinter } from './new.ts';
import { printOld } from './old.ts';

export function printEffective(
  configuration: Configuration,
  all: boolean,
  connection: Connection = anywhere.connection,
): string {
  const tree = effectiveTree(configuration);
  const top = settle(tree.top, connection, tree.grammar);
  const lines = tree.grammar === 'old' ? printOld(top, all) : new NewPrinter(tree).print(top, all);
  return lines.map((line) => `${line}\n`).join('');
}
