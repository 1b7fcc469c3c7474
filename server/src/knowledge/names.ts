/** Which names there are, for completion: all of the new grammar, and the children of every section of the old one. */

import settings23 from './generated/settings-2.3.json' with { type: 'json' };
import settings24 from './generated/settings-2.4.json' with { type: 'json' };
import { storageSettings } from './settings/index.ts';
import { oldTeaching } from './teaching/index.ts';

let newNames: readonly string[] | undefined;

/** The full names of the new grammar, in CE and Pro, sorted. */
export function newSettingNames(): readonly string[] {
  newNames ??= [
    ...new Set([
      ...Object.keys(settings24.settings),
      ...storageSettings.flatMap((setting) => (setting.new?.place === 'setting' ? [setting.new.name] : [])),
    ]),
  ].sort();
  return newNames;
}

let children: Map<string, string[]> | undefined;

/** The names inside a section of the old grammar: `''` for the top level, `service/inet_listener`, `plugin`. */
export function childNames(section: string): readonly string[] {
  children ??= indexChildren();
  return children.get(section) ?? [];
}

/** Every name of the old grammar with the section it stands in. */
export function allChildNames(): { readonly section: string; readonly name: string }[] {
  children ??= indexChildren();
  return [...children].flatMap(([section, names]) => names.map((name) => ({ section, name })));
}

function indexChildren(): Map<string, string[]> {
  const index = new Map<string, Set<string>>();
  const add = (section: string, name: string) => {
    const names = index.get(section) ?? new Set<string>();
    index.set(section, names.add(name));
  };
  for (const path of Object.keys(settings23.settings)) {
    const slash = path.lastIndexOf('/');
    add(slash === -1 ? '' : path.slice(0, slash), path.slice(slash + 1));
  }
  for (const name of settings23.plugin) add('plugin', name);
  for (const table of oldTeaching) {
    for (const path of Object.keys(table)) if (path.startsWith('plugin/')) add('plugin', path.slice('plugin/'.length));
  }
  for (const { old } of storageSettings) {
    if (old?.place === 'plugin') add('plugin', old.name);
    if (old?.place === 'setting') add('', old.name);
  }
  return new Map([...index].map(([section, names]) => [section, [...names].sort()]));
}
