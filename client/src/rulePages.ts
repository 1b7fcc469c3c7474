// The code of a diagnostic is a link to the page of its rule; the pages are shipped, so no network is needed.
import { commands, type Disposable, type ExtensionContext, env, Uri, window, workspace } from 'vscode';

/** What the server puts before the id of a rule: an address that this very VS Code opens itself. */
export function rulePages({ extension }: ExtensionContext): string {
  return `${env.uriScheme}://${extension.id}/rules/`;
}

export function openRulePages({ extensionUri }: ExtensionContext): Disposable {
  return window.registerUriHandler({
    async handleUri({ path }: Uri): Promise<void> {
      // Anybody may open such an address: only the id of a rule is taken from it.
      const id = /^\/rules\/([a-z0-9-]+)$/.exec(path)?.[1];
      const page = Uri.joinPath(extensionUri, 'docs', 'rules', `${id}.md`);
      if (id !== undefined && (await exists(page))) await commands.executeCommand('markdown.showPreview', page);
      else await window.showWarningMessage('There is no page of that rule in this version of Dovecot Config.');
    },
  });
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
