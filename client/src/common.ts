// What the desktop and the browser client share: which documents the server sees, what it is told at the
// start, and the parts of the extension that talk to it. Knows nothing about how the server is run.
import { commands, type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { answerFileRequests } from './clientFiles.ts';
import { writeDeployments } from './deployment.ts';
import { claimIncludedFiles } from './includedFiles.ts';
import { showReports } from './report.ts';
import { openRulePages, rulePages } from './rulePages.ts';
import { showTargetStatus } from './targetStatus.ts';
import { whenNeeded, yamlLanguages } from './whenNeeded.ts';

export const clientId = 'dovecot';
export const clientName = 'Dovecot language server';

let running: BaseLanguageClient | undefined;

/** Options of either client; `clientFiles` asks the server to read files through the client. */
export function clientOptions(context: ExtensionContext, clientFiles: boolean): LanguageClientOptions {
  const watcher = workspace.createFileSystemWatcher('**/*.{conf,ext,yaml,yml}');
  context.subscriptions.push(watcher);
  return {
    // No scheme: untitled documents and virtual workspaces are judged like files on disk.
    // YAML stays YAML's: the server looks into it and says something only where Dovecot's configuration is inside.
    documentSelector: ['dovecot', ...yamlLanguages].map((language) => ({ language })),
    // Our grammar knows more of a Dovecot file than the server's tokens do; YAML has only those.
    middleware: {
      provideDocumentSemanticTokens: (document, token, next) =>
        document.languageId === 'dovecot' ? undefined : next(document, token),
    },
    initializationOptions: { clientFiles, reportCommand: 'dovecot.showReport', rulePages: rulePages(context) },
    synchronize: { configurationSection: 'dovecot', fileEvents: watcher },
  };
}

/** Registers everything that belongs to a running server and starts it as soon as it is of use. */
export async function runClient(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand('dovecot.restartServer', () => restart(client)),
    ...answerFileRequests(client),
    ...claimIncludedFiles(client),
    ...showTargetStatus(client),
    ...showReports(client),
    ...writeDeployments(client),
    openRulePages(context),
  );
  running = client;
  await whenNeeded(context, () => client.start());
}

/** VS Code waits for the returned promise, so the server gets its orderly shutdown. */
export async function stopClient(): Promise<void> {
  if (running?.isRunning()) await running.stop();
}

/** Also the way out of a failed start, so a server that is not running is no error. */
async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}
