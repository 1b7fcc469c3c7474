/** How 2.4 writes what a variable of 2.3 gives: `%Lu` is `%{user | lower}`. */

import { contextTables, longName, type VariableContext, variableNames } from '../../knowledge/variables/contexts.ts';
import { oldLetter, replacementIn } from '../../knowledge/variables/lookup.ts';
import type { OldVariable } from './oldTemplate.ts';

/** The expansion with its braces; undefined where a person has to find one. */
export function newEquivalent(variable: OldVariable, context: VariableContext | undefined): string | undefined {
  const base = chain(variable, context ?? 'mail');
  if (base === undefined) return undefined;
  const filters = modified(variable);
  return filters === undefined ? undefined : `%{${[base, ...filters].join(' | ')}}`;
}

/** The chain without modifiers. */
function chain(variable: OldVariable, context: VariableContext): string | undefined {
  const { name, long, options, field } = variable;
  if (!long) return letterChain(name.text, context);
  if (options === undefined && field === undefined) return longChain(name.text, context);
  const [key = '', ...rest] = (field?.text ?? '').split(':');
  switch (name.text) {
    case 'env':
      return plain.test(field?.text ?? '') ? `env:${field!.text}` : undefined;
    case 'passdb':
    case 'userdb':
    case 'ldap':
    case 'oauth2':
      if (!plain.test(key)) return undefined;
      return rest.length === 0 ? `${name.text}:${key}` : `${name.text}:${key} | default(${quoted(rest.join(':'))})`;
    default:
      return hashChain(variable, context);
  }
}

/** What may stand in a name without quotes. */
const plain = /^[A-Za-z0-9_./-]+$/;

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function letterChain(letter: string, context: VariableContext): string | undefined {
  const long = longName(letter, context);
  if (long === undefined) return undefined;
  return long.length === 1 ? (oldLetter(long, context)?.new ?? undefined) : longChain(long, context);
}

function longChain(long: string, context: VariableContext): string | undefined {
  if (!variableNames(context, 'old').has(long)) return undefined;
  const replacement = replacementIn(long, contextTables(context));
  if (replacement === null) return undefined;
  const first = replacement.split(/[\s|(]/)[0]!;
  const isKnown = variableNames(context, 'new').has(first) || /[:(]/.test(replacement);
  return isKnown ? replacement : undefined;
}

/** Hashes of 2.3 that 2.4 has as filters, and those that only its filter `hash` knows. */
const hashFilters: ReadonlySet<string> = new Set(['md5', 'sha1', 'sha256', 'sha384', 'sha512']);
const hashMethods: ReadonlySet<string> = new Set(['md4', 'sha3-256', 'sha3-512']);

/** `sha1;rounds=2,truncate=32,format=base64:user` */
function hashChain(
  { name: { text: name }, options, field }: OldVariable,
  context: VariableContext,
): string | undefined {
  const base = field === undefined ? undefined : longChain(field.text, context);
  if (base === undefined || !(hashFilters.has(name) || hashMethods.has(name))) return undefined;
  const list = hashMethods.has(name) ? [quoted(name)] : [];
  const behind: string[] = [];
  for (const option of options === undefined || options.text === '' ? [] : options.text.split(',')) {
    const [, key, value = ''] = /^(\w+)=(.*)$/.exec(option) ?? [];
    if (key === 'rounds' && /^\d+$/.test(value)) list.push(`rounds=${value}`);
    else if (key === 'salt') list.push(`salt=${quoted(value)}`);
    else if (key === 'truncate' && /^\d+$/.test(value)) behind.push(`truncate(bits=${value})`);
    else if (key === 'format' && value === 'base64') behind.push('base64');
    else if (key === 'format' && value === 'hexuc') behind.push('hexlify', 'upper');
    else if (key !== 'format' || value !== 'hex') return undefined;
  }
  const filter = hashMethods.has(name) ? 'hash' : name;
  return [base, list.length === 0 ? filter : `${filter}(${list.join(', ')})`, ...behind].join(' | ');
}

const letterFilters: Readonly<Record<string, string>> = {
  D: 'ldap_dn',
  L: 'lower',
  R: 'reverse',
  U: 'upper',
};

/** The filters for modifiers and width; undefined where 2.4 has none. */
function modified(variable: OldVariable): string[] | undefined {
  const letters = variable.modifiers.map(({ text }) => text);
  const last = letters.pop();
  const filters: string[] = [];
  for (const letter of letters) {
    if (letter === 'M') filters.push('md5', 'hexlify');
    else if (Object.hasOwn(letterFilters, letter)) filters.push(letterFilters[letter]!);
    else return undefined;
  }
  const end = lastFilters(last, variable);
  return end === undefined ? undefined : [...filters, ...end];
}

/** The last modifier together with the width, which some of them use. */
function lastFilters(letter: string | undefined, { offset, width, padded }: OldVariable): string[] | undefined {
  const cut = piece(offset, width, padded);
  switch (letter) {
    case undefined:
      return cut;
    case 'N':
      // The width is the number of values and the offset that of digits.
      if (width <= 0 || offset < 0 || (offset > 0 && width > 16 ** offset)) return undefined;
      return ['md5', `substr(0, 8) % ${width}`, offset === 0 ? 'hex' : `hex(${offset})`];
    case 'X':
      return padded && offset === 0 && width > 0 ? [`hex(${width})`] : ['hex', ...cut];
    case 'M':
      if (cut.length === 0) return ['md5'];
      return offset === 0 && width > 0 && !padded ? ['md5', `hexlify(${width})`] : ['md5', 'hexlify', ...cut];
    default:
      return Object.hasOwn(letterFilters, letter) ? [letterFilters[letter]!, ...cut] : undefined;
  }
}

function piece(offset: number, width: number, padded: boolean): string[] {
  if (padded && width > 0) return [...(offset === 0 ? [] : [`substr(${offset})`]), `lfill(${width})`];
  if (width !== 0) return [`substr(${offset}, ${width})`];
  return offset === 0 ? [] : [`substr(${offset})`];
}
