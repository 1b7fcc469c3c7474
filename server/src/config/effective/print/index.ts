/** A configuration as `doveconf -n` prints it, or with all defaults as `doveconf -a` does. Secrets are hidden. */

import type { Configuration } from '../../configuration.ts';
import { effectiveTree } from '../tree.ts';
import { printNew } from './new.ts';
import { printOld } from './old.ts';

export function printEffective(configuration: Configuration, all: boolean): string {
  const { grammar, top } = effectiveTree(configuration);
  const lines = grammar === 'old' ? printOld(top, all) : printNew(top, all);
  return lines.map((line) => `${line}\n`).join('');
}
