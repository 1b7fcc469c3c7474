/** Entry of the language server in a web worker: files come through the client. */

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { ClientFiles } from './lsp/clientFiles.ts';
import { startLanguageServer } from './lsp/languageServer.ts';
import { rules } from './rules/index.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

startLanguageServer(connection, {
  rules,
  createFiles: (_params, onArrival) => new ClientFiles(connection, onArrival),
  findFiles: () => connection.sendRequest<string[]>('dovecot/findFiles', {}),
});
