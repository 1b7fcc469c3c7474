/**
 * Defaults of the new grammar that are not plain: those that hold inside some filter only, those of Pro, and what they
 * were in earlier releases. Dovecot keeps to the defaults of the release that `dovecot_config_version` names.
 */

import { contextDefaults, filterKind, findFact, isListSetting } from './facts.ts';
import history from './generated/defaults-history.json' with { type: 'json' };
import pro from './generated/pro-build.json' with { type: 'json' };
import { compareReleases } from './releases.ts';
import { type DefaultSection, defaultServices } from './services.ts';

/** For which Dovecot. */
export interface Edition {
  readonly isPro: boolean;
  /** The release of the program, where it is known. */
  readonly release: string | undefined;
  /** `dovecot_config_version`. */
  readonly configVersion: string | undefined;
}

/** A default inside filters, each named as `service:imap` or `ssl_server`; none for one that holds everywhere. */
export interface PlacedDefault {
  readonly inside: readonly string[];
  /** For one element of a list. */
  readonly element: string | undefined;
  readonly text: string;
}

/** The default of the program itself, as Dovecot's source writes it; a default inside filters is none. */
export function structDefault(name: string, { isPro, release }: Edition): string | undefined {
  if (isPro && Object.hasOwn(pro.defaults, name)) return (pro.defaults as Readonly<Record<string, string>>)[name];
  const of241: Readonly<Record<string, string>> = history.of241;
  if (release !== undefined && compareReleases(release, '2.4.2') < 0 && Object.hasOwn(of241, name)) return of241[name];
  return findFact(name, 'new')?.default;
}

const tables = new Map<boolean, ReadonlyMap<string, readonly PlacedDefault[]>>();

/** Every default of a setting inside filters, and lists everywhere. */
export function placedDefaults(name: string, { isPro }: Edition): readonly PlacedDefault[] {
  let table = tables.get(isPro);
  if (table === undefined) {
    table = collect(isPro);
    tables.set(isPro, table);
  }
  return table.get(name) ?? [];
}

function collect(isPro: boolean): ReadonlyMap<string, readonly PlacedDefault[]> {
  const table = new Map<string, PlacedDefault[]>();
  const add = (name: string, placed: PlacedDefault) => {
    const same = ({ inside, element }: PlacedDefault) =>
      element === placed.element && inside.join('/') === placed.inside.join('/');
    table.set(name, [...(table.get(name) ?? []).filter((other) => !same(other)), placed]);
  };
  const addSection = ({ filter, name, settings, sections }: DefaultSection, around: readonly string[]) => {
    const inside = [...around, `${filter}:${name}`];
    for (const [setting, text] of settings) add(setting, { inside, element: undefined, text });
    for (const section of sections) addSection(section, inside);
  };
  for (const service of defaultServices('new')) addSection(service, []);
  const proDefaults = isPro ? (pro.contextDefaults as [path: string, text: string | null][]) : [];
  for (const [path, text] of [...contextDefaults, ...proDefaults]) {
    const { name, inside, element } = parsePath(path);
    if (text !== null) add(name, { inside, element, text });
    else
      table.set(
        name,
        (table.get(name) ?? []).filter((other) => other.element !== element),
      );
  }
  return table;
}

interface Path {
  readonly inside: readonly string[];
  readonly name: string;
  readonly element: string | undefined;
}

/** `service/imap/imap_capability/IDLE`: filters, a setting – perhaps without its filter's name – and an element. */
function parsePath(path: string): Path {
  const parts = path.split('/');
  const inside: string[] = [];
  let filter = '';
  while (parts.length > 1) {
    const kind = filterKind(parts[0]!);
    if (kind === undefined || (kind === 'named_list_filter' && parts.length === 2)) break;
    filter = parts.shift()!;
    inside.push(kind === 'named_filter' ? filter : `${filter}:${parts.shift()}`);
  }
  const word = parts.shift()!;
  const name = findFact(word, 'new') === undefined && filter !== '' ? `${filter}_${word}` : word;
  return { inside, name, element: isListSetting(name) && parts.length > 0 ? parts.join('/') : undefined };
}

interface FormerDefault extends Path {
  /** The release that changed it. */
  readonly version: string;
  readonly text: string;
}

const formerDefaults = new Map<boolean, readonly FormerDefault[]>();

/**
 * The default that a setting had in the release that the configuration was written for, where it was another one:
 * the one before the first change since.
 */
export function formerDefault(name: string, inside: readonly string[], edition: Edition): string | undefined {
  const { isPro, configVersion } = edition;
  if (configVersion === undefined) return undefined;
  let changes = formerDefaults.get(isPro);
  if (changes === undefined) {
    changes = collectChanges(isPro);
    formerDefaults.set(isPro, changes);
  }
  const since = changes.filter(
    (change) =>
      change.name === name &&
      change.inside.join('/') === inside.join('/') &&
      compareReleases(configVersion, change.version) < 0,
  );
  return since.toSorted((a, b) => compareReleases(a.version, b.version))[0]?.text;
}

function collectChanges(isPro: boolean): FormerDefault[] {
  return history.defaults.flatMap(({ path, old_default: text, ce_version: ce, pro_version: later }) => {
    const version = isPro ? later : ce;
    return version === null || path.startsWith('@') ? [] : [{ ...parsePath(path), version, text }];
  });
}
