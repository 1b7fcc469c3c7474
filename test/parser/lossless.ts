// What holds for the parse of any text whatever: nothing is thrown, nothing is lost, spans nest.

import assert from 'node:assert/strict';
import type { Statement } from '../../server/src/parser/cst.ts';
import type { LineGrammar } from '../../server/src/parser/lexer.ts';
import { parse } from '../../server/src/parser/parser.ts';
import { tokenize } from '../../server/src/parser/tokens.ts';

export const grammars: readonly LineGrammar[] = ['old', 'new', 'ext'];

export function assertSound(text: string, grammar: LineGrammar): void {
  const tree = parse(text, grammar);
  let joined = '';
  for (const token of tokenize(tree)) {
    if (token.from !== joined.length) assert.fail(`gap or overlap at ${token.from} in ${JSON.stringify(text)}`);
    joined += text.slice(token.from, token.to);
  }
  if (joined !== text) assert.fail(`lossy: ${JSON.stringify(text)}`);
  assertNested(tree.statements, 0, text.length, text);
  for (const { from, to } of tree.errors) {
    if (!(0 <= from && from <= to && to <= text.length))
      assert.fail(`an error outside the text: ${JSON.stringify(text)}`);
  }
}

function assertNested(statements: readonly Statement[], from: number, to: number, text: string): void {
  let at = from;
  for (const statement of statements) {
    if (!(at <= statement.from && statement.from <= statement.to && statement.to <= to)) {
      assert.fail(
        `${statement.kind} ${statement.from}-${statement.to} is not inside ${at}-${to} of ${JSON.stringify(text)}`,
      );
    }
    at = statement.to;
    if (statement.kind === 'section') assertNested(statement.body, statement.open + 1, statement.to, text);
  }
}

/** Every prefix that ends at a line end. */
export function linePrefixes(text: string): string[] {
  return [...text.matchAll(/\n/g)].map(({ index }) => text.slice(0, index + 1));
}

/** A repeatable row of numbers below `limit`. */
export function* seeded(seed: number, limit: number): Generator<number> {
  let state = seed >>> 0;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state % Math.max(1, limit);
  }
}

export function without(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1);
}
