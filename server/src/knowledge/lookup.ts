/**
 * Finds what is known of a setting by the way it is written: the curated storage settings, and the binaries' facts joined
 * with our teaching. The indexes are built when first used, the joined entries one by one.
 */

import { type Dialect, type Grammar, grammarOf } from './dialect.ts';
import { type Fact, findFact, isPluginSetting } from './facts.ts';
import externals from './generated/ext-files-2.3.json' with { type: 'json' };
import { manualPage } from './manual.ts';
import { storageSettings } from './settings/index.ts';
import { newTeaching, oldTeaching } from './teaching/index.ts';
import type { Place, Setting, Spelling, Teaching, Teachings, ValueType } from './types.ts';
import { wordsOfSetting } from './words/index.ts';

const curated = new Map<Grammar, Map<string, Setting>>();

function curatedIndex(grammar: Grammar): Map<string, Setting> {
  let found = curated.get(grammar);
  if (found === undefined) {
    found = new Map();
    for (const setting of storageSettings) {
      const spelling = setting[grammar];
      if (spelling === undefined) continue;
      for (const driver of spelling.drivers ?? ['']) found.set(key(spelling.place, spelling.name, driver), setting);
    }
    curated.set(grammar, found);
  }
  return found;
}

function key(place: Place, name: string, driver: string): string {
  return `${place} ${driver} ${name}`;
}

/**
 * The entry for a name at a place; `driver` for parameters of an fs URI. Settings inside sections of the old grammar are
 * named with their path (`service/vsz_limit`), keys of external files may be (`dovecot-sql.conf.ext/connect`).
 */
export function findSetting(grammar: Grammar, place: Place, name: string, driver = ''): Setting | undefined {
  const found = curatedIndex(grammar).get(key(place, name, driver));
  if (found !== undefined || driver !== '') return found;
  if (place === 'plugin') return joined(grammar, `plugin/${name}`) ?? ofNumber(grammar, name);
  if (place === 'setting') return joined(grammar, name);
  return place === 'ext' ? joinedExternal(name) : undefined;
}

/** Plugins of 2.3 count what there may be several of: `quota_rule2`, `imapsieve_mailbox2_name`. */
function ofNumber(grammar: Grammar, name: string): Setting | undefined {
  const [number] = /\d+/.exec(name) ?? [];
  if (number === undefined) return undefined;
  return (
    joined(grammar, `plugin/${name.replace(number, '1')}`) ?? joined(grammar, `plugin/${name.replace(number, '')}`)
  );
}

/** The settings that an fs driver of the old grammar takes inside a URI string. */
export function settingsOfUriDriver(driver: string): readonly Setting[] {
  return storageSettings.filter(({ old }) => old?.place === 'fs-uri' && old.drivers?.includes(driver) === true);
}

/** The curated settings of the old grammar at a place, as the parts of a location. */
export function settingsAt(place: Place): readonly Setting[] {
  return storageSettings.filter(({ old }) => old?.place === place);
}

interface TeachingIndex {
  readonly byName: ReadonlyMap<string, Teaching>;
  /** The name in the new grammar of what `Teaching.old` lists. */
  readonly newNameOf: ReadonlyMap<string, string>;
}

let teachingIndexes: Record<Grammar, TeachingIndex> | undefined;

function teachingIndex(grammar: Grammar): TeachingIndex {
  teachingIndexes ??= { new: indexTeaching(newTeaching), old: indexTeaching(oldTeaching) };
  return teachingIndexes[grammar];
}

function indexTeaching(tables: readonly Teachings[]): TeachingIndex {
  const byName = new Map<string, Teaching>();
  const newNameOf = new Map<string, string>();
  for (const table of tables) {
    for (const [name, teaching] of Object.entries(table)) {
      byName.set(name, teaching);
      for (const path of teaching.old ?? []) newNameOf.set(path, name);
    }
  }
  return { byName, newNameOf };
}

/**
 * What a path of the old grammar is called in the new one: as the teaching says, by the same name, or by the name with
 * its section in front (`service/vsz_limit` → `service_vsz_limit`); undefined where nothing takes its place.
 */
export function newNameOf(path: string): string | undefined {
  const listed = teachingIndex('new').newNameOf.get(path);
  if (listed !== undefined) return listed;
  const replacedBy = teachingIndex('old').byName.get(path)?.replacedBy;
  if (replacedBy !== undefined) return replacedBy ?? undefined;
  const parts = path.split('/');
  const name = parts[parts.length - 1]!;
  const section = parts[parts.length - 2];
  const candidates = section === undefined || section === 'plugin' ? [name] : [`${section}_${name}`];
  return candidates.find((candidate) => findFact(candidate, 'new') !== undefined);
}

function findTeaching(grammar: Grammar, path: string): Teaching | undefined {
  const own = teachingIndex(grammar).byName.get(path);
  if (own !== undefined || grammar === 'new') return own;
  const name = newNameOf(path);
  return name === undefined ? undefined : teachingIndex('new').byName.get(name);
}

const joinedSettings = new Map<string, Setting | null>();

/** Facts and teaching as one setting. */
function joined(grammar: Grammar, path: string): Setting | undefined {
  const memory = `${grammar} ${path}`;
  let setting = joinedSettings.get(memory);
  if (setting === undefined) {
    setting = join(grammar, path) ?? null;
    // What is not known is not remembered: names come from files and are without end.
    if (setting !== null) joinedSettings.set(memory, setting);
  }
  return setting ?? undefined;
}

function join(grammar: Grammar, path: string): Setting | undefined {
  const name = path.replace(/^plugin\//, '');
  const isPlugin = name !== path;
  const teaching = findTeaching(grammar, path);
  const fact = isPlugin ? pluginFact(name) : findFact(path, grammar);
  if (fact === undefined && (teaching === undefined || grammar === 'new')) return undefined;
  const spelling = spellingOf(path.slice(path.lastIndexOf('/') + 1), isPlugin ? 'plugin' : 'setting', grammar, fact);
  return {
    [grammar]: spelling,
    ...counterpart(grammar, path, teaching),
    ...taught(teaching),
    type: typeOf(fact),
    ...(fact?.component !== undefined && { component: fact.component }),
    ...(fact?.required !== undefined && { required: fact.required }),
    ...valuesOf(grammar, path, fact, teaching),
    source: manualPage(grammar, path),
  };
}

function pluginFact(name: string): Fact | undefined {
  return isPluginSetting(name) ? { type: 'str' } : undefined;
}

/** Words that Dovecot knows there, what is taught of values, or their bare names. */
function valuesOf(
  grammar: Grammar,
  path: string,
  fact: Fact | undefined,
  teaching: Teaching | undefined,
): Pick<Setting, 'values'> {
  const words = Object.entries(wordsOfSetting(path, grammar) ?? {})
    .filter(([, { dialects }]) => dialects?.some((dialect) => grammarOf(dialect) === grammar) ?? true)
    .map(([name, { summary }]) => [name, summary] as const);
  const bare = (fact?.values ?? []).filter((value) => value !== '').map((value) => [value, ''] as const);
  const values = { ...Object.fromEntries(bare), ...Object.fromEntries(words), ...teaching?.values };
  return Object.keys(values).length === 0 ? {} : { values };
}

function taught(teaching: Teaching | undefined): Pick<Setting, 'summary'> & Partial<Setting> {
  if (teaching === undefined) return { summary: '' };
  const { old: _old, ...rest } = teaching;
  return rest;
}

const dialectsOf: Record<Grammar, readonly Dialect[]> = {
  old: ['ce-2.3', 'pro-2.3', 'pro-3.0'],
  new: ['ce-2.4', 'pro-3.1'],
};

function spellingOf(name: string, place: Place, grammar: Grammar, fact: Fact | undefined): Spelling {
  return {
    name,
    place,
    ...(fact?.default !== undefined && { default: fact.default }),
    ...(fact?.since !== undefined && { since: fact.since }),
    ...(fact?.removedAfter !== undefined && { removedAfter: fact.removedAfter }),
    dialects: dialectsOf[grammar],
  };
}

/** How the same meaning is written in the other grammar. */
function counterpart(grammar: Grammar, path: string, teaching: Teaching | undefined): Partial<Setting> {
  if (grammar === 'old') {
    const name = newNameOf(path);
    const fact = name === undefined ? undefined : findFact(name, 'new');
    return name === undefined ? {} : { new: spellingOf(name, 'setting', 'new', fact) };
  }
  const [old] = teaching?.old ?? (findFact(path, 'old') === undefined ? [] : [path]);
  if (old === undefined) return {};
  const isPlugin = old.startsWith('plugin/');
  const fact = isPlugin ? undefined : findFact(old, 'old');
  const place = isPlugin ? 'plugin' : old.includes('.conf.ext/') ? 'ext' : 'setting';
  return { old: spellingOf(old.slice(old.lastIndexOf('/') + 1), place, 'old', fact) };
}

function joinedExternal(name: string): Setting | undefined {
  const paths = name.includes('.conf.ext/') ? [name] : Object.keys(externals.files).map((file) => `${file}/${name}`);
  for (const path of paths) {
    const teaching = teachingIndex('old').byName.get(path);
    if (teaching === undefined) continue;
    const spelling = spellingOf(path.slice(path.lastIndexOf('/') + 1), 'ext', 'old', undefined);
    return { old: spelling, type: 'string', ...taught(teaching), source: manualPage('old', path) };
  }
  return undefined;
}

/** Dovecot's type words in our vocabulary. */
const types: Readonly<Record<string, ValueType>> = {
  str: 'string',
  str_novars: 'string',
  str_vars: 'string',
  // Of a setting in a section, whose name the fact has without its path.
  alias: 'string',
  uint_oct: 'octal',
  uintmax: 'uint',
  in_port: 'port',
  section: 'named_filter',
  section_unique: 'named_list_filter',
};

function typeOf(fact: Fact | undefined): ValueType {
  if (fact === undefined) return 'string';
  const resolved = fact.aliasOf === undefined ? fact : (findFact(fact.aliasOf, 'old') ?? findFact(fact.aliasOf, 'new'));
  const word = resolved?.type ?? 'str';
  return types[word] ?? (word as ValueType);
}
