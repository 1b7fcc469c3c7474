/** ScyllaDB: the three kinds of its operator, and values of its chart. */

import type { Infrastructure, Shown } from '../infrastructure.ts';
import { itemsAt, keyAt, nodeAt, numberAt, pairsAt, trueAt } from '../query.ts';
import type { YamlMap, YamlNode } from '../yamlDocument.ts';
import { nameOf } from './cassandra.ts';

/** `ScyllaCluster`: racks with members. */
export function scyllaCluster(root: YamlMap, into: Infrastructure): void {
  const spec = nodeAt(root, 'spec');
  const racks = itemsAt(spec, 'datacenter', 'racks');
  add(root, into, sum(racks, 'members'), trueAt(spec, 'developerMode'), racks);
  extension(spec, 'alternator', into);
}

/** `ScyllaDBDatacenter`: racks with nodes, or a template for them. */
export function scyllaDatacenter(root: YamlMap, into: Infrastructure): void {
  const spec = nodeAt(root, 'spec');
  const racks = itemsAt(spec, 'racks');
  add(
    root,
    into,
    perRack(racks, numberAt(spec, 'rackTemplate', 'nodes')),
    trueAt(spec, 'scyllaDB', 'enableDeveloperMode'),
    racks,
  );
  extension(nodeAt(spec, 'scyllaDB'), 'alternatorOptions', into);
}

/** `ScyllaDBCluster`: datacenters made of a template. */
export function scyllaDbCluster(root: YamlMap, into: Infrastructure): void {
  const spec = nodeAt(root, 'spec');
  const template = nodeAt(spec, 'datacenterTemplate');
  const racks = itemsAt(template, 'racks');
  add(
    root,
    into,
    perRack(racks, numberAt(template, 'rackTemplate', 'nodes')),
    trueAt(spec, 'scyllaDB', 'enableDeveloperMode'),
    racks,
  );
  extension(nodeAt(spec, 'scyllaDB'), 'alternatorOptions', into);
}

/** Values of the chart: `racks` with `members`. */
export function scyllaValues(root: YamlMap, into: Infrastructure): void {
  const racks = itemsAt(root, 'racks');
  const at = keyAt(root, 'racks');
  if (at === undefined || nodeAt(racks[0], 'members') === undefined) return;
  into.databases.push({
    system: 'scylladb',
    at,
    nodes: sum(racks, 'members'),
    racks: { ...at, value: racks.length },
    sharedMachines: trueAt(root, 'developerMode'),
    serverType: undefined,
  });
  if (trueAt(root, 'alternator', 'enabled') !== undefined) extension(root, 'alternator', into);
}

function add(
  root: YamlMap,
  into: Infrastructure,
  nodes: Shown<number> | undefined,
  sharedMachines: Shown<string> | undefined,
  racks: readonly YamlNode[],
): void {
  const at = nameOf(root);
  into.databases.push({
    system: 'scylladb',
    at,
    nodes,
    racks: racks.length === 0 ? undefined : { ...at, value: racks.length },
    sharedMachines,
    serverType: undefined,
  });
}

function extension(node: YamlNode | undefined, key: string, into: Infrastructure): void {
  const at = keyAt(node, key);
  const [pair, again] = pairsAt(node, key);
  if (at === undefined || pair === undefined || node?.kind !== 'map') return;
  const whole =
    again === undefined && node.pairs.length > 1 ? { from: at.from, to: Math.max(at.to, pair.value.to) } : undefined;
  into.scyllaExtensions.push({ at, whole });
}

/** Nodes over all racks; undefined when one of them is not known. */
function sum(racks: readonly YamlNode[], key: string): Shown<number> | undefined {
  const counts = racks.map((rack) => numberAt(rack, key));
  const [first] = counts;
  if (first === undefined || counts.includes(undefined)) return undefined;
  return { ...first, value: counts.reduce((total, count) => total + count!.value, 0) };
}

function perRack(racks: readonly YamlNode[], template: Shown<number> | undefined): Shown<number> | undefined {
  const own = sum(racks, 'nodes');
  if (own !== undefined) return own;
  return template === undefined ? undefined : { ...template, value: template.value * Math.max(1, racks.length) };
}
