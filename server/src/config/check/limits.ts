/** Values of the right type that Dovecot refuses all the same: zeros, empty texts, too much, too little, the wrong form. */

import probes from '../../knowledge/generated/probes.json' with { type: 'json' };
import serviceFacts from '../../knowledge/generated/services.json' with { type: 'json' };
import type { Entry } from '../configuration.ts';
import { findIn } from '../effective/find.ts';
import { textError } from '../values/texts.ts';
import type { Meaning } from '../values/types.ts';
import { type CheckContext, valueSpan } from './context.ts';
import { checkEarly, hasVariable } from './early.ts';
import type { Known } from './known.ts';
import { isSeen } from './seen.ts';
import { checkWords } from './words.ts';

interface Limits {
  readonly zero: ReadonlySet<string>;
  readonly empty: ReadonlySet<string>;
}

/** Not a matter of the text: users that the host may or may not have. */
const users = new Set(['default_internal_user', 'default_login_user']);

const limits: Record<'new' | 'old', Limits> = {
  new: {
    zero: new Set(probes.new.zeroRejected),
    empty: new Set([...probes.new.emptyRejected, 'event_exporter_format', 'metric_filter']),
  },
  old: {
    zero: new Set(probes.old.zeroRejected),
    empty: new Set([
      ...probes.old.emptyRejected.filter((name) => !users.has(name)),
      'event_exporter/format',
      'event_exporter/transport',
      'metric/filter',
      'metric/metric_name',
      'passdb/driver',
      'service/name',
      'userdb/driver',
    ]),
  },
};

/** What 2.4.1 still takes (as no limit) and 2.4.5 refuses; the release between them is not known. */
const laterRefused = new Set([
  'fts_message_max_size',
  'last_valid_gid',
  'last_valid_uid',
  'mail_cache_max_header_name_length',
  'mail_cache_max_headers_count',
  'mail_sort_max_read_count',
  'mail_vsize_bg_after_count',
  'quota_mail_size',
  'sieve_quota_script_count',
  'sieve_quota_storage_size',
  'ssl_min_protocol',
]);

/** The storage version has a rule of its own, and a path may be empty where the section has a name. */
const judgedElsewhere = new Set(['dovecot_storage_version', 'unix_listener_path']);

/** Looked at in one place only: at the top level, or in the section that they belong to. */
const onlyIn: Readonly<Record<string, string>> = {
  acl_rights: 'acl',
  listen: '',
  event_exporter_format: 'event_exporter',
  metric_filter: 'metric',
};

/** A value of the right type that Dovecot refuses all the same. */
export function checkLimits(check: CheckContext, entry: Entry, { name }: Known, meaning: Meaning): void {
  const { zero, empty } = limits[check.grammar];
  const data = { name: entry.statement.key.text };
  const certainty = laterRefused.has(name) ? check.from('2.4.5') : 'error';
  if (certainty === undefined || !isLookedAt(entry, name) || !check.isLast(entry)) return;
  if (!isSeen(entry.scope, check.grammar)) return;
  if (meaning.kind === 'text' && hasVariable(check, name, meaning.value)) {
    checkEarly(check, entry, name, meaning.value);
    return;
  }
  const isZero = 'value' in meaning && meaning.value === 0n && zero.has(name);
  const isEmpty = meaning.kind === 'text' && meaning.value === '' && empty.has(name) && !judgedElsewhere.has(name);
  if ((isZero || isEmpty) && counts(check, entry, name)) {
    check.report(isZero ? 'value-zero' : 'value-empty', entry, valueSpan(entry), { data, certainty });
  } else if (name === 'auth_cache_size' && meaning.kind === 'bytes') {
    checkCacheSize(check, entry, meaning.value);
  } else if (name === 'pop3_uidl_format' && !entry.statement.value.content.text.includes(variableSign[check.grammar])) {
    check.report('value-without-variable', entry, valueSpan(entry), { data });
  } else if (singleCharacters.has(name) && meaning.kind === 'text' && !/^[ -~]?$/.test(meaning.value)) {
    check.report('value-several', entry, valueSpan(entry), { data });
  }
  checkBounds(check, entry, name, meaning);
  checkWords(check, entry, name, meaning);
  if (meaning.kind === 'text') checkText(check, entry, name, meaning.value);
}

/** The form of a text, where Dovecot reads it already when it reads the configuration. */
function checkText(check: CheckContext, entry: Entry, name: string, text: string): void {
  const error = textError(name, text, check.grammar);
  if (error === undefined || !counts(check, entry, name)) return;
  const data = { name: entry.statement.key.text, part: text.slice(error.from, error.to) };
  check.report(error.code, entry, valueSpan(entry, error.from, error.to), { data });
}

const variableSign = { old: '%', new: '%{' };

const singleCharacters = new Set([
  'mailbox_list_storage_escape_char',
  'mailbox_list_visible_escape_char',
  'namespace/separator',
  'namespace_separator',
]);

/** What belongs to services is looked at in one, or at the top level; filters only carry it along. */
function isLookedAt({ scope }: Entry, name: string): boolean {
  return !name.startsWith('service_') || scope === undefined || scope.filter === 'service';
}

/** Whether the limits of a setting are looked at where it stands. */
function counts(check: CheckContext, entry: Entry, name: string): boolean {
  if (Object.hasOwn(onlyIn, name) && (entry.scope?.filter ?? '') !== onlyIn[name]) return false;
  if (name === 'acl_rights' && !isForSomeone(check, entry)) return false;
  return name === 'service_name' || runs(check, entry);
}

/** A path key makes no entry of the list, and an entry for nobody is left out. */
function isForSomeone(check: CheckContext, { scope }: Entry): boolean {
  return (
    scope?.section !== undefined && findIn(check.configuration, 'acl_id', scope)?.statement.value.content.text !== ''
  );
}

/** The limits of a service of 2.4 are only looked at when it runs: for a protocol that is served, or for none. */
function runs(check: CheckContext, { scope }: Entry): boolean {
  if (check.grammar === 'old' || scope?.filter !== 'service' || scope.name === undefined) return true;
  const own = findIn(check.configuration, 'service_protocol', scope)?.statement.value.content.text;
  const builtIn = Object.hasOwn(services, scope.name) ? services[scope.name]!.protocol : '';
  const protocol = own ?? builtIn;
  if (protocol === '') return true;
  return check.lastAtTop.get('protocols')?.statement.value.content.text.split(/[ ,]+/).includes(protocol) === true;
}

const services: Readonly<Record<string, { readonly protocol: string }>> = serviceFacts.new;

interface Bounds {
  readonly least?: bigint;
  readonly most?: bigint;
  /** `least` or `most` as one would write it. */
  readonly text: string;
}

const none: Bounds = { text: '' };

/** Limits that the type does not tell. */
const bounds: Readonly<Record<string, Bounds>> = {
  director_user_expire: { least: 10_000n, text: '10 s' },
  mail_cache_max_size: { most: 1n << 30n, text: '1 G' },
  mail_cache_purge_delete_percentage: { most: 100n, text: '100' },
  sieve_editheader_max_header_size: { least: 1024n, text: '1 k' },
  sieve_variables_max_scope_count: { least: 128n, text: '128' },
  sieve_variables_max_value_size: { least: 4000n, text: '4000 B' },
};

function checkBounds(check: CheckContext, entry: Entry, name: string, meaning: Meaning): void {
  const { least, most, text } = Object.hasOwn(bounds, name) ? bounds[name]! : none;
  const value = amountOf(meaning);
  if (value === undefined) return;
  const data = { name: entry.statement.key.text, limit: text };
  // Zero is another matter: no limit, or refused as such.
  if (least !== undefined && value !== 0n && value < least) {
    check.report('value-too-small', entry, valueSpan(entry), { data });
  } else if (most !== undefined && value > most) {
    check.report('value-too-high', entry, valueSpan(entry), { data });
  }
}

function amountOf(meaning: Meaning): bigint | undefined {
  if (meaning.kind === 'unlimited') return 1n << 64n;
  const { kind } = meaning;
  return kind === 'number' || kind === 'bytes' || kind === 'milliseconds' ? meaning.value : undefined;
}

/** Less than a kilobyte is refused; but 2.3 takes a bare number for megabytes, as it was long ago. */
function checkCacheSize(check: CheckContext, entry: Entry, bytes: bigint): void {
  if (bytes === 0n || bytes >= 1024n) return;
  const { text } = entry.statement.value.content;
  const data = { name: 'auth_cache_size', limit: '1 k' };
  if (check.grammar === 'old' && /^\d+$/.test(text)) {
    check.report('word-obsolete', entry, valueSpan(entry), {
      data: { ...data, word: text, replacement: `${text}M` },
      certainty: 'warning',
    });
  } else {
    check.report('value-too-small', entry, valueSpan(entry), { data });
  }
}
