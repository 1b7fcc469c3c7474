/**
 * Words that Dovecot only looks up when it uses them: drivers, mechanisms, plugins, services. What is one slip away from
 * a word that it has was probably meant to be that word; anything else may be a third party's.
 */

import {
  findWord,
  isWordOf,
  type Words,
  wordsOfPrefix,
  wordsOfSectionName,
  wordsOfSetting,
} from '../../knowledge/words/index.ts';
import { NearNames } from '../../text/near.ts';
import type { Span } from '../../text/span.ts';
import type { Entry, Opening } from '../configuration.ts';
import { oldPath, type Scope } from '../scope.ts';
import { driverIn } from '../upgrade/upgrade.ts';
import { type CheckContext, knownText, valueSpan, wordsOf } from './context.ts';
import type { Certainty } from './problem.ts';
import { hasWords } from './words.ts';

/** The words of a setting's value, or an element of a list. */
export function checkSpelling(check: CheckContext, entry: Entry): void {
  const { scope, statement } = entry;
  if (!check.isLast(entry)) return;
  const list = check.grammar === 'new' && scope !== undefined ? wordsOfSetting(scope.filter, 'new') : undefined;
  if (list !== undefined) {
    if (isCompared(scope!.filter, check) || scope!.filter.endsWith('_fields')) return;
    checkWord(check, entry, scope!.filter, list, statement.key.text, statement.key);
    return;
  }
  const text = knownText(entry);
  if (text === undefined || /["$]/.test(text)) return;
  const path = check.grammar === 'new' ? entry.setting : oldPath(entry.setting, scope);
  if (isCompared(path, check)) return;
  const words = wordsOfSetting(path, check.grammar);
  if (words !== undefined) {
    for (const { text: word, from, to } of wordsOf(text)) {
      checkWord(check, entry, statement.key.text, words, word, valueSpan(entry, from, to));
    }
    return;
  }
  const beginnings = check.grammar === 'old' ? wordsOfPrefix(path) : undefined;
  const beginning = /^[a-z][\w-]*(?=:)/.exec(text)?.[0];
  if (beginnings === undefined || beginning === undefined) return;
  checkWord(check, entry, statement.key.text, beginnings, beginning, valueSpan(entry, 0, beginning.length));
}

/** Whether Dovecot itself compares the words, so that one it does not know is refused. */
function isCompared(name: string, { grammar }: CheckContext): boolean {
  return name === 'protocols' || hasWords(name, grammar);
}

/** Names of sections that stand for something that Dovecot has; others are the author's. */
const namedByUs: Readonly<Record<string, string>> = { protocol: '', service: 'executable' };
const namedByDriver = new Set(['dict', 'event_exporter', 'fs', 'fts', 'passdb', 'userdb']);

/** A section's name, where it says what the section is for. */
export function checkNameSpelling(check: CheckContext, opening: Opening): void {
  const { section, scope } = opening;
  const words = wordsOfSectionName(scope.filter, check.grammar);
  if (section.name === undefined || words === undefined || !isMeaningful(check, opening)) return;
  const negated = section.name.text.startsWith('!') ? 1 : 0;
  const isQuoted = section.name.to - section.name.from > section.name.text.length;
  if (isQuoted) return;
  const span = { from: section.name.from + negated, to: section.name.to };
  checkWord(check, opening, section.key.text, words, section.name.text.slice(negated), span);
}

function isMeaningful({ grammar }: CheckContext, { scope, section }: Opening): boolean {
  if (Object.hasOwn(namedByUs, scope.filter)) return !hasOwn(section, namedByUs[scope.filter]!);
  return grammar === 'new' && namedByDriver.has(scope.filter) && driverIn(section) === undefined;
}

function hasOwn(section: NonNullable<Scope['section']>, key: string): boolean {
  return section.body.some((each) => each.kind === 'assignment' && each.key.text === key);
}

/** Lists that plugins of third parties add to. */
const openLists = new Set(['mail_plugins', 'sieve_plugins']);

function checkWord(
  check: CheckContext,
  subject: Entry | Opening,
  name: string,
  words: Words,
  word: string,
  span: Span,
) {
  // What is counted is near its neighbour by design.
  if (!/^[A-Za-z][A-Za-z_-]*$/.test(word) && !/-(?:sha|md)[-\d]*$/i.test(word)) return;
  if (findWord(words, word) !== undefined) return;
  const near = nearNames(words).find(word);
  if (near === undefined || !isWordOf(words[near]!, check.dialect)) return;
  const suggestion = word === word.toLowerCase() ? near.toLowerCase() : near;
  const certainty: Certainty = check.mayBePro || openLists.has(name) ? 'information' : 'warning';
  check.report('word-suggested', subject, span, { data: { name, word, suggestion }, certainty });
}

const indexes = new WeakMap<Words, NearNames>();

function nearNames(words: Words): NearNames {
  let index = indexes.get(words);
  if (index === undefined) {
    index = new NearNames(Object.keys(words));
    indexes.set(words, index);
  }
  return index;
}
