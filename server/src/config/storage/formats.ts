/** Mailbox formats that a configuration states: `mail_driver`, `mail_location`, namespaces and userdb fields. */

import type { Configuration, Entry } from '../configuration.ts';
import { lastEntries } from '../effective/find.ts';
import { type Located, locatedSlice, locatedValue } from '../located.ts';

export interface MailFormat {
  /** `mdbox`, at the word that names it. */
  readonly driver: Located;
  readonly entry: Entry;
}

/** Formats that keep no mail of their own. */
const notStoring: ReadonlySet<string> = new Set(['virtual', 'imapc', 'pop3c', 'shared', 'auto', 'none']);

export function storesMail(format: string): boolean {
  return !notStoring.has(format);
}

export function mailFormats(configuration: Configuration): MailFormat[] {
  const formats: MailFormat[] = [];
  for (const entry of lastEntries(configuration)) {
    const driver = configuration.decision.grammar === 'old' ? oldFormat(entry) : newFormat(entry);
    if (driver !== undefined && /^[a-z0-9_-]+$/.test(driver.text)) formats.push({ driver, entry });
  }
  return formats;
}

function newFormat(entry: Entry): Located | undefined {
  if (entry.setting !== 'mail_driver') return undefined;
  return locatedValue(entry.statement, entry.document);
}

function oldFormat(entry: Entry): Located | undefined {
  const filter = entry.scope?.filter;
  const value = locatedValue(entry.statement, entry.document);
  if (entry.setting === 'mail_location' && (filter === undefined || filter !== 'plugin'))
    return leadingDriver(value, 0);
  if (filter === 'namespace' && (entry.setting === 'location' || entry.setting === 'mail_location')) {
    return leadingDriver(value, 0);
  }
  if (filter === 'userdb' && ['args', 'default_fields', 'override_fields'].includes(entry.setting)) {
    const field = /(?:^|\s)mail=/.exec(value.text);
    return field === null ? undefined : leadingDriver(value, field.index + field[0].length);
  }
  return undefined;
}

/** `mdbox` of `mdbox:~/mdbox`; undefined when a path stands first and Dovecot would guess. */
function leadingDriver(value: Located, from: number): Located | undefined {
  const match = /^([a-z][a-z0-9_-]*):/.exec(value.text.slice(from));
  return match === null ? undefined : locatedSlice(value, from, from + match[1]!.length);
}

/** The first place that chooses obox: with none, nothing of obox can be judged. */
export function oboxFormat(formats: readonly MailFormat[]): MailFormat | undefined {
  return formats.find(({ driver }) => driver.text === 'obox');
}
