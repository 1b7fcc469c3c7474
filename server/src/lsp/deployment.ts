/** The deployment manifest as an edit: a new one made of the workspace, or a key that the report asks for. */

import {
  type CodeAction,
  CodeActionKind,
  type InitializeParams,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { deploymentFileName } from '../config/deploymentFile.ts';
import type { Project } from '../config/project.ts';
import { type Declaration, declare, parsedDeployment } from '../features/declare.ts';
import { deploymentFolder, deploymentText } from '../features/deploymentRoots.ts';
import { applyEdits } from '../text/edit.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { resolveIn } from '../workspace/paths.ts';
import { canonical, toRange } from './convert.ts';

export const createDeploymentKind = `${CodeActionKind.Source}.createDeployment.dovecot`;

export interface DeclareParams {
  /** `license.nfsSla` */
  readonly key: string;
  /** The document whose report asks; the first root without one. */
  readonly uri?: string;
}

export interface DeclareResult {
  readonly uri: string;
  /** Undefined where the key is already there. */
  readonly edit?: WorkspaceEdit;
  /** What to select when the edit is made. */
  readonly selection: Range;
}

interface NewFile {
  readonly uri: string;
  readonly text: string;
}

export class Deployments {
  readonly #project: Project;
  readonly #createsFiles: boolean;

  constructor(project: Project, { capabilities }: InitializeParams) {
    this.#project = project;
    const edits = capabilities.workspace?.workspaceEdit;
    this.#createsFiles = edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true;
  }

  /** Offered where the project has none yet. */
  creation(uri: string): CodeAction[] {
    if (this.#project.manifests.deployments().length > 0) return [];
    const root = this.#rootOf(uri);
    const file = root === undefined ? undefined : this.#newFile(root);
    if (file === undefined) return [];
    const title = 'Create a deployment manifest from this workspace';
    return [{ title, kind: createDeploymentKind, edit: creating(file) }];
  }

  /** A new manifest for the root of a document, or the one that there is; undefined where none can be made. */
  create(uri: string | undefined): DeclareResult | undefined {
    const root = this.#rootOf(uri === undefined ? undefined : canonical(uri));
    if (root === undefined) return undefined;
    const selection = { start, end: start };
    const declaring = this.#project.manifests.deploymentOf(root)?.document.uri;
    if (declaring !== undefined) return { uri: declaring, selection };
    const file = this.#newFile(root);
    return file && { uri: file.uri, selection, edit: creating(file) };
  }

  /** In the manifest that speaks of the root, or in a new one; undefined where neither can be written. */
  declare({ key, uri }: DeclareParams): DeclareResult | undefined {
    const root = this.#rootOf(uri === undefined ? undefined : canonical(uri));
    if (root === undefined) return undefined;
    const declaring = this.#project.manifests.deploymentOf(root)?.document.uri;
    const document = declaring === undefined ? undefined : this.#project.store.yaml(declaring);
    if (document === undefined) return this.#declareInNew(root, key);
    const declaration = declare(document, key);
    if (declaration === undefined) return undefined;
    const { edit } = declaration;
    const changes = edit && { [document.uri]: [{ range: toRange(document, edit.span), newText: edit.text }] };
    const selection = selectionIn(document.text, declaration);
    return { uri: document.uri, selection, ...(changes !== undefined && { edit: { changes } }) };
  }

  #declareInNew(root: string, key: string): DeclareResult | undefined {
    const file = this.#newFile(root);
    const declaration = file && declare(parsedDeployment(file.uri, file.text), key);
    if (file === undefined || declaration === undefined) return undefined;
    const text = applyEdits(file.text, declaration.edit === undefined ? [] : [declaration.edit]);
    return {
      uri: file.uri,
      edit: creating({ uri: file.uri, text }),
      selection: selectionIn(file.text, declaration),
    };
  }

  /** The root that a document belongs to; the first of all for none, and for YAML of ours without configuration. */
  #rootOf(uri: string | undefined): string | undefined {
    const project = this.#project;
    const parts = uri === undefined ? [] : project.partsOf(uri);
    const reaching = parts.flatMap((part) => project.configurationsFor(part));
    const any = uri === undefined || project.isManifest(uri) ? project.configurations() : [];
    return [...reaching, ...any].find(({ kind }) => kind === 'root')?.root.uri;
  }

  #newFile(root: string): NewFile | undefined {
    const folder = deploymentFolder(root);
    if (folder === undefined || !this.#createsFiles) return undefined;
    const uri = resolveIn(folder, deploymentFileName);
    // What is there and says nothing to us is somebody else's.
    if (this.#project.store.content(uri).kind !== 'missing') return undefined;
    return { uri, text: deploymentText(this.#project, folder) };
  }
}

const start = { line: 0, character: 0 };

function creating({ uri, text }: NewFile): WorkspaceEdit {
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ],
  };
}

/** As it is when the edit is made. */
function selectionIn(text: string, { edit, selection }: Declaration): Range {
  const lines = new LineIndex(applyEdits(text, edit === undefined ? [] : [edit]));
  return { start: lines.positionAt(selection.from), end: lines.positionAt(selection.to) };
}
