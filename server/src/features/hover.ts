/** What to show when the pointer rests at a place: support cards on storage, variables, knowledge on settings. */

import type { Configuration } from '../config/configuration.ts';
import type { Located } from '../config/located.ts';
import { oldPath, resolveSetting, type Scope } from '../config/scope.ts';
import { storageModel } from '../config/storage/model.ts';
import { storageSystem } from '../config/storage/system.ts';
import { type FsDriver, wrapperDrivers } from '../config/storage/types.ts';
import { type Dialect, type Grammar, isPro } from '../knowledge/dialect.ts';
import { managedCqlOfHost } from '../knowledge/hosts.ts';
import { findSetting, settingsOfUriDriver } from '../knowledge/lookup.ts';
import { renderDatabaseCard, renderSetting, renderStatements, renderSupportCard } from '../knowledge/render.ts';
import { storageSupportPage } from '../knowledge/statements.ts';
import { databaseCards, formatStatements, supportCard } from '../knowledge/support.ts';
import { type Assignment, pathAt, type Section } from '../parser/cst.ts';
import { type Span, touches } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';
import { variableHover } from './variableHover.ts';

export interface HoverInfo {
  readonly span: Span;
  readonly markdown: string;
}

/** Undefined when there is nothing useful to say. */
export function hover(configuration: Configuration, document: ConfigDocument, offset: number): HoverInfo | undefined {
  return (
    storageHover(configuration, document, offset) ??
    variableHover(configuration, document, offset) ??
    settingHover(configuration, document, offset)
  );
}

function storageHover(configuration: Configuration, document: ConfigDocument, offset: number): HoverInfo | undefined {
  const { dialect } = configuration.decision;
  if (dialect !== undefined && !isPro(dialect)) return undefined;
  const at = (located: Located | undefined) =>
    located !== undefined &&
    located.document.uri === document.uri &&
    located.text !== '' &&
    touches(located.span, offset);
  const storage = storageModel(configuration);
  for (const chain of storage.chains) {
    for (const driver of chain.drivers) {
      const card = driverHover(driver, at, dialect);
      if (card !== undefined) return card;
    }
  }
  for (const { driver } of storage.formats) {
    if (at(driver)) return formatHover(driver, dialect);
  }
  for (const { hosts } of storage.cql) {
    const host = hosts.find(at);
    if (host === undefined) continue;
    const card = managedCqlOfHost(host.text) === undefined ? databaseCards.cassandra : databaseCards.managed;
    return { span: host.span, markdown: renderDatabaseCard(card) };
  }
  return undefined;
}

function driverHover(
  driver: FsDriver,
  at: (located: Located | undefined) => boolean,
  dialect: Dialect | undefined,
): HoverInfo | undefined {
  const { url, name } = driver;
  const head = driver.section === undefined ? undefined : driver.extent;
  const place = [name, url?.scheme, url?.host, head].find(at);
  if (place !== undefined && !wrapperDrivers.has(name.text)) {
    const system = storageSystem(driver);
    if (system === undefined) return undefined;
    return { span: place.span, markdown: renderSupportCard(supportCard(system), dialect === 'pro-2.3') };
  }
  const parameter = url?.parameters.find(({ key }) => at(key));
  if (parameter === undefined) return driver.section === undefined ? argumentHover(driver, at) : undefined;
  const setting = findSetting('old', 'fs-uri', parameter.key.text, name.text);
  return setting === undefined ? undefined : { span: parameter.key.span, markdown: renderSetting(setting, 'old') };
}

/** The value of a positional or named argument in a URI string: `512M` of `fscache:512M:…`. */
function argumentHover(driver: FsDriver, at: (located: Located | undefined) => boolean): HoverInfo | undefined {
  for (const setting of settingsOfUriDriver(driver.name.text)) {
    const value = driver.get(setting.new?.name ?? setting.old!.name);
    if (value === undefined || value === driver.url?.whole || !at(value)) continue;
    return { span: value.span, markdown: renderSetting(setting, 'old') };
  }
  return undefined;
}

function formatHover(driver: Located, dialect: Dialect | undefined): HoverInfo {
  const upgrade = dialect === 'pro-2.3' ? ' (on Pro 2.3: information for the upgrade)' : '';
  const supported =
    driver.text === 'obox' ? 'supported by Dovecot Pro 3.x' : 'not a format for mails in Dovecot Pro 3.x';
  return {
    span: driver.span,
    markdown: `**\`${driver.text}\`** — ${supported}${upgrade}\n\n${renderStatements(formatStatements)}\n\n[Storage support](${storageSupportPage})`,
  };
}

function settingHover(configuration: Configuration, document: ConfigDocument, offset: number): HoverInfo | undefined {
  const path = pathAt(document.tree, offset);
  const statement = path[path.length - 1];
  const grammar: Grammar = configuration.decision.grammar ?? 'new';
  switch (statement?.kind) {
    case 'assignment':
      return assignmentHover(configuration, document, statement, offset, grammar);
    case 'section':
      return sectionHover(configuration, document, statement, offset, grammar);
    default:
      return undefined;
  }
}

function assignmentHover(
  configuration: Configuration,
  document: ConfigDocument,
  statement: Assignment,
  offset: number,
  grammar: Grammar,
): HoverInfo | undefined {
  const entry = configuration.entries.find((candidate) => candidate.statement === statement);
  if (touches(statement.key, offset)) {
    if (entry === undefined) return externalHover(statement);
    const { setting, scope } = entry;
    const markdown = describe(setting, scope, grammar);
    return markdown === undefined ? undefined : { span: statement.key, markdown };
  }
  return wordHover(document, statement, offset, entry?.setting ?? statement.key.text);
}

/** The key of an external file. */
function externalHover({ key }: Assignment): HoverInfo | undefined {
  const setting = findSetting('old', 'ext', key.text);
  return setting === undefined ? undefined : { span: key, markdown: renderSetting(setting, 'old') };
}

/** A parameter's name inside an old URI string, a `mail_location` or a `connect` string. */
function wordHover(
  document: ConfigDocument,
  statement: Assignment,
  offset: number,
  setting: string,
): HoverInfo | undefined {
  if (!touches(statement.value, offset)) return undefined;
  const from = wordEdge(document.text, offset, -1, statement.value.from);
  const to = wordEdge(document.text, offset, 1, statement.value.to);
  const word = document.text.slice(from, to);
  if (word === '') return undefined;
  const found = findWord(setting, word);
  return found === undefined ? undefined : { span: { from, to }, markdown: renderSetting(found, 'old') };
}

function findWord(setting: string, word: string) {
  if (setting === 'connect') return findSetting('old', 'connect', word);
  if (setting === 'mail_location' || setting === 'location') return findSetting('old', 'mail-location', word);
  if (!/_fs$/.test(setting)) return undefined;
  for (const driver of [
    'dictmap',
    'posix',
    'fscache',
    'compress',
    'crypt',
    's3',
    'aws-s3',
    'azure',
    'sproxyd',
    'scality',
  ]) {
    const found = findSetting('old', 'fs-uri', word, driver);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wordEdge(text: string, offset: number, step: 1 | -1, limit: number): number {
  let at = offset;
  while (at !== limit && /[\w-]/.test(text.charAt(step === 1 ? at : at - 1))) at += step;
  return at;
}

function sectionHover(
  configuration: Configuration,
  document: ConfigDocument,
  section: Section,
  offset: number,
  grammar: Grammar,
): HoverInfo | undefined {
  if (!touches({ from: section.key.from, to: section.open }, offset)) return undefined;
  const opening = configuration.openings.find(
    (candidate) => candidate.section === section && candidate.document === document,
  );
  const markdown = describe(section.key.text, opening?.scope.parent, grammar);
  return markdown === undefined ? undefined : { span: section.key, markdown };
}

/** Knowledge about a full name; our own entry first, then what the binaries say. */
function describe(name: string, scope: Scope | undefined, grammar: Grammar): string | undefined {
  const full = resolveSetting(name, scope, grammar);
  const inPlugin = grammar === 'old' && scope?.filter === 'plugin';
  const path = grammar === 'old' && !inPlugin ? oldPath(full, scope) : full;
  const place = inPlugin ? 'plugin' : 'setting';
  const setting = findSetting(grammar, place, path) ?? findSetting(grammar, place, full);
  return setting === undefined ? undefined : renderSetting(setting, grammar);
}
