/**
 * What containers see of ConfigMaps and Secrets: the objects with their keys, and where workloads mount them. A name or
 * path that a template fills is not known, and neither is what it leads to.
 */

import { entriesAt, isTemplate, itemsAt, nodeAt, textAt } from './query.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlPart } from './yamlDocument.ts';

export interface ObjectName {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** Undefined where it is not written. */
  readonly namespace: string | undefined;
}

/** A ConfigMap or Secret: each of its keys is a file where it is mounted. */
export interface KeyedObject extends ObjectName {
  /** The path inside the YAML file of each key: `0/data/dovecot.conf`. */
  readonly keys: ReadonlyMap<string, string>;
  /** Whether there are no others for certain. */
  readonly isWhole: boolean;
}

/** One object in a volume. */
export interface VolumeSource {
  /** Undefined where it is not known, or of a kind that has no files of ours. */
  readonly object: ObjectName | undefined;
  /** What of it is there, by the path in the volume; all keys by their names without it. */
  readonly items: readonly Item[] | undefined;
}

interface Item {
  readonly key: string;
  readonly path: string;
}

export interface Mount {
  readonly path: string;
  /** A file or folder of the volume; `unknown` where a template or a variable decides. */
  readonly subPath: string | 'unknown' | undefined;
  readonly sources: readonly VolumeSource[];
}

/** The mounts of one container. */
export type ContainerMounts = readonly Mount[];

export interface Mounted {
  readonly objects: readonly KeyedObject[];
  readonly containers: readonly ContainerMounts[];
}

const known = new WeakMap<YamlPart, Mounted>();

/** The objects and containers of a YAML file; read once in each of its parts. */
export function mountedIn(document: YamlDocument): Mounted {
  const parts = document.parts.map(({ part, first }) => {
    let found = known.get(part);
    if (found === undefined) {
      found = readPart(part);
      known.set(part, found);
    }
    return {
      ...found,
      objects: first === 0 ? found.objects : found.objects.map((object) => renumbered(object, first)),
    };
  });
  return {
    objects: parts.flatMap(({ objects }) => objects),
    containers: parts.flatMap(({ containers }) => containers),
  };
}

function renumbered(object: KeyedObject, first: number): KeyedObject {
  const keys = [...object.keys].map(([key, path]): [string, string] => [
    key,
    path.replace(/^\d+/, (index) => String(first + Number(index))),
  ]);
  return { ...object, keys: new Map(keys) };
}

function readPart({ tree }: YamlPart): Mounted {
  const objects: KeyedObject[] = [];
  const containers: ContainerMounts[] = [];
  const isRead = tree.issues.length === 0;
  tree.documents.forEach((root, index) => {
    for (const [object, path] of objectsOf(root, String(index))) {
      const keyed = keyedObject(object, path, isRead);
      if (keyed !== undefined) objects.push(keyed);
      if (isRead) containers.push(...containersOf(object));
    }
  });
  return { objects, containers };
}

/** The Kubernetes objects of a document, each with its path in the file; those of a `List` one by one. */
function objectsOf(root: YamlNode | undefined, path: string): [YamlMap, string][] {
  if (root?.kind !== 'map') return [];
  if (textAt(root, 'kind')?.value !== 'List') return [[root, path]];
  return itemsAt(root, 'items').flatMap((item, index) => objectsOf(item, `${path}/items/${index}`));
}

function keyedObject(object: YamlMap, path: string, isRead: boolean): KeyedObject | undefined {
  const kind = textAt(object, 'kind')?.value;
  const name = textAt(object, 'metadata', 'name')?.value;
  if ((kind !== 'ConfigMap' && kind !== 'Secret') || name === undefined) return undefined;
  const keys = new Map<string, string>();
  let isWhole = isRead;
  for (const field of ['data', 'stringData', 'binaryData']) {
    const data = nodeAt(object, field);
    const entries = entriesAt(data);
    // A key that is no plain name, or a template in the place of all of them.
    if (data?.kind === 'map' ? entries.length < data.pairs.length : data?.kind === 'alias') isWhole = false;
    for (const [{ value: key }] of entries) {
      if (isTemplate(key) || key === '<<') isWhole = false;
      else keys.set(key, `${path}/${field}/${key}`);
    }
  }
  return { kind, name, namespace: textAt(object, 'metadata', 'namespace')?.value, keys, isWhole };
}

/** Where the pod stands in each kind of workload. */
const pods: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};
const templated = ['spec', 'template', 'spec'];

/** The pod that a workload starts. */
export function podOf(object: YamlMap): YamlNode | undefined {
  const kind = textAt(object, 'kind')?.value ?? '';
  return nodeAt(object, ...(Object.hasOwn(pods, kind) ? pods[kind]! : templated));
}

function containersOf(object: YamlMap): ContainerMounts[] {
  const pod = podOf(object);
  const namespace = textAt(object, 'metadata', 'namespace')?.value;
  const volumes = new Map(
    itemsAt(pod, 'volumes').map((volume) => [textAt(volume, 'name')?.value, sourcesOf(volume, namespace)]),
  );
  const containers = ['initContainers', 'containers'].flatMap((key) => itemsAt(pod, key));
  return containers.flatMap((container) => {
    const mounts = itemsAt(container, 'volumeMounts').map((mount) => mountOf(mount, volumes));
    // A mount at an unknown place may cover any other.
    return mounts.length === 0 || mounts.includes(undefined) ? [] : [mounts as Mount[]];
  });
}

function mountOf(
  mount: YamlNode,
  volumes: ReadonlyMap<string | undefined, readonly VolumeSource[]>,
): Mount | undefined {
  const path = textAt(mount, 'mountPath')?.value;
  if (path === undefined || !path.startsWith('/')) return undefined;
  const hasSubPath = nodeAt(mount, 'subPath') !== undefined || nodeAt(mount, 'subPathExpr') !== undefined;
  const subPath = hasSubPath ? (textAt(mount, 'subPath')?.value ?? 'unknown') : undefined;
  return { path, subPath, sources: volumes.get(textAt(mount, 'name')?.value) ?? [unknown] };
}

const unknown: VolumeSource = { object: undefined, items: undefined };

function sourcesOf(volume: YamlNode, namespace: string | undefined): VolumeSource[] {
  if (nodeAt(volume, 'projected') === undefined) return [sourceOf(volume, namespace)];
  const sources = nodeAt(volume, 'projected', 'sources');
  return sources?.kind === 'sequence' ? sources.items.map((source) => sourceOf(source, namespace)) : [unknown];
}

/** A volume calls a Secret `secretName`, a projected source calls it `name`. */
function sourceOf(source: YamlNode, namespace: string | undefined): VolumeSource {
  for (const [key, kind, naming] of [
    ['configMap', 'ConfigMap', ['name']],
    ['secret', 'Secret', ['secretName', 'name']],
  ] as const) {
    const own = nodeAt(source, key);
    const [name] = naming.flatMap((field) => textAt(own, field) ?? []);
    if (name === undefined) continue;
    const items = nodeAt(own, 'items');
    const listed = items?.kind === 'sequence' ? items.items.map(itemOf) : undefined;
    if (items !== undefined && (listed === undefined || listed.includes(undefined))) return unknown;
    return { object: { kind, name: name.value, namespace }, items: listed as Item[] | undefined };
  }
  return unknown;
}

function itemOf(item: YamlNode): Item | undefined {
  const [key, path] = [textAt(item, 'key')?.value, textAt(item, 'path')?.value];
  return key === undefined || path === undefined ? undefined : { key, path };
}
