/** Answers to requests about a place in a document: each finds the document, calls the feature and converts. */

import {
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  type DocumentFormattingParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type DocumentSymbol,
  ErrorCodes,
  type FoldingRange,
  type Hover,
  type InitializeParams,
  type InlayHint,
  type InlayHintParams,
  type Location,
  type Range,
  type RenameParams,
  ResponseError,
  type SignatureHelp,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { allDocuments, type Configuration } from '../config/configuration.ts';
import type { Project } from '../config/project.ts';
import { completion, completionDocumentation, type DocumentationKey } from '../features/completion.ts';
import { foldingRanges } from '../features/folding.ts';
import { format } from '../features/format.ts';
import { hover } from '../features/hover.ts';
import { pathLinks } from '../features/links.ts';
import { definitions, type Occurrence, occurrenceAt, renameProblem, sameThing } from '../features/references.ts';
import { signatureHelp } from '../features/signatureHelp.ts';
import { storageTiers, tierLabel, tierSentence } from '../features/storageTier.ts';
import { documentSymbols } from '../features/symbols.ts';
import { meets, touches } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';
import {
  canonical,
  toCompletionItem,
  toDocumentSymbol,
  toFoldingRange,
  toLocation,
  toRange,
  toSpan,
  toTextEdits,
  toWorkspaceEdit,
} from './convert.ts';

interface Found {
  readonly configuration: Configuration;
  readonly document: ConfigDocument;
}

interface Target extends Found {
  readonly offset: number;
}

export class LanguageFeatures {
  readonly #project: Project;
  readonly #snippets: boolean;
  /** What the client runs when a lens is clicked; empty where it has no such command. */
  readonly #reportCommand: string;

  constructor(project: Project, { capabilities, initializationOptions }: InitializeParams) {
    this.#project = project;
    this.#reportCommand = (initializationOptions as { reportCommand?: string } | undefined)?.reportCommand ?? '';
    this.#snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
  }

  hover(params: TextDocumentPositionParams): Hover | undefined {
    const target = this.#target(params);
    const info = target && hover(target.configuration, target.document, target.offset);
    if (target === undefined || info === undefined) return undefined;
    return { contents: { kind: 'markdown', value: info.markdown }, range: toRange(target.document, info.span) };
  }

  completion(params: TextDocumentPositionParams): CompletionList | undefined {
    const target = this.#target(params);
    if (target === undefined) return undefined;
    const { configuration, document, offset } = target;
    const candidates = completion(configuration, document, offset, this.#project.locating(configuration));
    const items = candidates.map((candidate) => toCompletionItem(document, candidate, this.#snippets));
    return { isIncomplete: false, items };
  }

  resolveCompletion(item: CompletionItem): CompletionItem {
    const markdown = item.data === undefined ? undefined : completionDocumentation(item.data as DocumentationKey);
    return markdown === undefined ? item : { ...item, documentation: { kind: 'markdown', value: markdown } };
  }

  signatureHelp(params: TextDocumentPositionParams): SignatureHelp | undefined {
    const target = this.#target(params);
    const signature = target && signatureHelp(target.configuration, target.document, target.offset);
    if (signature === undefined) return undefined;
    const { label, documentation, parameters, active } = signature;
    return {
      signatures: [
        {
          label,
          documentation: { kind: 'markdown', value: documentation },
          parameters: parameters.map(({ from, to, documentation: text }) => ({
            label: [from, to],
            ...(text !== undefined && { documentation: { kind: 'markdown' as const, value: text } }),
          })),
          activeParameter: active,
        },
      ],
      activeSignature: 0,
      activeParameter: active,
    };
  }

  symbols({ textDocument }: { textDocument: TextDocumentIdentifier }): DocumentSymbol[] | undefined {
    const found = this.#find(textDocument);
    return found && documentSymbols(found.document).map((symbol) => toDocumentSymbol(found.document, symbol));
  }

  folds({ textDocument }: { textDocument: TextDocumentIdentifier }): FoldingRange[] | undefined {
    const found = this.#find(textDocument);
    return found && foldingRanges(found.document).flatMap((fold) => toFoldingRange(found.document, fold) ?? []);
  }

  links({ textDocument }: { textDocument: TextDocumentIdentifier }): DocumentLink[] | undefined {
    const found = this.#find(textDocument);
    return (
      found &&
      this.#links(found).flatMap(({ span, targets }) => {
        const [target] = targets;
        return targets.length === 1 ? [{ range: toRange(found.document, span), target: target! }] : [];
      })
    );
  }

  definition(params: TextDocumentPositionParams): Location[] | undefined {
    const target = this.#target(params);
    if (target === undefined) return undefined;
    const link = this.#links(target).find(({ span }) => touches(span, target.offset));
    if (link !== undefined) {
      const start = { line: 0, character: 0 };
      return link.targets.map((uri) => ({ uri, range: { start, end: start } }));
    }
    const occurrence = this.#occurrence(target);
    return occurrence && definitions(target.configuration, occurrence).map(toLocation);
  }

  references(params: TextDocumentPositionParams): Location[] | undefined {
    const target = this.#target(params);
    const occurrence = target && this.#occurrence(target);
    return target && occurrence && sameThing(target.configuration, occurrence).map(({ at }) => toLocation(at));
  }

  highlights(params: TextDocumentPositionParams): DocumentHighlight[] | undefined {
    const target = this.#target(params);
    const occurrence = target && this.#occurrence(target);
    return (
      target &&
      occurrence &&
      sameThing(target.configuration, occurrence)
        .filter(({ at }) => at.document === target.document)
        .map(({ at, isDefinition }) => ({
          range: toRange(at.document, at.span),
          kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }))
    );
  }

  prepareRename(params: TextDocumentPositionParams): Range | undefined {
    const target = this.#target(params);
    const occurrence = target && this.#occurrence(target);
    return occurrence === undefined || occurrence.kind === 'setting'
      ? undefined
      : toRange(occurrence.at.document, occurrence.at.span);
  }

  rename(params: RenameParams): WorkspaceEdit | undefined {
    const target = this.#target(params);
    const occurrence = target && this.#occurrence(target);
    if (target === undefined || occurrence === undefined) return undefined;
    const problem = renameProblem(occurrence, params.newName);
    if (problem !== undefined) throw new ResponseError(ErrorCodes.InvalidParams, problem);
    // A shared fragment is renamed in every root that reaches it.
    const all = this.#project
      .configurationsFor(target.document.uri)
      .flatMap((configuration) => sameThing(configuration, occurrence));
    const edits = new Map(all.map(({ at }) => [`${at.document.uri} ${at.span.from}`, at]));
    return toWorkspaceEdit([...edits.values()].map(({ document, span }) => ({ document, span, text: params.newName })));
  }

  formatting(params: DocumentFormattingParams & { range?: Range }): TextEdit[] | undefined {
    const found = this.#find(params.textDocument);
    if (found === undefined) return undefined;
    const { insertSpaces, tabSize } = params.options;
    const within = params.range === undefined ? undefined : toSpan(found.document, params.range);
    const edits = format(found.document, { indent: insertSpaces ? ' '.repeat(tabSize) : '\t' }, within);
    return toTextEdits(found.document, edits);
  }

  inlayHints(params: InlayHintParams): InlayHint[] | undefined {
    const found = this.#find(params.textDocument);
    if (found === undefined) return undefined;
    const { configuration, document } = found;
    const asked = toSpan(document, params.range);
    return storageTiers(configuration, document)
      .filter(({ span }) => meets(span, asked))
      .map((tier) => ({
        position: toRange(document, { from: tier.hintAt, to: tier.hintAt }).start,
        label: tierLabel(tier),
        tooltip: tierSentence(tier),
        paddingLeft: true,
      }));
  }

  codeLenses({ textDocument }: { textDocument: TextDocumentIdentifier }): CodeLens[] | undefined {
    const found = this.#find(textDocument);
    return (
      found &&
      storageTiers(found.configuration, found.document).map((tier) => ({
        range: toRange(found.document, tier.holder ?? tier.span),
        command: { title: tierSentence(tier), command: this.#reportCommand },
      }))
    );
  }

  #links({ configuration, document }: Found) {
    return pathLinks(configuration, document, this.#project.locating(configuration));
  }

  #occurrence({ configuration, document, offset }: Target): Occurrence | undefined {
    return occurrenceAt(configuration, document, offset);
  }

  #target({ textDocument, position }: TextDocumentPositionParams): Target | undefined {
    const found = this.#find(textDocument);
    return found && { ...found, offset: found.document.lines.offsetAt(position) };
  }

  /** The document in the first configuration that reaches it. */
  #find({ uri }: TextDocumentIdentifier): Found | undefined {
    const wanted = canonical(uri);
    const [configuration] = this.#project.configurationsFor(wanted);
    const document = configuration && allDocuments(configuration).find((each) => each.uri === wanted);
    return configuration && document && { configuration, document };
  }
}
