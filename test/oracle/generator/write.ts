/** Writes a draft down, in the many ways in which people lay out the same thing. */

import type { Choose } from './choose.ts';
import type { Item } from './draft.ts';

interface Style {
  readonly indent: string;
  readonly equals: string;
  /** Share of lines with something unusual about them, of a hundred. */
  readonly odd: number;
}

export function write(items: readonly Item[], choose: Choose): string {
  const style = {
    indent: choose.pick(['  ', '  ', '\t', '    ', '']),
    equals: choose.pick([' = ', ' = ', ' = ', '=', '= ', '  =\t']),
    odd: choose.pick([0, 0, 5, 20]),
  };
  const lines = writeItems(items, '', style, choose);
  const text = lines.join('\n') + (choose.percent(95) ? '\n' : '');
  return choose.percent(4) ? text.replaceAll('\n', '\r\n') : text;
}

function writeItems(items: readonly Item[], indent: string, style: Style, choose: Choose): string[] {
  return items.flatMap((item) => writeItem(item, indent, style, choose));
}

function writeItem(item: Item, indent: string, style: Style, choose: Choose): string[] {
  if (item.kind === 'line') return [indent + item.text];
  const above = before(indent, style, choose);
  if (item.kind === 'setting') {
    return [...above, indent + item.key + style.equals + value(item.value, style, choose)];
  }
  const body = writeItems(item.body, indent + style.indent, style, choose);
  return [
    ...above,
    indent + head(item.head, style, choose),
    ...body,
    `${indent}}${choose.percent(style.odd) ? ' # end' : ''}`,
  ];
}

function before(indent: string, { odd }: Style, choose: Choose): string[] {
  return choose.percent(odd) ? [choose.pick(['', `${indent}# a comment`, '   ', `${indent}#x = y {`])] : [];
}

function head(text: string, { odd }: Style, choose: Choose): string {
  if (!choose.percent(odd)) return `${text} {`;
  return choose.pick([`${text}  {`, `${text} { # comment`, `${text} \\\n {`, `${text}\t{`]);
}

function value(text: string, { odd }: Style, choose: Choose): string {
  if (!choose.percent(odd)) return text;
  return choose.pick([
    `${text} # comment`,
    `${text}   `,
    text.replace(' ', ' \\\n   '),
    text.replace(' ', '   '),
    /["'\\<$]|^$/.test(text) ? text : `"${text}"`,
    /["'\\<$]|^$/.test(text) ? text : `'${text}'`,
  ]);
}
