// Findings and their fixes, through VS Code's own API.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnostic, file, firstPlace, show, until } from './support.ts';

suite('findings', () => {
  test('takes a file that a root includes for Dovecot, whatever its name', async () => {
    await show(file('pro-3.1-aws/dovecot.conf'));
    const included = await show(file('ce-2.3/conf.d/10-auth.conf'));
    await until('language dovecot', () =>
      vscode.workspace.textDocuments.some(
        ({ uri, languageId }) => uri.path === included.uri.path && languageId === 'dovecot',
      ),
    );
  });

  test('judges an example', async () => {
    const document = await show(file('pro-3.1-aws/conf.d/20-storage.conf'));
    const conflict = await until('aws-region-conflict', () => diagnostic(document, 'aws-region-conflict'));
    assert.equal(document.getText(conflict.range), 'eu-west-1');
    assert.equal(conflict.source, 'dovecot');
    assert.equal(conflict.relatedInformation?.length, 1);
  });

  test('explains a driver', async () => {
    const document = await show(file('pro-3.0-sproxyd/dovecot.conf'));
    const hovers = await until('a hover', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        firstPlace(document, 'sproxyd:http'),
      );
      return found.length > 0 && found;
    });
    const text = hovers
      .flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value))
      .join();
    assert.match(text, /Scality RING.*Premium support/s);
  });

  test('fixes, and the fix can be undone', async () => {
    const document = await show(file('pro-3.1-aws/conf.d/20-storage.conf'));
    const found = await until('s3-aws-driver-recommended', () => diagnostic(document, 's3-aws-driver-recommended'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => title === 'Use the aws-s3 driver');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await until('the finding to go', () => diagnostic(document, 's3-aws-driver-recommended') === undefined);
    await vscode.commands.executeCommand('undo');
    await until('the finding to come back', () => diagnostic(document, 's3-aws-driver-recommended'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('opens the page of a rule from the code of a diagnostic', async () => {
    const extension = 'dovecot-language-tools.dovecot-language-tools';
    // VS Code asks before an address reaches an extension; here nobody answers.
    const settings = vscode.workspace.getConfiguration('extensions');
    await settings.update('confirmedUriHandlerExtensionIds', [extension], vscode.ConfigurationTarget.Global);
    const document = await show(file('pro-3.1-aws/conf.d/20-storage.conf'));
    const { code } = await until('aws-region-conflict', () => diagnostic(document, 'aws-region-conflict'));
    assert.ok(typeof code === 'object');
    assert.equal(code.target.toString(), `${vscode.env.uriScheme}://${extension}/rules/aws-region-conflict`);
    await vscode.commands.executeCommand('vscode.open', code.target);
    await until('the preview of the page', () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ label }) => label.includes('aws-region-conflict.md')),
      ),
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('judges an untitled document', async () => {
    const content = 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = maildir\n';
    const document = await vscode.workspace.openTextDocument({ language: 'dovecot', content });
    await vscode.window.showTextDocument(document);
    await until('mail-format-unsupported', () => diagnostic(document, 'mail-format-unsupported'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('leaves correct configuration alone', async () => {
    const document = await show(file('ce-2.4/conf.d/mail.conf'));
    // What is asked later is answered later: the hover proves that the document was analysed.
    await until('a hover', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        firstPlace(document, 'mail_driver'),
      );
      return found.length > 0;
    });
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});
