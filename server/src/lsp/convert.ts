/** The only place where offsets become LSP positions and findings become LSP diagnostics. */

import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  InsertTextFormat,
  type Location,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SnippetTextEdit,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Candidate, CandidateKind } from '../features/completion.ts';
import type { Fold } from '../features/folding.ts';
import type { HoverInfo, HoverNote } from '../features/hover.ts';
import { type SemanticToken, semanticTokenTypes } from '../features/semanticTokens.ts';
import type { FoundSymbol, OutlineSymbol } from '../features/symbols.ts';
import type { DocumentEdit, Finding, Severity } from '../lint/rule.ts';
import type { Span } from '../text/span.ts';
import { ConfigDocument, hosted, hostedEdit, type SourceDocument } from '../workspace/document.ts';
import { baseName, folderOf, pathInside } from '../workspace/paths.ts';

/** One spelling per URI, whatever the client percent-encodes. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

/** The range in the file that a person sees: that of the YAML for embedded text. */
export function toRange(document: SourceDocument, span: Span): Range {
  const { document: shown, span: at } = hosted({ document, span });
  return { start: shown.lines.positionAt(at.from), end: shown.lines.positionAt(at.to) };
}

/** The part of a document's text that a range of its file touches. */
export function toSpan(document: SourceDocument, range: Range): Span {
  const host = document instanceof ConfigDocument ? document.host : undefined;
  const { lines } = host?.document ?? document;
  const span = { from: lines.offsetAt(range.start), to: lines.offsetAt(range.end) };
  if (host === undefined) return span;
  const { embedding } = host.file;
  return { from: embedding.toText(span.from) ?? 0, to: embedding.toText(span.to) ?? embedding.text.length };
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** `page` is the address of its rule's page. */
export function toDiagnostic(finding: Finding, page: string | undefined): Diagnostic {
  return {
    range: toRange(finding.document, finding.span),
    severity: severities[finding.severity],
    code: finding.rule.id,
    ...(page !== undefined && { codeDescription: { href: page } }),
    source: 'dovecot',
    message: finding.message,
    ...(finding.rule.id.endsWith('-deprecated') && { tags: [DiagnosticTag.Deprecated] }),
    ...(finding.rule.id.endsWith('-unused') && { tags: [DiagnosticTag.Unnecessary] }),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map(({ document, span, message }) => ({
        location: { uri: document.uri, range: toRange(document, span) },
        message,
      })),
    }),
  };
}

export function toWorkspaceEdit(edits: readonly DocumentEdit[]): WorkspaceEdit {
  return { changes: Object.fromEntries(editsByFile(edits)) };
}

/** The same for a client that takes snippets: it goes from placeholder to placeholder. */
export function toSnippetEdit(edits: readonly DocumentEdit[]): WorkspaceEdit {
  const files = [...editsByFile(edits)];
  if (!files.some(([, own]) => own.some(takesSnippet))) return toWorkspaceEdit(edits);
  return {
    documentChanges: files.map(([uri, own]) => ({
      textDocument: { uri, version: null },
      edits: own.map((edit) => (takesSnippet(edit) ? toSnippet(edit) : edit)),
    })),
  };
}

function editsByFile(edits: readonly DocumentEdit[]): Map<string, TextEdit[]> {
  const files = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const shown = hostedEdit(edit);
    if (shown === undefined) continue;
    const { document, span, text } = shown;
    const own = files.get(document.uri) ?? [];
    files.set(document.uri, own);
    own.push({ range: toRange(document, span), newText: text });
  }
  return files;
}

const placeholders = /CHANGEME\w*/g;

/** A client indents the lines of a snippet as the line is where it begins, and ours are indented already. */
function takesSnippet({ range, newText }: TextEdit): boolean {
  return newText.search(placeholders) !== -1 && (range.start.character === 0 || !newText.includes('\n'));
}

function toSnippet({ range, newText }: TextEdit): SnippetTextEdit {
  let stop = 0;
  const value = newText.replace(/[\\$}]/g, '\\$&').replace(placeholders, (word) => `\${${++stop}:${word}}`);
  return { range, snippet: { kind: 'snippet', value } };
}

const candidateKinds: Record<CandidateKind, CompletionItemKind> = {
  setting: CompletionItemKind.Property,
  section: CompletionItemKind.Module,
  keyword: CompletionItemKind.Keyword,
  value: CompletionItemKind.Value,
  word: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  variable: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  parameter: CompletionItemKind.Field,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
};

/** `${1:name}` → `name`, `$0` → nothing, nor the line that it stands on alone: a snippet for a client that has none. */
function withoutStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\n[\s-]*\$0$/, '')
    .replace(/\$\d+/g, '');
}

/** Undefined where the YAML around the text cannot hold what is offered. */
export function toCompletionItem(
  document: SourceDocument,
  candidate: Candidate,
  snippets: boolean,
): CompletionItem | undefined {
  const { label, kind, isSnippet, detail, rank, deprecated, documentation } = candidate;
  const isSnippetHere = isSnippet === true && snippets && keepsLines(document);
  const text = isSnippet && !isSnippetHere ? withoutStops(candidate.text) : candidate.text;
  const textEdit = completionEdit(document, candidate.span, text);
  if (textEdit === undefined) return undefined;
  return {
    label,
    kind: candidateKinds[kind],
    sortText: `${rank}${label}`,
    textEdit,
    ...(isSnippetHere && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(detail !== undefined && detail !== '' && { detail }),
    ...(deprecated && { tags: [CompletionItemTag.Deprecated] }),
    ...(documentation !== undefined && { data: documentation }),
  };
}

/** Editors themselves indent the lines that they put into a block; other styles must be written as they want it. */
function completionEdit(document: SourceDocument, span: Span, text: string): TextEdit | undefined {
  if (keepsLines(document)) return { range: toRange(document, span), newText: text };
  return toTextEdits(document, [{ span, text }])[0];
}

/** Whether each line of a text is a line of the file. */
function keepsLines(document: SourceDocument): boolean {
  return !(document instanceof ConfigDocument) || document.host?.file.embedding.keepsLines !== false;
}

export function toHover(
  document: SourceDocument,
  info: HoverInfo | undefined,
  root: string = document.uri,
): Hover | undefined {
  if (info === undefined) return undefined;
  const notes = (info.notes ?? []).map((note) => toSentence(note, root)).join('  \n');
  const value = notes === '' ? info.markdown : `${notes}\n\n${info.markdown}`;
  return { contents: { kind: 'markdown', value }, range: toRange(document, info.span) };
}

/** "Effective: `x`, set in conf.d/10-mail.conf:12", the place as a link; files are named as seen from the root's folder. */
function toSentence({ text, document, span }: HoverNote, root: string): string {
  const { uri, range } = toLocation({ document, span });
  const line = range.start.line + 1;
  const folder = folderOf(root);
  const name = (folder === undefined ? undefined : pathInside(folder, uri)) ?? baseName(uri);
  return `${text} [${name.replace(/[[\]\\]/g, '\\$&')}:${line}](${uri.replaceAll('(', '%28').replaceAll(')', '%29')}#L${line})`;
}

export function toLocation({ document, span }: { readonly document: SourceDocument; readonly span: Span }): Location {
  return { uri: hosted({ document, span }).document.uri, range: toRange(document, span) };
}

export function toTextEdits(
  document: SourceDocument,
  edits: readonly { readonly span: Span; readonly text: string }[],
): TextEdit[] {
  return edits.flatMap((edit) => {
    const shown = hostedEdit({ ...edit, document });
    return shown === undefined ? [] : [{ range: toRange(shown.document, shown.span), newText: shown.text }];
  });
}

const symbolKinds: Record<OutlineSymbol['kind'], SymbolKind> = {
  section: SymbolKind.Module,
  setting: SymbolKind.Property,
  include: SymbolKind.File,
};

export function toDocumentSymbol(document: SourceDocument, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbolKinds[symbol.kind],
    range: toRange(document, symbol.span),
    selectionRange: toRange(document, symbol.selection),
    children: symbol.children.map((child) => toDocumentSymbol(document, child)),
  };
}

export function toSymbolInformation({ symbol, container, document }: FoundSymbol): SymbolInformation {
  return {
    name: symbol.name,
    kind: symbolKinds[symbol.kind],
    containerName: container,
    location: toLocation({ document, span: symbol.selection }),
  };
}

/** The innermost range, linked to those around it. */
export function toSelectionRange(document: SourceDocument, spans: readonly Span[]): SelectionRange | undefined {
  return spans.reduceRight<SelectionRange | undefined>(
    (parent, span) => ({ range: toRange(document, span), ...(parent && { parent }) }),
    undefined,
  );
}

/** What the YAML around folds over several lines has no colour. */
export function toSemanticTokens(
  tokens: readonly { readonly document: SourceDocument; readonly token: SemanticToken }[],
): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  const placed = tokens
    .map(({ document, token: { from, to, type } }) => ({ type, ...toRange(document, { from, to }) }))
    .filter(({ start, end }) => start.line === end.line)
    .sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character);
  for (const { start, end, type } of placed)
    builder.push(start.line, start.character, end.character - start.character, semanticTokenTypes.indexOf(type), 0);
  return builder.build();
}

/** Undefined for what stands on one line. */
export function toFoldingRange(document: SourceDocument, { from, to, kind }: Fold): FoldingRange | undefined {
  const startLine = toRange(document, { from, to: from }).start.line;
  const endLine = toRange(document, { from: to, to }).start.line;
  if (endLine <= startLine) return undefined;
  return { startLine, endLine, kind: kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region };
}
