/** The outline of a file: its sections, and the settings in them. And all of that in a workspace, by a query. */

import type { Assignment, Section, Statement } from '../parser/cst.ts';
import { maskSecrets } from '../text/secrets.ts';
import type { Span } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';

export interface OutlineSymbol {
  readonly name: string;
  /** The value, shortened; never that of a secret. */
  readonly detail: string;
  readonly kind: 'section' | 'setting' | 'include';
  readonly span: Span;
  /** What is selected when somebody goes there. */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

const maxDetail = 60;

export function documentSymbols({ tree }: ConfigDocument): OutlineSymbol[] {
  return symbolsOf(tree.statements);
}

/** A symbol of the workspace, with the names of what is around it. */
export interface FoundSymbol {
  readonly symbol: OutlineSymbol;
  readonly container: string;
  readonly document: ConfigDocument;
}

/** More than a person reads. */
const maxFound = 500;

/** The symbols whose names, container included, have all letters of the query in order, as editors match them. */
export function findSymbols(documents: Iterable<ConfigDocument>, query: string): FoundSymbol[] {
  const found: FoundSymbol[] = [];
  const letters = [...query.toLowerCase()].filter((letter) => letter !== ' ');
  const visit = (document: ConfigDocument, symbols: readonly OutlineSymbol[], container: string) => {
    for (const symbol of symbols) {
      if (found.length >= maxFound) return;
      const path = container === '' ? symbol.name : `${container} ${symbol.name}`;
      if (hasInOrder(path.toLowerCase(), letters)) found.push({ symbol, container, document });
      visit(document, symbol.children, path);
    }
  };
  for (const document of documents) visit(document, documentSymbols(document), '');
  return found;
}

function hasInOrder(text: string, letters: readonly string[]): boolean {
  let at = 0;
  return letters.every((letter) => {
    at = text.indexOf(letter, at) + 1;
    return at > 0;
  });
}

function symbolsOf(statements: readonly Statement[]): OutlineSymbol[] {
  return statements.flatMap((statement): OutlineSymbol[] => {
    switch (statement.kind) {
      case 'section':
        return [sectionSymbol(statement)];
      case 'assignment':
        return statement.key.text === '' ? [] : [settingSymbol(statement)];
      case 'include': {
        const { key, path, from, to } = statement;
        return [
          { name: key.text, detail: path.text, kind: 'include', span: { from, to }, selection: key, children: [] },
        ];
      }
      default:
        return [];
    }
  });
}

function sectionSymbol({ key, label, name, from, to, body }: Section): OutlineSymbol {
  const words = [key, label, name].flatMap((word) => (word === undefined || word.text === '' ? [] : [word.text]));
  return {
    name: words.join(' ') || '{',
    detail: '',
    kind: 'section',
    span: { from, to },
    selection: key,
    children: symbolsOf(body),
  };
}

function settingSymbol({ key, value, from, to }: Assignment): OutlineSymbol {
  const { text } = value.content;
  const shown = text.length > maxDetail ? `${text.slice(0, maxDetail)}…` : text;
  const masked = maskSecrets(`${key.text} = ${shown.replaceAll('\n', ' ')}`).slice(`${key.text} = `.length);
  const detail = value.style === 'heredoc' ? '' : masked;
  return { name: key.text, detail, kind: 'setting', span: { from, to }, selection: key, children: [] };
}
