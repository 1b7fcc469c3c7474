// YAML is everywhere and rarely Dovecot's: the server is not started before something in the window is.
import { type Disposable, type ExtensionContext, type TextDocument, workspace } from 'vscode';

export const yamlLanguages: readonly string[] = ['yaml', 'dockercompose', 'helm'];

/** Starts now, or once the window shows a document of Dovecot's. */
export async function whenNeeded(context: ExtensionContext, start: () => Promise<void>): Promise<void> {
  if (await isNeeded()) return start();
  const look = (document: TextDocument) => {
    if (!isTelling(document)) return;
    for (const listener of listeners) listener.dispose();
    void start();
  };
  const listeners: Disposable[] = [workspace.onDidOpenTextDocument(look), workspace.onDidSaveTextDocument(look)];
  context.subscriptions.push(...listeners);
}

async function isNeeded(): Promise<boolean> {
  if (workspace.textDocuments.some(isTelling)) return true;
  const marks = await workspace.findFiles(
    '**/{dovecot.conf,.dovelint.yaml,dovecot-deployment.yaml}',
    '**/{node_modules,.git}/**',
    1,
  );
  return marks.length > 0 || workspace.textDocuments.some(isTelling);
}

function isTelling(document: TextDocument): boolean {
  if (document.languageId === 'dovecot') return true;
  return yamlLanguages.includes(document.languageId) && /dovecot/i.test(document.getText());
}
