/** What only the configuration as a whole shows: protocols without a service, settings that come too late. */

import driverLists from '../../knowledge/generated/drivers.json' with { type: 'json' };
import type { Span } from '../../text/span.ts';
import type { Configuration, Entry } from '../configuration.ts';
import { hasHole } from '../holes.ts';
import { connectionFilters, type Scope } from '../scope.ts';
import { isDeferred, parseValue } from '../values/parse.ts';
import { type CheckContext, keyOf, knownText, valueSpan, wordsOf } from './context.ts';
import { nearWord } from './near.ts';
import type { Certainty } from './problem.ts';
import { isSeen } from './seen.ts';

export function checkWhole(check: CheckContext): void {
  checkProtocols(check);
  checkShadowed(check);
  checkSsl(check);
  if (check.grammar === 'new') checkExporters(check);
}

/** Protocols that no service has, but which 2.3 still understands. */
const obsoleteProtocols: Readonly<Record<string, string>> = { imaps: 'imap', pop3s: 'pop3', managesieve: 'sieve' };

/** A protocol is what some service says it speaks. */
function checkProtocols(check: CheckContext): void {
  const { configuration, grammar } = check;
  if (!configuration.complete) return;
  const known = new Set(driverLists[grammar].protocols);
  const listed: Entry[] = [];
  for (const entry of configuration.entries) {
    const { setting, scope, statement } = entry;
    if (setting === 'service_protocol' || (setting === 'protocol' && scope?.filter === 'service')) {
      known.add(statement.value.content.text);
    } else if (
      scope?.filter === 'protocols' &&
      scope.parent === undefined &&
      grammar === 'new' &&
      isYes(entry) &&
      check.isLast(entry)
    ) {
      listed.push(entry);
    }
  }
  for (const entry of listed) checkProtocol(check, entry, known, entry.statement.key.text, keyOf(entry));
  for (const entry of entriesOf(configuration, 'protocols')) {
    // 2.4 looks at the top level only, 2.3 at every connection filter.
    const isOfServer = entry.scope === undefined || (grammar === 'old' && entry.scope.structs.length === 0);
    const text = isOfServer && check.isLast(entry) && isSeen(entry.scope, grammar) ? knownText(entry) : undefined;
    if (text === undefined || text.includes('$')) continue;
    const list = parseValue({ type: 'boollist' }, text, grammar);
    const words = grammar === 'new' && list.kind === 'list' ? list.elements : wordsOf(text);
    for (const { text: word, from, to } of words) {
      checkProtocol(check, entry, known, word, valueSpan(entry, from, to));
    }
  }
}

function isYes(entry: Entry): boolean {
  const text = knownText(entry);
  const meaning = text === undefined ? undefined : parseValue({ type: 'bool' }, text, 'new');
  return meaning?.kind === 'bool' && meaning.value;
}

function checkProtocol(check: CheckContext, entry: Entry, known: ReadonlySet<string>, word: string, span: Span): void {
  if (known.has(word) || (word === 'none' && check.grammar === 'old') || hasHole(word) || isDeferred(word)) return;
  const replacement = check.grammar === 'old' ? obsoleteProtocols[word] : undefined;
  const data = { name: 'protocols', word, values: [...known].sort().join(', '), ...nearWord(word, known) };
  if (replacement !== undefined) {
    check.report('word-obsolete', entry, span, { data: { ...data, replacement }, certainty: 'warning' });
  } else {
    check.report('protocol-unknown', entry, span, { data, certainty: certaintyOf(check, word) });
  }
}

/** `none` (no protocol at all) is refused by 2.4.1; what later releases do with it is not known. */
function certaintyOf(check: CheckContext, word: string): Certainty {
  if (check.mayBePro || (word === 'none' && check.before('2.4.2') !== 'error')) return 'information';
  return 'error';
}

/** A global setting does not reach into filters that set it before; Dovecot warns of it. */
function checkShadowed(check: CheckContext): void {
  const { configuration } = check;
  if (configuration.kind !== 'root') return;
  const inFilters = new Map<string, Entry>();
  for (const entry of configuration.entries) {
    if (entry.scope !== undefined) {
      if (isFilterOnly(entry.scope) && !inFilters.has(entry.setting)) inFilters.set(entry.setting, entry);
      continue;
    }
    const other = inFilters.get(entry.setting);
    if (other === undefined) continue;
    const data = { name: entry.statement.key.text, filter: filterText(other.scope!) };
    check.report('global-shadowed', entry, keyOf(entry), { data, certainty: 'warning', other });
  }
}

/** Whether nothing but connection filters is around. There are four of them, so no more need be looked at. */
function isFilterOnly(scope: Scope): boolean {
  let at: Scope | undefined = scope;
  for (let depth = 0; depth < 2 * connectionFilters.size && at !== undefined; depth++, at = at.parent) {
    if (!connectionFilters.has(at.filter)) return false;
  }
  return at === undefined;
}

function filterText({ filter, name }: Scope): string {
  return name === undefined ? `${filter} { }` : `${filter} ${name} { }`;
}

/** `ssl = no` at the top level switches TLS off everywhere. */
function checkSsl(check: CheckContext): void {
  const { configuration } = check;
  const global = check.lastAtTop.get('ssl');
  if (global?.statement.value.content.text !== 'no' || !configuration.complete) return;
  for (const entry of entriesOf(configuration, 'ssl')) {
    const text = knownText(entry);
    const filter = entry.scope?.filter ?? '';
    if (!connectionFilters.has(filter) || (text !== 'yes' && text !== 'required')) continue;
    check.report('ssl-disabled', entry, valueSpan(entry), {
      data: { filter: filterText(entry.scope!) },
      certainty: 'warning',
      other: global,
    });
  }
}

function entriesOf({ entries }: Configuration, setting: string): readonly Entry[] {
  return entries.filter((entry) => entry.setting === setting);
}

/** 2.4 wants a metric's exporter to be there. */
function checkExporters(check: CheckContext): void {
  const { configuration } = check;
  if (!configuration.complete) return;
  const exporters = new Set(
    configuration.openings.flatMap(({ scope }) => (scope.filter === 'event_exporter' ? (scope.name ?? []) : [])),
  );
  for (const entry of configuration.entries) {
    const isOne =
      entry.setting === 'metric_exporter' && entry.scope?.filter === 'metric' && entry.scope.section !== undefined;
    const name = isOne ? knownText(entry) : undefined;
    if (name === undefined || name === '' || isDeferred(name) || exporters.has(name) || !check.isLast(entry)) continue;
    check.report('exporter-unknown', entry, valueSpan(entry), { data: { name, ...nearWord(name, exporters) } });
  }
}
