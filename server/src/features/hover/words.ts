/** Words that Dovecot knows – drivers, plugins, services – in values, as names of sections, as elements of lists. */

import { findIn } from '../../config/effective/find.ts';
import { oldPath } from '../../config/scope.ts';
import { storageModel } from '../../config/storage/model.ts';
import { isListSetting, isNewSetting } from '../../knowledge/facts.ts';
import { renderWord } from '../../knowledge/render.ts';
import {
  findWord,
  isWordOf,
  type Words,
  wordsOfExternal,
  wordsOfPrefix,
  wordsOfSectionName,
  wordsOfSetting,
} from '../../knowledge/words/index.ts';
import { wordLists } from '../../knowledge/words/lists.ts';
import { sourceSpan, textOffset } from '../../text/mappedText.ts';
import { type Span, touches } from '../../text/span.ts';
import { type AssignmentPlace, type HoverInfo, type SectionPlace, wordAround } from './place.ts';

export function wordHover(place: AssignmentPlace | SectionPlace): HoverInfo | undefined {
  return place.kind === 'section' ? sectionNameHover(place) : (elementHover(place) ?? valueHover(place));
}

function sectionNameHover(place: SectionPlace): HoverInfo | undefined {
  const { statement, opening, scope, grammar, offset } = place;
  const { name } = statement;
  if (name === undefined || opening === undefined || !touches(name, offset)) return undefined;
  const { filter } = opening.scope;
  if (grammar === 'new' && hasDriver(place, filter)) return undefined;
  const words = wordsOfSectionName(grammar === 'old' ? oldPath(filter, scope) : filter, grammar);
  return words && card(place, words, name.text.replace(/^!/, ''), name);
}

/** With a driver of its own, the name of a section is any word. */
function hasDriver({ configuration, opening }: SectionPlace, filter: string): boolean {
  const driver = `${filter}_driver`;
  return isNewSetting(driver) && findIn(configuration, driver, opening!.scope) !== undefined;
}

/** `quota = yes` inside `mail_plugins { }`. */
function elementHover(place: AssignmentPlace): HoverInfo | undefined {
  const { statement, scope, grammar, offset } = place;
  const { key } = statement;
  if (grammar === 'old' || scope === undefined || !touches(key, offset) || !isListSetting(scope.filter)) {
    return undefined;
  }
  const words = wordsOfSetting(scope.filter, grammar);
  return words && card(place, words, key.text, key);
}

function valueHover(place: AssignmentPlace): HoverInfo | undefined {
  const { statement, grammar, offset } = place;
  const { style, content } = statement.value;
  if ((style !== 'bare' && style !== 'quoted') || !touches(statement.value, offset)) return undefined;
  const at = textOffset(content, offset);
  const span = wordAround(content.text, at, { from: 0, to: content.text.length }, /[^\s,"]/);
  const show = (words: Words | undefined, { from, to }: Span) =>
    words && card(place, words, content.text.slice(from, to), sourceSpan(content, from, to));
  const name = settingOf(place);
  return (
    show(wordsOfSetting(name, grammar) ?? (place.entry === undefined ? wordsOfExternal(name) : undefined), span) ??
    (grammar === 'old' ? (oldValueHover(name, content.text, at, show) ?? uriDriverHover(place)) : undefined)
  );
}

function settingOf({ entry, statement, grammar }: AssignmentPlace): string {
  if (entry === undefined) return statement.key.text;
  return grammar === 'old' ? oldPath(entry.setting, entry.scope) : entry.setting;
}

type Show = (words: Words | undefined, span: Span) => HoverInfo | undefined;

/** `maildir:~/Maildir:LAYOUT=fs`: a driver in front, a layout behind. */
function oldValueHover(name: string, text: string, at: number, show: Show): HoverInfo | undefined {
  const words = wordsOfPrefix(name);
  if (words === undefined) return undefined;
  const driver = /^[\w-]+(?=:|$)/.exec(text);
  if (driver !== null && at <= driver[0].length) return show(words, { from: 0, to: driver[0].length });
  for (const match of text.matchAll(/(?<=:LAYOUT=)[^:]*/g)) {
    const span = { from: match.index, to: match.index + match[0].length };
    if (touches(span, at)) return show(wordLists.layout, span);
  }
  return undefined;
}

/** A driver in an fs URI string. */
function uriDriverHover(place: AssignmentPlace): HoverInfo | undefined {
  const { configuration, document, offset } = place;
  for (const { drivers } of storageModel(configuration).chains) {
    for (const { name, section } of drivers) {
      if (section === undefined && name.document.uri === document.uri && touches(name.span, offset)) {
        return card(place, wordLists.fs, name.text, name.span);
      }
    }
  }
  return undefined;
}

function card(place: AssignmentPlace | SectionPlace, words: Words, text: string, span: Span): HoverInfo | undefined {
  const word = findWord(words, text);
  if (word === undefined) return undefined;
  const { dialect } = place.configuration.decision;
  return { span, markdown: renderWord(word, text, isWordOf(word, dialect) ? undefined : dialect) };
}
