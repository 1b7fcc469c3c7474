/**
 * Names that a configuration defines in one place and uses in others: dicts, groups, event exporters, and settings that
 * `$SET:` or `$` refers to. Definition, references, highlights and rename are all asked from here.
 */

import type { Configuration, Entry, Opening } from '../config/configuration.ts';
import { type Located, locatedSlice, locatedValue, locatedWord } from '../config/located.ts';
import { touches } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';

export interface Occurrence {
  readonly kind: 'dict' | 'group' | 'exporter' | 'setting';
  /** Occurrences of one key are the same thing: `mails`, `@mysql default`. */
  readonly key: string;
  readonly at: Located;
  readonly isDefinition: boolean;
}

/** Every occurrence in a configuration, in reading order. */
export function occurrences(configuration: Configuration): Occurrence[] {
  const isOld = configuration.decision.grammar === 'old';
  return [
    ...configuration.openings.flatMap((opening) => ofOpening(opening, isOld)),
    ...configuration.entries.flatMap((entry) => ofEntry(entry, isOld)),
  ];
}

/** The occurrence under a cursor. */
export function occurrenceAt(
  configuration: Configuration,
  document: ConfigDocument,
  offset: number,
): Occurrence | undefined {
  return occurrences(configuration).find(({ at }) => at.document === document && touches(at.span, offset));
}

/** All occurrences of the same thing. */
export function sameThing(configuration: Configuration, { kind, key }: Pick<Occurrence, 'kind' | 'key'>): Occurrence[] {
  return occurrences(configuration).filter((other) => other.kind === kind && other.key === key);
}

function ofOpening({ scope, section, document }: Opening, isOld: boolean): Occurrence[] {
  const { name, label } = section;
  if (name === undefined) return [];
  const at = withoutQuotes(locatedWord(name, document));
  if (label !== undefined) return [{ kind: 'group', key: `${label.text} ${name.text}`, at, isDefinition: true }];
  // `dict proxy { }` inside a filesystem or a quota only leads to a dict.
  if (scope.filter === 'dict' && scope.parent?.filter === 'dict_server' && !isOld) {
    return [{ kind: 'dict', key: name.text, at, isDefinition: true }];
  }
  if (scope.filter === 'event_exporter') return [{ kind: 'exporter', key: name.text, at, isDefinition: true }];
  return [];
}

/** The span of a quoted name is that of its content, which is what a rename replaces. */
function withoutQuotes(word: Located): Located {
  return locatedSlice(word, 0, word.text.length);
}

function ofEntry({ setting, scope, statement, document }: Entry, isOld: boolean): Occurrence[] {
  const value = locatedValue(statement, document);
  const found = expanded(value, statement.value.style === 'bare');
  if (setting.startsWith('@'))
    found.push({ kind: 'group', key: `${setting} ${value.text}`, at: value, isDefinition: false });
  else if (setting === 'dict_proxy_name') found.push({ kind: 'dict', key: value.text, at: value, isDefinition: false });
  else if (setting === 'metric_exporter' || (isOld && setting === 'exporter' && scope?.filter === 'metric')) {
    found.push({ kind: 'exporter', key: value.text, at: value, isDefinition: false });
  }
  if (!isOld) return found;
  if (scope?.filter === 'dict') {
    found.push({ kind: 'dict', key: setting, at: locatedWord(statement.key, document), isDefinition: true });
  }
  for (const match of value.text.matchAll(/\bproxy:[^:\s;]*:([\w.-]+)/g)) {
    const to = match.index + match[0].length;
    found.push({
      kind: 'dict',
      key: match[1]!,
      at: locatedSlice(value, to - match[1]!.length, to),
      isDefinition: false,
    });
  }
  return found;
}

/** `$SET:name` and 2.3's `$name`, at the beginning of words of a value without quotes. */
function expanded(value: Located, isBare: boolean): Occurrence[] {
  if (!isBare || !value.text.includes('$')) return [];
  return [...value.text.matchAll(/(?<=^| )\$(?:SET:)?([a-z][\w/]*)(?= |$)/g)].map((match) => {
    const to = match.index + match[0].length;
    return { kind: 'setting', key: match[1]!, at: locatedSlice(value, to - match[1]!.length, to), isDefinition: false };
  });
}

/** Where a name is defined; for settings that are referred to, every assignment at top level. */
export function definitions(configuration: Configuration, occurrence: Occurrence): Located[] {
  if (occurrence.kind === 'setting') {
    return configuration.entries
      .filter(({ setting, scope }) => setting === occurrence.key && scope === undefined)
      .map(({ statement, document }) => locatedWord(statement.key, document));
  }
  return sameThing(configuration, occurrence)
    .filter(({ isDefinition }) => isDefinition)
    .map(({ at }) => at);
}

/** What may be written as a new name; undefined when a rename is not possible at all. */
export function renameProblem(occurrence: Occurrence, name: string): string | undefined {
  if (occurrence.kind === 'setting') return 'A setting of Dovecot keeps its name.';
  if (name === '') return 'A name is needed.';
  if (/[\s"'={}#$:;]/.test(name)) return 'A name of one word is needed, without quotes, braces, = # $ : or ;.';
  return undefined;
}
