/** The external files of the old grammar (`.conf.ext`): which settings name one. */

import type { Entry } from './configuration.ts';
import { hasHole } from './holes.ts';

const dictDrivers = 'mysql|pgsql|sqlite|cassandra|ldap';
/** Databases of users whose `args` are the path of a file, and nothing else. */
const userDrivers: ReadonlySet<string> = new Set(['sql', 'ldap', 'dict', 'oauth2']);

/** `dict { name = mysql:/path }` and `passdb { driver = sql, args = /path }`: the entries with their paths. */
export function externalPaths(entries: readonly Entry[]): [entry: Entry, path: string][] {
  const paths: [Entry, string][] = [];
  const drivers = driversOf(entries);
  for (const entry of entries) {
    const value = entry.statement.value.content.text;
    const path = isUserDatabase(entry) ? pathOfArgs(entry, value, drivers) : pathOfDict(entry, value);
    if (path !== undefined && !hasHole(path)) paths.push([entry, path]);
  }
  return paths;
}

function isUserDatabase({ scope }: Entry): boolean {
  return scope?.filter === 'passdb' || scope?.filter === 'userdb';
}

function driversOf(entries: readonly Entry[]): Map<string, string> {
  const drivers = new Map<string, string>();
  for (const entry of entries) {
    if (entry.setting !== 'driver' || !isUserDatabase(entry)) continue;
    drivers.set(entry.scope!.path, entry.statement.value.content.text);
  }
  return drivers;
}

function pathOfArgs(
  { setting, scope }: Entry,
  value: string,
  drivers: ReadonlyMap<string, string>,
): string | undefined {
  const driver = drivers.get(scope!.path);
  return setting === 'args' && driver !== undefined && userDrivers.has(driver) && value !== '' ? value : undefined;
}

function pathOfDict({ scope }: Entry, value: string): string | undefined {
  return scope?.filter === 'dict' ? new RegExp(`^(?:${dictDrivers}):(.+)$`).exec(value)?.[1] : undefined;
}
