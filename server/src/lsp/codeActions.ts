/** Code actions: mending one finding, mending all of a rule, silencing. Edits of a whole workspace are made when asked for. */

import { type CodeAction, CodeActionKind, type CodeActionParams, type InitializeParams } from 'vscode-languageserver';
import { allDocuments } from '../config/configuration.ts';
import type { Project } from '../config/project.ts';
import { format } from '../features/format.ts';
import { suppressActions } from '../features/suppressActions.ts';
import { indentUnit } from '../lint/edits.ts';
import { safeFixes } from '../lint/fixAll.ts';
import { severities } from '../lint/policy.ts';
import type { DocumentEdit, Finding, Place } from '../lint/rule.ts';
import { meets } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';
import { canonical, toSnippetEdit, toSpan, toWorkspaceEdit } from './convert.ts';
import { createDeploymentKind } from './deployment.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.dovecot`;

export const formatEmbeddedKind = `${CodeActionKind.Source}.formatEmbedded.dovecot`;

export interface CodeActionSource {
  readonly project: Project;
  findingsIn(uri: string): readonly Finding[];
  /** The action that creates a deployment manifest, where one can be created. */
  creation(uri: string): CodeAction[];
  /** Files that are open, whether a root reaches them or not. */
  openFiles(): readonly string[];
  toDiagnostic(finding: Finding): NonNullable<CodeAction['diagnostics']>[number];
}

/** What an action needs to make its edit later. */
interface Deferred {
  /** The rule whose safe fixes are wanted. */
  readonly fixAllOf?: string;
  /** The YAML file whose configuration is to be formatted. */
  readonly formatIn?: string;
}

export class CodeActions {
  readonly #source: CodeActionSource;
  /** What of a fix a human has to fill in is selected in the client. */
  readonly #toEdit: typeof toWorkspaceEdit;
  readonly #formattings = new WeakMap<ConfigDocument, readonly DocumentEdit[]>();
  /** The client asks for the edit of the action that was chosen. */
  readonly #resolves: boolean;

  constructor(source: CodeActionSource, { capabilities }: InitializeParams) {
    this.#source = source;
    const takesSnippets = capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
    this.#toEdit = takesSnippets ? toSnippetEdit : toWorkspaceEdit;
    this.#resolves =
      capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true &&
      capabilities.textDocument.codeAction.dataSupport === true;
  }

  at({ textDocument, range, context: { only } }: CodeActionParams): CodeAction[] {
    const wants = (kind: string) =>
      only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
    const uri = canonical(textDocument.uri);
    const found = this.#source.findingsIn(uri);
    const here = found
      .filter(({ span, document }) => meets(span, toSpan(document, range)))
      .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
    return [
      ...(wants(CodeActionKind.QuickFix) ? this.#quickFixes(here, found) : []),
      // Only when it is asked for by name: an editor shows it on every line otherwise.
      ...(only !== undefined && wants(fixAllKind) ? fixAllOf(uri, found) : []),
      ...(wants(formatEmbeddedKind) ? this.#formatting(uri) : []),
      ...(wants(createDeploymentKind) ? this.#source.creation(uri) : []),
    ];
  }

  /** YAML files have a formatter of their own; ours is for the configuration inside, in the one style that keeps lines. */
  #formatting(uri: string): CodeAction[] {
    if (this.#formattingEdits(uri).length === 0) return [];
    const title = 'Format embedded Dovecot configuration';
    const action: CodeAction = { title, kind: formatEmbeddedKind, data: { formatIn: uri } satisfies Deferred };
    return [this.#resolves ? action : this.resolve(action)];
  }

  #formattingEdits(uri: string): DocumentEdit[] {
    const { project } = this.#source;
    if (!project.isManifest(uri)) return [];
    return project.partsOf(uri).flatMap((part) => {
      const reached = project.configurationsFor(part).flatMap(allDocuments);
      const document = reached.find((each) => each.uri === part);
      return document?.host?.file.embedding.keepsLines === true ? this.#formatted(document) : [];
    });
  }

  /** Asked for at every move of the cursor, made once. */
  #formatted(document: ConfigDocument): readonly DocumentEdit[] {
    let edits = this.#formattings.get(document);
    if (edits === undefined) {
      edits = format(document, { indent: indentUnit(document) }).map((edit) => ({ ...edit, document }));
      this.#formattings.set(document, edits);
    }
    return edits;
  }

  /** Fills in the edit of an action. */
  resolve(action: CodeAction): CodeAction {
    const { fixAllOf, formatIn } = (action.data as Deferred | undefined) ?? {};
    if (formatIn !== undefined) return { ...action, edit: toWorkspaceEdit(this.#formattingEdits(formatIn)) };
    if (fixAllOf === undefined) return action;
    return { ...action, edit: toWorkspaceEdit(safeFixes(this.#everywhere(fixAllOf))) };
  }

  /** Mending comes before silencing; `here` has the gravest first. */
  #quickFixes(here: readonly Finding[], found: readonly Finding[]): CodeAction[] {
    return [
      ...here.flatMap((finding) => this.#fixes(finding)),
      ...this.#fixesOfRules(here, found),
      ...here.flatMap((finding) => this.#suppressions(finding)),
    ];
  }

  #fixes(finding: Finding): CodeAction[] {
    const preferred = finding.fixes.find(({ safe }) => safe);
    return finding.fixes.map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [this.#source.toDiagnostic(finding)],
      isPreferred: fix === preferred,
      edit: this.#toEdit(fix.edits),
    }));
  }

  /** For each rule here that can be mended without a human: all of the file, all of the workspace. */
  #fixesOfRules(here: readonly Finding[], found: readonly Finding[]): CodeAction[] {
    const ids = new Set(here.filter(isMendable).map(({ rule }) => rule.id));
    return [...ids].flatMap((id) => {
      const same = found.filter((finding) => finding.rule.id === id);
      const diagnostics = same.filter((finding) => here.includes(finding)).map(this.#source.toDiagnostic);
      const action = { kind: CodeActionKind.QuickFix, diagnostics };
      const inFile = { ...action, title: `Fix all of ${id} in this file`, edit: toWorkspaceEdit(safeFixes(same)) };
      const everywhere: CodeAction = { ...action, title: `Fix all of ${id} in the workspace`, data: { fixAllOf: id } };
      const isAlone = same.filter(isMendable).length < 2;
      return [...(isAlone ? [] : [inFile]), this.#resolves ? everywhere : this.resolve(everywhere)];
    });
  }

  #suppressions(finding: Finding): CodeAction[] {
    const { rule } = finding;
    const inside = suppressActions(rule, this.#innermost(finding));
    // Where nothing can be written inside, a comment of the YAML around does as well.
    const actions = inside.length > 0 ? inside : suppressActions(rule, finding);
    return actions.map(({ title, edits }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [this.#source.toDiagnostic(finding)],
      edit: toWorkspaceEdit(edits),
    }));
  }

  /** The place in the configuration, where it stands inside YAML. */
  #innermost(place: Place): Place {
    const { project } = this.#source;
    const { document, span } = place;
    const at = project.isManifest(document.uri) ? project.at(document.uri, span.from) : undefined;
    const reached = at === undefined ? [] : project.configurationsFor(at.uri).flatMap(allDocuments);
    const part = reached.find(({ uri }) => uri === at?.uri);
    return part && at ? { document: part, span: { from: at.offset, to: at.offset } } : place;
  }

  /** The findings of a rule in every file that is open or that a root reaches. */
  #everywhere(rule: string): Finding[] {
    const { project } = this.#source;
    const reached = project.configurations().flatMap(allDocuments);
    const uris = new Set([...this.#source.openFiles(), ...reached.map(({ uri, host }) => host?.document.uri ?? uri)]);
    return [...uris].flatMap((uri) => this.#source.findingsIn(uri).filter((finding) => finding.rule.id === rule));
  }
}

function isMendable({ fixes }: Finding): boolean {
  return fixes.some(({ safe }) => safe);
}

function fixAllOf(uri: string, found: readonly Finding[]): CodeAction[] {
  const edits = safeFixes(found).filter((edit) => edit.document.uri === uri);
  return edits.length === 0 ? [] : [{ title: 'Apply all safe fixes', kind: fixAllKind, edit: toWorkspaceEdit(edits) }];
}
