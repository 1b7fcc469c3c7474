/**
 * What 2.4 writes for an assignment of 2.3, where an edit keeps the meaning. It abstains from whatever is not plain: values
 * with holes, settings that 2.4 has a value for already, words that the table does not know.
 */

import { isPro } from '../../knowledge/dialect.ts';
import { type Composition, keepsForm, type Successor, type Upgrade, upgradeOf } from '../../knowledge/upgrades.ts';
import type { Section } from '../../parser/cst.ts';
import { knownText } from '../check/context.ts';
import type { Configuration, Entry } from '../configuration.ts';
import { isKnown } from '../holes.ts';
import { scopePath } from '../scope.ts';
import { storesMail } from '../storage/formats.ts';
import { upgradeArguments } from './arguments.ts';
import { takeApart } from './composites.ts';
import { type NewLine, written } from './lines.ts';
import { headKey, placeKey, type Surroundings, surroundingsOf } from './surroundings.ts';
import { changeValue, isPlain } from './values.ts';

export interface Upgraded {
  /** Other assignments that are in the lines, too. */
  readonly consumed?: readonly Entry[];
  /** Empty where nothing takes its place. */
  readonly lines: readonly NewLine[];
  /** Whether nobody has to look: neither mails nor access depend on how well it is understood. */
  readonly safe: boolean;
}

/** The assignment of a path of 2.3 for 2.4; undefined where a person has to find it. */
export function upgradeEntry(configuration: Configuration, entry: Entry, path: string): Upgraded | undefined {
  const upgrade = upgradeOf(path) ?? unchanged(path);
  if (upgrade === undefined) return undefined;
  const upgraded = applied(configuration, entry, path, upgrade);
  if (upgraded === undefined || isTaken(configuration, entry, upgraded.lines)) return undefined;
  // What is not read here may set the new name, too.
  return { ...upgraded, safe: upgraded.safe && configuration.complete };
}

function applied(configuration: Configuration, entry: Entry, path: string, upgrade: Upgrade): Upgraded | undefined {
  if (typeof upgrade === 'string') return { lines: [], safe: upgrade === 'needless' };
  if ('composite' in upgrade) return upgradeComposite(configuration, entry, path, upgrade);
  return isRefused(configuration, entry, path, upgrade) ? undefined : upgradeSingle(entry, path, upgrade);
}

/** Whether 2.4 would refuse the outcome beside what else is set. */
function isRefused(
  configuration: Configuration,
  entry: Entry,
  path: string,
  successors: readonly Successor[],
): boolean {
  return successors.some(({ name, change, refused }) => {
    if (refused === undefined || !surroundingsOf(configuration).values.has(refused.beside.join(' = '))) return false;
    return changeValue(knownText(entry) ?? '', change, path, name) === refused.value;
  });
}

/** Keys of `plugin { }` that only change their place. */
function unchanged(path: string): Upgrade | undefined {
  const name = path.replace(/^plugin\//, '');
  return name !== path && keepsForm(name) && isPlain(name) ? [{ name, change: 'same' }] : undefined;
}

function upgradeSingle(entry: Entry, path: string, successors: readonly Successor[]): Upgraded | undefined {
  const lines: NewLine[] = [];
  for (const successor of successors) {
    const added = upgradeTo(successor, entry, path);
    if (added === undefined) return undefined;
    const { inside } = successor;
    lines.push(...(inside === undefined || added.length === 0 ? added : [{ head: inside, body: added }]));
  }
  return { lines, safe: !successors.some(({ delicate }) => delicate === true) && isObvious(entry, path) };
}

/** Variables are never certain, and of some switches in `plugin { }` 2.3 asks only whether they are set at all. */
function isObvious({ statement: { value } }: Entry, path: string): boolean {
  const { text } = value.content;
  return !text.includes('%') && !(path.startsWith('plugin/') && text === 'no');
}

function upgradeTo({ name, change }: Successor, entry: Entry, path: string): readonly NewLine[] | undefined {
  const text = change === 'file' ? fileOf(entry) : knownText(entry);
  if (text === undefined) return undefined;
  if (change === 'signed words') return signedWords(text, name);
  const value = change === 'file' ? text : changeValue(text, change, path, name);
  if (value === undefined) return undefined;
  return value === null ? [] : [{ name, value: written(value) }];
}

/** The path of `<path`. A relative one is looked up from elsewhere. */
function fileOf({ statement: { value } }: Entry): string | undefined {
  const { text } = value.content;
  return value.style === 'file' && text.startsWith('/') && isKnown(text) && !text.includes('%') ? text : undefined;
}

/** `+imapflags -reject`; without signs the words are the list. */
function signedWords(text: string, name: string): readonly NewLine[] | undefined {
  const words = text.split(/[ ,]+/).filter((word) => word !== '');
  if (words.length === 0 || !words.every((word) => /^[+-]?[\w.;-]+$/.test(word))) return undefined;
  const isSigned = (word: string) => /^[+-]/.test(word);
  if (!words.some(isSigned)) return [{ name, value: words.join(' ') }];
  if (!words.every(isSigned)) return undefined;
  const body = words.map((word) => ({ name: word.slice(1), value: word.startsWith('+') ? 'yes' : 'no' }));
  return [{ head: name, body }];
}

function upgradeComposite(
  configuration: Configuration,
  entry: Entry,
  path: string,
  { composite, inside }: Composition,
): Upgraded | undefined {
  const text = knownText(entry);
  if (text === undefined) return undefined;
  const surroundings = surroundingsOf(configuration);
  // An empty location is that of the user.
  if (composite === 'location' && text === '') return path === 'mail_location' ? undefined : { lines: [], safe: true };
  // The limits of several roots stand in their sections.
  if (composite === 'quota rule' && surroundings.hasSeveralQuotas) return undefined;
  const beside = (key: string) => surroundings.byPlace.get(placeKey(scopePath(entry.scope), key)) ?? [];
  const lines =
    composite === 'arguments'
      ? upgradeArguments(text, path.startsWith('passdb') ? 'passdb' : 'userdb', driverIn(entry.scope?.section) ?? '')
      : takeApart(composite, text, { path, key: entry.statement.key.text, beside: (key) => textOf(beside(key)) });
  if (lines === undefined || (path.startsWith('namespace/') && inheritsMore(surroundings, lines))) return undefined;
  if (composite === 'location' && mustMigrate(configuration, text)) return undefined;
  const consumed = composite === 'sieve personal' && !text.includes(';') ? beside('sieve_dir') : [];
  return { lines: inside === undefined ? lines : [{ head: inside, body: lines }], safe: false, consumed };
}

function textOf([entry, other]: readonly Entry[]): string | null | undefined {
  if (entry === undefined) return undefined;
  return (other === undefined ? knownText(entry) : undefined) ?? null;
}

/** Palomar has no format of its own but obox: such mails are migrated before anything else. */
function mustMigrate({ decision: { dialect } }: Configuration, location: string): boolean {
  const format = location.slice(0, location.indexOf(':'));
  return dialect !== undefined && isPro(dialect) && format !== 'obox' && storesMail(format);
}

/** Whether a namespace would take over parts of the user's location: one of 2.3 stands for itself. */
function inheritsMore({ locationParts }: Surroundings, lines: readonly NewLine[]): boolean {
  const own = new Set(lines.flatMap((line) => ('name' in line ? line.name : [])));
  return [...locationParts].some((part) => !own.has(part));
}

const drivers = new WeakMap<Section, string | null>();

/** The driver that a section names. Nameless ones share a scope in the new grammar, so the section itself is asked. */
export function driverIn(section: Section | undefined): string | undefined {
  if (section === undefined) return undefined;
  let driver = drivers.get(section);
  if (driver === undefined) {
    const named = section.body.flatMap((each) =>
      each.kind === 'assignment' && each.key.text === 'driver' ? [each.value.content.text] : [],
    );
    driver = named.length === 1 ? named[0]! : null;
    drivers.set(section, driver);
  }
  return driver ?? undefined;
}

/** Whether a value would meet one that is there already. */
function isTaken(configuration: Configuration, { scope, statement }: Entry, lines: readonly NewLine[]): boolean {
  const { byPlace } = surroundingsOf(configuration);
  const isSet = (key: string) => byPlace.get(key)?.some((each) => each.statement !== statement) === true;
  const outer = scopePath(scope?.filter === 'plugin' ? scope.parent : scope);
  return lines.some((line) => {
    if (!('head' in line)) return isSet(placeKey(outer, line.name));
    return line.body.some((inner) => 'name' in inner && isSet(headKey(line.head, inner.name)));
  });
}
