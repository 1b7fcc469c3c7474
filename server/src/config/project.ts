/**
 * A project: the known roots and which files they reach. It answers for a file with the configurations in which the
 * file has a meaning – every root that reaches it, or the file by itself.
 */

import { embeddedFiles } from '../manifest/embedded.ts';
import type { YamlDocument } from '../manifest/yamlDocument.ts';
import { type DocumentStore, withBuffers } from '../workspace/document.ts';
import { embeddedUri, isYamlName } from '../workspace/embeddedFiles.ts';
import { looksExternal } from '../workspace/names.ts';
import { baseName, type PathContext, type PathMappings } from '../workspace/paths.ts';
import { type AssembleOptions, allDocuments, assemble, type Configuration } from './configuration.ts';
import { autoTarget, type Target } from './dialect.ts';
import { declaredTarget, Manifests } from './manifests.ts';

export interface ProjectOptions {
  readonly target: Target;
  readonly mappings: PathMappings;
}

export class Project {
  readonly store: DocumentStore;
  #optionsOf: (root: string) => ProjectOptions = () => ({ target: autoTarget, mappings: {} });
  #roots: readonly string[] = [];
  readonly manifests: Manifests;
  /** By root; undefined for a root that cannot be read. */
  readonly #assembled = new Map<string, Configuration | undefined>();
  readonly #alone = new Map<string, Configuration | undefined>();
  /** Made when first asked for after a change. */
  #index: Index | undefined;
  /** The state of the manifests that the configurations were assembled with. */
  #deployments: readonly YamlDocument[] = [];
  #containers = '';

  constructor(store: DocumentStore) {
    this.store = store;
    this.manifests = new Manifests(store);
  }

  /** The options may differ from root to root. */
  configure(optionsOf: (root: string) => ProjectOptions): void {
    this.#optionsOf = optionsOf;
    this.forget();
  }

  setRoots(roots: readonly string[]): void {
    this.#roots = roots;
    this.forget();
  }

  /** The YAML files of the project; those that have nothing of ours are left out. */
  setManifests(uris: Iterable<string>): void {
    const before = this.#deployments;
    this.manifests.set(uris);
    this.#deployments = this.manifests.deployments();
    this.#index = undefined;
    // What a manifest declares reaches into every configuration.
    const now = this.#deployments;
    if (before.length !== now.length || before.some((document, index) => document !== now[index])) this.forget();
    this.#lookAtContainers();
  }

  /** Where files are mounted decides what includes find. */
  #lookAtContainers(): void {
    const { print } = this.manifests.containers;
    if (print !== this.#containers) this.forget();
    this.#containers = print;
  }

  /** Whether a file is one of the YAML files that have something of ours. */
  isManifest(uri: string): boolean {
    return this.manifests.has(uri);
  }

  get roots(): readonly string[] {
    return this.#roots;
  }

  /** A document's text changed: what depends on it is assembled anew when next asked for. */
  changed(uri: string): void {
    this.manifests.changed();
    this.#index = undefined;
    this.#lookAtContainers();
    const foundOthers = this.#hasOtherFiles(uri);
    for (const assembled of [this.#assembled, this.#alone]) {
      for (const [root, configuration] of assembled) {
        if (root === uri || configuration === undefined || this.#isAffected(configuration, uri, foundOthers))
          assembled.delete(root);
      }
    }
  }

  /** Whether there are other files inside a YAML file than when the configurations with parts in it were assembled. */
  #hasOtherFiles(uri: string): boolean {
    const known = [this.#assembled, this.#alone].flatMap((assembled) => [...assembled.values()]);
    const parts = known.flatMap((configuration) => (configuration === undefined ? [] : allDocuments(configuration)));
    const before = parts.find(({ host }) => host?.document.uri === uri)?.host?.document;
    if (before === undefined) return false;
    const now = this.store.yaml(uri);
    const [old, files] = [before, now].map((each) => (each === undefined ? [] : embeddedFiles(each)));
    return old!.length !== files!.length || old!.some(({ path }, index) => path !== files![index]!.path);
  }

  /** Whether a file is a part of a configuration, or has a part of it inside that is not as it was. */
  #isAffected(configuration: Configuration, uri: string, foundOthers: boolean): boolean {
    const documents = allDocuments(configuration);
    if (documents.some((document) => document.uri === uri)) return true;
    const inside = documents.filter(({ host }) => host?.document.uri === uri);
    const seeks = configuration.includes.length > 0 || configuration.externals.size > 0;
    if (inside.length > 0 && seeks && foundOthers) return true;
    return inside.some((document) => this.store.document(document.uri, document.grammar) !== document);
  }

  /** Files appeared, went or changed on the disk. */
  forget(): void {
    this.#assembled.clear();
    this.#alone.clear();
    this.#index = undefined;
  }

  /** The configurations of all roots that can be read. */
  configurations(): readonly Configuration[] {
    return this.#indexed().all;
  }

  #indexed(): Index {
    this.#index ??= indexOf([...this.#roots, ...this.manifests.roots()].flatMap((root) => this.#root(root) ?? []));
    return this.#index;
  }

  /** The configuration files that a file is: itself, or those of ours inside a YAML file. */
  partsOf(uri: string): string[] {
    if (!this.manifests.has(uri)) return [uri];
    const document = this.store.yaml(uri);
    if (document === undefined) return [];
    const { byFile } = this.#indexed();
    return embeddedFiles(document)
      .map((file) => ({ file, part: embeddedUri(uri, file) }))
      .filter(({ file, part }) => file.isOurs || byFile.has(part))
      .map(({ part }) => part);
  }

  /** The configuration file and the offset in it that a cursor is at; undefined where a YAML file has none of ours. */
  at(uri: string, offset: number): { readonly uri: string; readonly offset: number } | undefined {
    if (!this.manifests.has(uri)) return { uri, offset };
    const document = this.store.yaml(uri);
    for (const file of document === undefined ? [] : embeddedFiles(document)) {
      const inside = file.embedding.toText(offset);
      if (inside !== undefined) return { uri: embeddedUri(uri, file), offset: inside };
    }
    return undefined;
  }

  /** Every configuration that the file is a part of; empty when the file cannot be read. */
  configurationsFor(uri: string): readonly Configuration[] {
    const reaching = this.#indexed().byFile.get(uri);
    if (reaching !== undefined) return reaching;
    if (!this.#alone.has(uri)) this.#alone.set(uri, this.#assembleAlone(uri));
    const alone = this.#alone.get(uri);
    return alone === undefined ? [] : [alone];
  }

  /** What turns the paths of a configuration into files. */
  locating({ root: { uri: root } }: Configuration): PathContext {
    const containers = this.manifests.containers.seeing(root);
    return { files: withBuffers(this.store), root, mappings: this.#optionsOf(root).mappings, containers };
  }

  #root(uri: string): Configuration | undefined {
    if (!this.#assembled.has(uri)) {
      this.#assembled.set(uri, assemble(uri, this.store, { ...this.#optionsFor(uri), isRoot: true }));
    }
    return this.#assembled.get(uri);
  }

  #assembleAlone(uri: string): Configuration | undefined {
    const content = this.store.content(uri);
    if (content.kind !== 'text' || isYamlName(uri)) return undefined;
    const isExternal = looksExternal(baseName(uri), content.text);
    return assemble(uri, this.store, { ...this.#optionsFor(uri), isRoot: false, isExternal });
  }

  /** What the user asks for, then what the deployment manifest declares. */
  #optionsFor(root: string): Omit<AssembleOptions, 'isRoot'> {
    const options = { ...this.#optionsOf(root), containers: this.manifests.containers.seeing(root) };
    const deployment = this.manifests.deploymentOf(root);
    if (deployment === undefined) return options;
    const target =
      options.target.dialect === undefined ? (declaredTarget(deployment) ?? options.target) : options.target;
    return { ...options, target, deployment };
  }
}

interface Index {
  /** The configurations of all roots. */
  readonly all: readonly Configuration[];
  /** By each of their files. */
  readonly byFile: ReadonlyMap<string, readonly Configuration[]>;
}

function indexOf(all: readonly Configuration[]): Index {
  const byFile = new Map<string, Configuration[]>();
  for (const configuration of all) {
    for (const { uri } of allDocuments(configuration)) {
      const reaching = byFile.get(uri);
      if (reaching === undefined) byFile.set(uri, [configuration]);
      else reaching.push(configuration);
    }
  }
  return { all, byFile };
}
