// Configuration inside YAML, through VS Code's own API.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, firstPlace, provided, show } from './support.ts';

const backend = 'kubernetes-pro-3.1/dovecot-backend.yaml';

suite('configuration inside YAML', () => {
  test('is YAML to VS Code, and has colours of ours', async () => {
    const document = await show(file(backend));
    assert.equal(document.languageId, 'yaml');
    const legend = await provided<vscode.SemanticTokensLegend>('provideDocumentSemanticTokensLegend', document.uri);
    const { data } = await provided<vscode.SemanticTokens>('provideDocumentSemanticTokens', document.uri);
    const first = document.getText(new vscode.Range(data[0]!, data[1]!, data[0]!, data[1]! + data[2]!));
    assert.equal(first, 'dovecot_config_version');
    assert.equal(legend.tokenTypes[data[3]!], 'property');
  });

  test('is completed and explained', async () => {
    const document = await show(file(backend));
    const place = firstPlace(document, 'mail_fsync');
    const hovers = await provided<vscode.Hover[]>('executeHoverProvider', document.uri, place);
    const texts = hovers.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value));
    assert.match(texts.join(), /mail_fsync/);
    const { items } = await provided<vscode.CompletionList>('executeCompletionItemProvider', document.uri, place);
    assert.ok(items.some(({ label }) => label === 'mail_fsync'));
  });

  test('an include leads to the other key of the ConfigMap', async () => {
    const document = await show(file(backend));
    const place = firstPlace(document, 'storage.conf\n    !include dictmap');
    const [target] = await provided<vscode.Location[]>('executeDefinitionProvider', document.uri, place);
    assert.equal(target!.uri.path, document.uri.path);
    assert.match(document.lineAt(target!.range.start.line).text, /# The object store of the house/);
  });

  test('keeps its formatter out of YAML', async () => {
    const document = await show(file(backend));
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      options,
    );
    assert.deepEqual(edits ?? [], []);
  });
});
