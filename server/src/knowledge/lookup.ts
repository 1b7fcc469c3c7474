/** Finds knowledge entries by the way they are written. The indexes are built when first used. */

import type { Grammar } from './dialect.ts';
import { storageSettings } from './settings/index.ts';
import type { Place, Setting } from './types.ts';

const indexes = new Map<Grammar, Map<string, Setting>>();

function index(grammar: Grammar): Map<string, Setting> {
  let found = indexes.get(grammar);
  if (found === undefined) {
    found = new Map();
    for (const setting of storageSettings) {
      const spelling = setting[grammar];
      if (spelling === undefined) continue;
      for (const driver of spelling.drivers ?? ['']) found.set(key(spelling.place, spelling.name, driver), setting);
    }
    indexes.set(grammar, found);
  }
  return found;
}

function key(place: Place, name: string, driver: string): string {
  return `${place} ${driver} ${name}`;
}

/** The entry for a name at a place; `driver` for parameters of an fs URI. */
export function findSetting(grammar: Grammar, place: Place, name: string, driver = ''): Setting | undefined {
  return index(grammar).get(key(place, name, driver));
}

/** The settings that an fs driver of the old grammar takes inside a URI string. */
export function settingsOfUriDriver(driver: string): readonly Setting[] {
  return storageSettings.filter(({ old }) => old?.place === 'fs-uri' && old.drivers?.includes(driver) === true);
}
