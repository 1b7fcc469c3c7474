/** `$mail_plugins` in a value of 2.3: what is set at that point. */

import { shownValue } from '../../config/effective/print/notation.ts';
import { scopePath } from '../../config/scope.ts';
import { sourceSpan, textOffset } from '../../text/mappedText.ts';
import { touches } from '../../text/span.ts';
import { type AssignmentPlace, type HoverInfo, wordAround } from './place.ts';

export function referenceHover({
  configuration,
  statement,
  entry,
  grammar,
  offset,
}: AssignmentPlace): HoverInfo | undefined {
  const { style, content } = statement.value;
  if (grammar !== 'old' || style !== 'bare' || entry === undefined || !touches(statement.value, offset))
    return undefined;
  const bounds = { from: 0, to: content.text.length };
  const { from, to } = wordAround(content.text, textOffset(content, offset), bounds, /[\w$]/);
  const word = content.text.slice(from, to);
  if (!/^\$[a-z]\w*$/.test(word)) return undefined;
  const name = word.slice(1);
  const path = scopePath(entry.scope);
  const before = configuration.entries.slice(0, configuration.entries.indexOf(entry)).findLast((each) => {
    const outer = scopePath(each.scope);
    return each.setting === name && (outer === '' || outer === path || path.startsWith(`${outer}/`));
  });
  const span = sourceSpan(content, from, to);
  if (before === undefined) return { span, markdown: `**\`${word}\`** — Not set before: the default of \`${name}\`.` };
  const value = shownValue(name, before.statement.value.content.text);
  const notes = [{ text: 'Set in', document: before.document, span: before.statement.key }];
  return { span, markdown: `**\`${word}\`** — Value of \`${name}\` that is set before: \`${value}\`.`, notes };
}
