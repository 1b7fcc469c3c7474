/** Support cards on storage drivers, formats and databases, and what the parts of an fs URI string mean. */

import type { Configuration } from '../../config/configuration.ts';
import type { Located } from '../../config/located.ts';
import { storageModel } from '../../config/storage/model.ts';
import { storageSystem } from '../../config/storage/system.ts';
import { type FsDriver, wrapperDrivers } from '../../config/storage/types.ts';
import { type Dialect, isPro } from '../../knowledge/dialect.ts';
import { managedCqlOfHost } from '../../knowledge/hosts.ts';
import { findSetting, settingsOfUriDriver } from '../../knowledge/lookup.ts';
import {
  renderDatabaseCard,
  renderSetting,
  renderStatements,
  renderSupportCard,
  renderWord,
} from '../../knowledge/render.ts';
import { storageSupportPage } from '../../knowledge/statements.ts';
import { databaseCards, formatStatements, supportCard } from '../../knowledge/support.ts';
import { findWord } from '../../knowledge/words/index.ts';
import { wordLists } from '../../knowledge/words/lists.ts';
import { touches } from '../../text/span.ts';
import type { ConfigDocument } from '../../workspace/document.ts';
import { type AssignmentPlace, type HoverInfo, wordAround } from './place.ts';

export function storageHover(
  configuration: Configuration,
  document: ConfigDocument,
  offset: number,
): HoverInfo | undefined {
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
    const word = findWord(wordLists.fs, name.text);
    const meaning = word === undefined ? undefined : renderWord(word);
    return { span: place.span, markdown: renderSupportCard(supportCard(system), dialect === 'pro-2.3', meaning) };
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
  const word = findWord(wordLists.mailDriver, driver.text);
  const meaning = word === undefined ? '' : `${renderWord(word)}\n\n`;
  return {
    span: driver.span,
    markdown: `**\`${driver.text}\`** — ${supported}${upgrade}\n\n${meaning}${renderStatements(formatStatements)}\n\n[Storage support](${storageSupportPage})`,
  };
}

/** A parameter's name inside an old URI string, a `mail_location` or a `connect` string. */
export function parameterHover({ document, statement, entry, offset }: AssignmentPlace): HoverInfo | undefined {
  if (!touches(statement.value, offset)) return undefined;
  const span = wordAround(document.text, offset, statement.value, /[\w-]/);
  const word = document.text.slice(span.from, span.to);
  const found = word === '' ? undefined : findParameter(entry?.setting ?? statement.key.text, word);
  return found === undefined ? undefined : { span, markdown: renderSetting(found, 'old') };
}

function findParameter(setting: string, word: string) {
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
