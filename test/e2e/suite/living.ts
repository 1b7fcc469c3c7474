// Living with findings: settings, comments, a referee of one's own.

import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { diagnostic, edited, file, provided, show, until } from './support.ts';

const storage = 'pro-3.1-aws/conf.d/20-storage.conf';
const rule = 's3-aws-driver-recommended';

suite('living with findings', () => {
  test('a setting turns a rule off', async () => {
    const document = await show(file(storage));
    await until(rule, () => diagnostic(document, rule));
    const settings = vscode.workspace.getConfiguration('dovecot');
    await settings.update('rules', { [rule]: 'off' }, vscode.ConfigurationTarget.Global);
    await until('the finding to go', () => diagnostic(document, rule) === undefined);
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
    await until('the finding to come back', () => diagnostic(document, rule));
  });

  test('a comment silences a finding', async () => {
    const document = await show(file(storage));
    const found = await until(rule, () => diagnostic(document, rule));
    const actions = await provided<vscode.CodeAction[]>(
      'executeCodeActionProvider',
      document.uri,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    const suppress = actions.find(({ title }) => /line/.test(title) && title.includes(rule));
    assert.ok(suppress?.edit, actions.map(({ title }) => title).join('; '));
    assert.ok(await vscode.workspace.applyEdit(suppress.edit));
    assert.match(document.getText(), /# dovelint-disable/);
    await until('the finding to go', () => diagnostic(document, rule) === undefined);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the finding to come back', () => diagnostic(document, rule));
  });

  test('fix-all mends what is safe and converges', async () => {
    const document = await show(file(storage));
    await until(rule, () => diagnostic(document, rule));
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const kind = vscode.CodeActionKind.SourceFixAll.value;
    const [all] = await provided<vscode.CodeAction[]>('executeCodeActionProvider', document.uri, whole, kind, 5);
    const text = edited(document, all!.edit!.get(document.uri));
    assert.notEqual(text, document.getText());
    assert.ok(await vscode.workspace.applyEdit(all!.edit!));
    assert.equal(document.getText(), text);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the finding to come back', () => diagnostic(document, rule));
  });

  test("one's own doveconf speaks on save, and is forgotten where text changes", async () => {
    // Says what doveconf 2.4.1 says of an unknown setting.
    const program = file('doveconf');
    const said = 'Fatal: Error in configuration file $3 line 4: Unknown setting: nonsense';
    writeFileSync(program.fsPath, `#!/bin/sh\necho "doveconf: ${said}" >&2\nexit 89\n`);
    chmodSync(program.fsPath, 0o755);
    const settings = vscode.workspace.getConfiguration('dovecot');
    await settings.update('doveconf.path', program.fsPath, vscode.ConfigurationTarget.Global);
    const document = await show(file('ce-2.4/dovecot.conf'));
    const insert = async (text: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(2, 0), text);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    const ofReferee = () => vscode.languages.getDiagnostics(document.uri).find(({ source }) => source === 'doveconf');
    await until('a word of doveconf', async () => {
      await insert('# x\n');
      await document.save();
      return until('doveconf', ofReferee).catch(() => undefined);
    });
    assert.equal(ofReferee()!.range.start.line, 3);
    assert.match(ofReferee()!.message, /Unknown setting: nonsense/);
    await insert('# y\n');
    await until('it to be forgotten', () => ofReferee() === undefined);
    await settings.update('doveconf.path', undefined, vscode.ConfigurationTarget.Global);
  });
});
