// The storage support report as a page, and the level of the active file's root in the status bar.
import {
  commands,
  type Disposable,
  languages,
  Position,
  Range,
  StatusBarAlignment,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

const refreshDelayMs = 300;

export function showReports(client: BaseLanguageClient): Disposable[] {
  let panel: WebviewPanel | undefined;
  /** The document whose root is shown; all roots without one. */
  let shownFor: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function refresh(): Promise<void> {
    const params = { uri: shownFor, commandLinks: true };
    const answer = await client.sendRequest<{ html: string } | null>('dovecot/report', params);
    if (panel !== undefined && answer !== null) panel.webview.html = answer.html;
  }

  async function show(): Promise<void> {
    const document = window.activeTextEditor?.document;
    shownFor = document?.languageId === 'dovecot' ? client.code2ProtocolConverter.asUri(document.uri) : undefined;
    if (panel === undefined) {
      panel = window.createWebviewPanel('dovecot.report', 'Storage support', ViewColumn.Beside, {
        enableCommandUris: ['dovecot.openPlace', 'dovecot.declare'],
        enableFindWidget: true,
        localResourceRoots: [],
      });
      panel.onDidDispose(() => {
        panel = undefined;
      });
    } else {
      panel.reveal();
    }
    await refresh();
  }

  function refreshSoon(): void {
    if (panel === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), refreshDelayMs);
  }

  return [
    commands.registerCommand('dovecot.showReport', show),
    commands.registerCommand('dovecot.openPlace', openPlace),
    languages.onDidChangeDiagnostics(refreshSoon),
    ...showLevel(client),
    { dispose: () => panel?.dispose() },
  ];
}

/** Opens a file at a line, counted from 1, beside the report. */
async function openPlace(uri: string, line: number): Promise<void> {
  const at = new Position(Math.max(0, line - 1), 0);
  await window.showTextDocument(Uri.parse(uri), { selection: new Range(at, at), viewColumn: ViewColumn.One });
}

interface LevelStatus {
  readonly uri: string;
  /** "Premium"; undefined where storage support does not apply. */
  readonly level?: string;
}

function showLevel(client: BaseLanguageClient): Disposable[] {
  const known = new Map<string, string>();
  const item = window.createStatusBarItem('dovecot.storageSupport', StatusBarAlignment.Right, 99);
  item.name = 'Dovecot storage support';
  item.command = 'dovecot.showReport';
  item.tooltip = 'Level of storage support. Click for the report.';

  function show(): void {
    const document = window.activeTextEditor?.document;
    const level = document === undefined ? undefined : known.get(document.uri.toString());
    if (level === undefined) {
      item.hide();
      return;
    }
    item.text = `Storage: ${level}`;
    item.show();
  }

  return [
    item,
    client.onNotification('dovecot/level', ({ uri, level }: LevelStatus) => {
      const key = client.protocol2CodeConverter.asUri(uri).toString();
      if (level === undefined) known.delete(key);
      else known.set(key, level);
      show();
    }),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
  ];
}
