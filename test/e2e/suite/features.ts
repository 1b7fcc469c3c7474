// What people expect of a language, through VS Code's own API.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { edited, file, firstPlace, provided, show, untitled } from './support.ts';

const storage = 'pro-3.1-aws/conf.d/20-storage.conf';
const pathsOf = (locations: readonly vscode.Location[]) => locations.map(({ uri }) => uri.path.split('/').at(-1));

suite('language features', () => {
  test('completion offers settings of the section first', async () => {
    const document = await show(file(storage));
    const place = firstPlace(document, 'fs compress {\n  }\n  fs aws-s3');
    const { items } = await provided<vscode.CompletionList>('executeCompletionItemProvider', document.uri, place);
    const rank = (name: string) => items.find(({ label }) => label === name)?.sortText ?? '';
    assert.ok(rank('upload_interval') !== '' && rank('upload_interval') < rank('mail_driver'), rank('upload_interval'));
  });

  test('signature help follows the parts of a URI string', async () => {
    const document = await show(file('pro-3.0-sproxyd/dovecot.conf'));
    const place = firstPlace(document, '/var/cache/mails');
    const help = await provided<vscode.SignatureHelp>('executeSignatureHelpProvider', document.uri, place);
    const { label, parameters } = help.signatures[help.activeSignature]!;
    const active = parameters[help.signatures[help.activeSignature]!.activeParameter ?? help.activeParameter]!.label;
    assert.match(label, /^fscache:/);
    assert.match(typeof active === 'string' ? active : label.slice(...active), /path/);
  });

  test('definition: an include, and a dictionary in another file', async () => {
    const root = await show(file('ce-2.4/dovecot.conf'));
    const included = firstPlace(root, 'conf.d/*.conf');
    const files = await provided<vscode.Location[]>('executeDefinitionProvider', root.uri, included);
    assert.deepEqual(pathsOf(files).sort(), ['auth.conf', 'mail.conf']);
    const document = await show(file(storage));
    const dict = firstPlace(document, 'mails\n      socket_path');
    assert.deepEqual(pathsOf(await provided<vscode.Location[]>('executeDefinitionProvider', document.uri, dict)), [
      '30-dict.conf',
    ]);
  });

  test('references and rename reach all files', async () => {
    const document = await show(file(storage));
    const dict = firstPlace(document, 'mails\n      socket_path');
    const places = await provided<vscode.Location[]>('executeReferenceProvider', document.uri, dict);
    assert.deepEqual(new Set(pathsOf(places)), new Set(['20-storage.conf', '30-dict.conf']));
    const edit = await provided<vscode.WorkspaceEdit>('executeDocumentRenameProvider', document.uri, dict, 'objects');
    assert.deepEqual(
      edit
        .entries()
        .map(([uri, edits]) => [uri.path.split('/').at(-1), edits.map(({ newText }) => newText)])
        .sort(),
      [
        ['20-storage.conf', ['objects']],
        ['30-dict.conf', ['objects']],
      ],
    );
  });

  test('formatting indents and keeps the meaning', async () => {
    const document = await untitled('protocol imap {\nmail_plugins = quota\n      }\n');
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await provided<vscode.TextEdit[]>('executeFormatDocumentProvider', document.uri, options);
    assert.equal(edited(document, edits), 'protocol imap {\n  mail_plugins = quota\n}\n');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('outline, folds, links, hints, lenses and growing selections', async () => {
    const document = await show(file(storage));
    const { uri } = document;
    const symbols = await provided<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', uri);
    assert.ok(symbols.some(({ name, children }) => name === 'obox' && children.some((one) => one.name === 'fs s3')));
    const folds = await provided<vscode.FoldingRange[]>('executeFoldingRangeProvider', uri);
    assert.ok(folds.some(({ start, end }) => start === 7 && end > 20));
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await provided<vscode.InlayHint[]>('executeInlayHintProvider', uri, whole);
    assert.ok(hints.some(({ label }) => String(label).includes('support')));
    const lenses = await provided<vscode.CodeLens[]>('executeCodeLensProvider', uri, 10);
    assert.ok(lenses.some(({ command }) => command?.command === 'dovecot.showReport'));
    const place = firstPlace(document, 'socket_path');
    const [range] = await provided<vscode.SelectionRange[]>('executeSelectionRangeProvider', uri, [place]);
    const selections: string[] = [];
    for (let at: vscode.SelectionRange | undefined = range; at !== undefined; at = at.parent)
      selections.push(document.getText(at.range));
    // VS Code adds steps of its own.
    assert.ok(selections.indexOf('socket_path') < selections.indexOf('socket_path = dict-async'), selections.join('|'));
    assert.ok(selections.includes('socket_path'));
    const root = await show(file('ce-2.3/conf.d/10-auth.conf'));
    const links = await provided<vscode.DocumentLink[]>('executeLinkProvider', root.uri);
    assert.ok(links.some(({ target }) => target?.path.endsWith('dovecot-sql.conf.ext')));
  });

  test('symbols of the workspace', async () => {
    await show(file(storage));
    const found = await provided<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', 'dictmails');
    assert.ok(found.some(({ name, location }) => name === 'dict mails' && location.uri.path.endsWith('30-dict.conf')));
  });
});
