/** Whether the value of a setting is one that its type allows, and one that Dovecot takes beyond that. */

import driverLists from '../../knowledge/generated/drivers.json' with { type: 'json' };
import probes from '../../knowledge/generated/probes.json' with { type: 'json' };
import serviceFacts from '../../knowledge/generated/services.json' with { type: 'json' };
import type { Span } from '../../text/span.ts';
import type { Entry } from '../configuration.ts';
import { findIn } from '../effective/find.ts';
import { hasHole } from '../holes.ts';
import { isDeferred, parseValue, type ValueForm } from '../values/parse.ts';
import type { ListElement, Meaning, ValueError } from '../values/types.ts';
import { type CheckContext, knownText, valueSpan } from './context.ts';
import type { Known } from './known.ts';
import type { Certainty } from './problem.ts';

/** Types whose values may be here-documents. */
const textTypes: ReadonlySet<string> = new Set(['str', 'str_novars', 'string', 'path', 'url', 'file']);

/** Checks a value; with several forms (the place is not known for certain) only what all of them refuse. */
export function checkValue(check: CheckContext, entry: Entry, forms: readonly Known[], certainty: Certainty): void {
  const [form] = forms;
  if (form === undefined) return;
  const { value } = entry.statement;
  if (value.style === 'heredoc') {
    checkHeredoc(check, entry, form);
    return;
  }
  const text = knownText(entry);
  if (text === undefined) return;
  const results = forms.map((one) => read(one, text, check));
  const [first] = results;
  if (first?.kind === 'error') {
    if (results.every(({ kind }) => kind === 'error')) reportValue(check, entry, form, first, certainty);
  } else if (first !== undefined && forms.length === 1 && certainty === 'error') {
    checkLimits(check, entry, form, first);
  }
}

/** The meaning of a value; of 2.4 and a variable in it, none. */
function read(form: ValueForm, text: string, check: CheckContext): Meaning | ValueError {
  const isList = form.type === 'boollist';
  if (check.grammar === 'new' && !isList && isDeferred(text)) return { kind: 'text', value: text };
  if (check.grammar === 'old' && text.includes('$')) return { kind: 'text', value: text };
  return parseValue(form, text, check.grammar);
}

function reportValue(check: CheckContext, entry: Entry, form: Known, error: ValueError, certainty: Certainty): void {
  const { text } = entry.statement.value.content;
  const data = {
    name: entry.statement.key.text,
    value: text,
    part: text.slice(error.from, error.to),
    values: (form.values ?? []).map((value) => `'${value}'`).join(', '),
    ...suggestion(form, text),
  };
  check.report(error.code, entry, valueSpan(entry, error.from, error.to), { data, certainty });
}

/** What was meant, where that is clear. */
function suggestion({ type, values }: Known, text: string): { suggestion: string } | undefined {
  const word = text.trim().toLowerCase();
  if (type === 'bool' || (type === 'enum' && values?.includes('yes') && values.includes('no'))) {
    if (['true', 'on', 'enabled', 'yes', 'y', '1'].includes(word)) return { suggestion: 'yes' };
    if (['false', 'off', 'disabled', 'no', 'n', '0'].includes(word)) return { suggestion: 'no' };
  }
  const same = values?.find((value) => value.toLowerCase() === word);
  return same === undefined ? undefined : { suggestion: same };
}

function checkHeredoc(check: CheckContext, entry: Entry, { type }: Known): void {
  const { key } = entry.statement;
  const marker = heredocMarker(entry);
  const data = { name: key.text };
  if (type === 'boollist' || type === 'strlist') check.report('heredoc-for-list', entry, marker, { data });
  else if (!textTypes.has(type)) check.report('heredoc-for-type', entry, marker, { data });
  else {
    const certainty = check.before('2.4.5');
    if (certainty !== undefined) check.report('heredoc-release', entry, marker, { data, certainty });
  }
}

/** `<<EOF`, without the lines that follow. */
export function heredocMarker({ document, statement: { value } }: Entry): Span {
  const line = /^[^\r\n#]*/.exec(document.text.slice(value.from, value.content.segments[0]!.source))![0].trimEnd();
  return { from: value.from, to: value.from + line.length };
}

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
      'passdb/driver',
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

/** 2.3 wants addresses at the top level; inside a protocol the setting is one of 1.x. */
const onlyAtTop = new Set(['listen']);

function checkLimits(check: CheckContext, entry: Entry, { name }: Known, meaning: Meaning): void {
  const { zero, empty } = limits[check.grammar];
  const data = { name: entry.statement.key.text };
  const certainty = laterRefused.has(name) ? check.from('2.4.5') : 'error';
  if (certainty === undefined) return;
  const isZero = 'value' in meaning && meaning.value === 0n;
  const isEmpty = meaning.kind === 'text' && meaning.value === '' && !judgedElsewhere.has(name);
  if (isZero && zero.has(name)) {
    if (runs(check, entry)) check.report('value-zero', entry, valueSpan(entry), { data, certainty });
  } else if (isEmpty && empty.has(name) && (entry.scope === undefined || !onlyAtTop.has(name))) {
    if (runs(check, entry)) check.report('value-empty', entry, valueSpan(entry), { data, certainty });
  } else if (name === 'auth_cache_size' && meaning.kind === 'bytes') {
    checkCacheSize(check, entry, meaning.value);
  }
  checkWords(check, entry, name, meaning);
}

/** The limits of a service are only looked at when it runs: for a protocol that is served, or for none. */
function runs({ configuration }: CheckContext, { scope }: Entry): boolean {
  if (scope?.filter !== 'service' || scope.name === undefined) return true;
  const own = findIn(configuration, 'service_protocol', scope)?.statement.value.content.text;
  const builtIn = Object.hasOwn(services, scope.name) ? services[scope.name]!.protocol : '';
  const protocol = own ?? builtIn;
  if (protocol === '') return true;
  return (
    findIn(configuration, 'protocols', undefined)?.statement.value.content.text.split(/[ ,]+/).includes(protocol) ===
    true
  );
}

const services: Readonly<Record<string, { readonly protocol: string }>> = serviceFacts.new;

/** Less than a kilobyte is refused; but 2.3 takes a bare number for megabytes, as it was long ago. */
function checkCacheSize(check: CheckContext, entry: Entry, bytes: bigint): void {
  if (bytes === 0n || bytes >= 1024n) return;
  const { text } = entry.statement.value.content;
  const data = { name: 'auth_cache_size', value: text };
  if (check.grammar === 'old' && /^\d+$/.test(text)) {
    check.report('word-obsolete', entry, valueSpan(entry), {
      data: { ...data, word: text, replacement: `${text}M` },
      certainty: 'warning',
    });
  } else {
    check.report('value-too-small', entry, valueSpan(entry), { data });
  }
}

const serviceTypes = ['anvil', 'config', 'log', 'login', 'startup', 'worker'];

const wordLists: Record<'new' | 'old', ReadonlyMap<string, readonly string[]>> = {
  new: new Map(Object.entries({ ...driverLists.new.check_lists, service_type: serviceTypes })),
  old: new Map(Object.entries({ ...driverLists.old.check_lists, 'service/type': serviceTypes })),
};

/** Words of 1.x that 2.3 still drops without refusing them. */
const obsoleteWords: Readonly<Record<string, readonly string[]>> = {
  imap_client_workarounds: ['outlook-idle', 'netscape-eoh'],
};

/** The elements of lists that Dovecot compares with the words it knows. */
function checkWords(check: CheckContext, entry: Entry, name: string, meaning: Meaning): void {
  const words = wordLists[check.grammar].get(name);
  if (words === undefined) return;
  const elements = meaning.kind === 'list' ? meaning.elements : wordsOf(entry.statement.value.content.text);
  for (const element of elements) {
    if (hasHole(element.text) || isDeferred(element.text) || words.some((word) => fits(element.text, word))) continue;
    const isObsolete = check.grammar === 'old' && obsoleteWords[name]?.includes(element.text) === true;
    const data = { name: entry.statement.key.text, word: element.text, values: words.join(', ') };
    check.report(isObsolete ? 'word-needless' : 'word-unknown', entry, valueSpan(entry, element.from, element.to), {
      data,
      certainty: isObsolete ? 'warning' : check.mayBePro ? 'information' : 'error',
    });
  }
}

/** The old grammar has strings in the place of lists: words between blanks and commas. */
export function wordsOf(text: string): ListElement[] {
  return [...text.matchAll(/[^ ,]+/g)].map(({ 0: word, index }) => ({
    text: word,
    from: index,
    to: index + word.length,
  }));
}

/** `content-type=*` stands for any text behind the sign. */
function fits(text: string, word: string): boolean {
  const lower = text.toLowerCase();
  return word.endsWith('*') ? lower.startsWith(word.slice(0, -1)) : lower === word;
}
