/** NFS mounts and local volumes, in Kubernetes, compose files and fstab lines. */

import type { Infrastructure, Shown } from '../infrastructure.ts';
import { entriesAt, itemsAt, keyAt, nodeAt, textAt } from '../query.ts';
import type { YamlMap, YamlNode } from '../yamlDocument.ts';
import { nameOf } from './cassandra.ts';

const nfsDriver = 'nfs.csi.k8s.io';

export function persistentVolume(root: YamlMap, into: Infrastructure): void {
  const spec = nodeAt(root, 'spec');
  const isNfs = nodeAt(spec, 'nfs') !== undefined || textAt(spec, 'csi', 'driver')?.value === nfsDriver;
  if (isNfs) into.nfsMounts.push({ at: nameOf(root), options: optionItems(spec), takesOptions: true });
  for (const kind of ['local', 'hostPath'] as const) {
    const at = keyAt(spec, kind);
    if (at !== undefined) into.localVolumes.push({ kind, at, mountPaths: [] });
  }
}

export function storageClass(root: YamlMap, into: Infrastructure): void {
  if (textAt(root, 'provisioner')?.value !== nfsDriver) return;
  into.nfsMounts.push({ at: nameOf(root), options: optionItems(root), takesOptions: true });
}

function optionItems(node: YamlNode | undefined): Shown<string>[] {
  return itemsAt(node, 'mountOptions').flatMap((item) => textAt(item) ?? []);
}

/** Volumes of a pod, with the paths where its containers see them. */
export function podVolumes(pod: YamlNode | undefined, into: Infrastructure): void {
  for (const volume of itemsAt(pod, 'volumes')) {
    const name = textAt(volume, 'name')?.value;
    const mountPaths = itemsAt(pod, 'containers').flatMap((container) =>
      itemsAt(container, 'volumeMounts').flatMap((mount) => {
        const path = textAt(mount, 'mountPath');
        return path !== undefined && textAt(mount, 'name')?.value === name ? [path] : [];
      }),
    );
    for (const kind of ['emptyDir', 'hostPath'] as const) {
      const at = keyAt(volume, kind);
      if (at !== undefined) into.localVolumes.push({ kind, at, mountPaths });
    }
    const nfs = keyAt(volume, 'nfs');
    if (nfs !== undefined) into.nfsMounts.push({ at: nfs, options: [], takesOptions: false });
  }
}

/** `volumes: { mails: { driver_opts: { type: nfs, o: "addr=…,vers=3" } } }` of a compose file. */
export function composeVolumes(root: YamlMap, into: Infrastructure): void {
  for (const [name, volume] of entriesAt(root, 'volumes')) {
    const type = textAt(volume, 'driver_opts', 'type');
    if (type === undefined || !/^nfs4?$/.test(type.value)) continue;
    const list = textAt(volume, 'driver_opts', 'o');
    const options = list === undefined ? [] : splitOptions(list);
    if (type.value === 'nfs4') options.push({ ...type, value: 'nfsvers=4' });
    into.nfsMounts.push({ at: name, options, takesOptions: true });
  }
}

/** `host:/export /data nfs vers=3,noatime 0 0`, in a scalar called fstab. */
export function fstab(text: Shown<string>, offsetOf: (at: number) => number, into: Infrastructure): void {
  let lineFrom = 0;
  for (const line of text.value.split('\n')) {
    const match = /^\s*(\S+:\S+)\s+(\S+)\s+(nfs4?)\s+(\S+)/.exec(line);
    if (match !== null) {
      const from = (word: string) => offsetOf(lineFrom + line.indexOf(word));
      const at = { value: match[2]!, from: from(match[2]!), to: from(match[2]!) + match[2]!.length };
      const start = line.indexOf(match[4]!, line.indexOf(match[3]!) + match[3]!.length);
      const list = {
        value: match[4]!,
        from: offsetOf(lineFrom + start),
        to: offsetOf(lineFrom + start) + match[4]!.length,
      };
      const options = splitOptions(list);
      if (match[3] === 'nfs4') options.push({ value: 'nfsvers=4', from: from('nfs4'), to: from('nfs4') + 4 });
      into.nfsMounts.push({ at, options, takesOptions: true });
    }
    lineFrom += line.length + 1;
  }
}

function splitOptions({ value, from, to }: Shown<string>): Shown<string>[] {
  // In quotes the text begins one further.
  const shift = to - from > value.length ? 1 : 0;
  return [...value.matchAll(/[^,\s]+/g)].map((match) => ({
    value: match[0],
    from: from + shift + match.index,
    to: from + shift + match.index + match[0].length,
  }));
}
