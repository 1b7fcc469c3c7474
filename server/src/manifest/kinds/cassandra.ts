/** Cassandra: cass-operator, k8ssandra, the bitnami chart, plain workloads. */

import type { DatabaseCluster, Infrastructure, Shown } from '../infrastructure.ts';
import { itemsAt, keyAt, nodeAt, numberAt, textAt, trueAt } from '../query.ts';
import type { YamlMap, YamlNode } from '../yamlDocument.ts';

const nothing = { nodes: undefined, racks: undefined, sharedMachines: undefined, serverType: undefined };

/** `CassandraDatacenter` of cass-operator. */
export function cassandraDatacenter(root: YamlMap, into: Infrastructure): void {
  const spec = nodeAt(root, 'spec');
  const serverType = textAt(spec, 'serverType');
  into.databases.push({
    system: 'cassandra',
    at: nameOf(root),
    nodes: numberAt(spec, 'size'),
    racks: rackCount(spec),
    sharedMachines: trueAt(spec, 'allowMultipleNodesPerWorker'),
    serverType: serverType?.value === 'cassandra' ? undefined : serverType,
  });
}

/** `K8ssandraCluster`: one cluster over its datacenters. */
export function k8ssandraCluster(root: YamlMap, into: Infrastructure): void {
  const cassandra = nodeAt(root, 'spec', 'cassandra');
  const serverType = textAt(cassandra, 'serverType');
  for (const datacenter of itemsAt(cassandra, 'datacenters')) {
    into.databases.push({
      system: 'cassandra',
      at: textAt(datacenter, 'metadata', 'name') ?? nameOf(root),
      nodes: numberAt(datacenter, 'size'),
      racks: rackCount(datacenter),
      sharedMachines: trueAt(datacenter, 'softPodAntiAffinity') ?? trueAt(cassandra, 'softPodAntiAffinity'),
      serverType: serverType?.value === 'cassandra' ? undefined : serverType,
    });
  }
}

/** Values of the bitnami chart, by themselves or below `cassandra:`. */
export function cassandraValues(root: YamlMap, into: Infrastructure): void {
  for (const values of [root, nodeAt(root, 'cassandra')]) {
    const isChart =
      nodeAt(values, 'cluster', 'seedCount') ?? nodeAt(values, 'cluster', 'endpointSnitch') ?? nodeAt(values, 'initDB');
    if (
      values === undefined ||
      (isChart === undefined && !(values !== root && nodeAt(values, 'replicaCount') !== undefined))
    )
      continue;
    const nodes = numberAt(values, 'replicaCount') ?? numberAt(values, 'cluster', 'replicaCount');
    const at = keyAt(values, 'cluster') ?? keyAt(root, 'cassandra') ?? keyAt(values, 'initDB');
    if (at !== undefined && nodes !== undefined) into.databases.push({ ...nothing, system: 'cassandra', at, nodes });
  }
  // openDesk keeps the numbers of all charts in one place.
  const replicas = numberAt(root, 'replicas', 'cassandra');
  const at = keyAt(nodeAt(root, 'replicas'), 'cassandra');
  if (replicas !== undefined && at !== undefined)
    into.databases.push({ ...nothing, system: 'cassandra', at, nodes: replicas });
}

/** What an image is: a CQL database, or nothing of interest. */
export function databaseOfImage(image: string): DatabaseCluster['system'] | undefined {
  const name = image.replace(/[@:][^/]*$/, '');
  if (/(^|\/)(cassandra|cass-management-api|dse-server)$/.test(name)) return 'cassandra';
  return /(^|\/)scylla(-enterprise)?$/.test(name) ? 'scylladb' : undefined;
}

/** StatefulSet, Deployment: a database by the image of a container. */
export function databaseWorkload(root: YamlMap, into: Infrastructure): void {
  for (const container of itemsAt(root, 'spec', 'template', 'spec', 'containers')) {
    const system = databaseOfImage(textAt(container, 'image')?.value ?? '');
    if (system === undefined) continue;
    const replicas = nodeAt(root, 'spec', 'replicas');
    const at = nameOf(root);
    // Without a number there is one.
    const nodes = replicas === undefined ? { ...at, value: 1 } : numberAt(root, 'spec', 'replicas');
    into.databases.push({ ...nothing, system, at, nodes });
  }
}

export function nameOf(root: YamlMap): Shown<string> {
  return textAt(root, 'metadata', 'name') ?? textAt(root, 'kind') ?? { value: '', from: root.from, to: root.from };
}

function rackCount(node: YamlNode | undefined): Shown<number> | undefined {
  const at = keyAt(node, 'racks');
  const racks = nodeAt(node, 'racks');
  return at !== undefined && racks?.kind === 'sequence' ? { ...at, value: racks.items.length } : undefined;
}
