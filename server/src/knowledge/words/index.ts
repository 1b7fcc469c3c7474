/** Which list of words a setting takes its values from, or a section its name. */

import type { Dialect, Grammar } from '../dialect.ts';
import { wordLists } from './lists.ts';
import type { Word, Words } from './types.ts';

export type { Word, Words } from './types.ts';

export type WordListId = keyof typeof wordLists;

/** Where words stand, new grammar: full setting names, and `filter NAME` for names of sections. */
const newPlaces: Readonly<Record<string, WordListId>> = {
  auth_mechanisms: 'mechanisms',
  compress_write_method: 'compression',
  dict_driver: 'dict',
  'dict NAME': 'dict',
  dsync_features: 'dsyncFeatures',
  event_exporter_driver: 'eventExporter',
  'event_exporter NAME': 'eventExporter',
  fs_compress_write_method: 'compression',
  fs_driver: 'fs',
  'fs NAME': 'fs',
  fts_driver: 'fts',
  'fts NAME': 'fts',
  fts_decoder_driver: 'ftsDecoder',
  imap_client_workarounds: 'imapWorkarounds',
  imapc_features: 'imapcFeatures',
  language_filters: 'languageFilters',
  language_tokenizers: 'languageTokenizers',
  lmtp_client_workarounds: 'lmtpWorkarounds',
  mail_attachment_detection_options: 'attachmentDetection',
  mail_compress_write_method: 'compression',
  mail_driver: 'mailDriver',
  mail_plugins: 'plugins',
  mailbox_list_layout: 'layout',
  passdb_default_password_scheme: 'passwordSchemes',
  passdb_driver: 'passdb',
  passdb_fields: 'passdbFields',
  passdb_mechanisms_filter: 'mechanisms',
  'passdb NAME': 'passdb',
  pop3_client_workarounds: 'pop3Workarounds',
  pop3c_features: 'pop3cFeatures',
  'protocol NAME': 'protocolFilters',
  protocols: 'protocols',
  quota_driver: 'quota',
  'service NAME': 'services',
  service_protocol: 'protocols',
  sieve_plugins: 'sievePlugins',
  sieve_script_driver: 'sieveScriptDriver',
  sieve_script_type: 'sieveScriptType',
  sql_driver: 'sql',
  submission_client_workarounds: 'submissionWorkarounds',
  'unix_listener NAME': 'unixListeners',
  'inet_listener NAME': 'inetListeners',
  userdb_driver: 'userdb',
  userdb_fields: 'userdbFields',
  'userdb NAME': 'userdb',
};

/** Old grammar: paths of settings, and `section NAME`. */
const oldPlaces: Readonly<Record<string, WordListId>> = {
  auth_mechanisms: 'mechanisms',
  'dovecot-ldap.conf.ext/default_pass_scheme': 'passwordSchemes',
  'dovecot-sql.conf.ext/default_pass_scheme': 'passwordSchemes',
  'dovecot-sql.conf.ext/driver': 'sql',
  imap_client_workarounds: 'imapWorkarounds',
  imapc_features: 'imapcFeatures',
  lmtp_client_workarounds: 'lmtpWorkarounds',
  mail_attachment_detection_options: 'attachmentDetection',
  mail_plugins: 'plugins',
  'passdb/driver': 'passdb',
  'passdb/mechanisms': 'mechanisms',
  'plugin/fts': 'fts',
  'plugin/sieve_plugins': 'sievePlugins',
  'plugin/zlib_save': 'compression',
  pop3_client_workarounds: 'pop3Workarounds',
  'protocol NAME': 'protocolFilters',
  protocols: 'protocols',
  'service NAME': 'services',
  'service/unix_listener NAME': 'unixListeners',
  'service/inet_listener NAME': 'inetListeners',
  submission_client_workarounds: 'submissionWorkarounds',
  'userdb/driver': 'userdb',
};

const places: Record<Grammar, Readonly<Record<string, WordListId>>> = { new: newPlaces, old: oldPlaces };

function listAt(place: string, grammar: Grammar): Words | undefined {
  const table = places[grammar];
  return Object.hasOwn(table, place) ? wordLists[table[place]!] : undefined;
}

/** The words that a setting's value is made of; `name` is the full name, or the path in the old grammar. */
export function wordsOfSetting(name: string, grammar: Grammar): Words | undefined {
  return listAt(name, grammar);
}

/** In the old grammar: settings whose value begins with a word and a colon. */
const oldPrefixes: Readonly<Record<string, WordListId>> = {
  dict: 'dict',
  mail_attribute_dict: 'dict',
  mail_location: 'mailDriver',
  'namespace/location': 'mailDriver',
  'plugin/acl_shared_dict': 'dict',
  'plugin/last_login_dict': 'dict',
  'plugin/notify_status_dict': 'dict',
  'plugin/quota': 'quota',
  'plugin/quota_clone_dict': 'dict',
};

/** The words with which a value of the old grammar may begin, as `maildir` in `maildir:~/Maildir`. */
export function wordsOfPrefix(path: string): Words | undefined {
  // `quota2` is a second root; what stands in `dict { }` has names of its own.
  const place = path.replace(/^(plugin\/quota)\d+$/, '$1').replace(/^dict\/.*$/s, 'dict');
  return Object.hasOwn(oldPrefixes, place) ? wordLists[oldPrefixes[place]!] : undefined;
}

/** The words that the value of a key in an external file of 2.3 is made of. */
export function wordsOfExternal(key: string): Words | undefined {
  const place = Object.keys(oldPlaces).find((path) => path.endsWith(`.conf.ext/${key}`));
  return place === undefined ? undefined : wordLists[oldPlaces[place]!];
}

/** The words that name a section, as `imap-login` in `service imap-login {`. */
export function wordsOfSectionName(filter: string, grammar: Grammar): Words | undefined {
  return listAt(`${filter} NAME`, grammar);
}

/** A word of a list, whatever its case where Dovecot does not care (mechanisms, password schemes). */
export function findWord(words: Words, text: string): Word | undefined {
  if (Object.hasOwn(words, text)) return words[text];
  const upper = text.toUpperCase();
  return Object.hasOwn(words, upper) ? words[upper] : undefined;
}

/** Whether a dialect has the word; undefined dialects know all. */
export function isWordOf(word: Word, dialect: Dialect | undefined): boolean {
  return dialect === undefined || word.dialects === undefined || word.dialects.includes(dialect);
}
