// Shows in the status bar which Dovecot the file in the active editor is judged for; the reason is its tooltip.
import { type Disposable, StatusBarAlignment, ThemeColor, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** `{ label: 'Dovecot Pro 3.1+', detail: 'dovecot_config_version is 3.1.2.' }`; `unknown` where no dialect could be told. */
interface TargetStatus {
  readonly uri: string;
  readonly label: string;
  readonly detail: string;
  readonly unknown?: boolean;
}

export function showTargetStatus(client: BaseLanguageClient): Disposable[] {
  const known = new Map<string, TargetStatus>();
  const item = window.createStatusBarItem('dovecot.target', StatusBarAlignment.Right, 100);
  item.name = 'Dovecot target';
  item.command = { title: 'Change', command: 'workbench.action.openSettings', arguments: ['@id:dovecot.target'] };

  function show(): void {
    const document = window.activeTextEditor?.document;
    const status = document === undefined ? undefined : known.get(document.uri.toString());
    if (status === undefined) {
      item.hide();
      return;
    }
    item.text = status.label;
    item.tooltip = `${status.detail} Click to choose another target.`;
    item.backgroundColor = status.unknown ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  }

  return [
    item,
    client.onNotification('dovecot/status', (status: TargetStatus) => {
      known.set(client.protocol2CodeConverter.asUri(status.uri).toString(), status);
      show();
    }),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
  ];
}
