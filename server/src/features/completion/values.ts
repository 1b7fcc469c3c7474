/** Values: what the type allows, words that Dovecot knows, names defined elsewhere in the configuration. */

import { comparedWords } from '../../config/check/words.ts';
import type { Configuration } from '../../config/configuration.ts';
import { isKnown } from '../../config/holes.ts';
import type { Scope } from '../../config/scope.ts';
import { storageDrivers, wrapperDrivers } from '../../config/storage/types.ts';
import { type Dialect, isPro } from '../../knowledge/dialect.ts';
import { isListSetting } from '../../knowledge/facts.ts';
import { builtInGroupLabels, proGroupNames } from '../../knowledge/groups.ts';
import { findSetting, settingsAt, settingsOfUriDriver } from '../../knowledge/lookup.ts';
import { renderWord, typeName } from '../../knowledge/render.ts';
import type { Setting } from '../../knowledge/types.ts';
import { findWord, isWordOf, type Words, wordsOfPrefix, wordsOfSetting } from '../../knowledge/words/index.ts';
import { wordLists } from '../../knowledge/words/lists.ts';
import { sourceOffset } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import { isFsUri, uriPosition } from '../fsUri.ts';
import { textAtCursor, type ValueContext } from './context.ts';
import type { Candidate } from './types.ts';

export function valueCandidates(context: ValueContext): Candidate[] {
  const { setting: name, grammar } = context;
  if (grammar === 'old' && isFsUri(name)) return uriCandidates(context);
  const setting = settingOf(context);
  return [
    ...typeCandidates(context, setting),
    ...wordCandidates(context),
    ...comparedCandidates(context, setting),
    ...beginningCandidates(context),
    ...referenceCandidates(context),
    ...defaultCandidate(context, setting),
  ];
}

function settingOf({ setting, grammar, scope }: ValueContext): Setting | undefined {
  if (grammar === 'new' && scope !== undefined && isListSetting(scope.filter)) return undefined;
  return setting.startsWith('plugin/') && grammar === 'old'
    ? findSetting(grammar, 'plugin', setting.slice('plugin/'.length))
    : findSetting(grammar, 'setting', setting);
}

function typeCandidates(context: ValueContext, setting: Setting | undefined): Candidate[] {
  const { span, scope } = context;
  const list =
    context.grammar === 'new' && scope !== undefined ? findSetting('new', 'setting', scope.filter) : undefined;
  const isListElement = list?.type === 'boollist';
  if (setting?.type === 'bool' || isListElement) {
    return ['yes', 'no'].map((label) => ({
      label,
      kind: 'value',
      span,
      text: label,
      rank: 0,
      ...isDefault(label, context, setting),
    }));
  }
  const words = wordsOfSetting(context.setting, context.grammar) ?? {};
  return Object.entries(setting?.values ?? {})
    .filter(([label]) => findWord(words, label) === undefined)
    .map(([label, markdown]) => ({
      label,
      kind: 'value',
      span,
      text: label,
      rank: 0,
      ...isDefault(label, context, setting),
      ...(markdown !== '' && { documentation: { kind: 'text', markdown } as const }),
    }));
}

function isDefault(label: string, { grammar }: ValueContext, setting: Setting | undefined): { detail?: string } {
  return setting?.[grammar]?.default === label ? { detail: 'default' } : {};
}

function wordCandidates(context: ValueContext): Candidate[] {
  const words = wordsOfSetting(context.setting, context.grammar);
  if (words === undefined) return [];
  const { dialect } = context.configuration.decision;
  return Object.entries(words)
    .filter(([, word]) => isWordOf(word, dialect))
    .map(([name, word]) => {
      // Mechanisms are written in lower case by habit.
      const label = context.setting.includes('mechanisms') ? name.toLowerCase() : name;
      return {
        label,
        kind: 'word',
        span: context.span,
        text: label,
        rank: 0,
        ...(word.replacedBy !== undefined && { deprecated: true }),
        documentation: { kind: 'text', markdown: renderWord(word) },
      };
    });
}

/** Words that nothing is taught of, but which Dovecot compares the value with. */
function comparedCandidates(context: ValueContext, setting: Setting | undefined): Candidate[] {
  const { setting: name, grammar, span } = context;
  const words = comparedWords(name, grammar) ?? [];
  const taught = wordsOfSetting(name, grammar) ?? {};
  return words
    .filter((label) => findWord(taught, label) === undefined && setting?.values?.[label] === undefined)
    .filter((label) => !label.endsWith('*'))
    .map((label) => ({ label, kind: 'value', span, text: label, rank: 0 }));
}

/** In the old grammar: `maildir:` at the beginning, `INDEX=` behind a colon, and what was set before. */
function beginningCandidates(context: ValueContext): Candidate[] {
  const { setting, grammar, configuration, value, offset } = context;
  if (grammar !== 'old') return [];
  const { text, at } = textAtCursor(context);
  const before = text.slice(0, at);
  const span = (from: number) => ({ from: from === at ? offset : sourceOffset(value, from), to: offset });
  if (setting === 'mail_plugins') {
    const label = `$${setting}`;
    return [{ label, kind: 'reference', span: context.span, text: label, detail: 'what is set so far', rank: 0 }];
  }
  const words = wordsOfPrefix(setting);
  if (words === undefined) return [];
  if (/^[\w-]*$/.test(before)) {
    const { dialect } = configuration.decision;
    // Their dicts are named by the database.
    const all = words === wordLists.dict ? { ...words, ...wordLists.sql } : words;
    const complete = Object.keys(settingOf(context)?.values ?? {});
    return listCandidates(span(0), all)
      .filter(({ label }) => label !== 'sql' && isWordOf(all[label]!, dialect))
      .filter(({ label }) => !complete.some((each) => each.startsWith(`${label}:`)))
      .map(withColon);
  }
  const part = /^[\w-]+:.*:([A-Z]*)$/s.exec(before);
  if (part === null || !/(?:^|\/)(?:mail_)?location$/.test(setting)) return [];
  return settingsAt('mail-location')
    .filter(({ old }) => /^[A-Z]+$/.test(old!.name))
    .map((each) => ({
      label: each.old!.name,
      kind: 'parameter',
      span: span(at - part[1]!.length),
      text: `${each.old!.name}=`,
      rank: 0,
      documentation: { kind: 'setting', grammar: 'old', place: 'mail-location', name: each.old!.name, driver: '' },
    }));
}

function withColon(candidate: Candidate): Candidate {
  return { ...candidate, text: `${candidate.text}:` };
}

/** Settings whose value is the name of a section elsewhere, by that section's filter. */
const references: Readonly<Record<string, string>> = {
  dict_proxy_name: 'dict',
  metric_exporter: 'event_exporter',
  event_exporter: 'event_exporter',
  'metric/exporter': 'event_exporter',
};

function referenceCandidates(context: ValueContext): Candidate[] {
  const { setting, configuration, span } = context;
  const names = setting.startsWith('@')
    ? groupNames(configuration, setting)
    : isAlias(setting)
      ? namespacePrefixes(context)
      : sectionNames(configuration, references[setting]);
  return names.map((label) => ({ label, kind: 'reference', span, text: label, rank: 0 }));
}

function isAlias(setting: string): boolean {
  return setting === 'namespace_alias_for' || setting === 'namespace/alias_for';
}

/** A namespace is an alias for another one by its prefix. */
function namespacePrefixes({ configuration, scope }: ValueContext): string[] {
  const prefixes = configuration.entries.flatMap(({ setting, scope: other, statement }) =>
    other?.filter === 'namespace' && other !== scope && /^(?:namespace_)?prefix$/.test(setting)
      ? [statement.value.content.text]
      : [],
  );
  return [...new Set(prefixes.filter((prefix) => prefix !== '' && isKnown(prefix)))];
}

function sectionNames(configuration: Configuration, filter: string | undefined): string[] {
  if (filter === undefined) return [];
  const names = configuration.openings.flatMap(({ scope }) =>
    scope.filter === filter && scope.name !== undefined && isDeclared(scope) ? [scope.name] : [],
  );
  // The old grammar's `dict { name = … }`.
  const entries = configuration.entries.flatMap((entry) =>
    filter === 'dict' && entry.scope?.filter === 'dict' && configuration.decision.grammar === 'old'
      ? [entry.setting]
      : [],
  );
  return [...new Set([...names, ...entries])];
}

/** Dicts are declared for the dict service, and used everywhere else. */
function isDeclared({ filter, parent }: Scope): boolean {
  return filter !== 'dict' || parent === undefined || parent.filter === 'dict_server';
}

/** Names of the groups of a label: `@mysql` → those of `group @mysql NAME {`. */
function groupNames(configuration: Configuration, label: string): string[] {
  const names = configuration.openings.flatMap(({ section }) =>
    section.label?.text === label && section.name !== undefined ? [section.name.text] : [],
  );
  const { dialect } = configuration.decision;
  const ofPro = dialect !== undefined && isPro(dialect) && Object.hasOwn(proGroupNames, label);
  const known = ofPro ? proGroupNames[label] : builtInGroupLabels.get(label);
  return [...new Set([...names, ...(known ?? [])])];
}

const shown: ReadonlySet<string> = new Set(['uint', 'size', 'time', 'time_msecs', 'octal', 'port']);

/** The default of a number, size or time, as a place to begin from. */
function defaultCandidate({ grammar, span }: ValueContext, setting: Setting | undefined): Candidate[] {
  const value = setting?.[grammar]?.default;
  if (setting === undefined || value === undefined || value === '' || !shown.has(setting.type)) return [];
  return [{ label: value, kind: 'value', span, text: value, detail: `default, ${typeName(setting.type)}`, rank: 1 }];
}

/** Drivers and parameters inside `obox_fs = fscache:…:s3:https://host/?<|>`. */
function uriCandidates(context: ValueContext): Candidate[] {
  const { value, offset } = context;
  const { text, at } = textAtCursor(context);
  const position = uriPosition(text, at);
  const span = { from: sourceOffset(value, position.from), to: offset };
  if (position.kind === 'driver') return driverCandidates(span, context);
  if (position.driver === undefined) return [];
  if (position.kind === 'parameter') return parameterCandidates(position.driver, span, context);
  if (position.driver === 'dictmap') return dictCandidates(span, context);
  return position.driver === 'compress' && position.part === 0 ? listCandidates(span, wordLists.compression) : [];
}

function driverCandidates(span: Span, { configuration }: ValueContext): Candidate[] {
  const { dialect } = configuration.decision;
  const names = [...wrapperDrivers, ...storageDrivers].filter(
    (name) => Object.hasOwn(wordLists.fs, name) && isWordOf(wordLists.fs[name]!, dialect as Dialect),
  );
  return names.map((label) => {
    return {
      label,
      kind: 'word',
      span,
      text: `${label}:`,
      rank: wrapperDrivers.has(label) ? 0 : 1,
      documentation: { kind: 'text', markdown: renderWord(wordLists.fs[label]!) },
    };
  });
}

function parameterCandidates(driver: string, span: Span, { configuration }: ValueContext): Candidate[] {
  const { dialect } = configuration.decision;
  return settingsOfUriDriver(driver)
    .filter(({ old }) => dialect === undefined || old!.dialects.includes(dialect))
    .map((setting) => {
      const { name } = setting.old!;
      return {
        label: name,
        kind: 'parameter',
        span,
        text: setting.type === 'flag' ? name : `${name}=`,
        detail: typeName(setting.type),
        rank: 0,
        documentation: { kind: 'setting', grammar: 'old', place: 'fs-uri', name, driver },
      };
    });
}

function dictCandidates(span: Span, { configuration }: ValueContext): Candidate[] {
  const dicts = sectionNames(configuration, 'dict').map(
    (name): Candidate => ({ label: name, kind: 'reference', span, text: name, rank: 0 }),
  );
  return [...dicts, { label: 'proxy:dict-async:', kind: 'value', span, text: 'proxy:dict-async:', rank: 1 }];
}

function listCandidates(span: Span, words: Words): Candidate[] {
  return Object.entries(words).map(([label, word]) => {
    return {
      label,
      kind: 'word',
      span,
      text: label,
      rank: 0,
      documentation: { kind: 'text', markdown: renderWord(word) },
    };
  });
}
