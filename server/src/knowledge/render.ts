/** Knowledge entries as Markdown, for hover, completion and pages alike. */

import { type Dialect, dialectName, type Grammar, isPro } from './dialect.ts';
import type { Keyword } from './keywords.ts';
import { statement, storageSupportPage } from './statements.ts';
import type { DatabaseCard, SupportCard, SupportLevel } from './support.ts';
import type { Setting, Spelling, ValueType } from './types.ts';
import type { Word } from './words/types.ts';

const typeNames: Record<ValueType, string> = {
  bool: 'yes or no',
  uint: 'number',
  octal: 'octal number',
  size: 'size (B, K, M, G, T)',
  time: 'time (s, min, hours, days, weeks)',
  time_msecs: 'time (ms, s, min, hours, days, weeks)',
  port: 'port',
  enum: 'one of a list',
  string: 'text',
  path: 'path',
  url: 'URL',
  file: 'file',
  boollist: 'list of names',
  strlist: 'list of key = value',
  named_filter: 'section without a name',
  named_list_filter: 'section with a name',
  fs_uri: 'fs driver chain',
  dict_uri: 'dict',
  flag: 'present or absent',
};

/** A type in a few words. */
export function typeName(type: ValueType): string {
  return typeNames[type];
}

/** "default 256" for a list of names; undefined where nothing is to be said. */
export function plainDefault({ default: value }: Spelling): string | undefined {
  return value === undefined || value === '' ? undefined : `default ${value}`;
}

/** A setting's hover, seen from the grammar of the file; of CE it is said when it lacks the setting. */
export function renderSetting(setting: Setting, grammar: Grammar, dialect?: Dialect): string {
  const spelling = setting[grammar] ?? setting.new ?? setting.old;
  if (spelling === undefined) return setting.summary;
  const lines = [setting.summary === '' ? `**\`${spelling.name}\`**` : `**\`${spelling.name}\`** — ${setting.summary}`];
  if (dialect !== undefined && !isPro(dialect) && !spelling.dialects.includes(dialect))
    lines.push(`*${dialectName(dialect)} does not have it.*`);
  if (setting.details !== undefined) lines.push(setting.details);
  lines.push(facts(setting, spelling).join('  \n'));
  if (setting.values !== undefined) lines.push(renderValues(Object.entries(setting.values)));
  const other = spelling === setting.new ? setting.old : setting.new;
  if (other !== undefined && (other.name !== spelling.name || other.place !== spelling.place))
    lines.push(`${spelling === setting.new ? 'In 2.3 and 3.0' : 'In 2.4 and 3.1'}: ${describe(other)}`);
  if (setting.replacedBy === null) lines.push('In 2.4 and 3.1: gone, and nothing takes its place.');
  // Some examples are of the other spelling.
  if (setting.example !== undefined && (spelling === setting.new || setting.example.includes(spelling.name)))
    lines.push(`\`\`\`dovecot\n${setting.example}\n\`\`\``);
  if (setting.seeAlso !== undefined) lines.push(`See also ${setting.seeAlso.map((name) => `\`${name}\``).join(', ')}`);
  lines.push(`[Manual](${setting.source})`);
  return lines.join('\n\n');
}

/** More would not be read; a hover over the value itself tells the rest. */
const explainedValues = 12;

function renderValues(values: readonly (readonly [value: string, text: string])[]): string {
  if (values.length > explainedValues) return `Values: ${values.map(([value]) => `\`${value}\``).join(', ')}`;
  return values.map(([value, text]) => (text === '' ? `- \`${value}\`` : `- \`${value}\`: ${text}`)).join('\n');
}

function facts(setting: Setting, spelling: Spelling): string[] {
  const unit = setting.unit === undefined ? '' : `, in ${setting.unit}`;
  const list = spelling.removedAfter === undefined ? [`Type: ${typeNames[setting.type]}${unit}`] : [];
  if (spelling.removedAfter !== undefined) list.push(`Last release that had it: ${spelling.removedAfter}`);
  else
    list.push(
      spelling.default === undefined
        ? 'Default: none'
        : `Default: \`${spelling.default === '' ? '(empty)' : spelling.default}\``,
    );
  if (spelling.since !== undefined) list.push(`Since: ${spelling.since}`);
  if (spelling.removed !== undefined) list.push(`Removed in: ${spelling.removed}`);
  if (setting.required !== undefined) list.push(`Needs: \`${setting.required}\``);
  if (setting.component !== undefined) list.push(`Comes with: ${setting.component}`);
  list.push(`In: ${spelling.dialects.map(dialectName).join(', ')}`);
  return list;
}

const places: Record<Spelling['place'], string> = {
  setting: '',
  plugin: ' inside `plugin { }`',
  'fs-uri': ' in an fs URI',
  'mail-location': ' in `mail_location`',
  connect: ' in `connect =`',
  ext: ' in the `.conf.ext` file',
};

function describe(spelling: Spelling): string {
  const drivers = spelling.drivers === undefined ? '' : ` of ${spelling.drivers.join(', ')}`;
  return `\`${spelling.name}\`${places[spelling.place]}${drivers}`;
}

/** A word's sentences; with its name in front where it is not seen already, and where it is not known. */
export function renderWord(word: Word, name?: string, missingIn?: Dialect): string {
  const { summary, details, replacedBy, dialects } = word;
  const lines = [name === undefined ? summary : `**\`${name}\`** — ${summary}`];
  if (details !== undefined) lines.push(details);
  if (missingIn !== undefined) lines.push(`${dialectName(missingIn)} does not have it.`);
  if (replacedBy !== undefined) lines.push(`Use \`${replacedBy}\` instead.`);
  if (name !== undefined && dialects !== undefined) lines.push(`In: ${dialects.map(dialectName).join(', ')}`);
  return lines.join('\n\n');
}

/** What a word of the language does. */
export function renderKeyword(word: string, { summary, details }: Keyword): string {
  return `**\`${word}\`** — ${summary}\n\n${details}`;
}

const levels: Record<SupportLevel, string> = {
  premium: 'Premium support',
  basic: 'Basic support',
  unlisted: 'Not supported',
};

/** A support card. `upgrade`: the file is for Pro 2.3, where the statements do not apply yet; `meaning`: of the driver. */
export function renderSupportCard(card: SupportCard, upgrade: boolean, meaning?: string): string {
  const lines = [`**${card.title}** — **${levels[card.level]}** in Dovecot Pro 3.x`];
  if (upgrade) lines.push('*This file is for Pro 2.3: read it as information for the upgrade.*');
  if (meaning !== undefined) lines.push(meaning);
  if (card.required.length > 0) lines.push(`Required:\n${card.required.map((text) => `- ${text}`).join('\n')}`);
  lines.push(renderStatements(card.statements), renderGeneral(card.general), `[Storage support](${card.source})`);
  return lines.join('\n\n');
}

export function renderDatabaseCard(card: DatabaseCard): string {
  const lines = [`**${card.title}** as dictmap's database`, renderStatements(card.statements)];
  if (card.general.length > 0) lines.push(renderGeneral(card.general));
  return [...lines, `[Storage support](${card.source})`].join('\n\n');
}

/** One line for each. */
export function renderStatements(ids: readonly string[]): string {
  return ids
    .map(statement)
    .map(({ id, title, text }) => `- **${title}** (${id}): ${firstSentences(text)}`)
    .join('\n');
}

/** What holds elsewhere, too: names, and the way to the texts. */
function renderGeneral(ids: readonly string[]): string {
  const names = ids.map(statement).map(({ id, title }) => `${title} (${id})`);
  return `And in general: [${names.join(', ')}](${storageSupportPage})`;
}

const lineLength = 150;

/** As many sentences as stand on a line, the first at least; the manual and `dovelint explain` have the others. */
function firstSentences(text: string): string {
  const sentences = text.split(/(?<=\.) /);
  let shown = sentences[0]!;
  for (const sentence of sentences.slice(1)) {
    if (shown.length + sentence.length >= lineLength) return `${shown} …`;
    shown += ` ${sentence}`;
  }
  return shown;
}
