// A real client connection to the real server program over its real protocol (stdio).

import { type ChildProcess, spawn } from 'node:child_process';
import { build } from 'esbuild';
import type { CodeAction, Diagnostic, Hover, InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** The bundle that `buildServer` makes; one per process, because test files run side by side. */
export const program = `.cache/test/server-${process.pid}.cjs`;

/** The server as the tests run it: built anew from the sources. */
export function buildServer() {
  return build({
    entryPoints: ['server/src/server.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: program,
    logLevel: 'error',
  });
}

export class TestServer {
  connection!: MessageConnection;
  #process!: ChildProcess;
  readonly #published = new Map<string, Diagnostic[]>();
  readonly #notifications: { method: string; params: unknown }[] = [];
  readonly #waiting = new Set<() => void>();
  #asked: (() => void) | undefined;
  readonly #program: string;
  settings: unknown = { target: 'auto' };

  constructor(path = program) {
    this.#program = path;
  }

  #start(): void {
    this.#process = spawn(process.execPath, [this.#program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.#process.stdout!),
      new StreamMessageWriter(this.#process.stdin!),
    );
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        this.#published.set(uri, diagnostics);
        this.#wake();
      },
    );
    this.connection.onNotification((method: string, params: unknown) => {
      this.#notifications.push({ method, params });
      this.#wake();
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => {
      this.#asked?.();
      return items.map(() => this.settings);
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  /** `textDocument` and `workspace` are further capabilities of the client, `options` its initialization options. */
  async initialize(
    folder?: string,
    { textDocument = {}, workspace = {}, options = {} } = {},
  ): Promise<InitializeResult> {
    this.#start();
    const workspaceFolders = folder === undefined ? null : [{ uri: folder, name: 'test' }];
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders,
      capabilities: { workspace: { configuration: true, workspaceFolders: true, ...workspace }, textDocument },
      initializationOptions: options,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(uri: string, text: string, languageId = 'dovecot'): Promise<void> {
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async change(uri: string, version: number, text: string): Promise<void> {
    const contentChanges = [{ text }];
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  /** Changes the settings and waits until the server has them. */
  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    const asked = new Promise<void>((resolve) => {
      this.#asked = resolve;
    });
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await asked;
    // Answers are in order: when this one is here, the settings were read.
    await this.hover('untitled:none', 0, 0);
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } });
  }

  codeActions(uri: string, { range }: Pick<Diagnostic, 'range'>, only?: string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only !== undefined && { only }) };
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  /** What was published for a document last; undefined when nothing ever was. */
  published(uri: string): readonly Diagnostic[] | undefined {
    return this.#published.get(uri);
  }

  /** The published diagnostics of a document, as soon as they satisfy. */
  async diagnostics(uri: string, satisfy: (diagnostics: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    return this.#until(`diagnostics of ${uri}`, () => {
      const published = this.#published.get(uri);
      return published !== undefined && satisfy(published) ? published : undefined;
    });
  }

  /** The first notification of a method whose parameters satisfy. */
  async notification<T>(method: string, satisfy: (params: T) => boolean): Promise<T> {
    return this.#until(method, () => {
      const found = this.#notifications.find((one) => one.method === method && satisfy(one.params as T));
      return found?.params as T | undefined;
    });
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    const ended = new Promise<number | null>((resolve) => this.#process.once('exit', resolve));
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }

  async #until<T>(what: string, get: () => T | undefined): Promise<T> {
    const end = Date.now() + 20_000;
    for (;;) {
      const value = get();
      if (value !== undefined) return value;
      const left = end - Date.now();
      if (left <= 0) throw new Error(`Timed out: ${what}`);
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          this.#waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, left);
        this.#waiting.add(wake);
      });
    }
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }
}
