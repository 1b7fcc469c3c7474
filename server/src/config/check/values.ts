/** Whether the value of a setting is one that its type allows. */

import { nearest } from '../../text/near.ts';
import type { Span } from '../../text/span.ts';
import type { Entry } from '../configuration.ts';
import { isDeferred, parseValue, type ValueForm } from '../values/parse.ts';
import type { Meaning, ValueError } from '../values/types.ts';
import { type CheckContext, isTemplateWord, knownText, valueSpan } from './context.ts';
import type { Known } from './known.ts';
import { checkLimits } from './limits.ts';
import type { Certainty } from './problem.ts';

/** Types whose values may be here-documents. */
const textTypes: ReadonlySet<string> = new Set(['str', 'str_novars', 'string', 'path', 'url', 'file']);

/** Checks a value; with several forms (the place is not known for certain) only what all of them refuse. */
export function checkValue(check: CheckContext, entry: Entry, forms: readonly Known[], certainty: Certainty): void {
  const [form] = forms;
  if (form === undefined) return;
  const { value } = entry.statement;
  if (value.style === 'heredoc') {
    checkHeredoc(check, entry, form);
    return;
  }
  const text = knownText(entry);
  if (text === undefined || (!textTypes.has(form.type) && isTemplateWord(text))) return;
  const results = forms.map((one) => read(one, text, check));
  const [first] = results;
  if (first?.kind === 'error') {
    if (results.every(({ kind }) => kind === 'error')) reportValue(check, entry, form, first, certainty);
  } else if (first !== undefined && forms.length === 1 && certainty === 'error') {
    checkLimits(check, entry, form, first);
  }
}

/** The meaning of a value; of 2.4 and a variable in it, none. */
function read(form: ValueForm, text: string, check: CheckContext): Meaning | ValueError {
  const isList = form.type === 'boollist';
  if (check.grammar === 'new' && !isList && isDeferred(text)) return { kind: 'text', value: text };
  if (check.grammar === 'old' && text.includes('$')) return { kind: 'text', value: text };
  return parseValue(form, text, check.grammar);
}

function reportValue(check: CheckContext, entry: Entry, form: Known, error: ValueError, certainty: Certainty): void {
  const { text } = entry.statement.value.content;
  const data = {
    name: entry.statement.key.text,
    value: text,
    part: text.slice(error.from, error.to),
    values: (form.values ?? []).map((value) => `'${value}'`).join(', '),
    ...suggestion(form, text),
  };
  check.report(error.code, entry, valueSpan(entry, error.from, error.to), { data, certainty });
}

/** What was meant, where that is clear; or the value that is near. */
function suggestion({ type, values }: Known, text: string): { suggestion: string } | { near: string } | undefined {
  const word = text.trim().toLowerCase();
  if (type === 'bool' || (type === 'enum' && values?.includes('yes') && values.includes('no'))) {
    if (['true', 'on', 'enabled', 'yes', 'y', '1'].includes(word)) return { suggestion: 'yes' };
    if (['false', 'off', 'disabled', 'no', 'n', '0'].includes(word)) return { suggestion: 'no' };
  }
  const same = values?.find((value) => value.toLowerCase() === word);
  if (same !== undefined) return { suggestion: same };
  const near = nearest(word, type === 'bool' ? ['yes', 'no'] : (values ?? []));
  return near === undefined ? undefined : { near };
}

function checkHeredoc(check: CheckContext, entry: Entry, { type }: Known): void {
  const { key } = entry.statement;
  const marker = heredocMarker(entry);
  const data = { name: key.text };
  if (type === 'boollist' || type === 'strlist') check.report('heredoc-for-list', entry, marker, { data });
  else if (!textTypes.has(type)) check.report('heredoc-for-type', entry, marker, { data });
  else {
    const certainty = check.before('2.4.5');
    if (certainty !== undefined) check.report('heredoc-release', entry, marker, { data, certainty });
  }
}

/** `<<EOF`, without the lines that follow. */
export function heredocMarker({ document, statement: { value } }: Entry): Span {
  const line = /^[^\r\n#]*/.exec(document.text.slice(value.from, value.content.segments[0]!.source))![0].trimEnd();
  return { from: value.from, to: value.from + line.length };
}
