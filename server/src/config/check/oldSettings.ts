/** Settings of the old grammar: whether their struct has them, what they may hold, and what 2.3 understands of 1.x. */

import { isPluginSetting } from '../../knowledge/facts.ts';
import probes from '../../knowledge/generated/probes.json' with { type: 'json' };
import { findSetting } from '../../knowledge/lookup.ts';
import type { Entry } from '../configuration.ts';
import { hasHole } from '../holes.ts';
import { type CheckContext, isTemplateName, keyOf } from './context.ts';
import { type Explanation, explainOld, oldPathsNamed } from './explain.ts';
import { findOld, isSectionType, type Known, looksLikePro } from './known.ts';
import { nearOld } from './near.ts';
import { obsoleteSetting, renamedInPlugin } from './obsolete.ts';
import type { OldPlace, OldPlaces } from './oldPlaces.ts';
import { checkValue } from './values.ts';

const notInLocal: ReadonlySet<string> = new Set([...probes.old.notInLocal, 'passdb', 'userdb']);

export function checkOldSetting(check: CheckContext, places: OldPlaces, entry: Entry): void {
  const place = places.of(entry.scope);
  const key = keyIn(entry);
  if (place.kind === 'unknown') return;
  if (place.kind === 'strlist' && !place.isShut) {
    checkListKey(check, entry, place, key);
    return;
  }
  if (place.kind === 'section' && entry.scope?.section === undefined && !places.exists(entry.scope!)) {
    const data = { name: entry.statement.key.text, place: '' };
    if (!check.isFragment) check.report('setting-unknown', entry, keyOf(entry), { data });
    return;
  }
  const path = place.path === '' ? key : `${place.path}/${key}`;
  const known = place.isShut ? undefined : findOld(path);
  if (known === undefined) {
    checkUnknown(check, entry, place, key);
    return;
  }
  checkRelease(check, entry, known);
  if (place.isLocal && notInLocal.has(path)) check.report('local-auth', entry, keyOf(entry), { data: { name: key } });
  if (isSectionType(known.type) || known.type === 'strlist') checkAssigned(check, entry, known);
  else if (place.kind === 'open') checkOpenValue(check, entry, key);
  else checkValue(check, entry, [known], known.fact === undefined ? 'warning' : 'error');
}

/** The key without the path of sections in front that made the scope. */
function keyIn({ statement, scope }: Entry): string {
  const { text } = statement.key;
  return scope?.section === undefined && scope !== undefined ? text.slice(text.lastIndexOf('/') + 1) : text;
}

function checkRelease(check: CheckContext, entry: Entry, { fact }: Known): void {
  const data = { name: entry.statement.key.text };
  const since = fact?.since === undefined ? undefined : check.before(fact.since);
  if (since === 'error') {
    check.report('setting-release', entry, keyOf(entry), {
      data: { ...data, release: fact!.since! },
      certainty: since,
    });
  }
  const gone = fact?.removedAfter === undefined ? undefined : check.after(fact.removedAfter);
  if (gone !== undefined) {
    const details = { data: { ...data, release: fact!.removedAfter! }, certainty: gone };
    check.report('setting-removed', entry, keyOf(entry), details);
  }
}

/** Sections that are refused when nothing but their name is given. */
const neverEmpty = new Set(['event_exporter', 'metric', 'passdb', 'service', 'userdb']);

function checkAssigned(check: CheckContext, entry: Entry, { name }: Known): void {
  if (check.isFragment && name !== entry.statement.key.text) return;
  const certainty = neverEmpty.has(name) && !check.isFragment ? 'error' : 'warning';
  check.report('filter-assigned', entry, keyOf(entry), { data: { name }, certainty });
}

/** Any key is right in `plugin { }`, as far as it has no slash; that it means nothing to the plugins is a hint at most. */
function checkListKey(check: CheckContext, entry: Entry, { path }: OldPlace, key: string): void {
  if (hasHole(key)) return;
  if (key.includes('/')) {
    check.report('setting-unknown', entry, keyOf(entry), { data: { name: key, place: path } });
    return;
  }
  if (path !== 'plugin') return;
  const obsolete = renamedInPlugin.get(key);
  if (obsolete !== undefined) {
    reportObsolete(check, entry, key, obsolete);
  } else if (findSetting('old', 'plugin', key) === undefined && !isNumbered(key)) {
    const suggestion = nearOld('plugin', key);
    if (suggestion === undefined) return;
    const data = { name: key, suggestion };
    check.report('setting-plugin-suggested', entry, keyOf(entry), { data, certainty: 'hint' });
  }
}

function reportObsolete(check: CheckContext, entry: Entry, name: string, replacement: string): void {
  const code = replacement === '' ? 'setting-needless' : 'setting-obsolete';
  check.report(code, entry, keyOf(entry), { data: { name, replacement }, certainty: 'warning' });
}

/** `quota2`, `sieve_before3`, `fts_autoindex_exclude4`: names that are counted are near each other by design. */
function isNumbered(key: string): boolean {
  return /\d/.test(key);
}

/** At the top of a fragment a key may belong to any section: only what all of them refuse is wrong. */
function checkOpenValue(check: CheckContext, entry: Entry, key: string): void {
  const forms = oldPathsNamed(key).flatMap((path) => findOld(path) ?? []);
  if (!check.hasOwnSections && isPluginSetting(key)) return;
  checkValue(check, entry, forms, check.hasOwnSections ? 'error' : 'warning');
}

function checkUnknown(check: CheckContext, entry: Entry, place: OldPlace, key: string): void {
  if (isTemplateName(key)) return;
  if (place.path === '' && key !== entry.statement.key.text) return;
  const obsolete = place.path === '' ? obsoleteSetting(key, entry) : undefined;
  if (obsolete !== undefined) {
    reportObsolete(check, entry, key, obsolete);
    return;
  }
  if (place.kind === 'open' && oldPathsNamed(key).length > 0) return;
  // Behind a missing `}` everything seems to be in the wrong place.
  if (place.path !== '' && findOld(key) !== undefined && check.isUnclosed(entry.scope)) return;
  const explanation: Explanation = place.isShut ? { kind: 'unknown' } : explainOld(key, place.path, false);
  const certainty = certaintyOf(check, key, place, explanation);
  if (certainty === undefined) return;
  const data = { name: key, place: place.path, ...explanation };
  check.report(`setting-${explanation.kind}`, entry, keyOf(entry), { data, certainty });
}

/** What is not known may be Pro's. */
export function certaintyOf(check: CheckContext, word: string, place: OldPlace, { kind }: Explanation) {
  // A template may hold the lines of both grammars.
  if (check.isTemplate && kind === 'newer') return undefined;
  if (place.kind === 'open' && !check.hasOwnSections) {
    return kind === 'suggested' && !isPluginSetting(word) ? 'information' : undefined;
  }
  return check.mayBePro && (kind === 'unknown' || looksLikePro(word)) ? 'information' : 'error';
}
