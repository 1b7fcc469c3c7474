/**
 * A project: the known roots and which files they reach. It answers for a file with the configurations in which the
 * file has a meaning – every root that reaches it, or the file by itself.
 */

import type { DocumentStore } from '../workspace/document.ts';
import { looksExternal } from '../workspace/names.ts';
import { baseName, type PathContext, type PathMappings } from '../workspace/paths.ts';
import { allDocuments, assemble, type Configuration } from './configuration.ts';
import { autoTarget, type Target } from './dialect.ts';

export interface ProjectOptions {
  readonly target: Target;
  readonly mappings: PathMappings;
}

export class Project {
  readonly store: DocumentStore;
  #options: ProjectOptions = { target: autoTarget, mappings: {} };
  #roots: readonly string[] = [];
  /** By root; undefined for a root that cannot be read. */
  readonly #assembled = new Map<string, Configuration | undefined>();
  readonly #alone = new Map<string, Configuration | undefined>();

  constructor(store: DocumentStore) {
    this.store = store;
  }

  configure(options: ProjectOptions): void {
    this.#options = options;
    this.forget();
  }

  setRoots(roots: readonly string[]): void {
    this.#roots = roots;
    this.forget();
  }

  get roots(): readonly string[] {
    return this.#roots;
  }

  /** A document's text changed: what depends on it is assembled anew when next asked for. */
  changed(uri: string): void {
    for (const assembled of [this.#assembled, this.#alone]) {
      for (const [root, configuration] of assembled) {
        const affected =
          configuration === undefined || allDocuments(configuration).some((document) => document.uri === uri);
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
    return this.#roots.flatMap((root) => this.#root(root) ?? []);
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
    const files = { read: (uri: string) => store.content(uri), list: (folder: string) => store.files.list(folder) };
    return { files, root: root.uri, mappings: this.#options.mappings };
  }

  #root(uri: string): Configuration | undefined {
    if (!this.#assembled.has(uri)) {
      this.#assembled.set(uri, assemble(uri, this.store, { ...this.#options, isRoot: true }));
    }
    return this.#assembled.get(uri);
  }

  #assembleAlone(uri: string): Configuration | undefined {
    const content = this.store.content(uri);
    if (content.kind !== 'text') return undefined;
    const isExternal = looksExternal(baseName(uri), content.text);
    return assemble(uri, this.store, { ...this.#options, isRoot: false, isExternal });
  }
}
