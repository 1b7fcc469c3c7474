// What containers see: ConfigMaps and Secrets, mounted in every way that there is, and what is not known of them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Project } from '../../server/src/config/project.ts';
import { YamlDocument } from '../../server/src/manifest/yamlDocument.ts';
import { Containers } from '../../server/src/workspace/containers.ts';
import { folder, memoryProject, uriOf } from '../support/memory.ts';

const head = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

function configMap(name: string, keys: Readonly<Record<string, string>>, more = ''): string {
  const data = Object.entries(keys).map(([key, text]) => `  ${key}: ${JSON.stringify(text)}\n`);
  return `---\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${more}data:\n${data.join('')}`;
}

/** A pod with one container; `mounts` and `volumes` are lists in YAML's short form. */
function pod(mounts: readonly string[], volumes: readonly string[], kind = 'Deployment'): string {
  const inner = `containers: [{ name: dovecot, volumeMounts: [${mounts.join(', ')}] }]\nvolumes: [${volumes.join(', ')}]\n`;
  const path = kind === 'Pod' ? ['spec'] : ['spec', 'template', 'spec'];
  if (kind === 'CronJob') path.splice(1, 0, 'jobTemplate', 'spec');
  const indent = '  '.repeat(path.length);
  const outer = path.map((key, depth) => `${'  '.repeat(depth)}${key}:\n`).join('');
  return `---\nkind: ${kind}\n${outer}${inner.replace(/^(?=.)/gm, indent)}`;
}

/** What the includes of the only root find, without the folder; `…` for what is not known. */
function included(texts: Readonly<Record<string, string>>): string[] {
  const configurations = memoryProject(texts, { roots: [] }).configurations();
  return configurations.flatMap(({ includes }) =>
    includes.map(({ resolved }) => {
      if (resolved.kind === 'unknown') return '…';
      if (resolved.kind !== 'files') return resolved.kind;
      return resolved.uris.map((uri) => uri.slice(folder.length + 1)).join(' ') + (resolved.isPart ? ' …' : '');
    }),
  );
}

const root = (...includes: string[]) =>
  configMap('main', { 'dovecot.conf': head + includes.map((path) => `!include ${path}\n`).join('') });
const parts = configMap('parts', { 'b.conf': 'ssl = no\n', 'a.conf': 'ssl = no\n', 'c.ext': 'x' });
const mainAsFile = '{ name: m, mountPath: /etc/dovecot/dovecot.conf, subPath: dovecot.conf }';
const main = '{ name: m, configMap: { name: main } }';

describe('an include finds', () => {
  test('the keys of another ConfigMap, in the order of their paths', () => {
    const workload = pod(
      [mainAsFile, '{ name: p, mountPath: /etc/dovecot/conf.d }'],
      [main, '{ name: p, configMap: { name: parts } }'],
    );
    const keys = 'parts.yaml/0/data/a.conf parts.yaml/0/data/b.conf';
    for (const path of ['conf.d/*.conf', '/etc/dovecot/conf.d/*.conf', '/etc/dovecot/x/../conf.d/?.conf']) {
      assert.deepEqual(included({ 'main.yaml': root(path) + workload, 'parts.yaml': parts }), [keys], path);
    }
    assert.deepEqual(
      included({
        'main.yaml': root('conf.d/gone.conf', 'gone.conf', '/usr/share/x.conf') + workload,
        'parts.yaml': parts,
      }),
      ['missing', '…', '…'],
    );
  });

  test('keys under the names that items give them, of projected volumes, too', () => {
    const volume =
      '{ name: p, projected: { sources: [{ configMap: { name: parts, items: [{ key: c.ext, path: in/x.conf }] } }, { secret: { name: more } }] } }';
    const secret = '---\nkind: Secret\nmetadata: { name: more }\nstringData:\n  s.conf: "ssl = no\\n"\n';
    const workload = pod([mainAsFile, '{ name: p, mountPath: /etc/dovecot/conf.d/ }'], [main, volume]);
    assert.deepEqual(included({ 'x.yaml': root('conf.d/*.conf', 'conf.d/in/*') + secret + parts + workload }), [
      'x.yaml/1/stringData/s.conf',
      'x.yaml/2/data/c.ext',
    ]);
  });

  test('a key as a file beside those of the image', () => {
    const workload = pod(
      [mainAsFile, '{ name: p, mountPath: /etc/dovecot/conf.d/z.conf, subPath: a.conf }'],
      [main, '{ name: p, configMap: { name: parts } }'],
    );
    assert.deepEqual(
      included({ 'x.yaml': root('conf.d/*.conf', 'conf.d/z.conf', 'conf.d/y.conf') + parts + workload }),
      ['x.yaml/1/data/a.conf …', 'x.yaml/1/data/a.conf', '…'],
    );
  });

  test('what is mounted further inside, whatever the order', () => {
    const mounts = ['{ name: p, mountPath: /etc/dovecot/conf.d }', '{ name: m, mountPath: /etc/dovecot }'];
    const volumes = [main, '{ name: p, configMap: { name: parts } }'];
    for (const each of [mounts, mounts.toReversed()])
      assert.deepEqual(included({ 'x.yaml': root('conf.d/a.conf', 'b.conf') + parts + pod(each, volumes) }), [
        'x.yaml/1/data/a.conf',
        'missing',
      ]);
  });

  test('the same in every kind of workload', () => {
    for (const kind of ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod']) {
      const workload = pod([mainAsFile, '{ name: m, mountPath: /etc/dovecot/x }'], [main], kind);
      assert.deepEqual(included({ 'x.yaml': root('x/gone.conf') + workload }), ['missing'], kind);
    }
  });
});

describe('nothing is concluded', () => {
  const workload = (mount: string, volume: string) => pod([mainAsFile, mount], [main, volume]);
  const mount = '{ name: p, mountPath: /etc/dovecot/conf.d }';

  for (const [why, text] of Object.entries({
    'a ConfigMap that is not here': workload(mount, '{ name: p, configMap: { name: elsewhere } }'),
    'one of another namespace':
      configMap('far', { 'a.conf': 'x' }, '  namespace: b\n') +
      workload(mount, '{ name: p, configMap: { name: far } }').replace('spec:', 'metadata: { namespace: a }\nspec:'),
    'two of one name': parts + parts + workload(mount, '{ name: p, configMap: { name: parts } }'),
    'a name out of a template': parts + workload(mount, '{ name: p, configMap: { name: "{{ .Values.x }}" } }'),
    'items out of a template': parts + workload(mount, '{ name: p, configMap: { name: parts, items: "{{ x }}" } }'),
    'sources out of a template': parts + workload(mount, '{ name: p, projected: { sources: "{{ x }}" } }'),
    'a workload that is no YAML': `${parts}${workload(mount, '{ name: p, configMap: { name: parts } }')}{{ x\n`,
    'a path out of a variable':
      parts +
      workload(
        '{ name: p, mountPath: /etc/dovecot/conf.d, subPathExpr: $(X) }',
        '{ name: p, configMap: { name: parts } }',
      ),
    'another kind of volume': workload(mount, '{ name: p, emptyDir: {} }'),
    'a volume that is not there': workload(mount, '{ name: q }'),
    'a source that has other files':
      parts + workload(mount, '{ name: p, projected: { sources: [{ serviceAccountToken: { path: t } }] } }'),
    'keys out of a template':
      '---\nkind: ConfigMap\nmetadata: { name: odd }\ndata:\n  "{{ .Values.key }}": x\n' +
      workload(mount, '{ name: p, configMap: { name: odd } }'),
    'no workload': '',
  })) {
    test(`of ${why}`, () => {
      assert.deepEqual(included({ 'x.yaml': root('conf.d/a.conf', 'conf.d/*.conf') + text }), ['…', '…']);
    });
  }

  test('where two containers see different files', () => {
    const other = configMap('other', { 'a.conf': 'ssl = no\n' });
    const volumes = (name: string) => [main, `{ name: p, configMap: { name: ${name} } }`];
    const text = root('conf.d/a.conf') + parts + other;
    const one = pod([mainAsFile, mount], volumes('parts'));
    assert.deepEqual(included({ 'x.yaml': text + one + pod([mainAsFile, mount], volumes('other')) }), ['…']);
    assert.deepEqual(included({ 'x.yaml': text + one + one }), ['x.yaml/1/data/a.conf']);
  });
});

test('a key is a root by the name under which it is seen', () => {
  const text = configMap('main', { main: `${head}ssl = no\n` });
  const mounted = pod(['{ name: m, mountPath: /etc/dovecot/dovecot.conf, subPath: main }'], [main]);
  const roots = (yaml: string) => memoryProject({ 'x.yaml': yaml }, { roots: [] }).configurations().length;
  assert.deepEqual([roots(text), roots(text + mounted)], [0, 1]);
});

test('files that only a container sees are parts of their YAML, and follow it', () => {
  const texts = {
    'main.yaml': root('conf.d/*.conf'),
    'parts.yaml': configMap('parts', { 'a.conf': 'ssl = no\n' }),
    'pod.yaml': pod(
      [mainAsFile, '{ name: p, mountPath: /etc/dovecot/conf.d }'],
      [main, '{ name: p, configMap: { name: parts } }'],
    ),
  };
  const project = memoryProject(texts, { roots: [] });
  const change = (name: keyof typeof texts, text: string) => {
    project.store.open(uriOf(name), text);
    project.changed(uriOf(name));
    project.setManifests(Object.keys(texts).map(uriOf));
  };
  const read = (of: Project) => of.configurations().map(({ documents }) => documents.length);
  assert.deepEqual(project.partsOf(uriOf('parts.yaml')), [`${uriOf('parts.yaml')}/0/data/a.conf`]);
  assert.deepEqual(read(project), [2]);
  change('parts.yaml', configMap('parts', { 'a.conf': 'ssl = no\n', 'b.conf': 'ssl = no\n' }));
  assert.deepEqual(read(project), [3]);
  change('pod.yaml', texts['pod.yaml'].replace('conf.d', 'other'));
  assert.deepEqual(read(project), [1]);
  change('pod.yaml', texts['pod.yaml']);
  assert.deepEqual(read(project), [3]);
});

test('any manifest gives containers', () => {
  const word = fc.constantFrom('a', '/', '..', '/etc', '{{ x }}', '', '*', 'main', 'dovecot.conf', '/etc/../..');
  fc.assert(
    fc.property(word, word, word, word, (path, subPath, key, pattern) => {
      const text =
        root('x') +
        pod(
          [`{ name: m, mountPath: ${JSON.stringify(path)}, subPath: ${JSON.stringify(subPath)} }`],
          [`{ name: m, configMap: { name: main, items: [{ key: dovecot.conf, path: ${JSON.stringify(key)} }] } }`],
        );
      const containers = new Containers([new YamlDocument(uriOf('x.yaml'), text)]);
      for (const container of containers.seeing(`${uriOf('x.yaml')}/0/data/dovecot.conf`)) {
        container.resolve(pattern);
        container.list(pattern);
      }
    }),
  );
});
