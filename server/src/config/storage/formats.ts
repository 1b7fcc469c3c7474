/** Mailbox formats that a configuration states: `mail_driver`, `mail_location`, namespaces and userdb fields. */

import type { Configuration, Entry } from '../configuration.ts';
import { lastEntries } from '../effective/find.ts';
import { type Located, locatedSlice, locatedValue } from '../located.ts';

export interface MailFormat {
  /** `mdbox`, at the word that names it. */
  readonly driver: Located;
  readonly entry: Entry;
  /** All of `obox:%u:INDEX=~/`, in the old grammar. */
  readonly location: Located | undefined;
}

/** Formats that keep no mail of their own. */
const notStoring: ReadonlySet<string> = new Set(['virtual', 'imapc', 'pop3c', 'shared', 'auto', 'none']);

export function storesMail(format: string): boolean {
  return !notStoring.has(format);
}

export function mailFormats(configuration: Configuration): MailFormat[] {
  const formats: MailFormat[] = [];
  const read = configuration.decision.grammar === 'old' ? oldFormat : newFormat;
  for (const entry of lastEntries(configuration)) {
    const format = read(entry);
    if (format !== undefined && /^[a-z0-9_-]+$/.test(format.driver.text)) formats.push(format);
  }
  return formats;
}

function newFormat(entry: Entry): MailFormat | undefined {
  if (entry.setting !== 'mail_driver') return undefined;
  return { driver: locatedValue(entry.statement, entry.document), entry, location: undefined };
}

function oldFormat(entry: Entry): MailFormat | undefined {
  const location = oldLocation(entry);
  // Without a driver a path stands first, and Dovecot would guess.
  const driver = location === undefined ? null : /^[a-z][a-z0-9_-]*(?=:)/.exec(location.text);
  return driver === null ? undefined : { driver: locatedSlice(location!, 0, driver[0].length), entry, location };
}

function oldLocation({ setting, scope, statement, document }: Entry): Located | undefined {
  const filter = scope?.filter;
  const value = locatedValue(statement, document);
  if (setting === 'mail_location' && filter !== 'plugin') return value;
  if (filter === 'namespace' && setting === 'location') return value;
  if (filter !== 'userdb' || !['args', 'default_fields', 'override_fields'].includes(setting)) return undefined;
  const field = /(?:^|\s)mail=(\S*)/.exec(value.text);
  if (field === null) return undefined;
  const to = field.index + field[0].length;
  return locatedSlice(value, to - field[1]!.length, to);
}

/** The path behind the driver of a location of the old grammar: `%2Mu/%u` of `obox:%2Mu/%u:INDEX=~/`. */
export function locationPath({ driver, location }: MailFormat): Located | undefined {
  if (location === undefined) return undefined;
  const from = driver.text.length + 1;
  const path = /^(?:%\{[^}]*\}|::|[^:])*/.exec(location.text.slice(from))![0];
  return locatedSlice(location, from, from + path.length);
}

/** What stands behind `KEY=` in a location of the old grammar; the parts are separated by single colons. */
export function locationPart({ location }: MailFormat, key: string): Located | undefined {
  if (location === undefined) return undefined;
  const part = new RegExp(`(?<!:):${key}=((?:[^:]|::)*)`).exec(location.text);
  if (part === null) return undefined;
  const to = part.index + part[0].length;
  return locatedSlice(location, to - part[1]!.length, to);
}

/** The first place that chooses obox: with none, nothing of obox can be judged. */
export function oboxFormat(formats: readonly MailFormat[]): MailFormat | undefined {
  return formats.find(({ driver }) => driver.text === 'obox');
}
