/** Settings of the new grammar: whether they are known where they stand, and what they may hold. */

import { isOldOnlySetting } from '../../knowledge/facts.ts';
import probes from '../../knowledge/generated/probes.json' with { type: 'json' };
import { isRemovedSetting } from '../../knowledge/removed.ts';
import type { Entry, Opening } from '../configuration.ts';
import { resolveSetting, scopePrefixes } from '../scope.ts';
import { parseValue } from '../values/parse.ts';
import { type CheckContext, isTemplateName, keyOf, valueSpan } from './context.ts';
import { type Explanation, explainNew, explainPluginKey } from './explain.ts';
import { findNew, isFilterType, type Known, looksLikePro } from './known.ts';
import { endingWith } from './near.ts';
import type { NewPlace, NewPlaces } from './newPlaces.ts';
import { type Certainty, isOpening } from './problem.ts';
import { checkValue } from './values.ts';
import { checkWord } from './words.ts';

const boolForm: Known = { name: '', type: 'bool', fact: undefined, only: undefined };

/** Of the server as a whole, so not of a group that may be included anywhere. */
const notInGroups = new Set(['dovecot_storage_version', 'base_dir', 'import_environment']);

const notInLocal: ReadonlySet<string> = new Set([...probes.new.notInLocal, 'passdb', 'userdb']);

export function checkNewSetting(check: CheckContext, places: NewPlaces, entry: Entry): void {
  const place = places.of(entry.scope);
  const { key } = entry.statement;
  // A group include; the version has checks of its own.
  if (key.text.startsWith('@') || key.text === 'dovecot_config_version') return;
  if (place.kind === 'list') {
    if (place.type === 'boollist') checkElement(check, entry, place.scope!.filter);
    return;
  }
  if (place.kind === 'unknown' && place.scope?.filter === 'plugin') {
    checkPluginKey(check, entry);
    return;
  }
  const name = nameOf(check, entry, place);
  const known = findNew(name);
  if (known === undefined) {
    checkUnknown(check, entry, place);
    return;
  }
  checkRelease(check, entry, known);
  if (known.name !== name && check.before('2.4.2') === 'error') {
    check.report('setting-alias', entry, keyOf(entry), { data: { name, replacement: known.name } });
  }
  checkPlace(check, entry, place, known);
  if (!checkForm(check, entry, place, known)) return;
  if (place.kind === 'open') checkOpenValue(check, entry, known);
  // What is only known from a manual is not as certain as what a binary said.
  else checkValue(check, entry, [known], known.fact === undefined ? 'warning' : 'error');
}

/** `element = yes` inside of a list. */
function checkElement(check: CheckContext, entry: Entry, list: string): void {
  checkValue(check, entry, [boolForm], 'error');
  const { key, value } = entry.statement;
  const meaning = parseValue(boolForm, value.content.text, 'new');
  if (meaning.kind === 'bool' && meaning.value && check.isLast(entry))
    checkWord(check, entry, list, key.text, keyOf(entry));
}

/** The full name; the assembler's own where it read the same grammar. */
function nameOf(check: CheckContext, entry: Entry, place: NewPlace): string {
  if (check.configuration.decision.grammar !== 'old') return entry.setting;
  return resolveSetting(entry.setting, place.scope, 'new');
}

/** Whether the release in use has the setting, filter or list. */
export function checkRelease(check: CheckContext, entry: Entry | Opening, { fact, only }: Known): void {
  const data = { name: (isOpening(entry) ? entry.section : entry.statement).key.text };
  if (only !== undefined && check.dialect === 'ce-2.4' && !only.includes('ce-2.4')) {
    check.report(isOpening(entry) ? 'section-pro-only' : 'setting-pro-only', entry, keyOf(entry), { data });
  }
  if (fact?.since !== undefined) {
    const certainty = check.before(fact.since);
    const details = { data: { ...data, release: fact.since }, ...(certainty !== undefined && { certainty }) };
    if (certainty !== undefined) check.report('setting-release', entry, keyOf(entry), details);
  }
  if (fact?.removedAfter !== undefined) {
    const certainty = check.after(fact.removedAfter);
    const details = { data: { ...data, release: fact.removedAfter }, ...(certainty !== undefined && { certainty }) };
    if (certainty !== undefined) check.report('setting-removed', entry, keyOf(entry), details);
  }
}

function checkPlace(check: CheckContext, entry: Entry, place: NewPlace, { name }: Known): void {
  if (place.kind === 'group' && notInGroups.has(name)) {
    check.report('group-setting', entry, keyOf(entry), { data: { name } });
  } else if (place.isLocal && notInLocal.has(name)) {
    check.report('local-auth', entry, keyOf(entry), { data: { name } });
  }
}

/** Filters and string lists have no value; false when there is none to check. */
function checkForm(check: CheckContext, entry: Entry, place: NewPlace, { type }: Known): boolean {
  const { key, value } = entry.statement;
  const isNameless = type === 'named_filter';
  if (!isFilterType(type) && type !== 'strlist') return true;
  if (place.kind === 'open' && endingWith(key.text).length > 0) return false;
  if (isFilterType(type)) {
    const code = isNameless ? 'filter-assigned' : 'list-filter-assigned';
    check.report(code, entry, keyOf(entry), { data: { name: key.text } });
  } else if (value.style === 'heredoc') {
    return true;
  } else if (value.content.text !== '') {
    check.report('strlist-assigned', entry, valueSpan(entry), { data: { name: key.text } });
  }
  return false;
}

/** At the top of a fragment a key may be short for something else: only what all of them refuse is wrong. */
function checkOpenValue(check: CheckContext, entry: Entry, known: Known): void {
  const others = endingWith(entry.statement.key.text).flatMap((name) => findNew(name) ?? []);
  if (others.some(({ type }) => isFilterType(type) || type === 'strlist')) return;
  checkValue(check, entry, [known, ...others], check.hasOwnSections ? 'error' : 'warning');
}

function checkUnknown(check: CheckContext, entry: Entry, place: NewPlace): void {
  const { key } = entry.statement;
  if (place.kind === 'unknown' || isTemplateName(key.text)) return;
  // A rule of its own says more of it.
  if (check.dialect !== undefined && isRemovedSetting(key.text, check.dialect)) return;
  if (place.kind === 'open' && endingWith(key.text).length > 0) return;
  const explanation = explainNew(key.text, place.scope, false);
  const certainty = certaintyOf(check, key.text, place, explanation);
  if (certainty === undefined) return;
  const data = { name: key.text, place: describe(place), ...explanation };
  check.report(`setting-${explanation.kind}`, entry, keyOf(entry), { data, certainty });
}

/** The section is the error; what 2.4 has for its keys is told beside it. */
function checkPluginKey(check: CheckContext, entry: Entry): void {
  const { text } = entry.statement.key;
  if (check.isTemplate || isTemplateName(text)) return;
  if (check.dialect !== undefined && isRemovedSetting(text, check.dialect)) return;
  const explanation = explainPluginKey(text);
  if (explanation.kind === 'unknown') return;
  const data = { name: text, ...explanation };
  check.report(`setting-${explanation.kind}`, entry, keyOf(entry), { data, certainty: 'information' });
}

/** What is not known may be a third party's, or Pro's. */
export function certaintyOf(
  check: CheckContext,
  word: string,
  place: NewPlace,
  { kind }: Explanation,
): Certainty | undefined {
  // A template may hold the lines of both grammars.
  if (check.isTemplate && (kind === 'replaced' || kind === 'gone')) return undefined;
  if (place.kind === 'open' && !check.hasOwnSections) {
    // A fragment may be included inside a list, where any key is right; but no list has names of 2.3's settings.
    if (isOldOnlySetting(word)) return 'warning';
    return kind === 'suggested' ? 'information' : undefined;
  }
  if (check.mayBePro) {
    const names = [word, ...scopePrefixes(place.scope).map((prefix) => prefix + word)];
    if (kind === 'unknown' || names.some(looksLikePro)) return 'information';
  }
  return check.isOfThirdParty(word) ? 'information' : 'error';
}

function describe({ scope, kind }: NewPlace): string {
  return scope === undefined || kind === 'connection' ? '' : scope.filter;
}
