// `.dovelint.yaml` in the editor: it counts while it is typed, is overruled by settings, and is helped with.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CompletionList, Diagnostic } from 'vscode-languageserver';
import { buildServer, TestServer } from '../support/testServer.ts';

const folder = mkdtempSync(join(tmpdir(), 'dovecot-project-'));
const uri = (name: string) => pathToFileURL(join(folder, name)).toString();
const text = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nlogin_greeting = a#b\n';
const projectFile = uri('.dovelint.yaml');

describe('a project file', () => {
  let server: TestServer;
  let version = 1;
  const change = (content: string) => server.change(projectFile, ++version, content);
  const severityOf = (found: readonly Diagnostic[]) => found.find(({ code }) => code === 'comment-ambiguous')?.severity;

  before(async () => {
    await buildServer();
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'dovecot.conf'), text);
    writeFileSync(join(folder, '.dovelint.yaml'), 'profile: minimal\n');
    server = new TestServer();
    await server.initialize(pathToFileURL(folder).toString());
    await server.open(uri('dovecot.conf'), text);
  });
  after(async () => {
    assert.equal(await server.stop(), 0);
    rmSync(folder, { recursive: true });
  });

  test('on the disk counts', async () => {
    await server.diagnostics(uri('dovecot.conf'), (found) => severityOf(found) === undefined);
  });

  test('counts while it is typed', async () => {
    await server.open(projectFile, 'profile: recommended\n', 'yaml');
    await server.diagnostics(uri('dovecot.conf'), (found) => severityOf(found) === 2);
    await change('rules:\n  comment-ambiguous: hint\n');
    await server.diagnostics(uri('dovecot.conf'), (found) => severityOf(found) === 4);
    await change('exclude:\n  - "*.conf"\n');
    await server.diagnostics(uri('dovecot.conf'), (found) => found.length === 0);
  });

  test('is overruled by the settings of the editor', async () => {
    await change('rules:\n  comment-ambiguous: hint\n');
    await server.configure({ target: 'auto', profile: 'auto', rules: { 'comment-ambiguous': 'error' } });
    await server.diagnostics(uri('dovecot.conf'), (found) => severityOf(found) === 1);
    await server.configure({ target: 'auto', profile: 'minimal', rules: {} });
    await server.diagnostics(uri('dovecot.conf'), (found) => severityOf(found) === 4);
  });

  test('is checked, mended and explained', async () => {
    await change('profil: strict\n');
    const found = await server.diagnostics(projectFile, (all) => all.length > 0);
    assert.deepEqual(
      found.map(({ code, message, range: { start } }) => [code, message, start.line]),
      [['project-file-invalid', "There is no key 'profil' here.", 0]],
    );
    const [fix, ...others] = await server.codeActions(projectFile, found[0]!);
    assert.deepEqual([fix?.title, others.length], ["Write 'profile'", 0]);
    await change('profile: strict\n');
    await server.diagnostics(projectFile, (all) => all.length === 0);
    assert.match(JSON.stringify(await server.hover(projectFile, 0, 3)), /Which rules look/);
  });

  test('is completed', async () => {
    await change('rules:\n  comment-am\n');
    const list = await server.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri: projectFile },
      position: { line: 1, character: 12 },
    });
    const item = list.items.find(({ label }) => label === 'comment-ambiguous')!;
    assert.deepEqual(item.textEdit, {
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 12 } },
      newText: 'comment-ambiguous: ',
    });
  });
});
