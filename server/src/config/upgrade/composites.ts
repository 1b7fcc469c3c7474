/** Values of 2.3 that hold several things at once, taken apart into the settings of 2.4. */

import { type Composite, locationDrivers, locationParts } from '../../knowledge/upgrades.ts';
import { type NewLine, type NewSetting, written, writtenName } from './lines.ts';
import { newVariables } from './values.ts';

/** What a composite value may depend on. */
export interface CompositeContext {
  /** Of 2.3. */
  readonly path: string;
  readonly key: string;
  /** Another key of the same section; undefined where it is not set, null where it is not known. */
  readonly beside: (key: string) => string | null | undefined;
}

type Reader = (text: string, context: CompositeContext) => readonly NewLine[] | undefined;

/** The lines for a value; undefined where it holds what no row knows. */
export function takeApart(composite: Exclude<Composite, 'arguments'>, text: string, context: CompositeContext) {
  return readers[composite](text, context);
}

/** A setting with a text that may hold variables, which are those of `like`. */
function setting(name: string, text: string, { path }: CompositeContext, like = name): NewSetting | undefined {
  const value = newVariables(text, path, like);
  return value === undefined ? undefined : { name, value: written(value) };
}

/** All lines, or none when one of them is not known. */
function all(lines: readonly (NewLine | undefined)[]): readonly NewLine[] | undefined {
  const known = lines.filter((line) => line !== undefined);
  return known.length === lines.length ? known : undefined;
}

/** `maildir:~/Maildir:INDEX=/var/index` */
const location: Reader = (text, context) => {
  if (text.includes('::')) return undefined;
  const [driver = '', path = '', ...parts] = splitOutsideBraces(text, ':');
  if (!locationDrivers.has(driver)) return undefined;
  const lines: (NewLine | undefined)[] = [{ name: 'mail_driver', value: driver }];
  if (path !== '') lines.push(setting('mail_path', path, context));
  for (const part of parts) {
    const [, key = '', value = ''] = /^([A-Z]+)=(.+)$/s.exec(part) ?? [];
    const name = Object.hasOwn(locationParts, key) ? locationParts[key]! : undefined;
    lines.push(name === undefined ? undefined : setting(name, value, context));
  }
  return all(lines);
};

/** `%{env:HOME}` has a colon of its own. */
function splitOutsideBraces(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of text) {
    if (char === '{') depth++;
    if (char === '}') depth--;
    if (char === separator && depth <= 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

/** `file:~/dict`; others name a dictionary that has to be written anew before. */
const dictionary: Reader = (text, context) => {
  const file = /^file:([^\s:]+)$/.exec(text);
  const path = file === null ? undefined : setting('path', file[1]!, context, 'mail_path');
  return path === undefined ? undefined : [{ head: 'dict file', body: [path] }];
};

/** `home=/srv/%n uid=500` */
const fields: Reader = (text, context) => {
  const { path } = context;
  const words = text.split(' ').filter((word) => word !== '');
  const list = `${path.split('/')[0]}_fields`;
  const body = words.map((word) => {
    const [, name, value] = /^([\w.-]+)=(.*)$/s.exec(word) ?? [];
    return name === undefined ? undefined : setting(name, value!, context, list);
  });
  const lines = all(body);
  return lines === undefined || lines.length === 0 ? undefined : [{ head: 'fields', body: lines }];
};

const fullTextIndex: Reader = (text) =>
  /^(?:flatcurve|solr|dovecot)$/.test(text) ? [{ head: `fts ${text}`, body: [] }] : undefined;

/** The first one is what is taken for granted. */
const languages: Reader = (text) => {
  const words = text.split(/[ ,]+/);
  if (!words.every((word) => /^[a-z]{2,}$/.test(word))) return undefined;
  return words.map((word, index) => ({
    head: `language ${word}`,
    body: index === 0 ? [{ name: 'language_default', value: 'yes' }] : [],
  }));
};

const solr: Reader = (text) => {
  const url = /^url=(\S+)$/.exec(text);
  return url === null || url[1]!.includes('%') ? undefined : [{ name: 'fts_solr_url', value: written(url[1]!) }];
};

/** `count:User quota`, without options. */
const quotaRoot: Reader = (text) => {
  const root = /^(count|maildir|fs):([^:%]+)$/.exec(text);
  if (root === null) return undefined;
  return [{ head: `quota ${writtenName(root[2]!)}`, body: [{ name: 'quota_driver', value: root[1]! }] }];
};

/** `*:storage=1G:messages=100`; without a unit storage is counted in kilobytes. */
const quotaRule: Reader = (text) => {
  const [mask, ...limits] = text.split(':');
  if (mask !== '*' || limits.length === 0) return undefined;
  return all(
    limits.map((limit) => {
      const [, resource, amount, unit] = /^(storage|bytes|messages)=(\d+)([kMGT]?)$/.exec(limit) ?? [];
      // 0 is no limit in 2.3.
      if (resource === undefined || Number(amount) === 0) return undefined;
      if (resource === 'messages') return unit === '' ? { name: 'quota_message_count', value: amount! } : undefined;
      const counted = unit === '' ? (resource === 'storage' ? 'k' : 'B') : unit;
      return { name: 'quota_storage_size', value: `${amount}${counted}` };
    }),
  );
};

/** `file:~/sieve;active=~/.dovecot.sieve`, or the active script with the folder in `sieve_dir`. */
const sievePersonal: Reader = (text, context) => {
  const whole = /^file:([^;:]+);active=([^;:]+)$/.exec(text);
  const active = whole?.[2] ?? /^[/~][^;:]*$/.exec(text)?.[0];
  const folder = whole?.[1] ?? (context.beside('sieve_storage') === undefined ? sieveFolder(context) : undefined);
  if (folder === undefined || active === undefined) return undefined;
  const body = all([
    setting('sieve_script_path', folder, context),
    setting('sieve_script_active_path', active, context),
  ]);
  return body === undefined ? undefined : [{ head: 'sieve_script personal', body }];
};

function sieveFolder({ beside }: CompositeContext): string | undefined {
  const folder = beside('sieve_dir');
  if (folder === undefined) return '~/sieve';
  return folder === null || folder.includes(';') ? undefined : folder;
}

/** `sieve_before2 = /etc/dovecot/before.d` */
const sieveScript: Reader = (text, context) => {
  const [, path] = /^(?:file:)?([/~][^;:]*)$/.exec(text) ?? [];
  const line = path === undefined ? undefined : setting('sieve_script_path', path, context);
  // The default script may have a name of its own.
  if (line === undefined || context.beside(`${context.key}_name`) !== undefined) return undefined;
  const name = context.key.slice('sieve_'.length);
  const type = { name: 'sieve_script_type', value: name.replace(/\d+$/, '') };
  return [{ head: `sieve_script ${name}`, body: [type, line] }];
};

const readers: Readonly<Record<Exclude<Composite, 'arguments'>, Reader>> = {
  dictionary,
  fields,
  'full text index': fullTextIndex,
  languages,
  location,
  'quota root': quotaRoot,
  'quota rule': quotaRule,
  'sieve personal': sievePersonal,
  'sieve script': sieveScript,
  solr,
};
