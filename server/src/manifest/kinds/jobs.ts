/** Commands that run by themselves, and buckets that delete by themselves. */

import type { Infrastructure, Shown } from '../infrastructure.ts';
import { eachMap, isTemplate, itemsAt, keyAt, nodeAt, textAt } from '../query.ts';
import type { YamlMap, YamlNode } from '../yamlDocument.ts';
import { nameOf } from './cassandra.ts';

/** The commands of a pod's containers: each word list as one line. */
export function scheduledPod(kind: string, pod: YamlNode | undefined, into: Infrastructure): void {
  for (const container of [...itemsAt(pod, 'containers'), ...itemsAt(pod, 'initContainers')]) {
    const words = [...wordsAt(container, 'command'), ...wordsAt(container, 'args')];
    const [first] = words;
    if (first === undefined || words.some(({ value }) => isTemplate(value))) continue;
    const last = words[words.length - 1]!;
    const command = { value: words.map(({ value }) => value).join(' '), from: first.from, to: last.to };
    into.commands.push({ kind, command });
  }
}

/** A list of words, or one text. */
function wordsAt(node: YamlNode | undefined, key: string): Shown<string>[] {
  const found = nodeAt(node, key);
  if (found?.kind === 'scalar') return [{ value: found.text, from: found.from, to: found.to }];
  return itemsAt(found).flatMap((item) =>
    item.kind === 'scalar' ? [{ value: item.text, from: item.from, to: item.to }] : [],
  );
}

/** Crossplane, ACK and CloudFormation: buckets with rules that expire or move objects. */
export function bucketLifecycle(root: YamlMap, into: Infrastructure): void {
  const kind = textAt(root, 'kind')?.value;
  const spec = nodeAt(root, 'spec');
  const keys: readonly (readonly [YamlNode | undefined, string])[] = [
    [nodeAt(spec, 'forProvider'), 'lifecycleConfiguration'],
    [nodeAt(spec, 'forProvider'), 'lifecycleRule'],
    [spec, 'lifecycle'],
  ];
  if (kind === 'BucketLifecycleConfiguration') {
    const bucket = textAt(spec, 'forProvider', 'bucket')?.value ?? nameOf(root).value;
    into.lifecycles.push({ bucket, at: nameOf(root) });
  } else if (kind === 'Bucket') {
    for (const [node, key] of keys) {
      const at = keyAt(node, key);
      if (at !== undefined) into.lifecycles.push({ bucket: textAt(spec, 'name')?.value ?? nameOf(root).value, at });
    }
  }
}

/** `Type: AWS::S3::Bucket` anywhere in a CloudFormation template. */
export function cloudFormation(root: YamlMap, into: Infrastructure): void {
  eachMap(nodeAt(root, 'Resources'), (resource) => {
    if (textAt(resource, 'Type')?.value !== 'AWS::S3::Bucket') return;
    const at = keyAt(nodeAt(resource, 'Properties'), 'LifecycleConfiguration');
    if (at !== undefined)
      into.lifecycles.push({ bucket: textAt(resource, 'Properties', 'BucketName')?.value ?? '', at });
  });
}
