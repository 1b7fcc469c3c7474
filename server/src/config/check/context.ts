/** What every check is given: the configuration, for which Dovecot it is read, and where to report. */

import { type Dialect, type Grammar, isPro } from '../../knowledge/dialect.ts';
import driverLists from '../../knowledge/generated/drivers.json' with { type: 'json' };
import { compareReleases } from '../../knowledge/releases.ts';
import { sourceSpan } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import type { ConfigDocument } from '../../workspace/document.ts';
import type { Configuration, Entry, Opening } from '../configuration.ts';
import { hasHole, isKnown } from '../holes.ts';
import { type Scope, scopePath } from '../scope.ts';
import type { ListElement } from '../values/types.ts';
import { findNew } from './known.ts';
import { endingWith } from './near.ts';
import { type Certainty, isOpening, type Problem, type ProblemCode } from './problem.ts';

export interface Details {
  readonly data?: Readonly<Record<string, string>>;
  readonly certainty?: Certainty;
  readonly other?: Entry | Opening;
}

export class CheckContext {
  readonly configuration: Configuration;
  /** The grammar of this reading; a configuration of an undecided dialect is read in both. */
  readonly grammar: Grammar;
  readonly dialect: Dialect | undefined;
  readonly problems: Problem[] = [];
  /** Sections that lack their `}`: what follows seems to be inside, but is most likely not meant to be. */
  readonly #unclosed: Map<Scope, boolean>;
  /** The file as it stands is not what Dovecot reads: it has lines of a template language. */
  readonly isTemplate: boolean;
  /** Where what was reported: what holds for many services is said once. */
  readonly #said = new Set<string>();
  #hasOwnSections: boolean | undefined;
  #lastAtTop: ReadonlyMap<string, Entry> | undefined;
  #last: ReadonlyMap<string, ReadonlyMap<string, Entry>> | undefined;
  #thirdParties: ReadonlySet<string> | undefined;

  constructor(configuration: Configuration, grammar: Grammar) {
    this.configuration = configuration;
    this.grammar = grammar;
    this.dialect = configuration.decision.dialect;
    this.#unclosed = new Map(configuration.braces.unclosed.map(({ scope }) => [scope, true]));
    this.isTemplate = configuration.documents.some(({ tree }) =>
      tree.statements.some(({ kind }) => kind === 'template'),
    );
  }

  /** Pro may know more than we do. */
  get mayBePro(): boolean {
    return this.dialect === undefined || isPro(this.dialect);
  }

  /** Whether nothing is known of what stands around the top level of the root. */
  get isFragment(): boolean {
    return this.configuration.kind === 'fragment';
  }

  /** The last assignment of every setting outside of all sections. */
  get lastAtTop(): ReadonlyMap<string, Entry> {
    this.#lastAtTop ??= new Map(
      this.configuration.entries.flatMap((entry) => (entry.scope === undefined ? [[entry.setting, entry]] : [])),
    );
    return this.#lastAtTop;
  }

  /** Whether no later assignment in the same scope takes the place of an entry: only what remains is checked at the end. */
  isLast(entry: Entry): boolean {
    this.#last ??= lastEntries(this.configuration.entries);
    return this.#last.get(scopePath(entry.scope))?.get(entry.setting) === entry;
  }

  /** Whether a word of the new grammar is short for something of these types inside some filter. */
  isShortName(word: string, isType: (type: string) => boolean): boolean {
    return endingWith(word).some((name) => isType(findNew(name)?.type ?? ''));
  }

  /** Whether a scope is inside a section that lacks its `}`. Remembered, because nesting may be deep. */
  isUnclosed(scope: Scope | undefined): boolean {
    const passed: Scope[] = [];
    let at = scope;
    while (at !== undefined && !this.#unclosed.has(at)) {
      passed.push(at);
      at = at.parent;
    }
    const found = at !== undefined && this.#unclosed.get(at)!;
    for (const one of passed) this.#unclosed.set(one, found);
    return found;
  }

  /** Whether the fragment opens sections itself: then it is not included inside a list, where any key is right. */
  get hasOwnSections(): boolean {
    this.#hasOwnSections ??= this.configuration.openings.some(({ scope }) => scope.parent === undefined);
    return this.#hasOwnSections;
  }

  /** Whether a name begins like a plugin that is loaded and not Dovecot's own: its settings are its own affair. */
  isOfThirdParty(name: string): boolean {
    this.#thirdParties ??= thirdPartyBeginnings(this.configuration);
    return this.#thirdParties.has(name.split('_')[0]!);
  }

  /** How certain it is that a release from `version` of CE on is meant. */
  from(version: string): Certainty | undefined {
    const { release } = this.configuration.decision;
    if (release === undefined || this.dialect !== 'ce-2.4') return 'information';
    return compareReleases(release, version) >= 0 ? 'error' : undefined;
  }

  /** How certain it is that a release behind `version` is meant. */
  after(version: string): Certainty | undefined {
    const { release } = this.configuration.decision;
    if (release === undefined) return undefined;
    return this.dialect?.startsWith('ce-') === true && compareReleases(release, version) > 0 ? 'error' : undefined;
  }

  /** How certain it is that a release before `version` is meant. The configuration's own version excludes older ones. */
  before(version: string): Certainty | undefined {
    const { release } = this.configuration.decision;
    if (release !== undefined) {
      const isComparable = this.dialect === 'ce-2.4' || this.dialect === 'ce-2.3' || this.dialect === 'pro-2.3';
      return isComparable && compareReleases(release, version) < 0 ? 'error' : undefined;
    }
    const declared = this.#configVersion();
    return declared !== undefined && compareReleases(declared, version) < 0 ? 'information' : undefined;
  }

  #configVersion(): string | undefined {
    if (this.dialect !== 'ce-2.4') return undefined;
    const first = this.configuration.entries.find(({ setting }) => setting === 'dovecot_config_version');
    const declared = first?.statement.value.content.text;
    return declared !== undefined && /^\d+\.\d+\.\d+$/.test(declared) ? declared : undefined;
  }

  report(code: ProblemCode, subject: Entry | Opening, span: Span, details: Details = {}): void {
    this.reportIn(code, subject.document, span, details, subject);
  }

  reportIn(code: ProblemCode, document: ConfigDocument, span: Span, details: Details, subject?: Entry | Opening): void {
    const { data = {}, certainty = 'error', other } = details;
    const place = `${code} ${span.from} ${span.to} ${document.uri}`;
    if (this.#said.has(place)) return;
    this.#said.add(place);
    this.problems.push({ code, certainty, document, span, data, subject, ...(other !== undefined && { other }) });
  }
}

/** By the path of their scope and the setting. */
function lastEntries(entries: readonly Entry[]): Map<string, Map<string, Entry>> {
  const last = new Map<string, Map<string, Entry>>();
  for (const entry of entries) {
    const path = scopePath(entry.scope);
    const settings = last.get(path);
    if (settings === undefined) last.set(path, new Map([[entry.setting, entry]]));
    else settings.set(entry.setting, entry);
  }
  return last;
}

/** Where a key or a section's word stands. */
export function keyOf(item: Entry | Opening): Span {
  return isOpening(item) ? item.section.key : item.statement.key;
}

/** The span of an entry's value, or its key and `=` where there is none. */
export function valueSpan({ statement }: Entry, from = 0, to = statement.value.content.text.length): Span {
  const { content } = statement.value;
  if (to > from) return sourceSpan(content, from, to);
  if (statement.value.to > statement.value.from) return statement.value;
  return { from: statement.key.from, to: statement.equals + 1 };
}

/** The text of a value that is known for certain; undefined when something else fills it. */
export function knownText({ statement: { value } }: Entry): string | undefined {
  if (value.style === 'file' || value.style === 'heredoc') return undefined;
  const { text } = value.content;
  return isKnown(text) ? text : undefined;
}

/** `%dbport`, `{$port}` and `MIN_PROCESS` fill in what no setting with a type of its own could have. */
export function isTemplateWord(text: string): boolean {
  return /%[A-Za-z_(]|^\{|^[A-Z]+(?:_[A-Z]+)+$/.test(text);
}

/** Whether a name is no slip of the finger but filled in by a template. */
export function isTemplateName(text: string): boolean {
  return /[%$]|\{.*\}|<.*>/.test(text) || hasHole(text);
}

const pluginLists = new Set(['mail_plugins', 'sieve_plugins']);
const ownPlugins = new Set(
  [driverLists.new, driverLists.old].flatMap(({ mail_plugins, sieve_plugins }) => [...mail_plugins, ...sieve_plugins]),
);

function thirdPartyBeginnings({ entries }: Configuration): Set<string> {
  const beginnings = new Set<string>();
  for (const { setting, scope, statement } of entries) {
    const listed = pluginLists.has(setting) ? statement.value.content.text.split(/[ ,]+/) : [];
    const element = scope !== undefined && pluginLists.has(scope.filter) ? [statement.key.text] : [];
    for (const word of [...listed, ...element]) {
      if (/^\w+$/.test(word) && !ownPlugins.has(word))
        beginnings.add(word.replace(/^(?:imap|pop3|lmtp|mail)_/, '').split('_')[0]!);
    }
  }
  return beginnings;
}

/** The old grammar has strings in the place of lists: words between blanks and commas. */
export function wordsOf(text: string): ListElement[] {
  return [...text.matchAll(/[^ ,]+/g)].map(({ 0: word, index }) => ({
    text: word,
    from: index,
    to: index + word.length,
  }));
}
