// The deployment manifest over the protocol: created from the workspace, and declared into from the report.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CreateFile, Range, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { buildServer, TestServer } from '../support/testServer.ts';

interface Declared {
  readonly uri: string;
  readonly edit?: WorkspaceEdit;
  readonly selection: Range;
}

const configuration = 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\n';
const plain = 'kind: Service\nmetadata:\n  name: x\n';
const messy = `kind: ConfigMap
data:
  dovecot.conf: |
    dovecot_config_version = 3.1.2
    service imap {
    process_limit   =   5
    }
  quoted.conf: "mail_driver=obox\\nservice imap {\\n}\\nprotocol imap {\\n}\\n"
`;
const tidy = messy.replace('    process_limit   =   5', '      process_limit = 5');

const folder = mkdtempSync(join(tmpdir(), 'dovecot-deployment-'));
const uriOf = (name: string) => pathToFileURL(join(folder, name)).toString();
const everywhere: Pick<{ range: Range }, 'range'> = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
};
const createTitle = 'Create a deployment manifest from this workspace';
const formatTitle = 'Format embedded Dovecot configuration';
const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

function apply(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  const offsetEdits = edits.map(({ range, newText }) => ({
    span: { from: lines.offsetAt(range.start), to: lines.offsetAt(range.end) },
    text: newText,
  }));
  return applyEdits(text, offsetEdits);
}

function selected(text: string, { start, end }: Range): string {
  const lines = new LineIndex(text);
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
}

/** The text that the edit creates, and where. */
function createdBy(edit: WorkspaceEdit): { uri: string; text: string } {
  const [create, write] = edit.documentChanges as [CreateFile, TextDocumentEdit];
  assert.deepEqual([create.kind, write.textDocument.uri], ['create', create.uri]);
  return { uri: create.uri, text: apply('', write.edits as TextEdit[]) };
}

async function started(workspace: object): Promise<TestServer> {
  const server = new TestServer();
  await server.initialize(pathToFileURL(folder).toString(), { workspace });
  await server.open(uriOf('mail/dovecot.conf'), configuration);
  await server.diagnostics(uriOf('mail/dovecot.conf'), (found) => found.length > 0);
  return server;
}

const creating = { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } };
let server: TestServer;

before(async () => {
  mkdirSync(join(folder, 'mail'));
  writeFileSync(join(folder, 'mail', 'dovecot.conf'), configuration);
  writeFileSync(join(folder, 'plain.yaml'), plain);
  await buildServer();
  server = await started(creating);
});
after(async () => {
  assert.equal(await server.stop(), 0);
  rmSync(folder, { recursive: true });
});

test('a manifest is created beside the root', async () => {
  const actions = await server.codeActions(uriOf('mail/dovecot.conf'), everywhere, ['source']);
  const action = actions.find(({ title }) => title === createTitle)!;
  const { uri, text } = createdBy(action.edit!);
  assert.equal(uri, uriOf('mail/dovecot-deployment.yaml'));
  assert.match(text, /^ {2}edition: pro\n {2}version: 3\.1\.2$/m);
  assert.match(text, /^ {2}- file: dovecot\.conf$/m);
});

test('the command makes the same, and opens the one that there is', async () => {
  const create = (of: TestServer, uri?: string) =>
    of.connection.sendRequest<Declared | null>('dovecot/createDeployment', { uri });
  const made = await create(server, uriOf('mail/dovecot.conf'));
  const [action] = (await server.codeActions(uriOf('mail/dovecot.conf'), everywhere, ['source'])).filter(
    ({ title }) => title === createTitle,
  );
  assert.deepEqual(createdBy(made!.edit!), createdBy(action!.edit!));
  assert.deepEqual(made, await create(server));

  const uri = uriOf('mail/dovecot-deployment.yaml');
  await server.open(uri, 'kind: DovecotDeployment\nusers: many\n', 'yaml');
  await server.diagnostics(uri, (found) => found.length > 0);
  const there = await create(server);
  assert.deepEqual([there?.uri, there?.edit], [uri, undefined]);
  await server.close(uri);
});

test('not in YAML of others, nor where a client cannot create files', async () => {
  await server.open(uriOf('plain.yaml'), plain, 'yaml');
  assert.deepEqual(await server.codeActions(uriOf('plain.yaml'), everywhere), []);
  const simple = await started({});
  const actions = await simple.codeActions(uriOf('mail/dovecot.conf'), everywhere);
  assert.ok(!titles(actions).includes(createTitle));
  assert.equal(await simple.connection.sendRequest('dovecot/declare', { key: 'users' }), null);
  assert.equal(await simple.stop(), 0);
});

test('"declare it" of the report creates a manifest, then writes into it', async () => {
  const { html } = await server.connection.sendRequest<{ html: string }>('dovecot/report', { commandLinks: true });
  assert.match(html, /<a href="command:dovecot\.declare\?%5B%22[\w.]+%22%5D">Declare <code>/);
  const first = await server.connection.sendRequest<Declared>('dovecot/declare', { key: 'license.nfsSla' });
  const { uri, text } = createdBy(first.edit!);
  assert.equal(selected(text, first.selection), 'CHANGEME');
  assert.match(text, /^license:\n {2}nfsSla: CHANGEME$/m);

  await server.open(uri, text, 'yaml');
  const placeholders = await server.diagnostics(uri, (all) => all.some(({ code }) => code === 'placeholder-left'));
  assert.ok(placeholders.length > 0);
  const root = uriOf('mail/dovecot.conf');
  const second = await server.connection.sendRequest<Declared>('dovecot/declare', { key: 'users', uri: root });
  const after = apply(text, second.edit!.changes![uri]!);
  assert.match(after, /^users: CHANGEME$/m);
  assert.equal(selected(after, second.selection), 'CHANGEME');
  const again = await server.connection.sendRequest<Declared>('dovecot/declare', { key: 'license.nfsSla' });
  assert.equal(again.edit, undefined);
  assert.equal(await server.connection.sendRequest('dovecot/declare', { key: 'nonsense' }), null);
  const actions = await server.codeActions(root, everywhere);
  assert.ok(!titles(actions).includes(createTitle), 'one is enough');
});

test('embedded configuration is formatted in blocks only', async () => {
  const uri = uriOf('messy.yaml');
  await server.open(uri, messy, 'yaml');
  const actions = await server.codeActions(uri, everywhere, ['source']);
  const action = actions.find(({ title }) => title === formatTitle)!;
  assert.equal(apply(messy, action.edit!.changes![uri]!), tidy);
  await server.change(uri, 2, tidy);
  assert.ok(!titles(await server.codeActions(uri, everywhere, ['source'])).includes(formatTitle));
  assert.ok(!titles(await server.codeActions(uriOf('mail/dovecot.conf'), everywhere)).includes(formatTitle));
});

test('all safe fixes of a YAML file are applied to it', async () => {
  const uri = uriOf('fixable.yaml');
  const text =
    'kind: ConfigMap\ndata:\n  dovecot.conf: |\n    dovecot_config_version = 3.1.2\n    dovecot_storage_version = 3.1.2\n    service imap{\n    }\n';
  await server.open(uri, text, 'yaml');
  await server.diagnostics(uri, (found) => found.some(({ code }) => code === 'syntax-error'));
  const [action] = await server.codeActions(uri, everywhere, ['source.fixAll.dovecot']);
  const after = apply(text, action!.edit!.changes![uri]!);
  assert.equal(after, text.replace('imap{', 'imap {'));
  await server.change(uri, 2, after);
  await server.diagnostics(uri, (found) => found.every(({ code }) => code !== 'syntax-error'));
  assert.deepEqual(await server.codeActions(uri, everywhere, ['source.fixAll.dovecot']), []);
});

test('a manifest among other documents is one, and they stay what they are', async () => {
  const uri = uriOf('stream.yaml');
  const map = 'kind: ConfigMap\ndata:\n  dovecot.conf: |\n    mail_driver = obox\n    service imap {\n    }\n';
  const text = `${map}---\nkind: DovecotDeployment\nuser: 5\n\n---\nkind: Service\n`;
  await server.open(uri, text, 'yaml');
  await server.diagnostics(uri, (found) => found.some(({ code }) => code === 'deployment-manifest-invalid'));
  const lines = new LineIndex(text);
  const hoverAt = async (word: string) => {
    const { line, character } = lines.positionAt(text.indexOf(word) + 1);
    return JSON.stringify((await server.hover(uri, line, character))?.contents ?? '');
  };
  assert.match(await hoverAt('mail_driver'), /Mailbox format/);
  assert.match(await hoverAt('DovecotDeployment'), /deployment manifest/);
  assert.equal(await hoverAt('Service'), '""');
  const completeAt = (offset: number) =>
    server.connection.sendRequest<{ items: { label: string }[] } | null>('textDocument/completion', {
      textDocument: { uri },
      position: lines.positionAt(offset),
    });
  const keys = (await completeAt(text.indexOf('user: 5') + 8))!.items.map(({ label }) => label);
  assert.ok(keys.includes('users') && !keys.includes('kind'), keys.join());
  assert.deepEqual((await completeAt(text.length))?.items ?? [], []);
});
