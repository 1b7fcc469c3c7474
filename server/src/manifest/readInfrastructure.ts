/** Reads the infrastructure that a YAML document shows: each kind by its reader. */

import { embed } from './embedding.ts';
import { emptyInfrastructure, type Infrastructure } from './infrastructure.ts';
import {
  cassandraDatacenter,
  cassandraValues,
  databaseOfImage,
  databaseWorkload,
  k8ssandraCluster,
} from './kinds/cassandra.ts';
import { keyspaces } from './kinds/cql.ts';
import { bucketLifecycle, cloudFormation, scheduledPod } from './kinds/jobs.ts';
import { scyllaCluster, scyllaDatacenter, scyllaDbCluster, scyllaValues } from './kinds/scylla.ts';
import { composeVolumes, fstab, persistentVolume, podVolumes, storageClass } from './kinds/volumes.ts';
import { podOf } from './mounts.ts';
import { eachMap, entriesAt, itemsAt, nodeAt, textAt } from './query.ts';
import type { YamlDocument, YamlMap } from './yamlDocument.ts';

type Reader = (root: YamlMap, into: Infrastructure) => void;

const volumesOfPod: Reader = (root, into) => podVolumes(podOf(root), into);
const commandsOf =
  (kind: string): Reader =>
  (root, into) =>
    scheduledPod(kind, podOf(root), into);

/** The readers of each kind of Kubernetes object. */
const kinds: Readonly<Record<string, readonly Reader[]>> = {
  CassandraDatacenter: [cassandraDatacenter],
  K8ssandraCluster: [k8ssandraCluster],
  ScyllaCluster: [scyllaCluster],
  ScyllaDBCluster: [scyllaDbCluster],
  ScyllaDBDatacenter: [scyllaDatacenter],
  PersistentVolume: [persistentVolume],
  StorageClass: [storageClass],
  StatefulSet: [databaseWorkload, volumesOfPod],
  Deployment: [databaseWorkload, volumesOfPod],
  DaemonSet: [volumesOfPod],
  Pod: [volumesOfPod],
  Job: [volumesOfPod, commandsOf('Job')],
  CronJob: [volumesOfPod, commandsOf('CronJob')],
  Bucket: [bucketLifecycle],
  BucketLifecycleConfiguration: [bucketLifecycle],
};

const known = new WeakMap<YamlDocument, Infrastructure>();

/** Read once per document. */
export function readInfrastructure(document: YamlDocument): Infrastructure {
  let found = known.get(document);
  if (found === undefined) {
    found = emptyInfrastructure();
    for (const root of document.tree.documents) {
      if (root?.kind === 'map') readRoot(root, document, found);
    }
    known.set(document, found);
  }
  return found;
}

function readRoot(root: YamlMap, document: YamlDocument, into: Infrastructure): void {
  const kind = textAt(root, 'kind')?.value;
  if (kind === 'List') {
    for (const item of itemsAt(root, 'items')) if (item.kind === 'map') readRoot(item, document, into);
    return;
  }
  const readers = kind === undefined ? [] : (kinds[kind] ?? []);
  for (const read of readers) read(root, into);
  if (kind === undefined) {
    composeServices(root, into);
    composeVolumes(root, into);
    cassandraValues(root, into);
    dovecotValues(root, into);
    scyllaValues(root, into);
    cloudFormation(root, into);
  }
  if (kind !== 'Secret') texts(root, document, into);
}

/** openDesk's values: `dovecot.dictmap.enabled` beside `dovecot.objectStorage`. */
function dovecotValues(root: YamlMap, into: Infrastructure): void {
  const enabled = textAt(root, 'dovecot', 'dictmap', 'enabled');
  if (enabled?.value === 'false' && nodeAt(root, 'dovecot', 'objectStorage') !== undefined)
    into.disabledDictmaps.push(enabled);
}

/** Services of one compose file with a database's image are the nodes of one cluster. */
function composeServices(root: YamlMap, into: Infrastructure): void {
  for (const system of ['cassandra', 'scylladb'] as const) {
    const services = entriesAt(root, 'services').filter(
      ([, service]) => databaseOfImage(textAt(service, 'image')?.value ?? '') === system,
    );
    const [first] = services;
    if (first === undefined) continue;
    const counts = services.map(([, service]) => {
      const replicas = nodeAt(service, 'deploy', 'replicas');
      return replicas === undefined ? 1 : Number(textAt(service, 'deploy', 'replicas')?.value ?? Number.NaN);
    });
    const total = counts.reduce((sum, count) => sum + count, 0);
    const nodes = Number.isInteger(total) ? { ...first[0], value: total } : undefined;
    into.databases.push({
      system,
      at: first[0],
      nodes,
      racks: undefined,
      sharedMachines: undefined,
      serverType: undefined,
    });
  }
}

/** Scalars with CQL or lines of an fstab in them. */
function texts(root: YamlMap, document: YamlDocument, into: Infrastructure): void {
  eachMap(root, (map) => {
    for (const { key, value } of map.pairs) {
      if (value.kind !== 'scalar' || key.kind !== 'scalar') continue;
      const isCql = /create\s+keyspace/i.test(value.text);
      const isFstab = /(^|\/)fstab$/.test(key.text);
      if (!isCql && !isFstab) continue;
      const embedding = embed(document.text, value);
      if (embedding === undefined) continue;
      const offsetOf = (at: number) => embedding.toHost({ from: at, to: at }).from;
      if (isCql) keyspaces(value.text, offsetOf, into);
      if (isFstab) fstab({ value: value.text, from: value.from, to: value.to }, offsetOf, into);
    }
  });
}
