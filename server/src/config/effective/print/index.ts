/** A configuration as `doveconf -n` prints it, or with all defaults as `doveconf -a` does. Secrets are hidden. */

import type { Configuration } from '../../configuration.ts';
import { effectiveTree } from '../tree.ts';
import { NewPrinter } from './new.ts';
import { printOld } from './old.ts';

export function printEffective(configuration: Configuration, all: boolean): string {
  const tree = effectiveTree(configuration);
  const lines = tree.grammar === 'old' ? printOld(tree.top, all) : new NewPrinter(tree).print(tree.top, all);
  return lines.map((line) => `${line}\n`).join('');
}
