/** Words that Dovecot looks up and does not find, in lists and in settings that hold one. */

import type { Grammar } from '../../knowledge/dialect.ts';
import driverLists from '../../knowledge/generated/drivers.json' with { type: 'json' };
import type { Span } from '../../text/span.ts';
import type { Entry } from '../configuration.ts';
import { hasHole } from '../holes.ts';
import { isDeferred } from '../values/parse.ts';
import type { ListElement, Meaning } from '../values/types.ts';
import { type CheckContext, valueSpan, wordsOf } from './context.ts';
import { nearWord } from './near.ts';

/** Words that are compared as they are, case and all. */
const exactWords: Readonly<Record<string, readonly string[]>> = {
  auth_verbose_passwords: ['no', 'plain', 'sha1', 'yes'],
  event_exporter_format: ['json', 'none', 'tab-text'],
  'event_exporter/format': ['json', 'none', 'tab-text'],
  'event_exporter/format_args': ['time-rfc3339', 'time-unix'],
  'event_exporter/transport': ['drop', 'http-post', 'log'],
  mail_log_events: [
    ...['append', 'copy', 'delete', 'expunge', 'flag_change', 'mailbox_create', 'mailbox_delete', 'mailbox_rename'],
    ...['save', 'undelete'],
  ],
  mail_log_fields: ['box', 'flags', 'from', 'msgid', 'size', 'subject', 'uid', 'vsize'],
  managesieve_client_workarounds: [],
  'namespace/mailbox/special_use': [
    '\\All',
    '\\Archive',
    '\\Drafts',
    '\\Flagged',
    '\\Important',
    '\\Junk',
    '\\Sent',
    '\\Trash',
  ],
  'service/type': ['anvil', 'config', 'log', 'login', 'startup', 'worker'],
  service_type: ['anvil', 'config', 'log', 'login', 'startup', 'worker'],
  ssl_options: ['compression', 'no_ticket'],
  syslog_facility: [
    ...['auth', 'authpriv', 'cron', 'daemon', 'ftp', 'kern', 'lpr', 'mail', 'news', 'syslog', 'user', 'uucp'],
    ...['local0', 'local1', 'local2', 'local3', 'local4', 'local5', 'local6', 'local7'],
  ],
};

const wordLists: Record<'new' | 'old', ReadonlyMap<string, readonly string[]>> = {
  new: new Map(Object.entries({ ...driverLists.new.check_lists, ...exactWords })),
  // What is not listed of 2.3 is what 2.4 has, or less.
  old: new Map(
    Object.entries({
      ...driverLists.new.check_lists,
      ...driverLists.old.check_lists,
      ...exactWords,
      ssl_options: [...exactWords.ssl_options!, 'no_compression'],
    }),
  ),
};

/** Words of 1.x that 2.3 still drops without refusing them. */
const obsoleteWords: Readonly<Record<string, readonly string[]>> = {
  imap_client_workarounds: ['outlook-idle', 'netscape-eoh'],
};

/** The elements of lists that Dovecot compares with the words it knows. */
export function checkWords(check: CheckContext, entry: Entry, name: string, meaning: Meaning): void {
  if (!wordLists[check.grammar].has(name)) return;
  const elements = meaning.kind === 'list' ? meaning.elements : wordsIn(name, entry.statement.value.content.text);
  for (const { text, from, to } of elements) checkWord(check, entry, name, text, valueSpan(entry, from, to));
}

/** Passwords are shortened to what stands behind the colon. */
function wordsIn(name: string, text: string): ListElement[] {
  if (name !== 'auth_verbose_passwords') return wordsOf(text);
  const to = text.includes(':') ? text.indexOf(':') : text.length;
  return [{ text: text.slice(0, to), from: 0, to }];
}

/** Whether a setting is one of certain words, or a list of them. */
export function hasWords(name: string, grammar: Grammar): boolean {
  return wordLists[grammar].has(name);
}

/** The words that Dovecot compares with; undefined where it takes any. */
export function comparedWords(name: string, grammar: Grammar): readonly string[] | undefined {
  return wordLists[grammar].get(name);
}

/** One element of a list, at its place; lists of 2.4 may also be written as `list { element = yes }`. */
export function checkWord(check: CheckContext, entry: Entry, name: string, word: string, span: Span): void {
  const words = wordLists[check.grammar].get(name);
  if (words === undefined || hasHole(word) || isDeferred(word)) return;
  if (words.some((known) => fits(word, known, Object.hasOwn(exactWords, name)))) return;
  const isObsolete = check.grammar === 'old' && obsoleteWords[name]?.includes(word) === true;
  const data = { name, word, values: words.length === 0 ? 'none' : words.join(', '), ...nearWord(word, words) };
  const certainty = isObsolete ? 'warning' : check.mayBePro ? 'information' : 'error';
  check.report(isObsolete ? 'word-needless' : 'word-unknown', entry, span, { data, certainty });
}

/** `content-type=*` stands for any text behind the sign. */
function fits(text: string, word: string, isExact: boolean): boolean {
  if (isExact && !word.startsWith('\\\\')) return text === word;
  const lower = text.toLowerCase();
  return word.endsWith('*') ? lower.startsWith(word.slice(0, -1)) : lower === word.toLowerCase();
}
