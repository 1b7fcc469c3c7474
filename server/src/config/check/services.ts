/** Services as a whole: processes that do not add up, names and listeners that are there twice. */

import { defaultServices } from '../../knowledge/services.ts';
import type { Entry, Opening } from '../configuration.ts';
import type { EffectiveScope } from '../effective/scope.ts';
import { type EffectiveSetting, effectiveSetting } from '../effective/setting.ts';
import { type Situation, situationOf } from '../effective/situation.ts';
import { effectiveTree } from '../effective/tree.ts';
import { isKnown } from '../holes.ts';
import { connectionFilters } from '../scope.ts';
import { isDeferred, parseValue } from '../values/parse.ts';
import { type CheckContext, keyOf, valueSpan } from './context.ts';
import { connectionsWith, isSeen } from './seen.ts';

const aboutServices = /^(?:service|unix_listener|fifo_listener|inet_listener)(?:_|$)|^default_(?:process|vsz)_limit$/;

/** The services of each place from which connections are served; only where something is said about services. */
export function checkServices(check: CheckContext): void {
  const { complete, entries, openings } = check.configuration;
  if (!complete) return;
  const isAbout = (word: string) => aboutServices.test(word);
  if (!openings.some(({ scope }) => isAbout(scope.filter)) && !entries.some(({ setting }) => isAbout(setting))) return;
  const sections = new Map(openings.map((opening) => [sectionOf(opening), opening]));
  for (const place of connectionsWith('service', check)) checkPlace(check, place, sections);
}

/** Listeners of 2.4 may stand outside of all services. */
function sectionOf({ scope: { filter, name, parent } }: Opening): string {
  return `${parent?.filter === 'service' ? parent.name : ''} ${filter}:${name}`;
}

type Sections = ReadonlyMap<string, Opening>;

const listenerKinds = ['unix_listener', 'fifo_listener', 'inet_listener'];

/** A section for a service or a listener, with what holds in it. */
class Part {
  readonly filter: string;
  readonly name: string;
  readonly #check: CheckContext;
  readonly #situation: Situation;

  constructor(check: CheckContext, filter: string, name: string, situation: Situation) {
    this.filter = filter;
    this.name = name;
    this.#check = check;
    this.#situation = situation;
  }

  inner(filter: string, name: string): Part {
    const { connection, inside } = this.#situation;
    return new Part(this.#check, filter, name, { connection, inside: [...inside, `${filter}:${name}`] });
  }

  /** The text of a setting by its name inside the section; undefined where it is not known. */
  text(own: string): string | undefined {
    const { text } = this.#setting(own);
    return text === undefined || (isKnown(text) && !isDeferred(text)) ? (text ?? '') : undefined;
  }

  isYes(own: string): boolean {
    const meaning = parseValue({ type: 'bool' }, this.text(own) ?? '', this.#check.grammar);
    return meaning.kind === 'bool' && meaning.value;
  }

  /** The amount that a setting holds; undefined where it is not known. */
  amount(own: string, type = 'uint'): bigint | undefined {
    return amountOf(this.text(own), type, this.#check);
  }

  entry(own: string): Entry | undefined {
    return this.#setting(own).sources.find(({ won }) => won)?.assigned.entry;
  }

  #setting(own: string): EffectiveSetting {
    const name = this.#check.grammar === 'new' ? `${this.filter}_${own}` : own;
    return effectiveSetting(effectiveTree(this.#check.configuration), name, this.#situation);
  }
}

function top(check: CheckContext, name: string): EffectiveSetting {
  return effectiveSetting(effectiveTree(check.configuration), name, { connection: new Map(), inside: [] });
}

function amountOf(text: string | undefined, type: string, { grammar }: CheckContext): bigint | undefined {
  if (text === undefined) return undefined;
  const meaning = parseValue({ type }, text, grammar);
  if (meaning.kind === 'unlimited') return 1n << 64n;
  return meaning.kind === 'number' || meaning.kind === 'bytes' ? meaning.value : undefined;
}

function checkPlace(check: CheckContext, place: EffectiveScope, sections: Sections): void {
  const { connection } = situationOf(place);
  const named = new Map<string, Part>();
  const taken = new Map<string, Taken>();
  const protocols = protocolsOf(check);
  const hasFilters = check.configuration.openings.some(
    ({ scope }) => connectionFilters.has(scope.filter) && isSeen(scope, check.grammar),
  );
  // In 2.4 a listener outside of all services is one of every service.
  const ofAll = check.grammar === 'new' ? listenersIn(place) : [];
  for (const name of namesOf(check, place)) {
    const service = new Part(check, 'service', name, { connection, inside: [`service:${name}`] });
    checkName(check, service, named);
    const protocol = service.text('protocol');
    if (protocol === undefined || (protocol !== '' && !protocols.includes(protocol))) continue;
    if (check.grammar === 'old' && hasFilters) checkRenamed(check, service);
    checkProcesses(check, service);
    checkMemory(check, service);
    checkRoot(check, service);
    for (const listener of listenersOf(check, place, service, ofAll, sections))
      checkListener(check, { service, listener }, taken, sections);
  }
}

/** The services that Dovecot has anyway, then those of the configuration. */
function namesOf({ grammar, configuration }: CheckContext, place: EffectiveScope): Set<string> {
  const names = new Set(defaultServices(grammar).map(({ name }) => name));
  for (const scope of new Set([effectiveTree(configuration).top, place])) {
    for (const { kind, filter, name } of scope.children) {
      if (kind === 'list' && filter === 'service' && name !== undefined) names.add(name);
    }
  }
  return names;
}

function checkName(check: CheckContext, service: Part, named: Map<string, Part>): void {
  const entry = service.entry('name');
  const name = entry === undefined ? service.name : service.text('name');
  if (name === undefined || name === '') return;
  const other = named.get(name);
  if (other === undefined) named.set(name, service);
  const place = entry ?? other?.entry('name');
  if (other !== undefined && place !== undefined) {
    check.report('service-duplicate', place, valueSpan(place), { data: { name } });
  }
}

/**
 * For the connections of a filter 2.3 puts together what is there anyway and what is set: under another name a service
 * then is there twice, and so are its listeners.
 */
function checkRenamed(check: CheckContext, service: Part): void {
  const entry = service.entry('name');
  const name = service.text('name') ?? service.name;
  const own = defaultServices('old').find((one) => one.name === service.name);
  const listener = own?.sections.find(({ filter }) => filter !== 'inet_listener');
  if (entry === undefined || name === '' || name === service.name || listener === undefined) return;
  check.report('listener-duplicate', entry, valueSpan(entry), { data: { name: listener.name } });
}

/** Of these there is one process. */
const singles = new Set(['anvil', 'auth', 'director', 'indexer', 'ipc', 'log', 'old-stats', 'replicator']);

function checkProcesses(check: CheckContext, service: Part): void {
  const most = service.amount('process_limit');
  const limit = service.entry('process_limit');
  if (limit !== undefined && singles.has(service.name) && most !== undefined && most !== 1n) {
    const data = { name: limit.statement.key.text, limit: '1' };
    check.report(most === 0n ? 'value-zero' : 'value-too-high', limit, valueSpan(limit), { data });
    return;
  }
  const least = service.amount('process_min_avail') ?? 0n;
  const place = service.entry('process_min_avail') ?? limit;
  if (place !== undefined && least > (most || allOf(check) || least)) {
    const data = { low: 'process_min_avail', high: 'process_limit' };
    check.report('order-reversed', place, valueSpan(place), { data });
  }
}

/** The limit of services that have none of their own. */
function allOf(check: CheckContext): bigint | undefined {
  return amountOf(top(check, 'default_process_limit').text, 'uint', check);
}

function checkRoot(check: CheckContext, service: Part): void {
  const place = service.entry('drop_priv_before_exec') ?? service.entry('chroot');
  const chroot = service.text('chroot') ?? '';
  if (place === undefined || !service.isYes('drop_priv_before_exec') || chroot === '') return;
  const data = { name: 'drop_priv_before_exec', value: 'yes', other: 'chroot', otherValue: chroot };
  check.report('settings-conflict', place, keyOf(place), { data });
}

/** Less than a megabyte is too little to start with. */
function checkMemory(check: CheckContext, service: Part): void {
  const own = service.entry('vsz_limit');
  const place = own ?? (check.grammar === 'new' ? check.lastAtTop.get('default_vsz_limit') : undefined);
  if (place === undefined) return;
  const text = own === undefined ? top(check, 'default_vsz_limit').text : service.text('vsz_limit');
  const size = amountOf(text, 'size', check);
  // Zero is another matter: no limit, or refused as such.
  if (size === undefined || size === 0n || size >= 1n << 20n) return;
  check.report('value-too-small', place, valueSpan(place), { data: { name: place.statement.key.text, limit: '1 M' } });
}

function listenersOf(
  { grammar, configuration }: CheckContext,
  place: EffectiveScope,
  service: Part,
  ofAll: readonly Named[],
  sections: Sections,
): Part[] {
  const { top: outermost } = effectiveTree(configuration);
  const label = `service:${service.name}`;
  const all = [
    ...(defaultServices(grammar).find(({ name }) => name === service.name)?.sections ?? []),
    ...ofAll.filter(({ filter, name }) => sections.has(` ${filter}:${name}`)),
    // A path key alone makes no listener.
    ...[outermost, place]
      .flatMap((scope) => listenersIn(scope.labelled(label)))
      .filter(({ filter, name }) => sections.has(`${service.name} ${filter}:${name}`)),
  ];
  const byLabel = new Map(all.map(({ filter, name }) => [`${filter}:${name}`, service.inner(filter, name)]));
  return [...byLabel.values()];
}

interface Named {
  readonly filter: string;
  readonly name: string;
}

function listenersIn(scope: EffectiveScope | undefined): Named[] {
  const children: readonly EffectiveScope[] = [...(scope?.children ?? [])];
  return children.flatMap(({ filter, name }) =>
    listenerKinds.includes(filter) && name !== undefined ? [{ filter, name }] : [],
  );
}

interface Taken {
  readonly service: Part;
  readonly listener: Part;
}

function checkListener(check: CheckContext, one: Taken, taken: Map<string, Taken>, sections: Sections): void {
  const { listener } = one;
  const address = listener.filter === 'inet_listener' ? portOf(check, listener) : pathOf(check, listener);
  if (address === undefined) return;
  const other = taken.get(address);
  taken.set(address, one);
  // Dovecot's own listeners are not the ones to change.
  if (other !== undefined && !reportTwice(check, one, address, sections)) reportTwice(check, other, address, sections);
}

function pathOf(check: CheckContext, listener: Part): string | undefined {
  const entry = listener.entry('path');
  const path = entry === undefined ? listener.name : listener.text('path');
  if (path === '' && entry !== undefined) {
    check.report('value-empty', entry, valueSpan(entry), { data: { name: entry.statement.key.text } });
  }
  const mode = parseValue({ type: 'uint_oct' }, listener.text('mode') ?? '', check.grammar);
  if (path === undefined || path === '' || (mode.kind === 'mode' && mode.value === 0n)) return undefined;
  const base = top(check, 'base_dir').text ?? '';
  const folders = check.lastAtTop.has('base_dir') ? [base] : [base, '/run/dovecot'];
  const folder = folders.find((one) => path.startsWith(`${one}/`));
  return folder === undefined ? path : path.slice(folder.length + 1);
}

function portOf({ grammar }: CheckContext, listener: Part): string | undefined {
  const [port, address] = [listener.text('port'), listener.text(grammar === 'new' ? 'listen' : 'address')];
  return port === undefined || address === undefined || /^0*$/.test(port) ? undefined : `${Number(port)}:${address}`;
}

function reportTwice(check: CheckContext, { service, listener }: Taken, address: string, sections: Sections): boolean {
  const { filter, name } = listener;
  const entry = listener.entry(filter === 'inet_listener' ? 'port' : 'path');
  const opening = sections.get(`${service.name} ${filter}:${name}`) ?? sections.get(` ${filter}:${name}`);
  const place = entry ?? opening;
  if (place === undefined) return false;
  const span = entry === undefined ? keyOf(place) : valueSpan(entry);
  check.report('listener-duplicate', place, span, { data: { name: address } });
  return true;
}

/** Services of other protocols are not looked at. */
function protocolsOf(check: CheckContext): readonly string[] {
  const { text, items } = top(check, 'protocols');
  return items?.map(({ element }) => element) ?? (text ?? '').split(/[ ,]+/);
}
