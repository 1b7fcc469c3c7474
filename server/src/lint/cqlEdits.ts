/** Edits of a connection to a CQL database, in a connect string or in a dict block. */

import { type ConnectWord, type CqlConnection, connectKeys } from '../config/storage/cql.ts';
import { lineStart } from '../text/lines.ts';
import { insertIntoSection } from './edits.ts';
import { type DocumentEdit, replace } from './rule.ts';

/** Sets something that has no value yet, by its new name. */
export function addToConnection(connection: CqlConnection, setting: string, value: string): DocumentEdit {
  const { document, insertion } = connection;
  const empty = connection.get(setting);
  if (empty !== undefined) return replace(empty, value);
  if (insertion.kind === 'block') return insertIntoSection(insertion.opening, [`${setting} = ${value}`]);
  const { to } = insertion.value.span;
  const [key] = connectKeys(setting);
  const gap = insertion.value.text === '' ? '' : ' ';
  return { document, span: { from: to, to }, text: `${gap}${key}=${value}` };
}

/**
 * Takes a word out of a connect string, with the blank in front of it. Where it has a line of its own that goes, too,
 * and with the last line the backslash that leads to it: an empty line would end the value or join it with the next.
 */
export function removeWord({ whole }: ConnectWord): DocumentEdit[] {
  const { document, span } = whole;
  const { text, tree } = document;
  const from = lineStart(text, span.from);
  const newline = text.indexOf('\n', span.to);
  const to = newline === -1 ? text.length : newline + 1;
  const behind = text.slice(span.to, to).trim();
  if (text.slice(from, span.from).trim() !== '' || (behind !== '' && behind !== '\\')) {
    const isFirst = text[span.from - 1] !== ' ';
    const blank = isFirst && text[span.to] === ' ' ? 1 : 0;
    return [{ document, span: { from: isFirst ? span.from : span.from - 1, to: span.to + blank }, text: '' }];
  }
  const line = { document, span: { from, to }, text: '' };
  const leading = tree.continuations.findLast((continuation) => continuation.to <= from);
  if (behind !== '' || leading === undefined) return [line];
  return [{ document, span: leading, text: '' }, line];
}

/** What a setting is called where a connection is written. */
export function nameInConnection({ insertion }: CqlConnection, setting: string): string {
  return insertion.kind === 'block' ? setting : connectKeys(setting)[0]!;
}
