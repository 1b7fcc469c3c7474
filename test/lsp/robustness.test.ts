// What no sane YAML file holds: the analysis of the server ends, in a time that grows with the text and no faster.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Findings } from '../../server/src/lint/findings.ts';
import { rules } from '../../server/src/rules/index.ts';
import { assertLinear } from '../support/growth.ts';
import { memoryProject, uriOf } from '../support/memory.ts';

/** All that the server does with a file, but for telling it. */
function analyse(text: string): readonly { readonly rule: { readonly id: string }; readonly message: string }[] {
  const project = memoryProject({ 'mail.yaml': text }, { roots: [] });
  const findings = new Findings(project, {
    rules,
    today: () => '2026-01-01',
    onError(_rule, error) {
      throw error;
    },
  });
  return findings.of(uriOf('mail.yaml')).findings;
}

/** Each kind in any size: about so many lines. */
const kinds: Readonly<Record<string, (lines: number) => string>> = {
  settings: (lines) => map('mail_driver = maildir\n'.repeat(lines)),
  sections: (lines) => map(repeat(lines / 3, (index) => `service worker${index} {\n  vsz_limit = 1G\n}\n`)),
  keys: (lines) => `kind: ConfigMap\ndata:\n${repeat(lines, (index) => `  k${index}.conf: "ssl = no"\n`)}`,
  'duplicate keys': (lines) => `kind: ConfigMap\ndata:\n${'  dovecot.conf: x\n'.repeat(lines)}`,
  quoted: (lines) => `kind: ConfigMap\ndata:\n  dovecot.conf: ${JSON.stringify('ssl = no\n'.repeat(lines))}\n`,
  folded: (lines) => `kind: ConfigMap\ndata:\n  dovecot.conf: >\n${'    ssl = no\n\n'.repeat(lines / 2)}`,
  aliases: (lines) =>
    `kind: ConfigMap\nb0: &b0 [x, x]\n${repeat(lines, (index) => `b${index + 1}: &b${index + 1} [*b${index}, *b${index}]\n`)}`,
  CRLF: (lines) => map('ssl = no\n'.repeat(lines)).replaceAll('\n', '\r\n'),
  documents: (lines) =>
    repeat(
      lines / 48,
      (index) => `---\n${map(repeat(13, (block) => `service worker${index}-${block} {\n  vsz_limit = 1G\n}\n`))}`,
    ),
  'documents of other kinds': (lines) =>
    map('ssl = no\n') + repeat(lines / 3, (index) => `---\nkind: Service\nmetadata: { name: a${index} }\n`),
  'mounted roots': (lines) =>
    `kind: ConfigMap\nmetadata: { name: m }\ndata:\n${repeat(lines / 3, (index) => `  dovecot-${index}.conf: |\n    ssl = no\n    !include dovecot.inc\n`)}---
kind: Pod
spec:
  containers: [{ volumeMounts: [{ name: m, mountPath: /etc/dovecot }] }]
  volumes: [{ name: m, configMap: { name: m } }]
`,
  'broken lines': (lines) => map('service imap{ = }\n'.repeat(lines)),
};

function map(configuration: string): string {
  const head = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';
  return `kind: ConfigMap\ndata:\n  dovecot.conf: |\n${(head + configuration).replace(/^(?=.)/gm, '    ')}`;
}

function repeat(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

describe('the time of an analysis grows with the text', () => {
  for (const [name, textOf] of Object.entries(kinds))
    test(name, () => assertLinear(48_000, name, (lines) => void analyse(textOf(lines))));
});

describe('odd files', () => {
  const configuration = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nservice imap{\n}\n';
  const host = `kind: ConfigMap\ndata:\n  dovecot.conf: |\n${configuration.replace(/^(?=.)/gm, '    ')}`;
  const rulesOf = (text: string) => analyse(text).map(({ rule }) => rule.id);

  test('a BOM, CRLF and replacement characters change no finding', () => {
    assert.deepEqual(rulesOf(host), ['syntax-error']);
    assert.deepEqual(rulesOf(`\ufeff${host}`), ['syntax-error']);
    assert.deepEqual(rulesOf(host.replaceAll('\n', '\r\n')), ['syntax-error']);
    assert.deepEqual(rulesOf(`# \ufffd\ufffd\n${host}`), ['syntax-error']);
  });

  const survived: Readonly<Record<string, string>> = {
    'deep flow sequences': `kind: ConfigMap\nx: ${'['.repeat(20_000)}\n`,
    'deep flow maps': `kind: ConfigMap\nx: ${'{a: '.repeat(20_000)}\n`,
    'deep block maps': `kind: ConfigMap\n${repeat(1_000, (index) => `${' '.repeat(index)}a:\n`)}`,
    'deep sequences': `kind: ConfigMap\nx:\n  ${'- '.repeat(2_000)}a\n`,
    tabs: host.replaceAll('    ', '\t'),
    'a manifest of tabs': 'kind: DovecotDeployment\nstorage:\n\tmail:\n\t\tsystem: nfs\n',
    'a manifest of aliases': 'kind: DovecotDeployment\na: &a [*a, *a]\nstorage: *a\nsites: *a\n',
    'duplicate keys': 'kind: DovecotDeployment\nusers: 1\nusers: 2\n',
    'NUL and lone surrogates': `${host}    # \0\ud800\n`,
    'a cut block': 'kind: ConfigMap\ndata:\n  dovecot.conf: |9\n x',
  };
  for (const [name, text] of Object.entries(survived)) {
    test(name, () => assert.ok(Array.isArray(analyse(text))));
  }

  test('what is wrong with a manifest is said', () => {
    for (const name of ['a manifest of tabs', 'duplicate keys'])
      assert.ok(rulesOf(survived[name]!).includes('deployment-manifest-invalid'), name);
  });
});
