// The deployment manifest as edits: one made of what the files show, and single keys put where they belong.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deploymentShape, isDeploymentFile, readDeployment } from '../../server/src/config/deploymentFile.ts';
import { declare } from '../../server/src/features/declare.ts';
import { deploymentFolder, deploymentText } from '../../server/src/features/deploymentRoots.ts';
import type { Shape } from '../../server/src/manifest/shape.ts';
import { YamlDocument } from '../../server/src/manifest/yamlDocument.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { folder, memoryProject, type Texts, uriOf } from '../support/memory.ts';

const uri = uriOf('dovecot-deployment.yaml');

const pro = (text = '') => `dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n${text}`;
const storage = `mail_driver = obox
fs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/
obox {
  fs aws-s3 {
  }
}
dict_server {
  dict mails {
    driver = sql
    sql_driver = cassandra
    cassandra_hosts = 192.0.2.10
    cassandra_keyspace = mails
    cassandra_protocol_version = 4
  }
}
`;
const cluster = (name: string, size: number) =>
  `kind: CassandraDatacenter\nmetadata:\n  name: ${name}\nspec:\n  serverType: cassandra\n  size: ${size}\n`;
const keyspace = `kind: ConfigMap\ndata:\n  init.cql: |\n    CREATE KEYSPACE mails WITH replication = { 'class': 'NetworkTopologyStrategy', 'a': 3 };\n`;

function created(texts: Texts): string {
  const roots = Object.keys(texts).filter((name) => name.endsWith('dovecot.conf'));
  return deploymentText(memoryProject(texts, { roots }), folder);
}

function factsOf(text: string) {
  const { facts, problems } = readDeployment(new YamlDocument(uri, text));
  assert.deepEqual(problems, []);
  const { storage: mail, database } = facts;
  return {
    edition: facts.edition?.value,
    version: facts.version?.value,
    mail: mail.system?.value,
    database: database.system?.value,
    nodes: database.nodesPerSite?.value,
    copies: database.replicationFactor?.value,
    protocol: database.protocolVersion?.value,
    users: facts.users,
    sites: facts.sites,
  };
}

const nothing = {
  edition: undefined,
  version: undefined,
  mail: undefined,
  database: undefined,
  nodes: undefined,
  copies: undefined,
  protocol: undefined,
  users: undefined,
  sites: undefined,
};

/** What the comments offer, taken in. */
const uncommented = (text: string) => text.replace(/^( *)# (?=[\w-]+:| )/gm, '$1');

describe('a deployment manifest made of the workspace', () => {
  test('has what configuration and manifests show', () => {
    const text = created({ 'dovecot.conf': pro(storage), 'db.yaml': `${cluster('a', 3)}---\n${keyspace}` });
    assert.deepEqual(factsOf(text), {
      ...nothing,
      edition: 'pro',
      version: '3.1.2',
      mail: 'aws-s3',
      database: 'cassandra',
      nodes: 3,
      copies: 3,
      protocol: 4,
    });
    assert.match(text, /^entrypoints:\n {2}- file: dovecot\.conf$/m);
    assert.match(text, /^# users: {2}# /m);
    assert.doesNotMatch(text, /CHANGEME/);
  });

  test('names the keys of ConfigMaps', () => {
    const map = `kind: ConfigMap\nmetadata:\n  name: backend\ndata:\n  dovecot.conf: |\n    ${pro().replaceAll('\n', '\n    ')}\n`;
    assert.match(created({ 'mail.yaml': map }), /^ {2}- configMap: \{ name: backend, key: dovecot\.conf \}$/m);
  });

  test('says nothing where files disagree, or do not tell', () => {
    const two = created({
      'a/dovecot.conf': pro(storage),
      'b/dovecot.conf': pro('mail_driver = obox\nobox {\n  fs sproxyd {\n    url = http://ring.example.com/\n  }\n}\n'),
      'db.yaml': `${cluster('a', 3)}---\n${cluster('b', 5)}`,
    });
    assert.deepEqual(factsOf(two), {
      ...nothing,
      edition: 'pro',
      version: '3.1.2',
      database: 'cassandra',
      protocol: 4,
    });
    assert.deepEqual(factsOf(created({ 'dovecot.conf': 'mail_location = maildir:~/Maildir\n' })), nothing);
    const hole = storage.replace('mails.s3.eu-central-1.amazonaws.com', '{{ host }}');
    assert.equal(factsOf(created({ 'dovecot.conf': pro(hole) })).mail, undefined);
  });

  test('a database is that of dictmap only where a configuration uses one', () => {
    const text = created({ 'dovecot.conf': pro('mail_driver = maildir\n'), 'db.yaml': cluster('a', 3) });
    assert.deepEqual(factsOf(text), { ...nothing, edition: 'pro', version: '3.1.2' });
  });

  test('every comment becomes a key', () => {
    const text = uncommented(created({ 'dovecot.conf': pro() }));
    const document = new YamlDocument(uri, text);
    assert.deepEqual(document.tree.issues, []);
    assert.deepEqual(readDeployment(document).problems, []);
    for (const key of ['users:', 'license:', 'nfsSla:', 'sites:', 'storage:', 'nodesPerSite:'])
      assert.ok(new RegExp(`^ *${key}`, 'm').test(text), key);
  });

  test('lies beside the root, or beside the YAML around it', () => {
    assert.equal(deploymentFolder(uriOf('a/dovecot.conf')), uriOf('a'));
    assert.equal(deploymentFolder(`${uriOf('k/mail.yaml')}/0/data/dovecot.conf`), uriOf('k'));
  });
});

/** The paths of all keys but those inside lists. */
function keysOf(shape: Shape, path: string[] = []): string[] {
  if (shape.kind !== 'map') return [path.join('.')];
  return Object.entries(shape.members).flatMap(([name, member]) => keysOf(member.shape, [...path, name]));
}

const manifests: Readonly<Record<string, string>> = {
  empty: '',
  'a comment': '# Nothing yet.\n',
  'kind only': 'kind: DovecotDeployment\n',
  'no line end': 'kind: DovecotDeployment\nusers: 5',
  CRLF: 'kind: DovecotDeployment\r\nstorage:\r\n  mail:\r\n    system: nfs\r\nusers: 5\r\n',
  'a key without a value': 'storage:\nlicense:\n',
  'four blanks, and comments': 'storage:\n    mail:\n        system: nfs # ours\n\n# the end\n',
  braces: 'storage: { mail: { system: nfs } }\ndictmap: { database: { system: cassandra } }\nlicense: {}\n',
  'a list last': 'sites:\n  - name: a\n    zones:\n      - b\n',
  'another document behind': 'kind: DovecotDeployment\nusers: 5\n---\nkind: Service\n',
  created: created({ 'dovecot.conf': pro(storage) }),
};

describe('declaring a key', () => {
  const keys = keysOf(deploymentShape).filter((key) => !/^(kind|apiVersion|metadata|entrypoints)$/.test(key));
  for (const [name, text] of Object.entries(manifests)) {
    test(`in a manifest: ${name}`, () => {
      for (const key of keys) {
        const document = new YamlDocument(uri, text);
        const declaration = declare(document, key);
        assert.ok(declaration !== undefined, key);
        const { edit, selection } = declaration;
        const after = applyEdits(text, edit === undefined ? [] : [edit]);
        const { tree } = new YamlDocument(uri, after);
        assert.deepEqual(tree.issues, [], `${key}\n${after}`);
        assert.ok(isDeploymentFile(new YamlDocument(uri, after)));
        const selected = after.slice(selection.from, selection.to);
        if (edit === undefined) assert.equal(selected, '', key);
        else assert.equal(selected, 'CHANGEME', `${key}\n${after}`);
        // It is there now: asked for again, nothing is to be written.
        assert.equal(declare(new YamlDocument(uri, after), key)?.edit, undefined, `${key}\n${after}`);
        // A placeholder is no declaration, and what was declared stays.
        const [old, now] = [document, new YamlDocument(uri, after)].map((each) => readDeployment(each).facts);
        assert.deepEqual([now!.users?.value, now!.sites?.length], [old!.users?.value, old!.sites?.length], key);
        assert.equal(now!.storage.system?.value, old!.storage.system?.value, key);
      }
    });
  }

  test('behind the comments of the block above', () => {
    const block = 'storage:\n  mail:\n    system: nfs\n    # nfs:\n    #   version:  # of the mounts\n';
    const { edit } = declare(new YamlDocument(uri, `${block}# dictmap:\n`), 'users')!;
    assert.equal(applyEdits(`${block}# dictmap:\n`, [edit!]), `${block}users: CHANGEME\n# dictmap:\n`);
  });

  test('not in what is no YAML, and no key that there is not', () => {
    assert.equal(declare(new YamlDocument(uri, 'a: [\n'), 'users'), undefined);
    assert.equal(declare(new YamlDocument(uri, ''), 'user'), undefined);
    assert.equal(declare(new YamlDocument(uri, ''), '__proto__.x'), undefined);
  });
});
