/** The outline of a file: its sections, and the settings in them. */

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
