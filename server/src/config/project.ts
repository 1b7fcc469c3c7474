/**
 * A project: the known roots and which files they reach. It answers for a file with the configurations in which the
 * file has a meaning – every root that reaches it, or the file by itself.
 */

import { embeddedFiles } from '../manifest/embedded.ts';
import type { DocumentStore } from '../workspace/document.ts';
import { embeddedUri, isYamlName } from '../workspace/embeddedFiles.ts';
import { looksExternal } from '../workspace/names.ts';
import { baseName, type PathContext, type PathMappings } from '../workspace/paths.ts';
import { allDocuments, assemble, type Configuration } from './configuration.ts';
import type { DeploymentFacts } from './deployment.ts';
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
    const before = this.manifests.documents().filter(({ uri }) => this.manifests.isDeployment(uri));
    this.manifests.set(uris);
    const now = this.manifests.documents().filter(({ uri }) => this.manifests.isDeployment(uri));
    // What a manifest declares reaches into every configuration.
    if (before.length !== now.length || before.some((document, index) => document !== now[index])) this.forget();
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
    for (const assembled of [this.#assembled, this.#alone]) {
      for (const [root, configuration] of assembled) {
        const affected =
          configuration === undefined ||
          allDocuments(configuration).some(({ uri: own, host }) => own === uri || host?.document.uri === uri);
        if (affected || root === uri) assembled.delete(root);
      }
    }
  }

  /** Files appeared, went or changed on the disk. */
  forget(): void {
    this.#assembled.clear();
    this.#alone.clear();
  }

  /** The configurations of all roots that can be read. */
  configurations(): Configuration[] {
    return [...this.#roots, ...this.manifests.roots()].flatMap((root) => this.#root(root) ?? []);
  }

  /** The configuration files that a file is: itself, or those of ours inside a YAML file. */
  partsOf(uri: string): string[] {
    if (!this.manifests.has(uri)) return [uri];
    const document = this.store.yaml(uri);
    if (document === undefined) return [];
    const reached = new Set(this.configurations().flatMap((each) => allDocuments(each).map((part) => part.uri)));
    return embeddedFiles(document)
      .map((file) => ({ file, part: embeddedUri(uri, file) }))
      .filter(({ file, part }) => file.isOurs || reached.has(part))
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
  configurationsFor(uri: string): Configuration[] {
    const reaching = this.configurations().filter((configuration) =>
      allDocuments(configuration).some((document) => document.uri === uri),
    );
    if (reaching.length > 0) return reaching;
    if (!this.#alone.has(uri)) this.#alone.set(uri, this.#assembleAlone(uri));
    const alone = this.#alone.get(uri);
    return alone === undefined ? [] : [alone];
  }

  /** What turns the paths of a configuration into files. */
  locating({ root }: Configuration): PathContext {
    const { store } = this;
    const files = { read: (uri: string) => store.content(uri), list: (folder: string) => store.list(folder) };
    return { files, root: root.uri, mappings: this.#optionsOf(root.uri).mappings };
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
  #optionsFor(root: string): ProjectOptions & { readonly deployment?: DeploymentFacts } {
    const options = this.#optionsOf(root);
    const deployment = this.manifests.deploymentOf(root);
    if (deployment === undefined) return options;
    const target =
      options.target.dialect === undefined ? (declaredTarget(deployment) ?? options.target) : options.target;
    return { ...options, target, deployment };
  }
}
