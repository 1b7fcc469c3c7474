// Configuration inside YAML: what is taken for it, and that it is judged as in a file of its own.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lint } from '../../server/src/lint/run.ts';
import { embeddedFiles } from '../../server/src/manifest/embedded.ts';
import { YamlDocument } from '../../server/src/manifest/yamlDocument.ts';
import { rules } from '../../server/src/rules/index.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { takeSpan } from '../support/markers.ts';
import { memoryProject, uriOf } from '../support/memory.ts';

function filesOf(text: string) {
  return embeddedFiles(new YamlDocument('file:///w/x.yaml', text));
}

/** `path`, with `*` for ours and `!` for secret. */
function shown(text: string): string[] {
  return filesOf(text).map(({ path, isOurs, isSecret }) => `${path}${isOurs ? '*' : ''}${isSecret ? '!' : ''}`);
}

describe('what is taken for configuration', () => {
  test('keys of ConfigMaps, by name or content; the others are there to be included', () => {
    const text =
      'kind: ConfigMap\ndata:\n  dovecot.conf: |\n    !include 10-mail.conf\n  10-mail.conf: |\n    mail_path = ~/x\n  nginx.conf: |\n    server {\n    }\n  port: "143"\n';
    assert.deepEqual(shown(text), ['0/data/dovecot.conf*', '0/data/10-mail.conf', '0/data/nginx.conf']);
  });

  test('Secrets, plain and base64', () => {
    assert.deepEqual(
      shown(
        'kind: Secret\nstringData:\n  dovecot-sql.conf.ext: |\n    connect = host=x\ndata:\n  dovecot.conf: bWFpbF9kcml2ZXIgPSB4Cg==\n  password: aHVudGVyMg==\n',
      ),
      ['0/data/dovecot.conf*!', '0/stringData/dovecot-sql.conf.ext*!'],
    );
  });

  test('compose configs, values of charts, lists, several documents', () => {
    assert.deepEqual(shown('configs:\n  dovecot.conf:\n    content: |\n      listen = *\n      protocols = imap\n'), [
      '0/configs/dovecot.conf*',
    ]);
    assert.deepEqual(
      shown(
        'dovecot:\n  config: |\n    mail_driver = maildir\n    passdb static {\n    }\n  notes: |\n    About mail.\n    Much.\n',
      ),
      ['0/dovecot/config*'],
    );
    assert.deepEqual(
      shown(
        'kind: List\nitems:\n  - kind: ConfigMap\n    data:\n      dovecot.conf: |\n        a = b\n---\nkind: ConfigMap\ndata:\n  dovecot.conf: "listen = *\\n"\n',
      ),
      ['0/items/0/data/dovecot.conf*', '1/data/dovecot.conf*'],
    );
  });

  test('tasks of a playbook, whose file stands beside its content', () => {
    const text =
      '- copy:\n    dest: /etc/dovecot/conf.d/auth-sql.conf.ext\n    content: |\n      passdb sql {\n      }\n- copy:\n    dest: "{{ folder }}/dovecot.conf"\n    content: |\n      mail_driver = maildir\n      passdb sql {\n      }\n';
    assert.deepEqual(shown(text), ['0/0/copy/etc/dovecot/conf.d/auth-sql.conf.ext*', '0/1/copy*']);
  });

  test('files of cloud-init, by their path', () => {
    const text =
      'write_files:\n  - path: /etc/dovecot/conf.d/99-lab.conf\n    content: |\n      listen = *\n  - path: /etc/nginx/a.conf\n    content: |\n      a b;\n';
    assert.deepEqual(shown(text), ['0/write_files/0/etc/dovecot/conf.d/99-lab.conf*']);
  });

  test('templates of a chart', () => {
    const text =
      '{{- if .Values.mail }}\nkind: ConfigMap\nmetadata:\n  name: {{ include "mail.name" . }}-etc\n  labels:\n    {{- include "labels" . | nindent 4 }}\ndata:\n  dovecot.conf: |\n    mail_driver = {{ .Values.driver }}\n    {{- if .Values.ssl }}\n    ssl = yes\n    {{- end }}\n  dovecot-extra.conf: |\n    listen = *\n{{- range .Values.networks }}\n    login_trusted_networks = {{ . }}\n{{- end }}\n{{- end }}\n';
    assert.deepEqual(shown(text), ['0/data/dovecot.conf*', '0/data/dovecot-extra.conf*']);
    const [first, second] = filesOf(text).map(({ embedding }) => embedding);
    assert.equal(first!.text, 'mail_driver = {{ .Values.driver }}\n{{- if .Values.ssl }}\nssl = yes\n{{- end }}\n');
    assert.deepEqual([first!.isReadOnly, second!.isReadOnly], [false, true]);
    assert.match(second!.text, /^listen = \*\n\{\{-+\}\}\nlogin_trusted_networks = \{\{ \. \}\}\n/);
    const at = text.indexOf('ssl = yes');
    assert.equal(first!.toText(at), first!.text.indexOf('ssl = yes'));
    const [configuration] = projectOf({ 'cm.yaml': text }).configurations();
    assert.deepEqual(lint(configuration!, { rules, onError }), []);
  });

  test('nothing else', () => {
    for (const text of [
      '',
      'a: b\n',
      'kind: Deployment\nspec:\n  x: |\n    listen = 1\n    a {\n',
      '- 1\n- 2\n',
      '{{ if x }}\na: b\n',
      '\ufeffkind: ConfigMap\n',
      'a: &a [*a]\n',
    ]) {
      assert.deepEqual(shown(text), [], text);
    }
  });
});

function projectOf(texts: Readonly<Record<string, string>>) {
  const project = memoryProject(texts, { roots: [] });
  project.setManifests(
    Object.keys(texts)
      .filter((name) => name.endsWith('.yaml'))
      .map(uriOf),
  );
  return project;
}

const onError = (_rule: unknown, error: unknown) => assert.fail(String(error));

describe('rules', () => {
  const head = 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n';

  test('find the place in the YAML, across keys that include each other', () => {
    const { text, span } = takeSpan(
      `kind: ConfigMap\ndata:\n  dovecot.conf: |\n    dovecot_config_version = 3.1.2\n    dovecot_storage_version = 3.1.2\n    !include 10-mail.conf\n  10-mail.conf: |-\n    # 📬\n    mail_driver = <|maildir|>\n`,
    );
    const project = projectOf({ 'cm.yaml': text });
    const [configuration, ...others] = project.configurations();
    assert.deepEqual(others, []);
    const found = lint(configuration!, { rules, onError }).find(({ rule }) => rule.id === 'mail-format-unsupported')!;
    assert.deepEqual([found.document.uri, found.span], [uriOf('cm.yaml'), span]);
  });

  /** Sees all keys in one folder, so that what is missing there is missing for certain. */
  const pod = `---
kind: Pod
spec:
  containers: [{ volumeMounts: [{ name: all, mountPath: /etc/dovecot }] }]
  volumes: [{ name: all, configMap: { name: all } }]
`;

  test('every example of every rule is judged alike in a file and in a ConfigMap', () => {
    let compared = 0;
    for (const rule of rules) {
      for (const example of [...rule.docs.bad, ...rule.docs.good]) {
        const texts = { 'dovecot.conf': takeSpan(example.text).text, ...example.files };
        if (Object.keys(texts).some((name) => name.endsWith('.yaml'))) continue;
        if (
          Object.values(texts).some(
            (each) => !/[^\n]\n$/.test(each) || /^\s*\s/.test(each) || /\r/.test(each) || each.includes('<|'),
          )
        )
          continue;
        // In a file it is unknown what such a path leads to; the container tells.
        if (example.text.includes('!include /etc/dovecot/')) continue;
        const isManifest = ([name]: readonly [string, string]) => name.endsWith('.yaml');
        const manifests = Object.fromEntries(Object.entries(texts).filter(isManifest));
        const yaml = `kind: ConfigMap\nmetadata: { name: all }\ndata:\n${Object.entries(texts)
          .filter((entry) => !isManifest(entry))
          .map(
            ([name, each]) =>
              `  ${name}: |\n${each
                .split('\n')
                .map((line) => (line === '' ? '' : `    ${line}`))
                .join('\n')}`,
          )
          .join('')}${pod}`;
        const alone = memoryProject(texts)
          .configurations()
          .flatMap((each) => lint(each, { rules, onError }));
        const embedded = projectOf({ ...manifests, 'cm.yaml': yaml })
          .configurations()
          .flatMap((each) => lint(each, { rules, onError }));
        const line = ({ rule: { id }, severity, message, document, span }: (typeof alone)[number]) =>
          `${id} ${severity} ${message} ${document.text.slice(span.from, span.to).replace(/\n +/g, '\n')}`;
        assert.deepEqual(embedded.map(line).sort(), alone.map(line).sort(), example.text);
        compared++;
        for (const finding of embedded) {
          for (const { edits } of finding.fixes) {
            const written = applyEdits(yaml, edits);
            const again = new YamlDocument('file:///w/x.yaml', written);
            assert.deepEqual(again.tree.issues, [], written);
          }
        }
      }
    }
    console.log(`${compared} examples of rules are judged alike in a file and in a ConfigMap`);
    assert.ok(compared > 100);
  });

  test('a file that no key has may be in the image', () => {
    const project = projectOf({
      'cm.yaml': 'kind: ConfigMap\ndata:\n  dovecot.conf: |\n    !include conf.d/10-mail.conf\n',
    });
    const [configuration] = project.configurations();
    assert.equal(configuration!.includes[0]!.resolved.kind, 'unknown');
  });

  test('a fix keeps the block', () => {
    const project = projectOf({
      'cm.yaml': `kind: ConfigMap\ndata:\n  dovecot.conf: |\n${`${head}obox {\n  fs s3 {\n  }\n}\n`.replace(/^(?=.)/gm, '    ')}`,
    });
    const [configuration] = project.configurations();
    const found = lint(configuration!, { rules, onError }).find(({ rule }) => rule.id === 'dictmap-missing')!;
    const written = applyEdits(found.document.text, found.fixes[0]!.edits);
    assert.match(written, /\n {4}obox \{\n {6}fs dictmap \{\n {8}dict proxy \{\n/);
  });

  test('data of Secrets is not repeated', () => {
    const text = `kind: Secret\nstringData:\n  dovecot.conf: |\n${`${head}fs_s3_url = https://b.s3.eu-central-1.amazonaws.com/\nfs_s3_region = eu-west-1\nobox {\n  fs aws-s3 {\n  }\n}\n`.replace(/^(?=.)/gm, '    ')}`;
    const [configuration] = projectOf({ 's.yaml': text }).configurations();
    const found = lint(configuration!, { rules, onError }).find(({ rule }) => rule.id === 'aws-region-conflict')!;
    assert.doesNotMatch(found.message, /eu-west-1/);
  });
});

describe('a project', () => {
  test('knows the parts of a YAML file, and what a cursor is at', () => {
    const text = 'kind: ConfigMap\ndata:\n  dovecot.conf: |\n    listen = *\n  other: |\n    x\n';
    const project = projectOf({ 'cm.yaml': text });
    assert.deepEqual(project.partsOf(uriOf('cm.yaml')), [`${uriOf('cm.yaml')}/0/data/dovecot.conf`]);
    const at = project.at(uriOf('cm.yaml'), text.indexOf('*'))!;
    assert.deepEqual(at, { uri: `${uriOf('cm.yaml')}/0/data/dovecot.conf`, offset: 'listen = '.length });
    assert.equal(project.at(uriOf('cm.yaml'), 2), undefined);
    assert.deepEqual(project.at(uriOf('dovecot.conf'), 2), { uri: uriOf('dovecot.conf'), offset: 2 });
  });

  test('a buffer of the YAML file comes before the file', () => {
    const project = projectOf({ 'cm.yaml': 'kind: ConfigMap\ndata:\n  dovecot.conf: |\n    listen = *\n' });
    const part = `${uriOf('cm.yaml')}/0/data/dovecot.conf`;
    assert.equal(project.configurationsFor(part)[0]!.entries[0]!.setting, 'listen');
    project.store.open(uriOf('cm.yaml'), 'kind: ConfigMap\ndata:\n  dovecot.conf: |\n    base_dir = /x\n');
    project.changed(uriOf('cm.yaml'));
    assert.equal(project.configurationsFor(part)[0]!.entries[0]!.setting, 'base_dir');
  });
});
