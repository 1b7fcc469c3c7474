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
  type SelectionRange,
  type SelectionRangeParams,
  type SemanticTokens,
  type SignatureHelp,
  type SymbolInformation,
  SymbolKind,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { allDocuments, type Configuration } from '../config/configuration.ts';
import { deploymentShape, deploymentSpan } from '../config/deploymentFile.ts';
import type { Project } from '../config/project.ts';
import { completion, completionDocumentation, type DocumentationKey } from '../features/completion.ts';
import { foldingRanges } from '../features/folding.ts';
import { format } from '../features/format.ts';
import { hover } from '../features/hover.ts';
import { pathLinks } from '../features/links.ts';
import { definitions, type Occurrence, occurrenceAt, renameProblem, sameThing } from '../features/references.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import { semanticTokens } from '../features/semanticTokens.ts';
import { shapeCompletion } from '../features/shapeCompletion.ts';
import { shapeHover } from '../features/shapeHover.ts';
import { signatureHelp } from '../features/signatureHelp.ts';
import { storageTiers, tierLabel, tierSentence } from '../features/storageTier.ts';
import { documentSymbols, findSymbols } from '../features/symbols.ts';
import { isProjectFile } from '../lint/projectFile.ts';
import type { ProjectFiles } from '../lint/projectFiles.ts';
import { meets, touches } from '../text/span.ts';
import { type ConfigDocument, hostedEdit } from '../workspace/document.ts';
import { baseName } from '../workspace/paths.ts';
import {
  canonical,
  toCompletionItem,
  toDocumentSymbol,
  toFoldingRange,
  toHover,
  toLocation,
  toRange,
  toSelectionRange,
  toSemanticTokens,
  toSpan,
  toSymbolInformation,
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
  readonly #projectFiles: ProjectFiles;
  readonly #snippets: boolean;
  /** What the client runs when a lens is clicked; empty where it has no such command. */
  readonly #reportCommand: string;

  constructor(project: Project, projectFiles: ProjectFiles, { capabilities, initializationOptions }: InitializeParams) {
    this.#project = project;
    this.#projectFiles = projectFiles;
    this.#reportCommand = (initializationOptions as { reportCommand?: string } | undefined)?.reportCommand ?? '';
    this.#snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
  }

  hover(params: TextDocumentPositionParams): Hover | undefined {
    const shaped = this.#shaped(params);
    if (shaped !== undefined) {
      const { document, offset, shape } = shaped;
      return toHover(document, shapeHover(document, offset, shape));
    }
    const target = this.#target(params);
    if (target === undefined) return undefined;
    const { configuration, document, offset } = target;
    return toHover(document, hover(configuration, document, offset), configuration.root.uri);
  }

  completion(params: TextDocumentPositionParams): CompletionList | undefined {
    const shaped = this.#shaped(params);
    if (shaped !== undefined) {
      const { document, offset, shape, from } = shaped;
      const candidates = shapeCompletion(document, offset, shape, from);
      const items = candidates.flatMap((candidate) => toCompletionItem(document, candidate, this.#snippets) ?? []);
      return { isIncomplete: false, items };
    }
    const target = this.#target(params);
    if (target === undefined) return undefined;
    const { configuration, document, offset } = target;
    const candidates = completion(configuration, document, offset, this.#project.locating(configuration));
    const items = candidates.flatMap((candidate) => toCompletionItem(document, candidate, this.#snippets) ?? []);
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
    return this.#parts(textDocument).flatMap(({ document }) => {
      const symbols = documentSymbols(document).map((symbol) => toDocumentSymbol(document, symbol));
      return document.host === undefined ? symbols : [embeddedSymbol(document, symbols)];
    });
  }

  workspaceSymbols({ query }: WorkspaceSymbolParams): SymbolInformation[] {
    const documents = new Set(this.#project.configurations().flatMap(allDocuments));
    return findSymbols(documents, query).map(toSymbolInformation);
  }

  selectionRanges({ textDocument, positions }: SelectionRangeParams): SelectionRange[] | undefined {
    const ranges = positions.map((position) => {
      const target = this.#target({ textDocument, position });
      return target && toSelectionRange(target.document, selectionRanges(target.document, target.offset));
    });
    // One answer per position, or none at all.
    return ranges.every((range) => range !== undefined) ? ranges : undefined;
  }

  semanticTokens({ textDocument }: { textDocument: TextDocumentIdentifier }): SemanticTokens {
    return toSemanticTokens(
      this.#parts(textDocument).flatMap(({ configuration, document }) =>
        semanticTokens(configuration, document).map((token) => ({ document, token })),
      ),
    );
  }

  folds({ textDocument }: { textDocument: TextDocumentIdentifier }): FoldingRange[] | undefined {
    return this.#parts(textDocument).flatMap(({ document }) =>
      foldingRanges(document).flatMap((fold) => toFoldingRange(document, fold) ?? []),
    );
  }

  links({ textDocument }: { textDocument: TextDocumentIdentifier }): DocumentLink[] {
    return this.#parts(textDocument).flatMap((found) =>
      this.#links(found).flatMap(({ span, targets }) => {
        const [target] = targets;
        if (target === undefined || targets.length > 1) return [];
        const { uri, range } = this.#startOf(target);
        const line = range.start.line === 0 ? '' : `#L${range.start.line + 1}`;
        return [{ range: toRange(found.document, span), target: uri + line }];
      }),
    );
  }

  definition(params: TextDocumentPositionParams): Location[] | undefined {
    const target = this.#target(params);
    if (target === undefined) return undefined;
    const link = this.#links(target).find(({ span }) => touches(span, target.offset));
    if (link !== undefined) return link.targets.map((uri) => this.#startOf(uri));
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
    const written = [...edits.values()].map(({ document, span }) => ({ document, span, text: params.newName }));
    // Half a rename is none.
    const closed = written.find((edit) => hostedEdit(edit) === undefined);
    if (closed !== undefined) {
      const place = toLocation(closed);
      const line = place.range.start.line + 1;
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        `${baseName(place.uri)}, line ${line}, cannot be written into.`,
      );
    }
    return toWorkspaceEdit(written);
  }

  formatting(params: DocumentFormattingParams & { range?: Range }): TextEdit[] | undefined {
    // A YAML file has a formatter of its own.
    if (this.#project.isManifest(canonical(params.textDocument.uri))) return undefined;
    const found = this.#find(canonical(params.textDocument.uri));
    if (found === undefined) return undefined;
    const { insertSpaces, tabSize } = params.options;
    const within = params.range === undefined ? undefined : toSpan(found.document, params.range);
    const edits = format(found.document, { indent: insertSpaces ? ' '.repeat(tabSize) : '\t' }, within);
    return toTextEdits(found.document, edits);
  }

  inlayHints(params: InlayHintParams): InlayHint[] | undefined {
    return this.#parts(params.textDocument).flatMap((found) => this.#hintsOf(found, params.range));
  }

  #hintsOf({ configuration, document }: Found, range: Range): InlayHint[] {
    const asked = toSpan(document, range);
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
    return this.#parts(textDocument).flatMap(({ configuration, document }) =>
      storageTiers(configuration, document).map((tier) => ({
        range: toRange(document, tier.holder ?? tier.span),
        command: { title: tierSentence(tier), command: this.#reportCommand },
      })),
    );
  }

  #links({ configuration, document }: Found) {
    return pathLinks(configuration, document, this.#project.locating(configuration));
  }

  #occurrence({ configuration, document, offset }: Target): Occurrence | undefined {
    return occurrenceAt(configuration, document, offset);
  }

  /** The configuration text under a cursor, in a file of its own or inside YAML. */
  #target({ textDocument, position }: TextDocumentPositionParams): Target | undefined {
    const uri = canonical(textDocument.uri);
    const yaml = this.#project.isManifest(uri) ? this.#project.store.yaml(uri) : undefined;
    if (yaml === undefined) {
      const found = this.#find(uri);
      return found && { ...found, offset: found.document.lines.offsetAt(position) };
    }
    const at = this.#project.at(uri, yaml.lines.offsetAt(position));
    const found = at && this.#find(at.uri);
    return at && found && { ...found, offset: at.offset };
  }

  /** The configuration texts that a file is, or holds. */
  #parts({ uri }: TextDocumentIdentifier): Found[] {
    return this.#project.partsOf(canonical(uri)).flatMap((part) => this.#find(part) ?? []);
  }

  /** A place in a project file or a deployment manifest, with what may be held there. */
  #shaped({ textDocument, position }: TextDocumentPositionParams) {
    const uri = canonical(textDocument.uri);
    const document = this.#project.store.yaml(uri);
    if (document === undefined) return undefined;
    const offset = document.lines.offsetAt(position);
    if (isProjectFile(uri)) return { document, offset, shape: this.#projectFiles.shape, from: 0 };
    const span = this.#project.manifests.isDeployment(uri) ? deploymentSpan(document) : undefined;
    return span && touches(span, offset) ? { document, offset, shape: deploymentShape, from: span.from } : undefined;
  }

  /** The document in the first configuration that reaches it. */
  #find(uri: string): Found | undefined {
    const [configuration] = this.#project.configurationsFor(uri);
    const document = configuration && allDocuments(configuration).find((each) => each.uri === uri);
    return configuration && document && { configuration, document };
  }

  /** The beginning of a file, or of the text inside YAML that a URI stands for. */
  #startOf(uri: string): Location {
    const found = this.#find(uri);
    if (found !== undefined) return toLocation({ document: found.document, span: { from: 0, to: 0 } });
    const start = { line: 0, character: 0 };
    return { uri, range: { start, end: start } };
  }
}

/** A text inside YAML as one symbol, named by its key. */
function embeddedSymbol(document: ConfigDocument, children: DocumentSymbol[]): DocumentSymbol {
  const range = toRange(document, { from: 0, to: document.text.length });
  const name = decodeURIComponent(document.uri.slice(document.uri.lastIndexOf('/') + 1));
  return { name, kind: SymbolKind.File, range, selectionRange: { start: range.start, end: range.start }, children };
}
