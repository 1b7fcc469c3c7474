// The deployment manifest: made on command, and written into from the links of the report.
import { commands, type Disposable, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient, Range, WorkspaceEdit } from 'vscode-languageclient';

/** A place in a manifest; `edit` brings it about where it is not there yet. */
interface Declaration {
  readonly uri: string;
  readonly edit?: WorkspaceEdit;
  readonly selection: Range;
}

export function writeDeployments(client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand('dovecot.createDeployment', () => {
      const document = window.activeTextEditor?.document;
      const params = document === undefined ? {} : { uri: client.code2ProtocolConverter.asUri(document.uri) };
      const failure = 'No root of a Dovecot configuration is known here to make a deployment manifest of.';
      return open(client, 'dovecot/createDeployment', params, failure);
    }),
    commands.registerCommand('dovecot.declare', (key: string, uri?: string) =>
      open(client, 'dovecot/declare', { key, uri }, `'${key}' cannot be written into a deployment manifest here.`),
    ),
  ];
}

/** Makes the edit that the server answers with, and shows what is to be filled in. */
async function open(client: BaseLanguageClient, method: string, params: object, failure: string): Promise<void> {
  const answer = await client.sendRequest<Declaration | null>(method, params);
  if (answer === null) {
    await window.showWarningMessage(failure);
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  if (edit !== undefined && !(await workspace.applyEdit(edit))) return;
  await window.showTextDocument(client.protocol2CodeConverter.asUri(answer.uri), {
    selection: client.protocol2CodeConverter.asRange(answer.selection),
    viewColumn: ViewColumn.One,
  });
}
