// What holds for the parse of any text whatever: nothing is thrown, nothing is lost, spans nest and say what they hold.

import assert from 'node:assert/strict';
import { pathAt, type Statement, type Value } from '../../server/src/parser/cst.ts';
import type { LineGrammar } from '../../server/src/parser/lexer.ts';
import { parse } from '../../server/src/parser/parser.ts';
import { tokenize } from '../../server/src/parser/tokens.ts';
import { sourceOffset } from '../../server/src/text/mappedText.ts';
import type { Span } from '../../server/src/text/span.ts';

export const grammars: readonly LineGrammar[] = ['old', 'new', 'ext'];

/** Fails with the text when any law of the tree is broken. */
export function assertSound(text: string, grammar: LineGrammar): void {
  const tree = parse(text, grammar);
  const check = (holds: boolean, what: string) => {
    if (!holds) assert.fail(`${what}, in ${grammar} ${JSON.stringify(text)}`);
  };
  check(tree.text === text, 'the tree has another text');

  let at = 0;
  for (const { from, to, kind } of tokenize(tree)) {
    check(from === at && to > from, `gap or overlap at ${kind} ${from}`);
    at = to;
  }
  check(at === text.length, `the tokens end at ${at}`);

  checkStatements(tree.statements, { from: 0, to: text.length }, text, check);
  checkRow(tree.comments, '#', text, check);
  checkRow(tree.continuations, '\\', text, check);
  for (const { code, from, to } of tree.errors) {
    check(0 <= from && from < to && to <= text.length, `error ${code} ${from}-${to} is outside or empty`);
  }
  for (const offset of [0, text.length >> 1, text.length]) {
    const path = pathAt(tree, offset);
    check(
      path.every(({ from, to }) => from <= offset && offset <= to),
      `the path at ${offset} leads elsewhere`,
    );
  }
}

type Check = (holds: boolean, what: string) => void;

function checkStatements(statements: readonly Statement[], inside: Span, text: string, check: Check): void {
  let at = inside.from;
  for (const statement of statements) {
    const { kind, from, to } = statement;
    check(at <= from && from < to && to <= inside.to, `${kind} ${from}-${to} is not inside ${at}-${inside.to}`);
    at = to;
    switch (kind) {
      case 'assignment': {
        const { key, equals, value } = statement;
        check(text[equals] === '=', `no = at ${equals}`);
        checkOrder([key, { from: equals, to: equals + 1 }, value], statement, check);
        checkValue(value, text, check);
        break;
      }
      case 'section': {
        const { key, label, name, open, body, close } = statement;
        check(text[open] === '{', `no { at ${open}`);
        check(close === undefined || isBrace(text.slice(close.from, close.to)), 'the close is no }');
        const brace = { from: open, to: open + 1 };
        const parts = [key, label, name, brace, close].filter((part) => part !== undefined);
        checkOrder(parts, statement, check);
        checkStatements(body, { from: open + 1, to: close?.from ?? to }, text, check);
        break;
      }
      case 'include':
        checkOrder([statement.key, statement.path], statement, check);
        break;
      case 'stray-close':
        check(isBrace(text.slice(from, to)), 'a stray close is no }');
        break;
    }
  }
}

/** `}`, or a quoted key that begins so. */
function isBrace(text: string): boolean {
  return text === '}' || text.startsWith('"');
}

function checkOrder(parts: readonly Span[], whole: Span, check: Check): void {
  let at = whole.from;
  for (const { from, to } of parts) {
    check(at <= from && from <= to && to <= whole.to, `part ${from}-${to} is not inside ${at}-${whole.to}`);
    at = to;
  }
}

/** Every character of a value stands in the text where the mapping says; the blank that joins lines is a backslash. */
function checkValue({ content, from, to }: Value, text: string, check: Check): void {
  let before = -1;
  for (let at = 0; at < content.text.length; at++) {
    const source = sourceOffset(content, at);
    check(source > before && from <= source && source < to, `character ${at} of a value maps to ${source}`);
    const joined = content.text[at] === ' ' && text[source] === '\\';
    check(joined || content.text[at] === text[source], `character ${at} of a value is not at ${source}`);
    before = source;
  }
}

function checkRow(spans: readonly Span[], first: string, text: string, check: Check): void {
  let at = 0;
  for (const { from, to } of spans) {
    check(at <= from && from < to && text[from] === first, `${first} ${from}-${to} is out of order`);
    at = to;
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
    // The low bits of this generator repeat soon.
    yield Math.floor((state / 2 ** 32) * Math.max(1, limit));
  }
}

export function without(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1);
}
