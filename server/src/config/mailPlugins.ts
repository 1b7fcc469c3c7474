/** Which plugins the mail processes load: `mail_plugins` as a string, as a list, and as a block. */

import type { Configuration, Entry } from './configuration.ts';
import { findIn } from './effective/find.ts';
import { entriesNamed, isYes } from './entries.ts';
import { hasHole } from './holes.ts';
import { type Located, locatedSlice, locatedValue, locatedWord } from './located.ts';

/** The places that load a plugin for some process or other. */
export function placesOfPlugin(configuration: Configuration, plugin: string): readonly Located[] {
  const inStrings = entriesNamed(configuration, 'mail_plugins').flatMap((entry) =>
    pluginWords(entry).filter(({ text }) => text === plugin),
  );
  const inBlocks = entriesNamed(configuration, plugin)
    .filter((entry) => entry.scope?.filter === 'mail_plugins' && isYes(listOf(entry)) !== false)
    .map(({ statement, document }) => locatedWord(statement.key, document));
  return [...inStrings, ...inBlocks];
}

/** Whether some process loads the plugin; undefined when it cannot be known. */
export function isPluginLoaded(configuration: Configuration, plugin: string): boolean | undefined {
  if (placesOfPlugin(configuration, plugin).length > 0) return true;
  const isOpen = entriesNamed(configuration, 'mail_plugins').some((entry) =>
    hasHole(listOf(entry).text.replaceAll('$mail_plugins', '')),
  );
  return configuration.complete && !isOpen ? false : undefined;
}

/** The string that lists the plugins of all processes, when there is one. */
export function pluginList(configuration: Configuration): Entry | undefined {
  return findIn(configuration, 'mail_plugins', undefined);
}

function pluginWords(entry: Entry): readonly Located[] {
  const value = listOf(entry);
  return [...value.text.matchAll(/[^\s,"]+/g)].map((match) =>
    locatedSlice(value, match.index, match.index + match[0].length),
  );
}

function listOf({ statement, document }: Entry): Located {
  return locatedValue(statement, document);
}
