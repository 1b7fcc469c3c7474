// Shows in the status bar which Dovecot the file in the active editor is judged for, as the server decided it.
import { type Disposable, LanguageStatusSeverity, languages, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** `{ label: 'Pro 3.1', detail: 'dovecot_config_version in dovecot.conf' }`; `unknown` where no dialect could be told. */
interface TargetStatus {
  readonly uri: string;
  readonly label: string;
  readonly detail: string;
  readonly unknown?: boolean;
}

export function showTargetStatus(client: BaseLanguageClient): Disposable[] {
  const known = new Map<string, TargetStatus>();
  const item = languages.createLanguageStatusItem('dovecot.target', { language: 'dovecot' });
  item.name = 'Dovecot target';
  item.command = { title: 'Change', command: 'workbench.action.openSettings', arguments: ['@id:dovecot.target'] };

  function show(): void {
    const document = window.activeTextEditor?.document;
    const status = document && known.get(document.uri.toString());
    item.busy = document?.languageId === 'dovecot' && !status;
    item.text = status?.label ?? 'Dovecot';
    item.detail = status?.detail ?? '';
    item.severity = status?.unknown ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  }

  show();
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
