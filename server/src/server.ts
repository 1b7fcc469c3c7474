/** Entry of the Node language server: `dovecot-language-server --stdio`, or over IPC from VS Code. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, type InitializeParams, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { ClientFiles } from './lsp/clientFiles.ts';
import { startLanguageServer } from './lsp/languageServer.ts';
import { DiskFiles } from './node/diskFiles.ts';
import { runDoveconf } from './node/doveconf.ts';
import { findFiles } from './node/findFiles.ts';
import { rules } from './rules/index.ts';
import { isYamlName } from './workspace/embeddedFiles.ts';
import { rootFileName } from './workspace/names.ts';

const connection = createConnection(ProposedFeatures.all);

function asksClient(params: InitializeParams): boolean {
  return (params.initializationOptions as { clientFiles?: boolean } | undefined)?.clientFiles === true;
}

/** The pages are shipped beside the bundle. */
const pages = join(__dirname, '..', 'docs', 'rules');

startLanguageServer(connection, {
  rules,
  rulePage(id) {
    const path = join(pages, `${id}.md`);
    return existsSync(path) ? URI.file(path).toString() : undefined;
  },
  runDoveconf,
  createFiles: (params, onArrival) => (asksClient(params) ? new ClientFiles(connection, onArrival) : new DiskFiles()),
  async findFiles(params, workspaceFolders) {
    if (asksClient(params)) return connection.sendRequest<string[]>('dovecot/findFiles', {});
    const folders = workspaceFolders.map((uri) => URI.parse(uri)).filter(({ scheme }) => scheme === 'file');
    return folders.flatMap((folder) =>
      findFiles(folder.fsPath, (_path, name) => name === rootFileName || isYamlName(name)).map((path) =>
        URI.file(path).toString(),
      ),
    );
  },
});
