// Entry of the extension in a desktop or remote extension host: the server is a Node process spoken to over IPC.
import { type ExtensionContext, workspace } from 'vscode';
import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName, clientOptions, runClient, stopClient } from './common.ts';

export const deactivate = stopClient;

export async function activate(context: ExtensionContext): Promise<void> {
  const run: NodeModule = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  // The server's own process reads `file:` only; a virtual folder (GitHub, an archive) exists just inside VS Code.
  const virtual = workspace.workspaceFolders?.some(({ uri }) => uri.scheme !== 'file') ?? false;
  await runClient(context, new LanguageClient(clientId, clientName, { run, debug }, clientOptions(context, virtual)));
}
