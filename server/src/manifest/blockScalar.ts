/** Literal block scalars: `|`, `|-`, `|+`, `|2`. Each line is taken as it is, without the block's indentation. */

import type { Segment } from '../text/mappedText.ts';
import type { MappedScalar } from './embedding.ts';
import type { YamlScalar } from './yamlDocument.ts';

/** The text with its places; undefined when no indentation gives what the YAML parser read. */
export function literalText(file: string, scalar: YamlScalar): MappedScalar | undefined {
  const newline = file.indexOf('\n', scalar.from);
  if (newline === -1 || newline >= scalar.to) {
    return scalar.text === ''
      ? { mapped: { text: '', segments: [{ at: 0, source: scalar.to }] }, indentation: '' }
      : undefined;
  }
  const header = file.slice(scalar.from, newline);
  const body = { from: newline + 1, to: scalar.to };
  const explicit = /^\|[-+]?[1-9]/.test(header);
  const first = indentOfFirstLine(file, body);
  // With an indicator the parent's indentation counts, too, which is not known here: the deepest that fits is taken.
  for (let indent = first; indent >= 1; indent--) {
    const read = readLines(file, body, indent, header);
    if (read.text === scalar.text) return { mapped: read, indentation: ' '.repeat(indent) };
    if (!explicit) break;
  }
  return undefined;
}

function indentOfFirstLine(file: string, { from, to }: { from: number; to: number }): number {
  for (let at = from; at < to; ) {
    let end = file.indexOf('\n', at);
    if (end === -1 || end > to) end = to;
    const line = file.slice(at, end);
    if (line.trim() !== '') return line.length - line.trimStart().length;
    at = end + 1;
  }
  return 0;
}

function readLines(file: string, body: { from: number; to: number }, indent: number, header: string) {
  const segments: Segment[] = [];
  let text = '';
  for (let at = body.from; at < body.to; ) {
    let end = file.indexOf('\n', at);
    const isLast = end === -1 || end >= body.to;
    if (isLast) end = Math.min(body.to, file.length);
    const contentEnd = end > at && file[end - 1] === '\r' ? end - 1 : end;
    const contentFrom = Math.min(at + indent, contentEnd);
    segments.push({ at: text.length, source: contentFrom });
    text += file.slice(contentFrom, contentEnd);
    if (!isLast || file[end] === '\n') {
      if (contentEnd !== end) segments.push({ at: text.length, source: end });
      text += '\n';
    }
    at = end + 1;
  }
  if (segments.length === 0) segments.push({ at: 0, source: body.from });
  return { text: chomped(text, header), segments };
}

/** `-` strips all line ends at the end, `+` keeps all, else one is kept. */
function chomped(text: string, header: string): string {
  if (/\+/.test(header.replace(/#.*/, ''))) return text;
  const stripped = text.replace(/\n+$/, '');
  if (/-/.test(header.replace(/#.*/, '')) || stripped === '') return stripped;
  return text.endsWith('\n') ? `${stripped}\n` : stripped;
}
