/** The values of a configuration that hold variables, each with the setting that decides how Dovecot expands it. */

import type { Grammar } from '../../knowledge/dialect.ts';
import { findFact } from '../../knowledge/facts.ts';
import { type Expanding, externalExpanding, newExpanding, oldExpanding } from '../../knowledge/variables/contexts.ts';
import type { Assignment, Statement, Value } from '../../parser/cst.ts';
import { sourceSpan } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import type { ConfigDocument } from '../../workspace/document.ts';
import type { Configuration, Entry } from '../configuration.ts';
import { hasTemplateHole } from '../holes.ts';
import { oldPath, resolveSetting, type Scope } from '../scope.ts';
import { type NewTemplate, parseNewTemplate } from './newTemplate.ts';
import { type OldTemplate, parseOldTemplate } from './oldTemplate.ts';

export interface VariableValue {
  readonly document: ConfigDocument;
  readonly statement: Assignment;
  /** Its full name; in the old grammar its path, in external files its key. */
  readonly setting: string;
  readonly grammar: Grammar;
  readonly expanding: Expanding;
  readonly analysis: Analysis;
}

/** What a value's text amounts to, whatever setting it belongs to. Values of the same text share it. */
export interface Analysis {
  /** Another program still fills it. */
  readonly hasHole: boolean;
  /** As 2.4 takes it apart; nothing when it is one of 2.3. */
  readonly new: NewTemplate;
  /** As 2.3 takes it apart; nothing when it is one of 2.4. */
  readonly old: OldTemplate;
}

const values = new WeakMap<Configuration, readonly VariableValue[]>();

/** All values that hold a `%` and are expanded; none when it is not known how. */
export function variableValues(configuration: Configuration): readonly VariableValue[] {
  let found = values.get(configuration);
  if (found === undefined) {
    found = collect(configuration);
    values.set(configuration, found);
  }
  return found;
}

function collect(configuration: Configuration): VariableValue[] {
  const { grammar } = configuration.decision;
  const found: VariableValue[] = [];
  if (grammar === undefined) return found;
  const add = (value: VariableValue | undefined) => {
    if (value !== undefined) found.push(value);
  };
  for (const entry of configuration.entries) add(entryValue(entry, grammar));
  for (const document of new Set(configuration.externals.values())) {
    for (const statement of document.tree.statements) add(externalValue(statement, document));
  }
  return found;
}

/** An assignment as a value with variables; undefined when it holds none or is not expanded. */
export function variableValueOf(
  configuration: Configuration,
  document: ConfigDocument,
  statement: Assignment,
): VariableValue | undefined {
  const entry = configuration.entries.find((candidate) => candidate.statement === statement);
  if (entry === undefined) return externalValue(statement, document);
  return entryValue(entry, configuration.decision.grammar ?? 'new');
}

function entryValue(entry: Entry, grammar: Grammar): VariableValue | undefined {
  const { document, statement } = entry;
  if (!mayHoldVariables(statement.value)) return undefined;
  const setting = settingName(entry.setting, entry.scope, grammar);
  if (grammar === 'new' && isFileContent(setting, statement.value)) return undefined;
  const expanding = grammar === 'new' ? newExpanding(setting) : (oldExpanding(setting) ?? externalExpanding(setting));
  return make(document, statement, setting, grammar, expanding);
}

function externalValue(statement: Statement, document: ConfigDocument): VariableValue | undefined {
  if (statement.kind !== 'assignment' || !mayHoldVariables(statement.value)) return undefined;
  const setting = statement.key.text;
  return make(document, statement, setting, 'old', externalExpanding(setting));
}

function make(
  document: ConfigDocument,
  statement: Assignment,
  setting: string,
  grammar: Grammar,
  expanding: Expanding | undefined,
): VariableValue | undefined {
  if (expanding === undefined) return undefined;
  const analysis = analyse(statement.value.content.text, grammar);
  return { document, statement, setting, grammar, expanding, analysis };
}

/** What stands in another file is read, not expanded. */
function mayHoldVariables({ style, content }: Value): boolean {
  return style !== 'file' && content.text.includes('%');
}

/** Of file settings only the path is expanded. */
function isFileContent(setting: string, { style, content }: Value): boolean {
  return findFact(setting, 'new')?.type === 'file' && (style === 'heredoc' || content.text.startsWith('inline:'));
}

/** The full name that decides: of an element of a list it is the list's. */
export function settingName(setting: string, scope: Scope | undefined, grammar: Grammar): string {
  if (grammar === 'old') return oldPath(setting, scope);
  if (scope === undefined) return setting;
  const list = resolveSetting(scope.filter, scope.parent, 'new');
  const type = findFact(list, 'new')?.type;
  return type === 'strlist' || type === 'boollist' ? list : setting;
}

const noNew: NewTemplate = { parts: [], errors: [], dropped: [] };
const noOld: OldTemplate = { variables: [], percents: [] };

/**
 * By grammar and text: at every keystroke a document has new values, but nearly all with the same texts. Bounded, because
 * texts are the author's.
 */
const analyses: Record<Grammar, Map<string, Analysis>> = { new: new Map(), old: new Map() };
const maxAnalyses = 20_000;

function analyse(text: string, grammar: Grammar): Analysis {
  const known = analyses[grammar];
  let found = known.get(text);
  if (found === undefined) {
    found = {
      hasHole: hasTemplateHole(text),
      new: grammar === 'new' ? parseNewTemplate(text) : noNew,
      old: grammar === 'old' ? parseOldTemplate(text) : noOld,
    };
    if (known.size >= maxAnalyses) known.clear();
    known.set(text, found);
  }
  return found;
}

const templates = new WeakMap<ConfigDocument, boolean>();

/**
 * Whether the value is not yet what Dovecot will read. Installers with `%{name}` of their own write `%%{user}` for
 * Dovecot's; nobody else does.
 */
export function isTemplate({ analysis, document, grammar }: VariableValue): boolean {
  if (analysis.hasHole) return true;
  if (grammar === 'old') return false;
  let found = templates.get(document);
  if (found === undefined) {
    found = /%%\{\s*(?:user|home|owner_user|protocol|service)\b/.test(document.text);
    templates.set(document, found);
  }
  return found;
}

/** Where offsets of a value's text are in its document. */
export function spanInDocument({ statement }: VariableValue, { from, to }: Span): Span {
  return sourceSpan(statement.value.content, from, to);
}
