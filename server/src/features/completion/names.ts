/** Names that may begin a line: settings, sections and the words of the language. */

import { connectionFilters, oldPath, type Scope } from '../../config/scope.ts';
import type { Dialect } from '../../knowledge/dialect.ts';
import { findKeyword, keywords } from '../../knowledge/keywords.ts';
import { findSetting } from '../../knowledge/lookup.ts';
import { childNames, newSettingNames } from '../../knowledge/names.ts';
import { plainDefault, typeName } from '../../knowledge/render.ts';
import type { Place, Setting } from '../../knowledge/types.ts';
import type { NameContext } from './context.ts';
import { elementCandidates, labelCandidates } from './elements.ts';
import type { Candidate } from './types.ts';

/** Rank: names that belong to the section around, then all others, then what is set already. */
const ranks = { own: 0, other: 2, keyword: 3, alreadySet: 4 } as const;

export function nameCandidates(context: NameContext): Candidate[] {
  const elements = elementCandidates(context);
  if (elements !== undefined) return elements;
  const found = context.grammar === 'new' ? newNames(context) : oldNames(context);
  return [...found, ...keywordCandidates(context), ...labelCandidates(context, ranks.keyword)];
}

/** In these sections only their own settings make sense, although Dovecot takes any. */
const closedFilters: ReadonlySet<string> = new Set([
  'service',
  'unix_listener',
  'fifo_listener',
  'inet_listener',
  'metric',
  'event_exporter',
  'acl',
  'language',
]);

function newNames(context: NameContext): Candidate[] {
  const { scope } = context;
  const set = alreadySet(context);
  const prefixes = prefixesOf(scope);
  const isClosed = scope !== undefined && closedFilters.has(scope.filter);
  const candidates: Candidate[] = [];
  for (const name of newSettingNames()) {
    const setting = findSetting('new', 'setting', name);
    if (setting === undefined || !isIn(setting, context)) continue;
    const prefix = prefixes.find((each) => name.startsWith(each) && name.length > each.length);
    if (prefix === undefined && isClosed && !nestedIn(scope.filter, name)) continue;
    // A filter without a name is not found by its short name.
    const label = prefix === undefined || setting.type === 'named_filter' ? name : name.slice(prefix.length);
    const rank = set.has(name) ? ranks.alreadySet : prefix === undefined ? ranks.other : ranks.own;
    candidates.push(candidate(context, setting, 'setting', name, label, rank));
  }
  return candidates;
}

/** `fs_s3_` and `fs_` inside `fs s3 { }`: what may be left off, longest first. */
function prefixesOf(scope: Scope | undefined): string[] {
  if (scope === undefined || connectionFilters.has(scope.filter) || scope.filter === 'group') return [];
  const named = scope.name === undefined ? [] : [`${scope.filter}_${scope.name.replaceAll('/', '_')}_`];
  return [...named, `${scope.filter}_`];
}

function nestedIn(filter: string, name: string): boolean {
  return filter === 'service' && name.endsWith('_listener');
}

function oldNames(context: NameContext): Candidate[] {
  const { scope } = context;
  const set = alreadySet(context);
  const section = oldPath('', scope).replace(/\/$/, '');
  const place: Place = section === 'plugin' ? 'plugin' : 'setting';
  const candidates: Candidate[] = [];
  for (const label of childNames(section)) {
    const path = section === '' || place === 'plugin' ? label : `${section}/${label}`;
    const setting = findSetting('old', place, path);
    if (setting === undefined || !isIn(setting, context)) continue;
    candidates.push(candidate(context, setting, place, path, label, set.has(label) ? ranks.alreadySet : ranks.own));
  }
  return candidates;
}

function isIn(setting: Setting, { configuration, grammar }: NameContext): boolean {
  const { dialect } = configuration.decision;
  return dialect === undefined || setting[grammar]!.dialects.includes(dialect as Dialect);
}

/** The full names that this very section sets. */
function alreadySet({ configuration, scope, offset, document }: NameContext): Set<string> {
  const names = new Set<string>();
  for (const entry of configuration.entries) {
    if (entry.scope?.path !== scope?.path) continue;
    const isHere = entry.document === document && entry.statement.from <= offset && offset <= entry.statement.key.to;
    if (!isHere) names.add(entry.setting);
  }
  return names;
}

function candidate(
  context: NameContext,
  setting: Setting,
  place: Place,
  name: string,
  label: string,
  rank: number,
): Candidate {
  const isSection = isSectionType(setting);
  const spelling = setting[context.grammar]!;
  const text = context.isNamed ? label : isSection ? sectionSnippet(setting, label) : `${label} = `;
  return {
    label,
    kind: isSection ? 'section' : 'setting',
    span: context.span,
    text,
    ...(isSection && !context.isNamed && { isSnippet: true }),
    detail: [typeName(setting.type), plainDefault(spelling)].filter((part) => part !== undefined).join(', '),
    rank,
    ...(spelling.removed !== undefined && { deprecated: true }),
    documentation: { kind: 'setting', grammar: context.grammar, place, name, driver: '' },
  };
}

function isSectionType({ type }: Setting): boolean {
  return type === 'named_filter' || type === 'named_list_filter' || type === 'strlist';
}

/** The block with what it cannot do without; the cursor goes where the author goes on. */
function sectionSnippet(setting: Setting, label: string): string {
  const { type, required } = setting;
  const head = type === 'named_list_filter' ? `${label} \${1:name} {` : `${label} {`;
  if (required === undefined) return `${head}\n\t$0\n}`;
  const name = setting.new?.name ?? '';
  const short = required.startsWith(`${name}_`) ? required.slice(name.length + 1) : required;
  const isBlock = findSetting('new', 'setting', required)?.type.startsWith('named_') === true;
  return isBlock ? `${head}\n\t${short} \${2:name} {\n\t\t$0\n\t}\n}` : `${head}\n\t${short} = $0\n}`;
}

function keywordCandidates({ grammar, scope, span, isNamed }: NameContext): Candidate[] {
  const isInFilter = scope !== undefined && connectionFilters.has(scope.filter);
  return Object.entries(keywords)
    .filter(
      ([label, { everywhere }]) =>
        (scope === undefined || (everywhere && isInFilter)) && findKeyword(label, grammar) !== undefined,
    )
    .map(([label, { snippet, summary }]) => ({
      label,
      kind: 'keyword',
      span,
      text: isNamed ? label : snippet,
      isSnippet: !isNamed,
      rank: ranks.keyword,
      documentation: { kind: 'text', markdown: summary },
    }));
}
