// What manifests show of the infrastructure, kind by kind.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInfrastructure } from '../../server/src/manifest/readInfrastructure.ts';
import { YamlDocument } from '../../server/src/manifest/yamlDocument.ts';

function read(text: string) {
  const document = new YamlDocument('file:///w/x.yaml', text);
  const found = readInfrastructure(document);
  /** A shown value, and that its place holds it. */
  const at = (shown: { value: unknown; from: number; to: number } | undefined) =>
    shown && text.slice(shown.from, shown.to);
  const databases = found.databases.map(({ system, at: place, nodes, racks, sharedMachines, serverType }) =>
    [
      system,
      at(place),
      nodes?.value ?? '?',
      racks?.value ?? '-',
      at(sharedMachines) ?? '-',
      serverType?.value ?? '-',
    ].join(' '),
  );
  return { ...found, databases, at };
}

test('CassandraDatacenter', () => {
  const head = 'kind: CassandraDatacenter\nmetadata:\n  name: fra\nspec:\n  serverType: cassandra\n';
  assert.deepEqual(read(`${head}  size: 3\n  racks:\n    - name: a\n    - name: b\n`).databases, [
    'cassandra fra 3 2 - -',
  ]);
  assert.deepEqual(read(`${head}  size: 1\n  allowMultipleNodesPerWorker: true\n`).databases, [
    'cassandra fra 1 - true -',
  ]);
  assert.deepEqual(read(head.replace('serverType: cassandra', 'serverType: dse')).databases, [
    'cassandra fra ? - - dse',
  ]);
  assert.deepEqual(read(`${head}  size: {{ .Values.size }}\n`).databases, ['cassandra fra ? - - -']);
});

test('K8ssandraCluster: one cluster per datacenter', () => {
  const text =
    'kind: K8ssandraCluster\nmetadata:\n  name: mails\nspec:\n  cassandra:\n    softPodAntiAffinity: true\n    datacenters:\n      - metadata:\n          name: dc1\n        size: 3\n      - metadata:\n          name: dc2\n        size: 1\n';
  assert.deepEqual(read(text).databases, ['cassandra dc1 3 - true -', 'cassandra dc2 1 - true -']);
});

test('values of charts', () => {
  assert.deepEqual(read('replicaCount: 1\ncluster:\n  seedCount: 1\n').databases, ['cassandra cluster 1 - - -']);
  assert.deepEqual(read('cassandra:\n  replicaCount: 3\n').databases, ['cassandra cassandra 3 - - -']);
  assert.deepEqual(read('replicas:\n  cassandra: 1\n  dovecot: 2\n').databases, ['cassandra cassandra 1 - - -']);
  assert.deepEqual(read('racks:\n  - name: a\n    members: 2\n  - name: b\n    members: 1\n').databases, [
    'scylladb racks 3 2 - -',
  ]);
  assert.deepEqual(read('replicaCount: 1\nimage: x\n').databases, [], 'any other chart');
});

test('workloads and compose services by their image', () => {
  const workload = (image: string, replicas = '') =>
    `kind: StatefulSet\nmetadata:\n  name: db\nspec:\n${replicas}  template:\n    spec:\n      containers:\n        - image: ${image}\n`;
  assert.deepEqual(read(workload('cassandra:4.1')).databases, ['cassandra db 1 - - -']);
  assert.deepEqual(read(workload('docker.io/bitnami/cassandra@sha256:00', '  replicas: 3\n')).databases, [
    'cassandra db 3 - - -',
  ]);
  assert.deepEqual(read(workload('scylladb/scylla:6', '  replicas: ${N}\n')).databases, ['scylladb db ? - - -']);
  assert.deepEqual(read(workload('example/cassandra-exporter')).databases, []);
  assert.deepEqual(
    read('services:\n  c1:\n    image: cassandra:4\n  c2:\n    image: cassandra:4\n  web:\n    image: nginx\n')
      .databases,
    ['cassandra c1 2 - - -'],
  );
});

test('the kinds of ScyllaDB, and what only it has', () => {
  const cluster = read(
    'kind: ScyllaCluster\nmetadata:\n  name: s\nspec:\n  developerMode: true\n  alternator:\n    port: 8000\n  datacenter:\n    racks:\n      - members: 1\n',
  );
  assert.deepEqual(cluster.databases, ['scylladb s 1 1 true -']);
  assert.deepEqual(
    cluster.scyllaExtensions.map(({ at }) => cluster.at(at)),
    ['alternator'],
  );
  assert.deepEqual(
    read(
      'kind: ScyllaDBDatacenter\nmetadata:\n  name: s\nspec:\n  rackTemplate:\n    nodes: 1\n  racks:\n    - name: a\n    - name: b\n',
    ).databases,
    ['scylladb s 2 2 - -'],
  );
  assert.deepEqual(
    read(
      'kind: ScyllaDBCluster\nmetadata:\n  name: s\nspec:\n  datacenterTemplate:\n    rackTemplate:\n      nodes: 3\n',
    ).databases,
    ['scylladb s 3 - - -'],
  );
});

test('NFS mounts with their options', () => {
  const shown = (text: string) => {
    const { nfsMounts, at } = read(text);
    return nfsMounts.map(({ at: place, options, takesOptions }) => [
      at(place),
      ...options.map((option) => `${option.value}@${at(option)}`),
      takesOptions,
    ]);
  };
  assert.deepEqual(
    shown(
      'kind: PersistentVolume\nmetadata:\n  name: mails\nspec:\n  mountOptions:\n    - nfsvers=4.1\n    - noatime\n  nfs:\n    server: nfs.example.com\n    path: /mails\n',
    ),
    [['mails', 'nfsvers=4.1@nfsvers=4.1', 'noatime@noatime', true]],
  );
  assert.deepEqual(
    shown('kind: StorageClass\nmetadata:\n  name: nfs\nprovisioner: nfs.csi.k8s.io\nmountOptions:\n  - hard\n'),
    [['nfs', 'hard@hard', true]],
  );
  assert.deepEqual(shown('volumes:\n  mails:\n    driver_opts:\n      type: nfs\n      o: "addr=192.0.2.1,vers=3"\n'), [
    ['mails', 'addr=192.0.2.1@addr=192.0.2.1', 'vers=3@vers=3', true],
  ]);
  assert.deepEqual(
    shown('kind: ConfigMap\ndata:\n  fstab: |\n    nfs.example.com:/mails /srv/mails nfs4 noatime 0 0\n'),
    [['/srv/mails', 'noatime@noatime', 'nfsvers=4@nfs4', true]],
  );
  assert.deepEqual(
    shown('kind: Pod\nspec:\n  volumes:\n    - name: m\n      nfs:\n        server: x\n        path: /m\n'),
    [['nfs', false]],
  );
});

test('local volumes and where they are seen', () => {
  const { localVolumes, at } = read(
    'kind: StatefulSet\nspec:\n  template:\n    spec:\n      containers:\n        - image: dovecot\n          volumeMounts:\n            - name: mails\n              mountPath: /srv/mails\n      volumes:\n        - name: mails\n          emptyDir: {}\n        - name: c\n          configMap:\n            name: x\n',
  );
  assert.deepEqual(
    localVolumes.map(({ kind, at: place, mountPaths }) => [kind, at(place), mountPaths.map(at)]),
    [['emptyDir', 'emptyDir', ['/srv/mails']]],
  );
});

test('commands of jobs', () => {
  const { commands, at } = read(
    'kind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - command: ["sh", "-c"]\n              args:\n                - aws s3 rm s3://mails/old --recursive\n            - command: ["{{ .Values.x }}"]\n',
  );
  assert.deepEqual(
    commands.map(({ kind, command }) => [kind, command.value]),
    [['CronJob', 'sh -c aws s3 rm s3://mails/old --recursive']],
  );
  assert.match(at(commands[0]!.command)!, /^"sh"[\s\S]*--recursive$/);
});

test('buckets that delete by themselves', () => {
  const shown = (text: string) => read(text).lifecycles.map(({ bucket }) => bucket);
  assert.deepEqual(
    shown(
      'kind: Bucket\nmetadata:\n  name: mails\nspec:\n  forProvider:\n    lifecycleRule:\n      - expiration: 30\n',
    ),
    ['mails'],
  );
  assert.deepEqual(
    shown('kind: BucketLifecycleConfiguration\nmetadata:\n  name: x\nspec:\n  forProvider:\n    bucket: mails\n'),
    ['mails'],
  );
  assert.deepEqual(
    shown(
      'Resources:\n  Mails:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: mails\n      LifecycleConfiguration:\n        Rules: []\n',
    ),
    ['mails'],
  );
  assert.deepEqual(shown('kind: Bucket\nmetadata:\n  name: mails\nspec:\n  name: mails\n'), []);
});

test('keyspaces in CQL', () => {
  const { keyspaces, at } = read(
    "initDB:\n  x.cql: |\n    CREATE KEYSPACE IF NOT EXISTS mails WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};\n    create keyspace acl with replication = {'class':'NetworkTopologyStrategy','dc1':3,'dc2':2};\n",
  );
  assert.deepEqual(
    keyspaces.map(({ name, factors }) => [name, factors.map(at)]),
    [
      ['mails', ['1']],
      ['acl', ['3', '2']],
    ],
  );
});

test('nothing is made of what is none of this', () => {
  for (const text of [
    '',
    'a: b\n',
    '- x\n',
    'kind: CassandraDatacenter\n',
    'kind: [x]\nspec: 1\n',
    'kind: List\nitems: 3\n',
    'a: &a {x: *a}\n',
    'kind: CronJob\nspec: [1, 2]\n',
  ])
    read(text);
  assert.deepEqual(read('kind: Service\nmetadata:\n  name: cassandra\n').databases, []);
});
