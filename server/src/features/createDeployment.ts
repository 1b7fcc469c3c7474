/**
 * A deployment manifest made of what the files show. What no file shows stands there as a comment that becomes the key
 * when its `# ` is taken away; nothing is guessed.
 */

import type { Configuration } from '../config/configuration.ts';
import type { StorageFacts } from '../config/deployment.ts';
import { deploymentShape } from '../config/deploymentFile.ts';
import { entriesNamed, plainValue } from '../config/entries.ts';
import { clusterRole } from '../config/storage/cluster.ts';
import { storageModel } from '../config/storage/model.ts';
import { storageSystem } from '../config/storage/system.ts';
import { finalDriver } from '../config/storage/types.ts';
import { isPro } from '../knowledge/dialect.ts';
import type { Infrastructure } from '../manifest/infrastructure.ts';
import type { MapShape } from '../manifest/shape.ts';

/** A root, and how the manifest refers to it. */
export interface DeploymentRoot {
  readonly configuration: Configuration;
  /** Relative to the manifest, or the key of a ConfigMap. */
  readonly entry: string | { readonly name: string; readonly key: string };
}

/** The text of the manifest. */
export function createDeployment(roots: readonly DeploymentRoot[], infrastructures: readonly Infrastructure[]): string {
  const configurations = roots.map(({ configuration }) => configuration);
  const values = new Map<string, string>([['kind', 'DovecotDeployment']]);
  const add = (path: string, value: string | number | undefined) => {
    if (value !== undefined) values.set(path, String(value));
  };
  add('dovecot.edition', agreed(configurations.map(editionOf)));
  add('dovecot.version', agreed(configurations.map(releaseOf)));
  add('storage.mail.system', agreed(configurations.map(mailSystem)));
  for (const [key, value] of Object.entries(databaseOf(configurations, infrastructures)))
    add(`dictmap.database.${key}`, value);
  return `# What no configuration file shows. The keys below are those that files show; take the # from what you know.\n${members(
    deploymentShape as MapShape,
    { path: '', indent: '', mark: '' },
    values,
    roots.flatMap(entryLines),
  ).join('\n')}\n`;
}

/** What all say; undefined where one says nothing, or another thing. */
function agreed<T>(said: readonly (T | undefined)[]): T | undefined {
  return new Set(said).size === 1 ? said[0] : undefined;
}

/** Nothing but its release tells CE from a Pro whose additions are not used. */
function editionOf(configuration: Configuration): 'ce' | 'pro' | undefined {
  const { dialect } = configuration.decision;
  if (dialect === undefined) return undefined;
  if (isPro(dialect)) return 'pro';
  return dialect === 'ce-2.4' && releaseOf(configuration) !== undefined ? 'ce' : undefined;
}

/** The one that is asked for, else the one whose settings the configuration is written in. */
function releaseOf(configuration: Configuration): string | undefined {
  const [version] = entriesNamed(configuration, 'dovecot_config_version');
  const written = plainValue(version)?.text;
  const release = configuration.decision.release ?? written;
  return release !== undefined && /^\d+(\.\d+)+$/.test(release) ? release : undefined;
}

function mailSystem(configuration: Configuration): NonNullable<StorageFacts['system']>['value'] | undefined {
  const chains = storageModel(configuration).chains.filter(({ role }) => role === 'mail');
  const system = agreed(
    chains.map((chain) => {
      const driver = finalDriver(chain);
      return driver && storageSystem(driver);
    }),
  );
  return system === 'unlisted' ? 'other' : system;
}

/** A cluster in the manifests is that of dictmap where a configuration uses one, and all that are shown agree. */
function databaseOf(configurations: readonly Configuration[], infrastructures: readonly Infrastructure[]) {
  const connections = configurations.flatMap((configuration) => storageModel(configuration).cql);
  if (connections.length === 0) return {};
  const clusters = infrastructures.flatMap(({ databases }) => databases);
  const keyspace = agreed(connections.map(({ get }) => get('cassandra_keyspace')?.text));
  const factors = infrastructures
    .flatMap(({ keyspaces }) => keyspaces)
    .filter(({ name }) => name === keyspace)
    .flatMap((each) => each.factors.map(({ value }) => value));
  const protocolVersion = agreed(connections.map((connection) => connection.protocolVersion?.text));
  return {
    system: agreed(clusters.map(({ system, serverType }) => (serverType === undefined ? system : undefined))),
    nodesPerSite: agreed(clusters.map(({ nodes }) => nodes?.value)),
    replicationFactor: agreed(factors),
    protocolVersion: /^\d+$/.test(protocolVersion ?? '') ? protocolVersion : undefined,
  };
}

function entryLines({ configuration, entry }: DeploymentRoot): string[] {
  const role = clusterRole(configuration, configuration.deployment);
  return [
    typeof entry === 'string'
      ? `  - file: ${scalar(entry)}`
      : `  - configMap: { name: ${scalar(entry.name)}, key: ${scalar(entry.key)} }`,
    role === undefined ? '    # role:  # backend, proxy or standalone' : `    role: ${role}`,
  ];
}

/** In quotes where a plain one would mean something else. */
function scalar(text: string): string {
  return /^[A-Za-z_./][\w./-]*$/.test(text) ? text : JSON.stringify(text);
}

interface Level {
  /** `dovecot.`: what the paths of its keys begin with. */
  readonly path: string;
  readonly indent: string;
  /** `# ` inside of what is not known as a whole. */
  readonly mark: string;
}

/** Keys that a manifest does not need. */
const optional = new Set(['apiVersion', 'metadata']);

function members(
  { members: keys }: MapShape,
  { path, indent, mark }: Level,
  values: ReadonlyMap<string, string>,
  entries: readonly string[],
): string[] {
  return Object.entries(keys).flatMap(([key, { summary, shape }]) => {
    const own = path + key;
    if (path === '' && optional.has(key)) return [];
    if (own === 'entrypoints' && entries.length > 0) return [`${key}:`, ...entries];
    if (shape.kind !== 'map') {
      const value = values.get(own);
      if (value !== undefined) return [`${indent}${key}: ${value}`];
      return [mark === '' ? `${indent}# ${key}:  # ${summary}` : `${mark}${indent}${key}:  # ${summary}`];
    }
    const isKnown = [...values.keys()].some((each) => each.startsWith(`${own}.`));
    // A mark stands where the outermost unknown key begins; what is inside follows it.
    const head = isKnown || mark !== '' ? `${mark}${indent}${key}:` : `${indent}# ${key}:`;
    const inner: Level =
      isKnown || mark !== ''
        ? { path: `${own}.`, indent: `${indent}  `, mark }
        : { path: `${own}.`, indent: '  ', mark: `${indent}# ` };
    return [head, ...members(shape, inner, values, [])];
  });
}
