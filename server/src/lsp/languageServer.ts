/** The language server: requests in, features called, answers converted. One line per request where possible. */

import {
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Project } from '../config/project.ts';
import { semanticTokenTypes } from '../features/semanticTokens.ts';
import { Findings } from '../lint/findings.ts';
import { isProjectFile } from '../lint/projectFile.ts';
import { type EffectiveSettings, mergeSettings, ProjectFiles } from '../lint/projectFiles.ts';
import type { Finding, Rule } from '../lint/rule.ts';
import { type LintOptions, lintProjectFile } from '../lint/run.ts';
import { DocumentStore } from '../workspace/document.ts';
import { isYamlName } from '../workspace/embeddedFiles.ts';
import type { Files } from '../workspace/files.ts';
import { CodeActions, fixAllKind, formatEmbeddedKind } from './codeActions.ts';
import { canonical, toDiagnostic } from './convert.ts';
import { createDeploymentKind, type DeclareParams, Deployments } from './deployment.ts';
import { EditorSettings } from './editorSettings.ts';
import { LanguageFeatures } from './languageFeatures.ts';
import { Referee, type RunDoveconf } from './referee.ts';
import { type ReportParams, Reports } from './report.ts';
import { Schedule } from './schedule.ts';
import { statusOf } from './status.ts';

/** What the two servers (Node and browser worker) do differently. */
export interface ServerHost {
  readonly rules: readonly Rule[];
  /** The files, and how to forget what was read; `onArrival` is called when a pending answer came. */
  createFiles(params: InitializeParams, onArrival: () => void): Files & { forget(): void };
  /** The files named `dovecot.conf` and the project files below the workspace folders. */
  findFiles(params: InitializeParams, folders: readonly string[]): Promise<string[]>;
  /** The address of a rule's page that an editor can open. */
  rulePage?(id: string): string | undefined;
  /** Where programs can be run. */
  readonly runDoveconf?: RunDoveconf;
}

/** Wires a connection to the core and listens. */
export function startLanguageServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;

  connection.onInitialize((params): InitializeResult => {
    session = new Session(connection, documents, host, params);
    return {
      serverInfo: { name: 'dovecot-language-server' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: {
          triggerCharacters: ['=', ' ', '"', '/', '<', '@', '%', '{', '|', ':', '?', '&', ';', ','],
          resolveProvider: true,
        },
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        selectionRangeProvider: true,
        semanticTokensProvider: { legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [] }, full: true },
        foldingRangeProvider: true,
        documentLinkProvider: {},
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: { prepareProvider: true },
        // YAML has formatters of its own: where the client can, ours is registered for Dovecot's language alone.
        documentFormattingProvider: !registersFormatting(params),
        documentRangeFormattingProvider: !registersFormatting(params),
        inlayHintProvider: true,
        codeLensProvider: {},
        signatureHelpProvider: { triggerCharacters: [':', '?', '&', ';'] },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, formatEmbeddedKind, createDeploymentKind],
          resolveProvider: true,
        },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(() => {
    if (session!.registersFormatting) {
      const options = { documentSelector: [{ language: 'dovecot' }] };
      void connection.client.register(DocumentFormattingRequest.type, options);
      void connection.client.register(DocumentRangeFormattingRequest.type, options);
    }
    void guard(connection, () => session!.start());
    if (!session!.followsFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      void guard(connection, () => session!.foldersChanged(added, removed));
    });
  });
  connection.onDidChangeConfiguration(() => void guard(connection, () => session!.loadSettings()));
  connection.onDidChangeWatchedFiles(() => void guard(connection, () => session!.filesChanged()));
  connection.onHover((params) => guard(connection, () => session!.features.hover(params)));
  connection.onCompletion((params) => guard(connection, () => session!.features.completion(params)));
  connection.onCompletionResolve((item) => session!.features.resolveCompletion(item));
  connection.onDocumentSymbol((params) => guard(connection, () => session!.features.symbols(params)));
  connection.onWorkspaceSymbol((params) => guard(connection, () => session!.features.workspaceSymbols(params)));
  connection.onSelectionRanges((params) => guard(connection, () => session!.features.selectionRanges(params)));
  connection.languages.semanticTokens.on(
    async (params) => (await guard(connection, () => session!.features.semanticTokens(params))) ?? { data: [] },
  );
  connection.onFoldingRanges((params) => guard(connection, () => session!.features.folds(params)));
  connection.onDocumentLinks((params) => guard(connection, () => session!.features.links(params)));
  connection.onDefinition((params) => guard(connection, () => session!.features.definition(params)));
  connection.onReferences((params) => guard(connection, () => session!.features.references(params)));
  connection.onDocumentHighlight((params) => guard(connection, () => session!.features.highlights(params)));
  connection.onPrepareRename((params) => guard(connection, () => session!.features.prepareRename(params)));
  connection.onRenameRequest((params) => session!.features.rename(params));
  connection.onDocumentFormatting((params) => guard(connection, () => session!.features.formatting(params)));
  connection.onDocumentRangeFormatting((params) => guard(connection, () => session!.features.formatting(params)));
  connection.languages.inlayHint.on((params) => guard(connection, () => session!.features.inlayHints(params)));
  connection.onCodeLens((params) => guard(connection, () => session!.features.codeLenses(params)));
  connection.onSignatureHelp((params) => guard(connection, () => session!.features.signatureHelp(params)));
  connection.onRequest('dovecot/report', (params: ReportParams | null) =>
    guard(connection, () => ({ html: session!.reports.html(params ?? {}) })),
  );
  connection.onRequest('dovecot/declare', (params: DeclareParams) =>
    guard(connection, () => session!.deployments.declare(params)),
  );
  connection.onRequest('dovecot/createDeployment', ({ uri }: { uri?: string }) =>
    guard(connection, () => session!.deployments.create(uri)),
  );
  connection.onCodeAction((params) => guard(connection, () => session!.actions.at(params)));
  connection.onCodeActionResolve((action) => session!.actions.resolve(action));
  documents.onDidOpen(({ document }) => session?.opened(document));
  documents.onDidChangeContent(({ document }) => session?.changed(document));
  documents.onDidSave(({ document }) => void guard(connection, () => session?.saved(document)));
  documents.onDidClose(({ document }) => session?.closed(document));
  documents.listen(connection);
  connection.listen();
}

/** Our bugs are logged, never shown as a crash; the request has no answer then. */
async function guard<T>(connection: Connection, run: () => T | Promise<T>): Promise<T | null> {
  try {
    return (await run()) ?? null;
  } catch (error) {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return null;
  }
}

class Session {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #host: ServerHost;
  readonly #params: InitializeParams;
  readonly #files: Files & { forget(): void };
  readonly #store: DocumentStore;
  readonly #project: Project;
  readonly #settings: EditorSettings;
  readonly #projectFiles: ProjectFiles;
  readonly #lintOptions: LintOptions;
  readonly #findings: Findings;
  readonly #referee: Referee;
  readonly #rulePages: (id: string) => string | undefined;
  readonly actions: CodeActions;
  readonly features: LanguageFeatures;
  readonly reports: Reports;
  readonly deployments: Deployments;
  readonly #schedule = new Schedule(() => void guard(this.#connection, () => this.#analyse()));
  #folders: readonly string[];
  /** What a search of the folders found. */
  #found: readonly string[] = [];
  /** What the client was told last, by topic. */
  readonly #told = new Map<string, string>();

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    host: ServerHost,
    params: InitializeParams,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#host = host;
    this.#params = params;
    this.#folders = (params.workspaceFolders ?? []).map(({ uri }) => canonical(uri));
    this.#files = host.createFiles(params, () => this.#filesArrived());
    this.#store = new DocumentStore(this.#files);
    this.#project = new Project(this.#store);
    this.#settings = new EditorSettings(connection, params.capabilities);
    this.#projectFiles = new ProjectFiles(this.#store, host.rules);
    this.#lintOptions = {
      rules: host.rules,
      onError(rule, error) {
        connection.console.error(`Rule ${rule.id}: ${error instanceof Error ? error.stack : error}`);
      },
    };
    this.#findings = new Findings(this.#project, {
      ...this.#lintOptions,
      today: () => new Date().toISOString().slice(0, 10),
      policyOf: ({ root }) => this.#settingsOf(root.uri).policy,
    });
    this.#referee = new Referee(host.runDoveconf, (message) => void connection.window.showWarningMessage(message));
    this.reports = new Reports(this.#project, this.#findings, (uri) => this.#nameOf(uri));
    this.#rulePages = rulePages(params, host);
    this.deployments = new Deployments(this.#project, params);
    this.actions = new CodeActions(
      {
        creation: (uri) => this.deployments.creation(uri),
        project: this.#project,
        findingsIn: (uri) => this.#findingsIn(uri),
        openFiles: () => this.#documents.keys().map(canonical),
        toDiagnostic: (finding) => this.#toDiagnostic(finding),
      },
      params,
    );
    this.features = new LanguageFeatures(this.#project, this.#projectFiles, params);
  }

  async start(): Promise<void> {
    await this.loadSettings();
    await this.#findRoots();
  }

  get registersFormatting(): boolean {
    return registersFormatting(this.#params);
  }

  get followsFolders(): boolean {
    return this.#params.capabilities.workspace?.workspaceFolders === true;
  }

  async foldersChanged(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): Promise<void> {
    const gone = new Set(removed.map(({ uri }) => canonical(uri)));
    this.#folders = [...this.#folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => canonical(uri))];
    await this.loadSettings();
    await this.#findRoots();
  }

  async loadSettings(): Promise<void> {
    await this.#settings.load(this.#folders);
    this.#referee.program = this.#settings.doveconf;
    this.#referee.forget();
    this.#project.configure((root) => this.#settingsOf(root));
    this.#schedule.soon();
  }

  async filesChanged(): Promise<void> {
    this.#files.forget();
    await this.#findRoots();
  }

  opened(document: TextDocument): void {
    this.changed(document);
  }

  changed(document: TextDocument): void {
    const uri = canonical(document.uri);
    this.#store.open(uri, document.getText());
    this.#textChanged(uri);
    this.#referee.changed(uri);
  }

  async saved(document: TextDocument): Promise<void> {
    if (!this.#referee.isOn) return;
    await this.#referee.judge(this.#project.configurationsFor(canonical(document.uri)));
    this.#schedule.soon();
  }

  closed(document: TextDocument): void {
    const uri = canonical(document.uri);
    this.#store.close(uri);
    this.#textChanged(uri);
    this.#told.delete(`diagnostics ${uri}`);
    this.#told.delete(`status ${uri}`);
    this.#told.delete(`level ${uri}`);
    void this.#connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  }

  async #findRoots(): Promise<void> {
    const found = await this.#host.findFiles(this.#params, this.#folders);
    this.#found = [...new Set(found.map(canonical))];
    this.#projectFilesChanged();
  }

  /** The YAML files of the folders and of the editor; in those without anything of ours nothing of us is to be seen. */
  #findManifests(): void {
    const yaml = this.#documents
      .all()
      .filter(isYaml)
      .map(({ uri }) => canonical(uri));
    this.#project.setManifests([...this.#found.filter(isYamlName), ...yaml].filter((uri) => !isProjectFile(uri)));
  }

  #filesArrived(): void {
    this.#projectFilesChanged();
  }

  #textChanged(uri: string): void {
    if (isProjectFile(uri)) {
      this.#projectFilesChanged();
    } else {
      this.#project.changed(uri);
      this.#findManifests();
      this.#schedule.soon();
    }
  }

  /** A YAML file that says something to us. */
  #isOurs(uri: string): boolean {
    return isProjectFile(uri) || this.#project.isManifest(uri);
  }

  /** Everything may be judged in another way now. */
  #projectFilesChanged(): void {
    this.#projectFiles.forget();
    this.#project.setRoots(this.#projectFiles.roots(this.#found));
    this.#findManifests();
    this.#schedule.soon();
  }

  #settingsOf(uri: string): EffectiveSettings {
    return mergeSettings([this.#settings.layer(uri), this.#projectFiles.layer(uri)]);
  }

  /** What is found in a configuration or project file; nothing in one that its project leaves alone. */
  #findingsIn(uri: string): readonly Finding[] {
    if (!isProjectFile(uri)) return this.#projectFiles.excludes(uri) ? [] : this.#findings.of(uri).findings;
    const file = this.#projectFiles.nearest(uri);
    return file === undefined ? [] : lintProjectFile(file, this.#lintOptions);
  }

  #toDiagnostic(finding: Finding): Diagnostic {
    return toDiagnostic(finding, this.#rulePages(finding.rule.id));
  }

  /** Relative to its workspace folder, where it is in one. */
  #nameOf(uri: string): string {
    const folder = this.#folders.find((each) => uri.startsWith(`${each}/`));
    return decodeURIComponent(folder === undefined ? uri : uri.slice(folder.length + 1));
  }

  #analyse(): void {
    for (const document of this.#documents.all()) {
      const uri = canonical(document.uri);
      if (isYaml(document) && !this.#isOurs(uri) && !this.#told.has(`diagnostics ${uri}`)) continue;
      const diagnostics = [
        ...this.#findingsIn(uri).map((finding) => this.#toDiagnostic(finding)),
        ...this.#referee.of(uri),
      ];
      if (this.#isNews(`diagnostics ${uri}`, diagnostics)) {
        void this.#connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
      }
      if (isProjectFile(uri)) continue;
      const [part] = this.#project.partsOf(uri);
      // Nothing in it is for a Dovecot of its own: a database, a volume.
      if (part === undefined) continue;
      const status = { uri: document.uri, ...statusOf(this.#project.configurationsFor(part)[0]?.decision) };
      if (this.#isNews(`status ${uri}`, status)) void this.#connection.sendNotification('dovecot/status', status);
      const level = { uri: document.uri, level: this.reports.level(part) };
      if (this.#isNews(`level ${uri}`, level)) void this.#connection.sendNotification('dovecot/level', level);
    }
    const included = this.#project.configurations().flatMap(({ documents }) => documents.map(({ uri }) => uri));
    const uris = [...new Set(included)];
    if (this.#isNews('included', uris)) void this.#connection.sendNotification('dovecot/includedFiles', { uris });
  }

  /** Whether it differs from what the client was told last. */
  #isNews(topic: string, content: unknown): boolean {
    const print = JSON.stringify(content);
    if (this.#told.get(topic) === print) return false;
    this.#told.set(topic, print);
    return true;
  }
}

/** Where the page of a rule is: the client says what to put before its id, else the host knows a place. */
function rulePages({ initializationOptions }: InitializeParams, host: ServerHost): (id: string) => string | undefined {
  const { rulePages: prefix } = (initializationOptions ?? {}) as { rulePages?: unknown };
  if (typeof prefix === 'string') return (id) => prefix + id;
  const pages = new Map(host.rules.map(({ id }) => [id, host.rulePage?.(id)]));
  return (id) => pages.get(id);
}

function registersFormatting({ capabilities: { textDocument } }: InitializeParams): boolean {
  return (
    textDocument?.formatting?.dynamicRegistration === true && textDocument.rangeFormatting?.dynamicRegistration === true
  );
}

function isYaml({ uri, languageId }: TextDocument): boolean {
  return ['yaml', 'dockercompose', 'helm'].includes(languageId) || isYamlName(uri);
}
