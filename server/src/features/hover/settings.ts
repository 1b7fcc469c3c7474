/** Settings and sections by their name: what is known, the default here, what the configuration makes of it. */

import { obsoleteSetting } from '../../config/check/obsolete.ts';
import type { Entry } from '../../config/configuration.ts';
import { oldPath, resolveSetting, type Scope } from '../../config/scope.ts';
import type { Dialect, Grammar } from '../../knowledge/dialect.ts';
import { isListSetting } from '../../knowledge/facts.ts';
import { findSetting } from '../../knowledge/lookup.ts';
import { renderSetting } from '../../knowledge/render.ts';
import type { Setting } from '../../knowledge/types.ts';
import type { Word } from '../../parser/cst.ts';
import { touches } from '../../text/span.ts';
import { defaultAt, effectiveAt } from './effective.ts';
import { type AssignmentPlace, type HoverInfo, headOf, type SectionPlace } from './place.ts';

export function settingHover(place: AssignmentPlace | SectionPlace): HoverInfo | undefined {
  return place.kind === 'section' ? sectionHover(place) : assignmentHover(place);
}

function sectionHover({ configuration, statement, scope, grammar }: SectionPlace): HoverInfo | undefined {
  const { dialect } = configuration.decision;
  const setting = find(statement.key.text, scope, grammar);
  if (setting !== undefined) return { span: headOf(statement), markdown: renderSetting(setting, grammar, dialect) };
  return foreignHover(statement.key, scope, grammar, dialect);
}

function assignmentHover({ configuration, statement, entry, grammar, offset }: AssignmentPlace): HoverInfo | undefined {
  const { key } = statement;
  if (!touches(key, offset)) return undefined;
  if (entry === undefined) {
    const setting = findSetting('old', 'ext', key.text);
    return setting && { span: key, markdown: renderSetting(setting, 'old') };
  }
  const setting = find(entry.setting, entry.scope, grammar);
  if (setting === undefined) {
    const special = grammar === 'old' ? obsoleteHover(entry) : elementHover(entry);
    return special ?? foreignHover(key, entry.scope, grammar, configuration.decision.dialect);
  }
  const { text, notes } = effectiveAt(configuration, entry);
  const markdown = renderSetting(
    withDefault(setting, grammar, defaultAt(configuration, entry)),
    grammar,
    configuration.decision.dialect,
  );
  return { span: key, markdown: text === undefined ? markdown : `${text}\n\n${markdown}`, notes };
}

/** An element of a list, whose names are the author's: what the list is for. */
function elementHover({ scope, statement: { key } }: Entry): HoverInfo | undefined {
  if (scope === undefined || !isListSetting(scope.filter)) return undefined;
  const list = findSetting('new', 'setting', scope.filter);
  const head = `**\`${key.text}\`** — Element of the list \`${scope.filter}\`.`;
  return list && { span: key, markdown: `${head}\n\n${renderSetting(list, 'new')}` };
}

/** A name that only the other grammar has: what it was, or will be. */
function foreignHover(
  key: Word,
  scope: Scope | undefined,
  grammar: Grammar,
  dialect: Dialect | undefined,
): HoverInfo | undefined {
  const other = grammar === 'new' ? 'old' : 'new';
  const setting =
    find(key.text, scope, other) ?? (other === 'old' ? findSetting('old', 'plugin', key.text) : undefined);
  return setting && { span: key, markdown: renderSetting(setting, other, dialect) };
}

/** Names of 1.x. */
function obsoleteHover(entry: Entry): HoverInfo | undefined {
  const { key } = entry.statement;
  const instead = obsoleteSetting(key.text, entry);
  if (instead === undefined) return undefined;
  const today = instead === '' ? 'which 2.3 ignores' : `which 2.3 takes for \`${instead}\``;
  return { span: key, markdown: `**\`${key.text}\`** — Setting of Dovecot 1.x, ${today}.` };
}

function withDefault(setting: Setting, grammar: Grammar, text: string | undefined): Setting {
  const spelling = setting[grammar];
  return text === undefined || spelling === undefined
    ? setting
    : { ...setting, [grammar]: { ...spelling, default: text } };
}

/** Knowledge about a full name; our own entry first, then what the binaries say. */
function find(name: string, scope: Scope | undefined, grammar: Grammar): Setting | undefined {
  const full = resolveSetting(name, scope, grammar);
  const inPlugin = grammar === 'old' && scope?.filter === 'plugin';
  const path = grammar === 'old' && !inPlugin ? oldPath(full, scope) : full;
  const place = inPlugin ? 'plugin' : 'setting';
  return findSetting(grammar, place, path) ?? findSetting(grammar, place, full);
}
