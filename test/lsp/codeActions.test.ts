// Living with findings in the editor: the page of a rule, mending all of a rule, silencing, also inside YAML.

import assert from 'node:assert/strict';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CodeAction, SnippetTextEdit, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { buildServer, program, TestServer } from '../support/testServer.ts';

const head = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';
const folder = mkdtempSync(join(tmpdir(), 'dovecot-actions-'));
const uri = (name: string) => pathToFileURL(join(folder, name)).toString();
const texts: Readonly<Record<string, string>> = {
  'dovecot.conf': `${head}!include conf.d/*.conf\n`,
  'conf.d/a.conf': 'login_greeting = a#b\nlisten = a#b\n',
  'conf.d/b.conf': 'hostname = a#b\n',
};
const yaml = `kind: ConfigMap\ndata:\n  dovecot.conf: |\n${`${head}login_greeting = a#b\n`.replace(/^(?=.)/gm, '    ')}`;

before(buildServer);
before(() => {
  mkdirSync(join(folder, 'conf.d'));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
});
after(() => rmSync(folder, { recursive: true }));

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  const spans = edits.map(({ range, newText }) => ({
    span: { from: lines.offsetAt(range.start), to: lines.offsetAt(range.end) },
    text: newText,
  }));
  return applyEdits(text, spans);
}

async function actionsOf(server: TestServer, name: string, text: string): Promise<CodeAction[]> {
  await server.open(uri(name), text, name.endsWith('.yaml') ? 'yaml' : 'dovecot');
  const found = await server.diagnostics(uri(name), (all) => all.some(({ code }) => code === 'comment-ambiguous'));
  return server.codeActions(uri(name), found.find(({ code }) => code === 'comment-ambiguous')!);
}

describe('a client that asks for edits later', () => {
  const server = new TestServer();
  const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
  const options = { rulePages: 'vscode://publisher.extension/rules/' };
  before(() => server.initialize(pathToFileURL(folder).toString(), { textDocument: { codeAction }, options }));
  after(async () => assert.equal(await server.stop(), 0));

  test('is offered one, all of the file, all of the workspace, and silence, in this order', async () => {
    const actions = await actionsOf(server, 'conf.d/a.conf', texts['conf.d/a.conf']!);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        "Put a blank before '#' (it stays a comment)",
        'Fix all of comment-ambiguous in this file',
        'Fix all of comment-ambiguous in the workspace',
        'Suppress comment-ambiguous on this line',
        'Suppress comment-ambiguous in this file',
      ],
    );
    assert.deepEqual(
      actions.map(({ kind }) => kind),
      actions.map(() => 'quickfix'),
    );
    const [, inFile, everywhere] = actions;
    const edits = inFile!.edit!.changes![uri('conf.d/a.conf')]!;
    assert.equal(applied(texts['conf.d/a.conf']!, edits), 'login_greeting = a #b\nlisten = a #b\n');
    assert.equal(everywhere!.edit, undefined);
    const resolved = await server.connection.sendRequest<CodeAction>('codeAction/resolve', everywhere);
    const changes = resolved.edit!.changes!;
    assert.deepEqual(Object.keys(changes).sort(), [uri('conf.d/a.conf'), uri('conf.d/b.conf')]);
    assert.equal(applied(texts['conf.d/b.conf']!, changes[uri('conf.d/b.conf')]!), 'hostname = a #b\n');
  });

  test('silences', async () => {
    const actions = await server.codeActions(uri('conf.d/a.conf'), { range: lineRange(1) });
    const line = actions.find(({ title }) => title === 'Suppress comment-ambiguous on this line')!;
    const text = applied(texts['conf.d/a.conf']!, line.edit!.changes![uri('conf.d/a.conf')]!);
    assert.equal(
      text,
      texts['conf.d/a.conf']!.replace('listen', '# dovelint-disable-next-line comment-ambiguous\nlisten'),
    );
    await server.change(uri('conf.d/a.conf'), 2, text);
    const found = await server.diagnostics(uri('conf.d/a.conf'), (all) =>
      all.some(({ code }) => code === 'suppression-reason-missing'),
    );
    assert.deepEqual(
      found.filter(({ code }) => code === 'comment-ambiguous').map(({ range }) => range.start.line),
      [0],
    );
  });

  test('opens the page of a rule by an address of its own', async () => {
    const found = await server.diagnostics(uri('conf.d/a.conf'), (all) => all.length > 0);
    assert.ok(found.every(({ code, codeDescription }) => codeDescription?.href === `${options.rulePages}${code}`));
  });

  test('applies all safe fixes only when it asks for that', async () => {
    await server.open(uri('conf.d/b.conf'), texts['conf.d/b.conf']!);
    await server.diagnostics(uri('conf.d/b.conf'), (all) => all.length > 0);
    for (const only of ['source.fixAll', 'source.fixAll.dovecot', 'source']) {
      const [action, ...others] = await server.codeActions(uri('conf.d/b.conf'), { range: lineRange(0) }, [only]);
      assert.deepEqual([action?.kind, others], ['source.fixAll.dovecot', []], only);
      assert.equal(
        applied(texts['conf.d/b.conf']!, action!.edit!.changes![uri('conf.d/b.conf')]!),
        'hostname = a #b\n',
      );
    }
    assert.deepEqual(
      await server.codeActions(uri('conf.d/b.conf'), { range: lineRange(0) }, ['source.organizeImports']),
      [],
    );
  });

  test('silences inside YAML, in the style of the block', async () => {
    const actions = await actionsOf(server, 'cm.yaml', yaml);
    const titles = ['Suppress comment-ambiguous on this line', 'Suppress comment-ambiguous in this file'];
    for (const title of titles) {
      const { edit } = actions.find((action) => action.title === title)!;
      const text = applied(yaml, edit!.changes![uri('cm.yaml')]!);
      assert.match(text, /\n {4}# dovelint-disable-(next-line|file) comment-ambiguous\n {4}\w/);
      await server.open(uri('other.yaml'), text, 'yaml');
      const found = await server.diagnostics(uri('other.yaml'), (all) => all.length > 0);
      assert.deepEqual(
        found.map(({ code }) => code),
        ['suppression-reason-missing'],
      );
    }
  });
});

describe('a client that does not', () => {
  // The pages stand beside the bundle, as in the package.
  const server = new TestServer(join(folder, 'package/dist/server.cjs'));
  before(() => {
    mkdirSync(join(folder, 'package/dist'), { recursive: true });
    copyFileSync(program, join(folder, 'package/dist/server.cjs'));
    cpSync('docs/rules', join(folder, 'package/docs/rules'), { recursive: true });
    return server.initialize(pathToFileURL(folder).toString());
  });
  after(async () => assert.equal(await server.stop(), 0));

  test('has all edits at once', async () => {
    const actions = await actionsOf(server, 'conf.d/a.conf', texts['conf.d/a.conf']!);
    assert.ok(actions.every(({ edit }) => edit !== undefined));
  });

  test('opens the page of a rule as a file of the package', async () => {
    const found = await server.diagnostics(uri('conf.d/a.conf'), (all) => all.length > 0);
    const href = found.find(({ code }) => code === 'comment-ambiguous')!.codeDescription!.href;
    assert.match(href, /^file:.*\/docs\/rules\/comment-ambiguous\.md$/);
    assert.ok(existsSync(fileURLToPath(href)));
  });
});

function lineRange(line: number) {
  return { start: { line, character: 0 }, end: { line, character: 100 } };
}

describe('a client that takes snippets', () => {
  const server = new TestServer();
  const workspace = { workspaceEdit: { snippetEditSupport: true, documentChanges: true } };
  before(() => server.initialize(pathToFileURL(folder).toString(), { workspace }));
  after(async () => assert.equal(await server.stop(), 0));

  test('goes to what a fix leaves to a human; what needs nobody is a plain edit', async () => {
    const name = 'storage/dovecot.conf';
    const text =
      'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\nobox {\n  fs s3 {\n    url = https://$x.s3.eu-central-1.amazonaws.com/\n  }\n}\n';
    await server.open(uri(name), text, 'dovecot');
    const found = await server.diagnostics(uri(name), (all) => all.some(({ code }) => code === 'dictmap-missing'));
    const of = async (rule: string) => server.codeActions(uri(name), found.find(({ code }) => code === rule)!);
    const [insert] = await of('dictmap-missing');
    const [change] = insert!.edit!.documentChanges as TextDocumentEdit[];
    const [snippet] = change!.edits as SnippetTextEdit[];
    assert.equal(change!.textDocument.uri, uri(name));
    assert.match(snippet!.snippet.value, /^ {2}fs dictmap \{\n.*name = \$\{1:CHANGEME_DICT\}\n/s);
    assert.doesNotMatch(snippet!.snippet.value, /(?<!\\|CHANGEME_DICT)\}/, 'other braces are no syntax of snippets');
    const load = (await of('obox-plugin-missing')).find(({ title }) => title === 'Load the plugin obox');
    assert.deepEqual(Object.keys(load!.edit!), ['changes']);
  });
});
