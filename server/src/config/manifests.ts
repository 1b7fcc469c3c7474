/** The YAML files of a project that have something of ours: embedded configuration, declarations, infrastructure. */

import type { Dialect } from '../knowledge/dialect.ts';
import { type EmbeddedFile, embeddedFiles } from '../manifest/embedded.ts';
import { nodeAt, textAt } from '../manifest/query.ts';
import { readInfrastructure } from '../manifest/readInfrastructure.ts';
import type { YamlDocument } from '../manifest/yamlDocument.ts';
import { Containers } from '../workspace/containers.ts';
import type { DocumentStore } from '../workspace/document.ts';
import { embeddedUri, splitEmbedded } from '../workspace/embeddedFiles.ts';
import { isRootName } from '../workspace/names.ts';
import { folderOf, resolveIn } from '../workspace/paths.ts';
import type { DeploymentFacts } from './deployment.ts';
import { type DeploymentFile, deploymentFileName, isDeploymentFile, readDeployment } from './deploymentFile.ts';
import type { Target } from './dialect.ts';

/** A cheap look before YAML is parsed: words that everything of ours has one of. */
const telling =
  /dovecot|\.conf\b|mail_(?:location|driver)|passdb|cassandra|scylla|\bnfs|create keyspace|kind: *(?:CronJob|Job|Bucket\w*|PersistentVolume|StatefulSet|Deployment|Pod)\b|volumeMounts|AWS::S3/i;

export class Manifests {
  readonly #store: DocumentStore;
  /** Those that may have something of ours; what is mounted is looked for in all of them. */
  #candidates: readonly string[] = [];
  #uris: readonly string[] = [];
  #documents: readonly YamlDocument[] | undefined;
  #deployments: readonly YamlDocument[] | undefined;
  #containers: Containers | undefined;
  /** Whether a text is telling, and has something of ours, by file: they are asked for again at every keystroke. */
  readonly #judged = new Map<string, Judged>();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** Of these YAML files those that have something of ours are kept. */
  set(uris: Iterable<string>): void {
    this.changed();
    this.#candidates = [...new Set(uris)].filter((uri) => this.#judge(uri)?.isTelling).sort();
    const around = this.containers.filesAround(this.#rootsIn(this.#candidates));
    const hosts = new Set([...around].map((uri) => splitEmbedded(uri)?.host));
    this.#uris = this.#candidates.filter((uri) => this.#judge(uri)?.hasOurs || hosts.has(uri));
  }

  has(uri: string): boolean {
    return this.#uris.includes(uri);
  }

  /** A text may have changed. */
  changed(): void {
    this.#documents = undefined;
    this.#deployments = undefined;
    this.#containers = undefined;
  }

  documents(): readonly YamlDocument[] {
    this.#documents ??= this.#uris.flatMap((uri) => this.#store.yaml(uri) ?? []);
    return this.#documents;
  }

  /** Those that are deployment manifests. */
  deployments(): readonly YamlDocument[] {
    this.#deployments ??= this.documents().filter(isDeploymentFile);
    return this.#deployments;
  }

  /** Where workloads see the files inside. */
  get containers(): Containers {
    this.#containers ??= new Containers(this.#candidates.flatMap((uri) => this.#store.yaml(uri) ?? []));
    return this.#containers;
  }

  /** Roots inside YAML files. */
  roots(): string[] {
    return this.#rootsIn(this.#uris);
  }

  /** By their own name, or by the one that a container sees. */
  #rootsIn(uris: readonly string[]): string[] {
    const { containers } = this;
    const isRoot = (uri: string, { path, isOurs }: EmbeddedFile) =>
      (isOurs && isRootName(lastOf(path))) || containers.pathsOf(uri).some((seen) => isRootName(lastOf(seen)));
    return uris.flatMap((host) => {
      const document = this.#store.yaml(host);
      return (document === undefined ? [] : embeddedFiles(document)).flatMap((file) => {
        const uri = embeddedUri(host, file);
        return isRoot(uri, file) ? [uri] : [];
      });
    });
  }

  isDeployment(uri: string): boolean {
    return this.deployments().some((document) => document.uri === uri);
  }

  /** What the nearest deployment manifest in the root's folder or above declares for it. */
  deploymentOf(root: string): DeploymentFacts | undefined {
    let nearest: DeploymentFile | undefined;
    let depth = -1;
    for (const document of this.deployments()) {
      const folder = folderOf(document.uri);
      if (folder === undefined || !root.startsWith(folder) || folder.length <= depth) continue;
      nearest = readDeployment(document);
      depth = folder.length;
    }
    return nearest && this.#factsOf(nearest, root);
  }

  #factsOf({ document, entrypoints, facts }: DeploymentFile, root: string): DeploymentFacts {
    const folder = folderOf(document.uri)!;
    const own = this.configMapOf(root);
    const entry = entrypoints.find(({ file, configMap }) =>
      file !== undefined
        ? resolveIn(folder, file) === root
        : own !== undefined && configMap?.name === own.name && configMap.key === own.key,
    );
    return entry?.facts ?? facts;
  }

  /** The ConfigMap, by its name, and the key in it that a root is; undefined for other roots. */
  configMapOf(root: string): { readonly name: string; readonly key: string } | undefined {
    const split = splitEmbedded(root);
    const [index, ...rest] = split?.path.split('/') ?? [];
    const object = split && this.#store.yaml(split.host)?.tree.documents[Number(index)];
    const name = textAt(nodeAt(object, 'metadata'), 'name')?.value;
    const key = rest[rest.length - 1];
    return name === undefined || key === undefined ? undefined : { name, key };
  }

  #judge(uri: string): Judged | undefined {
    const content = this.#store.content(uri);
    if (content.kind !== 'text') return undefined;
    let judged = this.#judged.get(uri);
    if (judged?.text !== content.text) {
      const isTelling = telling.test(content.text) || lastOf(uri) === deploymentFileName;
      judged = { text: content.text, isTelling, hasOurs: isTelling && this.#hasOurs(uri) };
      this.#judged.set(uri, judged);
    }
    return judged;
  }

  #hasOurs(uri: string): boolean {
    const document = this.#store.yaml(uri);
    if (document === undefined) return false;
    return (
      isDeploymentFile(document) ||
      embeddedFiles(document).some(({ isOurs }) => isOurs) ||
      Object.values(readInfrastructure(document)).some((shown) => shown.length > 0)
    );
  }
}

interface Judged {
  readonly text: string;
  readonly isTelling: boolean;
  readonly hasOurs: boolean;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The target that a manifest's product and release mean; undefined where they decide nothing. */
export function declaredTarget({ edition, version, document }: DeploymentFacts): Target | undefined {
  const release = version?.value;
  const dialect = release === undefined ? undefined : dialectOf(release, edition?.value);
  return dialect === undefined
    ? undefined
    : { dialect, release, askedBy: document.uri.slice(document.uri.lastIndexOf('/') + 1) };
}

function dialectOf(release: string, edition: 'ce' | 'pro' | undefined): Dialect | undefined {
  if (release.startsWith('2.3')) return edition === undefined ? undefined : edition === 'pro' ? 'pro-2.3' : 'ce-2.3';
  if (release.startsWith('2.4')) return 'ce-2.4';
  if (!release.startsWith('3.')) return undefined;
  return /^3\.0(\.|$)/.test(release) ? 'pro-3.0' : 'pro-3.1';
}
