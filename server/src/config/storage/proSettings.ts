/** Settings of obox and metacache, wherever the grammar keeps them: in `plugin { }`, at top level, or in their filter. */

import { type Configuration, findIn } from '../configuration.ts';
import { type Located, locatedValue } from '../located.ts';

const paths = { old: ['plugin'], new: ['obox', 'metacache', ''] };

/** The value that holds for every user; undefined when it is not set there. */
export function findProSetting(configuration: Configuration, setting: string): Located | undefined {
  for (const path of paths[configuration.decision.grammar ?? 'new']) {
    const entry = findIn(configuration, setting, path);
    if (entry !== undefined) return locatedValue(entry.statement, entry.document);
  }
  return undefined;
}

/** Whether a setting is certainly not set, not even for some users or connections. */
export function isUnset(configuration: Configuration, setting: string): boolean {
  return configuration.complete && !configuration.entries.some((entry) => entry.setting === setting);
}
