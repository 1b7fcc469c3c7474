/** CQL in manifests: how a keyspace is replicated. */

import type { Infrastructure, Shown } from '../infrastructure.ts';

const keyspace =
  /CREATE\s+KEYSPACE\s+(?:IF\s+NOT\s+EXISTS\s+)?("?[\w{}$.-]+"?)\s+WITH\s+[^;]*?replication\s*=\s*(\{[^}]*\})/gi;

/** Keyspaces of a text; `offsetOf` gives the place of an offset of it. */
export function keyspaces(text: string, offsetOf: (at: number) => number, into: Infrastructure): void {
  for (const match of text.matchAll(keyspace)) {
    const map = match[2]!;
    const mapFrom = match.index + match[0].length - map.length;
    const factors: Shown<number>[] = [];
    // `'replication_factor': 1`, or `'dc1': 3` of NetworkTopologyStrategy.
    for (const entry of map.matchAll(/['"]([\w.-]+)['"]\s*:\s*['"]?(\d+)['"]?/g)) {
      const at = mapFrom + entry.index + entry[0].lastIndexOf(entry[2]!);
      factors.push({ value: Number(entry[2]), from: offsetOf(at), to: offsetOf(at) + entry[2]!.length });
    }
    if (factors.length > 0) into.keyspaces.push({ name: match[1]!.replaceAll('"', ''), factors });
  }
}
