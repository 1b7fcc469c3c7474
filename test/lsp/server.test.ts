// The language server as an editor sees it, over stdio.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type {
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  MarkupContent,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { buildServer, TestServer } from '../support/testServer.ts';

const version = 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n';
const mistakes = `${version}fs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nobox {\n  fs s3 {\n  }\n}\n`;

before(buildServer);

describe('without a folder', () => {
  const server = new TestServer();
  const uri = 'untitled:Untitled-1';
  before(() => server.initialize());
  after(async () => assert.equal(await server.stop(), 0));

  test('an untitled document is judged, hovered, fixed and followed', async () => {
    await server.open(uri, mistakes);
    const found = await server.diagnostics(uri, (all) => all.some(({ code }) => code === 's3-aws-driver-recommended'));
    const generic = found.find(({ code }) => code === 's3-aws-driver-recommended')!;
    assert.deepEqual(generic.range, { start: { line: 4, character: 5 }, end: { line: 4, character: 7 } });
    assert.equal(generic.source, 'dovecot');

    const hover = await server.hover(uri, 4, 6);
    assert.match(JSON.stringify(hover?.contents), /AWS S3.*Premium support/);

    const actions = await server.codeActions(uri, generic);
    const titles = actions.map(({ title }) => title);
    const isSilencing = titles.map((title) => title.startsWith('Suppress '));
    assert.deepEqual(isSilencing, isSilencing.toSorted(), 'mending comes before silencing');
    const expected = ['Insert dictmap (replace CHANGEME_DICT by the name of the dict)', 'Use the aws-s3 driver'];
    const silencing = ['on this line', 'in this file'].map((where) => `Suppress s3-aws-driver-recommended ${where}`);
    for (const title of [...expected, ...silencing]) assert.ok(titles.includes(title), title);
    const fix = actions.find(({ title }) => title === 'Use the aws-s3 driver')!;
    const lines = new LineIndex(mistakes);
    const edits = fix.edit!.changes![uri]!.map(({ range, newText }) => ({
      span: { from: lines.offsetAt(range.start), to: lines.offsetAt(range.end) },
      text: newText,
    }));
    const fixed = applyEdits(mistakes, edits);
    assert.match(fixed, /fs aws-s3 \{/);
    await server.change(uri, 2, fixed);
    const left = await server.diagnostics(uri, (all) => all.every(({ code }) => code !== 's3-aws-driver-recommended'));
    assert.ok(left.length > 0, 'dictmap is still missing');
  });

  test('completion and signature help, documented on demand', async () => {
    const document = 'untitled:Untitled-completion';
    await server.open(document, `${version}metacache_max_sp\n`);
    const textDocument = { uri: document };
    const list = await server.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument,
      position: { line: 2, character: 16 },
    });
    const item = list.items.find(({ label }) => label === 'metacache_max_space')!;
    assert.deepEqual(item.textEdit, {
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 16 } },
      newText: 'metacache_max_space = ',
    });
    const resolved = await server.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    assert.match((resolved.documentation as MarkupContent).value, /Type: size/);

    const old = 'untitled:Untitled-signature';
    await server.open(old, 'plugin {\n  obox_fs = fscache:512M:\n}\n');
    const help = await server.connection.sendRequest<SignatureHelp>('textDocument/signatureHelp', {
      textDocument: { uri: old },
      position: { line: 1, character: 25 },
    });
    assert.equal(help.signatures[0]!.label, 'fscache:<size>:<path>:<next driver>');
    assert.equal(help.activeParameter, 1);
  });

  test('outline, folds, definition, rename, formatting, tiers', async () => {
    const document = 'untitled:Untitled-structure';
    const text = `${version}dict_server {\n  dict mails {\n  }\n}\nobox {\nfs dictmap {\n    dict proxy {\n      name = mails\n    }\n  }\n  fs sproxyd {\n  }\n}\n`;
    await server.open(document, text);
    const textDocument = { uri: document };
    const ask = <T>(method: string, params: object = {}) =>
      server.connection.sendRequest<T>(`textDocument/${method}`, { textDocument, ...params });
    const position = { line: 9, character: 15 };
    const symbols = await ask<DocumentSymbol[]>('documentSymbol');
    assert.deepEqual(symbols.map(({ name }) => name).slice(2), ['dict_server', 'obox']);
    assert.deepEqual((await ask<FoldingRange[]>('foldingRange'))[0], { startLine: 2, endLine: 4, kind: 'region' });
    const [definition] = await ask<Location[]>('definition', { position });
    assert.deepEqual(definition!.range, { start: { line: 3, character: 7 }, end: { line: 3, character: 12 } });
    assert.equal((await ask<Location[]>('references', { position, context: {} })).length, 2);
    const renamed = await ask<WorkspaceEdit>('rename', { position, newName: 'objects' });
    assert.equal(renamed.changes![document]!.length, 2);
    await assert.rejects(ask('rename', { position, newName: 'a b' }), /one word/);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await ask<TextEdit[]>('formatting', { options });
    assert.deepEqual(edits, [
      { range: { start: { line: 7, character: 0 }, end: { line: 7, character: 0 } }, newText: '  ' },
    ]);
    const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
    const [hint] = await ask<InlayHint[]>('inlayHint', { range });
    assert.equal(hint!.label, 'Premium support');
    const [lens] = await ask<CodeLens[]>('codeLens');
    assert.match(lens!.command!.title, /Scality RING/);
  });

  test('the status tells the dialect and why', async () => {
    const status = await server.notification<{ uri: string; label: string; detail: string }>(
      'dovecot/status',
      (one) => one.uri === uri,
    );
    assert.deepEqual([status.label, status.detail], ['Dovecot Pro 3.1+', 'dovecot_config_version is 3.1.2.']);
  });

  test('any bytes are survived', async () => {
    const odd = 'untitled:odd';
    await server.open(odd, '\u0000\ufffd{{{}}}"\n\\\n= \n}\n!include\n<<\n\ud800');
    await server.diagnostics(odd, (all) => all.length > 0);
    assert.equal(await server.hover(odd, 2, 0), null);
  });

  test('the setting dovecot.target decides', async () => {
    const plain = 'untitled:plain';
    await server.open(plain, 'mail_driver = maildir\n');
    await server.diagnostics(plain, (all) => all.length === 0);
    server.settings = { target: 'pro-3.1' };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await server.diagnostics(plain, (all) => all.some(({ code }) => code === 'mail-format-unsupported'));
  });
});

const noShell = { skip: process.platform === 'win32' && 'the stand-in for doveconf is a shell script' };

describe('in a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dovecot-lsp-'));
  const uri = (name: string) => pathToFileURL(join(folder, name)).toString();
  const server = new TestServer();
  before(async () => {
    mkdirSync(join(folder, 'conf.d'));
    writeFileSync(join(folder, 'dovecot.conf'), `${version}!include conf.d/*.conf\n`);
    writeFileSync(join(folder, 'conf.d/10-mail.conf'), 'mail_driver = maildir\n');
    await server.initialize(pathToFileURL(folder).toString());
  });
  after(async () => {
    assert.equal(await server.stop(), 0);
    rmSync(folder, { recursive: true });
  });

  test('a fragment is judged in the root that includes it', async () => {
    await server.open(uri('conf.d/10-mail.conf'), 'mail_driver = maildir\n');
    await server.diagnostics(uri('conf.d/10-mail.conf'), (all) =>
      all.some(({ code }) => code === 'mail-format-unsupported'),
    );
  });

  test('the client is told which files a root includes', async () => {
    const { uris } = await server.notification<{ uris: string[] }>(
      'dovecot/includedFiles',
      (one) => one.uris.length > 0,
    );
    assert.deepEqual(uris, [uri('dovecot.conf'), uri('conf.d/10-mail.conf')]);
  });

  test('a change in the root is felt in the fragment, unsaved', async () => {
    await server.open(uri('dovecot.conf'), '!include conf.d/*.conf\ndovecot_config_version = 2.4.1\n');
    await server.diagnostics(uri('conf.d/10-mail.conf'), (all) => all.length === 0);
  });

  test('a hover leads to the place that wins', async () => {
    const text = 'dovecot_config_version = 2.4.1\nmail_driver = sdbox\n!include conf.d/*.conf\n';
    await server.change(uri('dovecot.conf'), 2, text);
    const hover = await server.hover(uri('dovecot.conf'), 1, 3);
    const link = `[conf.d/10-mail.conf:1](${uri('conf.d/10-mail.conf')}#L1)`;
    assert.ok(JSON.stringify(hover?.contents).includes(`Effective: \`maildir\`, set in ${link}`));
  });

  test("the user's doveconf is asked on save, when the setting names one", noShell, async () => {
    const program = join(folder, 'doveconf');
    const root = join(folder, 'dovecot.conf');
    const says = `doveconf: Fatal: Error in configuration file ${root} line 2: Real words`;
    writeFileSync(program, `#!/bin/sh\necho '${says}' >&2\nexit 89\n`, { mode: 0o755 });
    const text = readFileSync(root, 'utf8');
    await server.open(uri('dovecot.conf'), text);
    await server.configure({ target: 'auto', doveconf: { path: program } });
    await server.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uri('dovecot.conf') } });
    const found = await server.diagnostics(uri('dovecot.conf'), (all) =>
      all.some(({ source }) => source === 'doveconf'),
    );
    const said = found.find(({ source }) => source === 'doveconf')!;
    assert.deepEqual([said.message, said.range.start.line], ['Real words', 1]);
    await server.change(uri('dovecot.conf'), 2, `${text}\n`);
    await server.diagnostics(uri('dovecot.conf'), (all) => all.every(({ source }) => source !== 'doveconf'));
  });
});
