/** Finds the `.dovelint.yaml` that counts for a file – the nearest one in its folder or above – and what follows. */

import { autoTarget, type Target } from '../config/dialect.ts';
import type { ProjectOptions } from '../config/project.ts';
import type { Shape } from '../manifest/shape.ts';
import { YamlDocument } from '../manifest/yamlDocument.ts';
import type { DocumentStore } from '../workspace/document.ts';
import { isYamlName } from '../workspace/embeddedFiles.ts';
import { matchesPath } from '../workspace/names.ts';
import { folderOf, type PathMappings, pathInside, resolveIn } from '../workspace/paths.ts';
import { defaultPolicy, type Policy, type Profile, type RuleSetting } from './policy.ts';
import { type ProjectFile, projectFileName, projectFileShape, readProjectFile } from './projectFile.ts';
import type { RuleMeta } from './rule.ts';

/** What somebody says of a file: the command line, the editor's settings, a project file. */
export interface SettingsLayer {
  readonly target?: Target;
  readonly profile?: Profile;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly mappings?: PathMappings;
}

export interface EffectiveSettings extends ProjectOptions {
  readonly policy: Policy;
}

/** The first layer that says something counts; maps are merged key by key. */
export function mergeSettings(layers: readonly SettingsLayer[]): EffectiveSettings {
  const profile = layers.find((layer) => layer.profile !== undefined)?.profile ?? defaultPolicy.profile;
  const weakestFirst = layers.toReversed();
  return {
    target: layers.find(({ target }) => target !== undefined)?.target ?? autoTarget,
    mappings: Object.assign({}, ...weakestFirst.map(({ mappings }) => mappings)),
    policy: { profile, rules: Object.assign({}, ...weakestFirst.map(({ rules }) => rules)) },
  };
}

export class ProjectFiles {
  readonly shape: Shape;
  readonly #store: DocumentStore;
  readonly #fixed: string | undefined;
  /** The file that counts for a folder. */
  readonly #nearest = new Map<string, ProjectFile | undefined>();

  /** With `fixed` that file counts everywhere. */
  constructor(store: DocumentStore, rules: readonly RuleMeta[], fixed?: string) {
    this.#store = store;
    this.#fixed = fixed;
    this.shape = projectFileShape(rules);
  }

  /** Texts or files changed. */
  forget(): void {
    this.#nearest.clear();
  }

  nearest(uri: string): ProjectFile | undefined {
    const folder = folderOf(this.#fixed ?? uri);
    return folder === undefined ? undefined : this.#in(folder);
  }

  /** What the nearest file says, with its paths resolved. */
  layer(uri: string): SettingsLayer {
    const file = this.nearest(uri);
    if (file === undefined) return {};
    const { target, profile, rules, paths } = file.settings;
    const mappings = Object.entries(paths).map(([prefix, path]) => [prefix, resolveIn(folderOfFile(file), path)]);
    return {
      rules,
      mappings: Object.fromEntries(mappings),
      ...(target !== undefined && { target }),
      ...(profile !== undefined && { profile }),
    };
  }

  /** Whether the nearest file leaves this one alone. */
  excludes(uri: string): boolean {
    const file = this.nearest(uri);
    const path = file && pathInside(folderOfFile(file), uri);
    return path !== undefined && file!.settings.exclude.some((pattern) => matchesPath(pattern, path));
  }

  /** The roots that the nearest file names; undefined where it leaves that to the names of files. */
  namedRoots(uri: string): string[] | undefined {
    const file = this.nearest(uri);
    return file?.settings.roots?.map((path) => resolveIn(folderOfFile(file), path));
  }

  /** The roots that follow from the `dovecot.conf`s and project files found. */
  roots(found: readonly string[]): string[] {
    const roots = new Set<string>();
    for (const uri of found) {
      // What is Dovecot's inside of YAML is found there.
      const isRoot = !isYamlName(uri) && !this.excludes(uri);
      for (const root of this.namedRoots(uri) ?? (isRoot ? [uri] : [])) roots.add(root);
    }
    return [...roots].sort();
  }

  #in(folder: string): ProjectFile | undefined {
    if (!this.#nearest.has(folder)) {
      const above = folderOf(folder);
      this.#nearest.set(folder, this.#read(folder) ?? (above === undefined ? undefined : this.#in(above)));
    }
    return this.#nearest.get(folder);
  }

  #read(folder: string): ProjectFile | undefined {
    const uri = this.#fixed ?? resolveIn(folder, projectFileName);
    const content = this.#store.content(uri);
    return content.kind === 'text' ? readProjectFile(new YamlDocument(uri, content.text), this.shape) : undefined;
  }
}

function folderOfFile({ document }: ProjectFile): string {
  return folderOf(document.uri)!;
}
