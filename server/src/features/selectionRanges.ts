/** What an editor selects step by step around a place: word, statement, body, section. */

import { pathAt, type Statement } from '../parser/cst.ts';
import type { Span } from '../text/span.ts';
import { touches } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';

/** From the innermost span to the whole text, each strictly inside the next. */
export function selectionRanges({ tree, text }: ConfigDocument, offset: number): Span[] {
  const path = pathAt(tree, offset);
  const inner = path.flatMap((statement) => [statement, ...bodyOf(statement, offset)]);
  const spans: Span[] = [{ from: 0, to: text.length }, ...inner, ...wordsOf(path.at(-1), offset)];
  const nested: Span[] = [];
  for (const { from, to } of spans) {
    const outer = nested.at(-1);
    if (outer === undefined || (outer.from <= from && to <= outer.to && to - from < outer.to - outer.from))
      nested.push({ from, to });
  }
  return nested.reverse();
}

function bodyOf(statement: Statement, offset: number): Span[] {
  if (statement.kind !== 'section' || statement.body.length === 0) return [];
  const body = { from: statement.body[0]!.from, to: statement.body.at(-1)!.to };
  return touches(body, offset) ? [body] : [];
}

function wordsOf(statement: Statement | undefined, offset: number): Span[] {
  const words = (): (Span | undefined)[] => {
    switch (statement?.kind) {
      case 'assignment':
        return [statement.key, statement.value];
      case 'section':
        return [statement.key, statement.label, statement.name];
      case 'include':
        return [statement.key, statement.path];
      default:
        return [];
    }
  };
  return words().filter((word) => word !== undefined && touches(word, offset)) as Span[];
}
