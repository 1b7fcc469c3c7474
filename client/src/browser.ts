// Entry of the extension in a web extension host: the server is a web worker, which has no file system of its own.
import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientId, clientName, clientOptions, runClient, stopClient } from './common.ts';

export const deactivate = stopClient;

export async function activate(context: ExtensionContext): Promise<void> {
  const url = await workerUrl(Uri.joinPath(context.extensionUri, 'dist', 'server.web.js'));
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });

  // Transports, not the worker: VS Code wraps `Worker`, so the client's own `instanceof` check of a
  // promised worker fails. A function, so that a restart gets a fresh worker.
  const serverOptions = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(url);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  await runClient(context, new LanguageClient(clientId, clientName, serverOptions, clientOptions(context, true)));
}

/** The web host refuses to run workers straight from a remote; what it lets the extension read, it may run as a blob. */
async function workerUrl(script: Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const code = new Uint8Array(await workspace.fs.readFile(script));
  return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}
