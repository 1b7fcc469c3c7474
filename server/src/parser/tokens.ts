/** The file as a gapless row of tokens: joining their texts gives the file back. Made from the tree when asked for. */

import type { Span } from '../text/span.ts';
import { forEachStatement, type Tree } from './cst.ts';

export type TokenKind =
  | 'key'
  | 'equals'
  | 'value'
  | 'label'
  | 'name'
  | 'brace'
  | 'path'
  | 'broken'
  | 'template'
  | 'comment'
  | 'continuation'
  /** White space, line ends, and text that a broken continuation loses. */
  | 'trivia';

export interface Token extends Span {
  readonly kind: TokenKind;
}

export function tokenize(tree: Tree): Token[] {
  const marks: Token[] = [];
  const mark = (kind: TokenKind, span: Span) => {
    if (span.to > span.from) marks.push({ kind, from: span.from, to: span.to });
  };
  forEachStatement(tree.statements, (statement) => {
    switch (statement.kind) {
      case 'assignment':
        mark('key', statement.key);
        mark('equals', { from: statement.equals, to: statement.equals + 1 });
        mark('value', statement.value);
        break;
      case 'section':
        mark('key', statement.key);
        if (statement.label !== undefined) mark('label', statement.label);
        if (statement.name !== undefined) mark('name', statement.name);
        mark('brace', { from: statement.open, to: statement.open + 1 });
        if (statement.close !== undefined) mark('brace', statement.close);
        break;
      case 'include':
        mark('key', statement.key);
        mark('path', statement.path);
        break;
      case 'broken':
        mark('broken', statement);
        break;
      case 'template':
        mark('template', statement);
        break;
      case 'stray-close':
        mark('brace', statement);
        break;
    }
  });
  const trivia: Token[] = [];
  for (const comment of tree.comments) trivia.push({ kind: 'comment', from: comment.from, to: comment.to });
  for (const join of tree.continuations) trivia.push({ kind: 'continuation', from: join.from, to: join.to });
  const byPlace = (a: Token, b: Token) => a.from - b.from || b.to - a.to;
  marks.sort(byPlace);
  trivia.sort(byPlace);
  return fillGaps(split(marks, trivia), tree.text.length);
}

/** Comments and continuations inside a value cut it into pieces. */
function split(marks: readonly Token[], cuts: readonly Token[]): Token[] {
  const tokens: Token[] = [];
  let next = 0;
  for (const mark of marks) {
    let from = mark.from;
    while (next < cuts.length && cuts[next]!.from < mark.to) {
      const cut = cuts[next]!;
      if (cut.from > from) tokens.push({ kind: cut.from > mark.from ? mark.kind : 'trivia', from, to: cut.from });
      tokens.push(cut);
      from = Math.max(from, cut.to);
      next++;
    }
    if (mark.to > from) tokens.push({ kind: mark.kind, from, to: mark.to });
  }
  tokens.push(...cuts.slice(next));
  return tokens.sort((a, b) => a.from - b.from);
}

function fillGaps(tokens: readonly Token[], length: number): Token[] {
  const full: Token[] = [];
  let at = 0;
  for (const token of tokens) {
    if (token.from > at) full.push({ kind: 'trivia', from: at, to: token.from });
    full.push(token);
    at = token.to;
  }
  if (at < length) full.push({ kind: 'trivia', from: at, to: length });
  return full;
}
