// Configuration inside YAML as an editor sees it: everything works there, and nothing of ours is to be seen elsewhere.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type {
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Location,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { buildServer, TestServer } from '../support/testServer.ts';

const uri = 'file:///w/mail.yaml';
const text = `# 📬
kind: ConfigMap
data:
  dovecot.conf: |
    dovecot_config_version = 3.1.2
    dovecot_storage_version = 3.1.2
    !include storage.conf
    dict_server {
      dict mails {
        driver = sql
        sql_driver = cassandra
      }
    }
  storage.conf: |-
    mail_driver = obox
    fs_s3_url = https://example.s3.eu-central-1.amazonaws.com/
    obox {
      fs dictmap {
        dict proxy {
          name = mails
        }
      }
      fs s3 {
      }
    }
  notes: About mail.
`;
const lines = new LineIndex(text);
/** The position of a word's first occurrence, or of one character in it. */
const positionOf = (word: string, shift = 0) => lines.positionAt(text.indexOf(word) + shift);

function applied(edits: readonly TextEdit[]): string {
  const spans = edits.map(({ range, newText }) => ({
    span: { from: lines.offsetAt(range.start), to: lines.offsetAt(range.end) },
    text: newText,
  }));
  return applyEdits(text, spans);
}

describe('configuration inside a ConfigMap', () => {
  let server: TestServer;
  let found: Diagnostic[];
  const ask = <T>(method: string, params: object = {}) =>
    server.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...params });

  before(async () => {
    await buildServer();
    server = new TestServer();
    await server.initialize();
    await server.open(uri, text, 'yaml');
    found = await server.diagnostics(uri, (all) => all.some(({ code }) => code === 's3-aws-driver-recommended'));
  });
  after(async () => assert.equal(await server.stop(), 0));

  test('findings stand in the YAML', () => {
    const { range } = found.find(({ code }) => code === 's3-aws-driver-recommended')!;
    assert.deepEqual(range, { start: positionOf('fs s3', 3), end: positionOf('fs s3', 5) });
  });

  test('a quick-fix keeps the YAML', async () => {
    const finding = found.find(({ code }) => code === 's3-aws-driver-recommended')!;
    const actions = await server.codeActions(uri, finding);
    const fix = actions.find(({ title }) => title === 'Use the aws-s3 driver')!;
    assert.equal(applied(fix.edit!.changes![uri]!), text.replace('fs s3 {', 'fs aws-s3 {'));
  });

  test('hover, inside and outside', async () => {
    const position = positionOf('mail_driver', 2);
    const hover = await server.hover(uri, position.line, position.character);
    assert.match(JSON.stringify(hover), /mail_driver/);
    const outside = positionOf('ConfigMap');
    assert.equal(await server.hover(uri, outside.line, outside.character), null);
  });

  test('completion replaces what is typed', async () => {
    const { items } = await ask<CompletionList>('completion', { position: positionOf('mail_driver', 6) });
    const item = items.find(({ label }) => label === 'mail_path')!;
    assert.equal(applied([item.textEdit as TextEdit]), text.replace('mail_driver =', 'mail_path ='));
    assert.equal(await ask('completion', { position: positionOf('About') }), null);
  });

  test('definition and rename cross the keys', async () => {
    const position = positionOf('name = mails', 8);
    const [definition] = await ask<Location[]>('definition', { position });
    assert.deepEqual(definition!.range.start, positionOf('dict mails', 5));
    const { changes } = await ask<WorkspaceEdit>('rename', { position, newName: 'objects' });
    assert.equal(applied(changes![uri]!), text.replaceAll('mails', 'objects'));
    const [include] = await ask<Location[]>('definition', { position: positionOf('storage.conf', 2) });
    assert.deepEqual([include!.uri, include!.range.start.line], [uri, positionOf('mail_driver').line]);
  });

  test('outline', async () => {
    const symbols = await ask<DocumentSymbol[]>('documentSymbol');
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, ...children!.map((child) => child.name)]),
      [
        ['dovecot.conf', 'dovecot_config_version', 'dovecot_storage_version', '!include', 'dict_server'],
        ['storage.conf', 'mail_driver', 'fs_s3_url', 'obox'],
      ],
    );
  });

  test('YAML keeps its own formatter', async () => {
    assert.equal(await ask('formatting', { options: { tabSize: 2, insertSpaces: true } }), null);
  });

  test('in other YAML nothing of us is to be seen', async () => {
    const other = 'file:///w/other.yaml';
    await server.open(other, 'kind: Deployment\nmetadata:\n  name: x\n', 'yaml');
    assert.equal(await server.hover(other, 0, 2), null);
    assert.equal(server.published(other), undefined);
  });

  test('any YAML is survived', async () => {
    const bombs = [
      'a: &a [*a, *a]\n',
      `${'['.repeat(5000)}`,
      '\ufeffkind: ConfigMap\r\ndata:\r\n\tdovecot.conf: |\r\n',
      'kind: ConfigMap\ndata:\n  dovecot.conf: |2\n',
      '\0\u{d800}',
    ];
    for (const [index, bomb] of bombs.entries()) await server.open(`file:///w/bomb${index}.yaml`, bomb, 'yaml');
    const position = positionOf('mail_driver', 2);
    assert.match(JSON.stringify(await server.hover(uri, position.line, position.character)), /mail_driver/);
  });
});

describe('styles other than blocks', () => {
  const head = 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n';
  const configuration = `${head}mail_driver = maildir\nserv`;
  const folded = `${head}ssl = no\nserv`.replaceAll('\n', '\n\n    ');
  const styled: Readonly<Record<string, string>> = {
    quoted: `kind: ConfigMap\ndata:\n  dovecot.conf: ${JSON.stringify(configuration)}\n`,
    folded: `kind: ConfigMap\ndata:\n  dovecot.conf: >-\n    ${folded}\n`,
    secret: `kind: Secret\ndata:\n  dovecot.conf: ${Buffer.from(configuration).toString('base64')}\n`,
  };
  let server: TestServer;
  const uriOf = (style: string) => `file:///styles/${style}.yaml`;
  const at = (style: string, text: string, shift: number) =>
    new LineIndex(styled[style]!).positionAt(styled[style]!.lastIndexOf(text) + shift);
  const complete = (style: string, position: object) =>
    server.connection.sendRequest<CompletionList | null>('textDocument/completion', {
      textDocument: { uri: uriOf(style) },
      position,
    });

  before(async () => {
    server = new TestServer();
    await server.initialize(undefined, { textDocument: { completion: { completionItem: { snippetSupport: true } } } });
    for (const [style, each] of Object.entries(styled)) await server.open(uriOf(style), each, 'yaml');
    await server.diagnostics(uriOf('secret'), (found) => found.length > 0);
  });
  after(async () => assert.equal(await server.stop(), 0));

  test('completion is written as the style has it', async () => {
    const { items } = (await complete('quoted', at('quoted', 'serv', 4)))!;
    const service = items.find(({ label }) => label === 'service')!;
    assert.equal(service.insertTextFormat, undefined);
    assert.match((service.textEdit as TextEdit).newText, /^service [^\n]*\{\\n/);
  });

  test('what a style cannot hold is not offered', async () => {
    const { items } = (await complete('folded', at('folded', 'serv', 4)))!;
    assert.ok(items.length > 0);
    for (const { textEdit } of items) assert.doesNotMatch((textEdit as TextEdit).newText, /\n/);
    const secret = await complete('secret', at('secret', 'dovecot.conf: ', 20));
    assert.deepEqual(secret?.items ?? [], []);
  });

  test('a finding in a Secret can be silenced around it', async () => {
    const found = await server.diagnostics(uriOf('secret'), (all) => all.length > 0);
    const finding = found.find(({ code }) => code === 'mail-format-unsupported');
    const actions = await server.codeActions(uriOf('secret'), finding!);
    const action = actions.find(({ title }) => title.startsWith('Suppress'))!;
    assert.match(action.edit!.changes![uriOf('secret')]![0]!.newText, /^ *# dovelint-disable/);
  });
});

test('an extension for YAML is not told what the server says itself', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const taken = [...contributes.languages, ...contributes.grammars].map(({ id, language }) => id ?? language);
  assert.ok(!taken.includes('yaml'));
  assert.ok(contributes.yamlValidation.length > 0);
  for (const { url } of contributes.yamlValidation) {
    const { type, title, description, $schema, ...rest } = JSON.parse(readFileSync(url, 'utf8'));
    assert.ok(type && title && description && $schema);
    assert.deepEqual(rest, {}, `${url} says something of keys`);
  }
});
