/**
 * Which variables a value may hold. Dovecot expands a setting where it is used, so the setting decides: authentication
 * knows a password, a mail session a home, a log format what it logs.
 */

import type { Grammar } from '../dialect.ts';
import { findFact } from '../facts.ts';
import { newContexts, oldBuiltIn, oldContexts } from './facts.ts';
import { oldLetters } from './oldVariables.ts';

const mailTables = [
  'mail_user',
  'mail_service_user',
  'shared_namespace',
  'imap_hibernate',
  'imap_main',
  'pop3_main',
  'submission_main',
] as const;

interface ContextDefinition {
  /** Ends the sentence "Known in …". */
  readonly title: string;
  /** The tables of Dovecot's source that are at hand there. */
  readonly tables: readonly string[];
}

const definitions = {
  auth: { title: 'passdbs, userdbs and what they ask', tables: ['auth', 'passwd_file'] },
  login: { title: '`login_log_format_elements`', tables: ['login'] },
  loginLine: { title: '`login_log_format`', tables: ['login_line', 'login'] },
  mail: { title: 'settings of mail sessions', tables: mailTables },
  delivery: { title: '`deliver_log_format`', tables: ['deliver_log_format', ...mailTables] },
  dsync: { title: '`dsync_remote_cmd`', tables: ['dsync_remote_cmd', ...mailTables] },
  imapLogout: { title: '`imap_logout_format`', tables: ['imap_logout_format', ...mailTables] },
  metric: { title: '`metric_group_by_method_discrete_modifier`', tables: ['stats_metrics'] },
  notify: { title: '`notify_status_value`', tables: ['notify_status', ...mailTables] },
  oauth2: { title: '`oauth2_username_validation_format`', tables: ['oauth2', 'auth'] },
  pop3Logout: { title: '`pop3_logout_format`', tables: ['pop3_logout_format', ...mailTables] },
  pop3Uidl: { title: '`pop3_uidl_format`', tables: ['pop3_uidl_format'] },
  quota: { title: 'answers of quota-status', tables: ['quota_status', ...mailTables] },
  rejection: { title: 'rejection mails', tables: ['rejection_reason', ...mailTables] },
  submissionLogout: { title: '`submission_logout_format`', tables: ['submission_logout_format', ...mailTables] },
} satisfies Readonly<Record<string, ContextDefinition>>;

export type VariableContext = keyof typeof definitions;

/** How a setting expands variables. */
export interface Expanding {
  /** Undefined: wherever the setting happens to be used, which is not known here. */
  readonly context: VariableContext | undefined;
  /** Of which names it is certain that the context knows no others. */
  readonly certain: 'all' | 'long names' | 'none';
}

const anywhere: Expanding = { context: undefined, certain: 'none' };

/** By context, when all of its names are known. Settings share them. */
const certainly = Object.fromEntries(
  (Object.keys(definitions) as VariableContext[]).map((context) => [context, { context, certain: 'all' }]),
) as Record<VariableContext, Expanding>;

const settingContexts: Readonly<Record<string, VariableContext>> = {
  auth_username_format: 'auth',
  deliver_log_format: 'delivery',
  dsync_remote_cmd: 'dsync',
  imap_logout_format: 'imapLogout',
  login_log_format: 'loginLine',
  login_log_format_elements: 'login',
  mail_log_prefix: 'mail',
  metric_group_by_method_discrete_modifier: 'metric',
  notify_status_value: 'notify',
  oauth2_username_validation_format: 'oauth2',
  pop3_logout_format: 'pop3Logout',
  pop3_uidl_format: 'pop3Uidl',
  quota_status_overquota: 'quota',
  quota_status_success: 'quota',
  quota_status_toolarge: 'quota',
  rejection_reason: 'rejection',
  rejection_subject: 'rejection',
  submission_logout_format: 'submissionLogout',
};

/** Settings of 2.4 by the struct that holds them; all structs of a setting must agree. */
const structContexts: Readonly<Record<string, VariableContext>> = {
  acl: 'mail',
  auth_ldap_pre: 'auth',
  auth_passdb: 'auth',
  auth_static: 'auth',
  auth_userdb: 'auth',
  last_login: 'mail',
  mail_driver: 'mail',
  mail_namespace: 'mail',
  mail_storage: 'mail',
  mail_user: 'mail',
  mailbox_list_layout: 'mail',
  passdb_sql: 'auth',
  quota_root: 'mail',
  sieve_file_storage: 'mail',
  userdb_sql: 'auth',
};

const newSettings: Readonly<Record<string, VariableContext>> = {
  ...settingContexts,
  passdb_fields: 'auth',
  passwd_file_path: 'auth',
  userdb_fields: 'auth',
};

/** What looks like variables here is something else: a date format, a path's name, hash names. */
const neverExpanded: ReadonlySet<string> = new Set([
  'fifo_listener_path',
  'log_timestamp',
  'mail_attachment_hash',
  'mail_ext_attachment_hash',
  'unix_listener_path',
]);

/** The settings of 2.3 that are expanded, beside those of type `str_vars`, with their path. */
const oldSettings: Readonly<Record<string, Expanding>> = {
  ...Object.fromEntries(Object.entries(settingContexts).map(([name, context]) => [name, certainly[context]])),
  auth_policy_request_attributes: anywhere,
  director_username_hash: anywhere,
  imap_urlauth_logout_format: anywhere,
  login_greeting: anywhere,
  login_proxy_notify_path: anywhere,
  managesieve_logout_format: anywhere,
  'passdb/args': { context: 'auth', certain: 'none' },
  'passdb/default_fields': certainly.auth,
  'passdb/override_fields': certainly.auth,
  'userdb/args': { context: 'auth', certain: 'none' },
  'userdb/default_fields': certainly.auth,
  'userdb/override_fields': certainly.auth,
};

/** Keys of the external files of 2.3. A `%` in a query may also belong to a pattern of LIKE. */
const externalKeys: Readonly<Record<string, Expanding>> = {
  auth_bind_userdn: certainly.auth,
  base: certainly.auth,
  iterate_filter: { context: 'auth', certain: 'none' },
  iterate_query: { context: 'auth', certain: 'none' },
  pass_attrs: { context: 'auth', certain: 'none' },
  pass_filter: { context: 'auth', certain: 'long names' },
  password_query: { context: 'auth', certain: 'long names' },
  update_query: { context: 'auth', certain: 'long names' },
  user_attrs: { context: 'auth', certain: 'none' },
  user_filter: { context: 'auth', certain: 'long names' },
  user_query: { context: 'auth', certain: 'long names' },
  username_format: { context: 'auth', certain: 'none' },
};

const newExpandings = new Map<string, Expanding>();

/** How a setting of 2.4 expands variables, by its full name; undefined when it does not. */
export function newExpanding(setting: string): Expanding | undefined {
  if (neverExpanded.has(setting)) return undefined;
  let found = newExpandings.get(setting);
  if (found === undefined) {
    found = Object.hasOwn(newSettings, setting) ? certainly[newSettings[setting]!] : byStructs(setting);
    // What is not known is not remembered: names come from files and are without end.
    if (found !== anywhere) newExpandings.set(setting, found);
  }
  return found;
}

function byStructs(setting: string): Expanding {
  const structs = findFact(setting, 'new')?.structs ?? [];
  const [first, ...others] = structs.map((struct) =>
    Object.hasOwn(structContexts, struct) ? structContexts[struct] : undefined,
  );
  return first === undefined || others.some((context) => context !== first) ? anywhere : certainly[first];
}

const plugin: Expanding = { context: 'mail', certain: 'none' };

/** How a setting of 2.3 expands variables, by its path; undefined when it does not. */
export function oldExpanding(path: string): Expanding | undefined {
  if (Object.hasOwn(oldSettings, path)) return oldSettings[path];
  if (findFact(path, 'old')?.type === 'str_vars') return certainly.mail;
  // Plugins expand their settings for the user, and some once more with names of their own.
  return path.startsWith('plugin/') ? plugin : undefined;
}

export function externalExpanding(key: string): Expanding | undefined {
  return Object.hasOwn(externalKeys, key) ? externalKeys[key] : undefined;
}

export function contextTitle(context: VariableContext): string {
  return definitions[context].title;
}

/** The tables of Dovecot's source that a context has at hand. */
export function contextTables(context: VariableContext): readonly string[] {
  return definitions[context].tables;
}

const names = new Map<string, ReadonlySet<string>>();

/** Every name that may stand in a context – of 2.3 the long ones – or in any when it is undefined. Providers are not here. */
export function variableNames(context: VariableContext | undefined, grammar: Grammar): ReadonlySet<string> {
  const memory = `${grammar} ${context ?? ''}`;
  let found = names.get(memory);
  if (found === undefined) {
    const all = grammar === 'new' ? Object.keys(newContexts) : Object.keys(oldContexts);
    const tables = context === undefined ? all : contextTables(context);
    found = new Set(tables.flatMap((table) => (grammar === 'new' ? newTable(table) : oldTable(table))));
    names.set(memory, found);
  }
  return found;
}

function newTable(table: string): string[] {
  if (!Object.hasOwn(newContexts, table)) return [];
  const { variables, providers } = newContexts[table]!;
  // Some variables are functions in the source, like providers, but take no key.
  return [...variables, ...providers.filter((name) => functionVariables.has(name))];
}

const functionVariables = new Set(['home', 'owner_home', 'ssl_client_cert_fp', 'ssl_client_cert_pubkey_fp']);

function oldTable(table: string): string[] {
  return [...(Object.hasOwn(oldContexts, table) ? Object.keys(oldContexts[table]!) : []), ...oldBuiltIn];
}

/** The long name of a letter of 2.3 in a context; the letter itself where it has none; undefined when it is not known there. */
export function longName(letter: string, context: VariableContext): string | undefined {
  for (const table of contextTables(context)) {
    if (Object.hasOwn(oldLetters, table) && Object.hasOwn(oldLetters[table]!, letter)) return letter;
    const found = Object.entries(Object.hasOwn(oldContexts, table) ? oldContexts[table]! : {});
    const name = found.find(([long, short]) => short === letter && long.length > 1);
    if (name !== undefined) return name[0];
  }
  return undefined;
}
