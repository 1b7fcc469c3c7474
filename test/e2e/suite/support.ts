// What the suites in VS Code's extension host share.

import * as vscode from 'vscode';

export async function until<T>(
  what: string,
  get: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + 20_000; ; ) {
    const value = await get();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Timed out: ${what}`);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

export const file = (path: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);

export async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

export function diagnostic(document: vscode.TextDocument, code: string): vscode.Diagnostic | undefined {
  return vscode.languages.getDiagnostics(document.uri).find((one) => codeOf(one) === code);
}

/** A code that is a link has its address beside it. */
export function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

export function firstPlace(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text) + 1);
}

/** A document that is in no folder. */
export async function untitled(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'dovecot', content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Asks one of VS Code's `vscode.execute…Provider` commands until it has something to say. */
export function provided<T>(command: string, ...args: unknown[]): Promise<T> {
  return until(command, async () => {
    const answer = await vscode.commands.executeCommand<T | undefined>(`vscode.${command}`, ...args);
    return answer !== undefined && answer !== null && (!Array.isArray(answer) || answer.length > 0)
      ? answer
      : undefined;
  });
}

/** What text edits make of a document, without applying them. */
export function edited(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  let text = document.getText();
  for (const { range, newText } of [...edits].sort((a, b) => b.range.start.compareTo(a.range.start)))
    text = text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
  return text;
}
