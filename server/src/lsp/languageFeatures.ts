/** Answers to requests about a place in a document: each finds the document, calls the feature and converts. */

import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  Hover,
  SignatureHelp,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { allDocuments, type Configuration } from '../config/configuration.ts';
import type { Project } from '../config/project.ts';
import { completion, completionDocumentation, type DocumentationKey } from '../features/completion.ts';
import { hover } from '../features/hover.ts';
import { signatureHelp } from '../features/signatureHelp.ts';
import type { ConfigDocument } from '../workspace/document.ts';
import { canonical, toCompletionItem, toRange } from './convert.ts';

interface Target {
  readonly configuration: Configuration;
  readonly document: ConfigDocument;
  readonly offset: number;
}

export class LanguageFeatures {
  readonly #project: Project;
  readonly #snippets: boolean;

  constructor(project: Project, capabilities: ClientCapabilities) {
    this.#project = project;
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

  /** The document in the first configuration that reaches it. */
  #target({ textDocument, position }: TextDocumentPositionParams): Target | undefined {
    const uri = canonical(textDocument.uri);
    const [configuration] = this.#project.configurationsFor(uri);
    const document = configuration && allDocuments(configuration).find((each) => each.uri === uri);
    if (configuration === undefined || document === undefined) return undefined;
    return { configuration, document, offset: document.lines.offsetAt(position) };
  }
}
