/** `$SET:name` (2.4) and `$name` (2.3) inside values: whether there is something to expand. */

import type { Span } from '../../text/span.ts';
import type { Entry } from '../configuration.ts';
import { structPath } from '../scope.ts';
import { type CheckContext, valueSpan } from './context.ts';
import { findNew, findOld, isFilterType, looksLikePro } from './known.ts';

interface Reference {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a value that begin with `$SET:` or, of 2.3, `$`. Only spaces separate words. */
function references({ statement: { value } }: Entry, sign: '$SET:' | '$'): Reference[] {
  const { text } = value.content;
  if (value.style !== 'bare' || !text.includes(sign)) return [];
  const found: Reference[] = [];
  for (const { 0: word, index } of text.matchAll(/[^ ]+/g)) {
    if (!word.startsWith(sign)) continue;
    found.push({ name: word.slice(sign.length), from: index, to: index + word.length });
  }
  return found;
}

/** A name as people write it; anything else is a template's. */
const plainName = /^[a-z][a-z0-9_]*$/;
const pathName = /^[a-z][a-z0-9_]*\/[^{}$%]*$/;

export function checkNewVariables(check: CheckContext, entry: Entry): void {
  checkOldReferences(check, entry);
  for (const { name, from, to } of references(entry, '$SET:')) {
    const span = valueSpan(entry, from, to);
    const data = { name };
    if (pathName.test(name)) {
      checkPath(check, entry, span, name);
      continue;
    }
    if (!plainName.test(name)) continue;
    const known = findNew(name);
    if (known === undefined) {
      const certainty = check.mayBePro && looksLikePro(name) ? 'information' : 'error';
      check.report('variable-unknown', entry, span, { data, certainty });
    } else if (isFilterType(known.type) || known.type === 'boollist' || known.type === 'strlist') {
      check.report('variable-list', entry, span, { data });
    } else if (findNew(entry.setting)?.type === 'file') {
      const certainty = check.from('2.4.5');
      if (certainty !== undefined) check.report('variable-in-file', entry, span, { data, certainty });
    }
  }
}

/** `$mail_plugins` was the value so far in 2.3. The name of a setting is what no shell or template would fill in. */
function checkOldReferences(check: CheckContext, entry: Entry): void {
  if (check.isTemplate) return;
  for (const { name, from, to } of references(entry, '$')) {
    const known = name.includes('_') && plainName.test(name) ? findNew(name) : undefined;
    if (known === undefined || isFilterType(known.type)) continue;
    const code = known.type === 'boollist' ? 'variable-plain-list' : 'variable-plain';
    check.report(code, entry, valueSpan(entry, from, to), { data: { name }, certainty: 'warning' });
  }
}

/** `$SET:service/imap/service_vsz_limit`, since 2.4.2: named list filters, and the full name of a setting. */
function checkPath(check: CheckContext, entry: Entry, span: Span, name: string): void {
  const parts = name.split('/');
  const isPossible = parts.length % 2 === 1 && findNew(parts[parts.length - 1]!) !== undefined;
  const first = findNew(parts[0]!);
  if (!isPossible || first?.type !== 'named_list_filter') {
    if (!check.mayBePro) check.report('variable-unknown', entry, span, { data: { name } });
  } else if (check.before('2.4.2') === 'error') {
    check.report('variable-unknown', entry, span, { data: { name } });
  }
}

/** Names are looked for in the section, then in those around, then at the top; never in `plugin { }`. */
export function checkOldVariables(check: CheckContext, entry: Entry): void {
  for (const { name, from, to } of references(entry, '$')) {
    if (!plainName.test(name)) continue;
    const path = structPath(entry.scope);
    const sections = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
    const isKnown =
      findOld(name) !== undefined || sections.some((section) => findOld(`${section}/${name}`) !== undefined);
    if (isKnown) continue;
    check.report('variable-unknown', entry, valueSpan(entry, from, to), { data: { name }, certainty: 'warning' });
  }
}

/** Settings at the top level that stand for each other. */
export function checkLoops(check: CheckContext): void {
  const targets = new Map<string, { entry: Entry; reference: Reference }[]>();
  for (const entry of check.lastAtTop.values()) {
    const own = references(entry, '$SET:').filter(({ name }) => name !== entry.setting);
    if (own.length > 0) {
      targets.set(
        entry.setting,
        own.map((reference) => ({ entry, reference })),
      );
    }
  }
  const state = new Map<string, 'open' | 'done'>();
  const visit = (setting: string): void => {
    state.set(setting, 'open');
    for (const { entry, reference } of targets.get(setting) ?? []) {
      const seen = state.get(reference.name);
      if (seen === 'open') {
        const certainty = check.from('2.4.5');
        const span = valueSpan(entry, reference.from, reference.to);
        if (certainty !== undefined) {
          check.report('variable-loop', entry, span, { data: { name: reference.name }, certainty });
        }
      } else if (seen === undefined && state.size < 1_000) visit(reference.name);
    }
    state.set(setting, 'done');
  };
  for (const setting of targets.keys()) if (!state.has(setting)) visit(setting);
}
