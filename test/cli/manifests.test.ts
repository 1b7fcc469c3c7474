// YAML on the command line: the example in Kubernetes, and fixes written into the files around embedded configuration.

import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { DovelintFolder } from '../support/dovelint.ts';

/** Mends that stand on neighbouring lines, in one line, and where a line is to be added. */
const configuration = `dovecot_config_version = 3.1.2
dovecot_storage_version = 3.1.2
mail_driver = obox
fs_s3_url = https://example.s3.eu-central-1.amazonaws.com/
fs_s3_region = eu-central-1
obox {
  fs dictmap {
    dict proxy {
      name = mails
    }
  }
  fs s3 {
  }
}
service imap{
  process_limit=5
}
dict_server {
  dict mails {
    driver = sql
    sql_driver = cassandra
  }
}
`;
const lines = configuration.trimEnd().split('\n');
const indented = lines.map((line) => `    ${line}`).join('\n');
const hosts: Readonly<Record<string, string>> = {
  'literal.yaml': `kind: ConfigMap\ndata:\n  dovecot.conf: |\n${indented}\n  other: x\n`,
  'chomped.yaml': `kind: ConfigMap\ndata:\n  dovecot.conf: |-\n${indented}\n`,
  'crlf.yaml': `kind: ConfigMap\ndata:\n  dovecot.conf: |\n${indented}\n`.replaceAll('\n', '\r\n'),
  'quoted.yaml': `kind: ConfigMap\ndata:\n  dovecot.conf: ${JSON.stringify(configuration)}\n`,
  'secret.yaml': `kind: Secret\nstringData:\n  word: CorrectHorse\n  dovecot.conf: |\n${indented.replace('fs s3 {', 'fs s3 {\n    # CorrectHorse')}\n`,
};
const folder = new DovelintFolder({ 'dovecot.conf': configuration, ...hosts });

interface Found {
  readonly file: string;
  readonly rule: string;
  readonly fixes: readonly { readonly safe: boolean }[];
}

function findingsIn(path: string): Found[] {
  return JSON.parse(folder.run(['check', path, '--format', 'json']).stdout).diagnostics;
}

test('the example in Kubernetes shows a handful of findings', () => {
  const path = resolve('examples/kubernetes-pro-3.1');
  const shown = findingsIn(path).map(({ file, rule }) => `${file.slice(file.lastIndexOf('/') + 1)} ${rule}`);
  assert.deepEqual(shown, [
    'cassandra.yaml cql-replication-weak',
    'dovecot-backend.yaml s3-compatible-basic',
    'dovecot-deployment.yaml cql-nodes-mismatch',
    'jobs.yaml mail-storage-direct-access',
    'volumes.yaml nfs-options-missing',
  ]);
});

test('--diff shows the lines of the host, and nothing of a Secret', () => {
  const { stdout } = folder.run(['check', '--diff', 'literal.yaml', 'secret.yaml']);
  assert.match(stdout, /^-\s{6}fs s3 \{\n\+\s{6}fs aws-s3 \{$/m);
  assert.match(stdout, /^\+\*{8}$/m);
  assert.doesNotMatch(stdout, /CorrectHorse/);
});

for (const name of Object.keys(hosts)) {
  test(`--fix mends ${name} as it mends a file, and is done then`, () => {
    const before = folder.read(name);
    folder.run(['check', '--fix', name]);
    folder.run(['check', '--fix', 'dovecot.conf']);
    const after = folder.read(name);
    assert.notEqual(after, before);
    const rules = (path: string) => findingsIn(path).map(({ rule }) => rule);
    assert.deepEqual(rules(name), rules('dovecot.conf'));
    assert.ok(findingsIn(name).every(({ fixes }) => !fixes.some(({ safe }) => safe)));
    folder.run(['check', '--fix', name]);
    assert.equal(folder.read(name), after);
  });
}
