/**
 * What each word is, for colours: in clients without a grammar of ours, and inside YAML, where no grammar of ours
 * reaches. No two tokens overlap and none crosses a line end.
 */

import type { Configuration } from '../config/configuration.ts';
import { spanInDocument, variableValues } from '../config/variables/values.ts';
import { forEachStatement, type Statement, type Tree, type Value } from '../parser/cst.ts';
import type { Span } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';

/** LSP's own types; their order is the legend. */
export const semanticTokenTypes = [
  'comment',
  'keyword',
  'property',
  'type',
  'decorator',
  'string',
  'number',
  'enumMember',
  'variable',
  'operator',
] as const;

export type SemanticTokenType = (typeof semanticTokenTypes)[number];

export interface SemanticToken extends Span {
  readonly type: SemanticTokenType;
}

/** In the order of the text. */
export function semanticTokens(configuration: Configuration, document: ConfigDocument): SemanticToken[] {
  return flat([...wordsOf(document.tree), ...variablesOf(configuration, document)], document.text);
}

function wordsOf(tree: Tree): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const add = (type: SemanticTokenType, span: Span | undefined) => {
    if (span !== undefined && span.to > span.from) tokens.push({ from: span.from, to: span.to, type });
  };
  forEachStatement(tree.statements, (statement: Statement) => {
    switch (statement.kind) {
      case 'assignment':
        add('property', statement.key);
        add('operator', { from: statement.equals, to: statement.equals + 1 });
        add(typeOf(statement.value), statement.value);
        break;
      case 'section':
        add('keyword', statement.key);
        add('decorator', statement.label);
        add('type', statement.name);
        break;
      case 'include':
        add('keyword', statement.key);
        add('string', statement.path);
        break;
    }
  });
  for (const comment of tree.comments) add('comment', comment);
  for (const join of tree.continuations) add('operator', join);
  return tokens;
}

function typeOf({ style, content: { text } }: Value): SemanticTokenType {
  if (style !== 'bare') return 'string';
  if (/^\d[\d.]*\s*([a-z]+|%)?$/i.test(text)) return 'number';
  return /^(yes|no|unlimited)$/.test(text) ? 'enumMember' : 'string';
}

function variablesOf(configuration: Configuration, document: ConfigDocument): SemanticToken[] {
  return variableValues(configuration)
    .filter((value) => value.document === document)
    .flatMap((value) =>
      [...value.analysis.new.parts.filter(({ kind }) => kind === 'expansion'), ...value.analysis.old.variables].map(
        (span): SemanticToken => ({ ...spanInDocument(value, span), type: 'variable' }),
      ),
    );
}

/** What stands inside another token wins there: a variable in a value, a comment between continued lines. */
function flat(tokens: SemanticToken[], text: string): SemanticToken[] {
  tokens.sort((a, b) => a.from - b.from || b.to - a.to);
  const pieces: SemanticToken[] = [];
  const around: SemanticToken[] = [];
  let at = 0;
  const upTo = (end: number) => {
    for (let outer = around.at(-1); outer !== undefined && at < end; outer = around.at(-1)) {
      const to = Math.min(end, outer.to);
      if (to > at) pieces.push(...lines({ from: at, to, type: outer.type }, text));
      at = Math.max(at, to);
      if (outer.to <= at) around.pop();
    }
    at = Math.max(at, end);
  };
  for (const token of tokens) {
    upTo(token.from);
    while (around.length > 0 && around.at(-1)!.to <= at) around.pop();
    around.push(token);
  }
  upTo(text.length);
  return pieces;
}

function lines({ from, to, type }: SemanticToken, text: string): SemanticToken[] {
  const found: SemanticToken[] = [];
  for (const match of text.slice(from, to).matchAll(/[^\r\n]+/g)) {
    found.push({ from: from + match.index, to: from + match.index + match[0].length, type });
  }
  return found;
}
