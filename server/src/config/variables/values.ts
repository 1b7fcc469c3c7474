/** The values of a configuration that hold variables, each with the setting that decides how Dovecot expands it. */

import type { Grammar } from '../../knowledge/dialect.ts';
import { findFact } from '../../knowledge/facts.ts';
import { type Expanding, externalExpanding, newExpanding, oldExpanding } from '../../knowledge/variables/contexts.ts';
import type { Assignment, Statement, Value } from '../../parser/cst.ts';
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
  if (grammar === undefined) return [];
  const found = configuration.entries.flatMap((entry) => entryValue(entry, grammar) ?? []);
  for (const document of new Set(configuration.externals.values())) {
    found.push(...document.tree.statements.flatMap((statement) => externalValue(statement, document) ?? []));
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
  if (grammar === 'new') {
    if (isFileContent(setting, statement.value)) return undefined;
    const expanding = newExpanding(setting);
    return expanding === undefined ? undefined : { document, statement, setting, grammar, expanding };
  }
  const expanding = oldExpanding(setting) ?? externalExpanding(setting);
  return expanding === undefined ? undefined : { document, statement, setting, grammar, expanding };
}

function externalValue(statement: Statement, document: ConfigDocument): VariableValue | undefined {
  if (statement.kind !== 'assignment') return undefined;
  const setting = statement.key.text;
  const expanding = externalExpanding(setting);
  if (expanding === undefined || !mayHoldVariables(statement.value)) return undefined;
  return { document, statement, setting, grammar: 'old', expanding };
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

const templates = new WeakMap<ConfigDocument, boolean>();

/**
 * Whether the value is not yet what Dovecot will read. Installers with `%{name}` of their own write `%%{user}` for
 * Dovecot's; nobody else does.
 */
export function isTemplate({ document, statement, grammar }: VariableValue): boolean {
  if (hasTemplateHole(statement.value.content.text)) return true;
  if (grammar === 'old') return false;
  let found = templates.get(document);
  if (found === undefined) {
    found = /%%\{\s*(?:user|home|owner_user|protocol|service)\b/.test(document.text);
    templates.set(document, found);
  }
  return found;
}

const newTemplates = new WeakMap<Value, NewTemplate>();
const oldTemplates = new WeakMap<Value, OldTemplate>();

/** A value as 2.4 takes it apart, parsed once per document. */
export function newTemplate({ statement: { value } }: VariableValue): NewTemplate {
  let template = newTemplates.get(value);
  if (template === undefined) {
    template = parseNewTemplate(value.content);
    newTemplates.set(value, template);
  }
  return template;
}

/** A value as 2.3 takes it apart, parsed once per document. */
export function oldTemplate({ statement: { value } }: VariableValue): OldTemplate {
  let template = oldTemplates.get(value);
  if (template === undefined) {
    template = parseOldTemplate(value.content);
    oldTemplates.set(value, template);
  }
  return template;
}
