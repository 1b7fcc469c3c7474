/** A value spelled out: what a word of an enum means, how many bytes `512M` are. */

import { isKnown } from '../../config/holes.ts';
import { oldPath } from '../../config/scope.ts';
import { formatMeaning } from '../../config/values/format.ts';
import { isDeferred, parseValue } from '../../config/values/parse.ts';
import type { Meaning } from '../../config/values/types.ts';
import { findSetting } from '../../knowledge/lookup.ts';
import type { Setting, ValueType } from '../../knowledge/types.ts';
import { sourceSpan } from '../../text/mappedText.ts';
import { touches } from '../../text/span.ts';
import type { AssignmentPlace, HoverInfo } from './place.ts';

export function valueHover({ statement, entry, grammar, offset }: AssignmentPlace): HoverInfo | undefined {
  const { style, content } = statement.value;
  if (entry === undefined || (style !== 'bare' && style !== 'quoted')) return undefined;
  if (!touches(statement.value, offset) || content.text === '') return undefined;
  const { text } = content;
  const name = grammar === 'old' ? oldPath(entry.setting, entry.scope) : entry.setting;
  const setting = findSetting(grammar, 'setting', name);
  if (setting === undefined || !isKnown(text) || isDeferred(text)) return undefined;
  const explained = explain(setting, text) ?? spell(setting, text, grammar);
  if (explained === undefined) return undefined;
  return {
    span: sourceSpan(content, 0, text.length),
    markdown: `**\`${text}\`** — ${explained}`,
  };
}

/** What is taught of the value. */
function explain({ values }: Setting, text: string): string | undefined {
  return values !== undefined && Object.hasOwn(values, text) && values[text] !== '' ? values[text] : undefined;
}

/** Our types that Dovecot names otherwise. */
const forms: Readonly<Partial<Record<ValueType, string>>> = { octal: 'uint_oct' };

function spell({ type, unit, summary }: Setting, text: string, grammar: 'old' | 'new'): string | undefined {
  const meaning = parseValue({ type: forms[type] ?? type }, text, grammar);
  switch (meaning.kind) {
    case 'bool':
      return summary === '' ? undefined : `${meaning.value ? 'On' : 'Off'}: ${summary}`;
    case 'number':
      return unit === undefined ? undefined : `${grouped(meaning.value)} ${unit}.`;
    case 'bytes':
      return `${grouped(meaning.value)} bytes${inBrackets(meaning, text)}.`;
    case 'milliseconds':
      return `${duration(meaning.value)}${inBrackets(meaning, text)}.`;
    case 'mode':
      return mode(meaning.value);
    case 'unlimited':
      return 'No limit.';
    default:
      return undefined;
  }
}

/** In the unit that fits best, where it is written in another one. */
function inBrackets(meaning: Meaning, text: string): string {
  const best = formatMeaning(meaning);
  const plain = (amount: string) => amount.replace(/\s+/g, '').toLowerCase();
  return best === '0' || plain(best) === plain(text) ? '' : ` (${best})`;
}

function duration(milliseconds: bigint): string {
  if (milliseconds % 1000n !== 0n) return counted(milliseconds, 'millisecond');
  return counted(milliseconds / 1000n, 'second');
}

function counted(amount: bigint, unit: string): string {
  return `${grouped(amount)} ${unit}${amount === 1n ? '' : 's'}`;
}

/** `536870912` → `536,870,912`. */
function grouped(amount: bigint): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ',');
}

const whose = ['owner', 'group', 'others'] as const;

/** `0660` → "owner reads and writes, group reads and writes, others nothing". */
function mode(value: bigint): string | undefined {
  if (value > 0o777n) return undefined;
  if (value === 0n) return 'Nobody has access; a listener with it is not opened.';
  const bits = Number(value);
  const parts = whose.map((who, index) => `${who} ${rights((bits >> (6 - 3 * index)) & 7)}`);
  return `${parts.join(', ')}.`.replace(/^o/, 'O');
}

function rights(bits: number): string {
  const words = [bits & 4 ? 'read' : '', bits & 2 ? 'write' : '', bits & 1 ? 'execute' : ''].filter(Boolean);
  return words.length === 0 ? 'nothing' : words.join('/');
}
