/**
 * Files as containers see them: ConfigMaps and Secrets at the paths where workloads mount them. What comes from an image,
 * from another kind of volume, or from an object that is not here, is not known.
 */

import {
  type ContainerMounts,
  type KeyedObject,
  type Mount,
  type Mounted,
  mountedIn,
  type ObjectName,
  type VolumeSource,
} from '../manifest/mounts.ts';
import type { YamlDocument } from '../manifest/yamlDocument.ts';
import { embeddedUri, findEmbedded } from './embeddedFiles.ts';
import type { FolderContent } from './files.ts';
import { isMagic, withoutEscapes } from './glob.ts';
import { wildcard } from './wildcard.ts';

interface File {
  readonly kind: 'file';
  /** Undefined where it is no text that a configuration could include. */
  readonly uri: string | undefined;
}

interface Folder {
  readonly kind: 'folder';
  readonly entries: Map<string, File | Folder>;
  /** Whether nothing else is in it. */
  readonly isWhole: boolean;
}

/** What a path or a pattern leads to. */
export interface Seen {
  readonly uris: readonly string[];
  /** Whether it leads to nothing else for certain. */
  readonly isWhole: boolean;
}

/** An object and the file that it stands in. */
interface Found {
  readonly object: KeyedObject;
  readonly host: YamlDocument;
}

export class Container {
  readonly #root = folder(false);
  readonly #paths = new Map<string, string>();

  constructor(mounts: ContainerMounts, find: (name: ObjectName) => Found | undefined) {
    // What is mounted further inside covers what is mounted around it.
    for (const mount of mounts.toSorted((a, b) => a.path.length - b.path.length)) this.#mount(mount, find);
    this.#collectPaths(this.#root, '');
  }

  /** The path of each file, by its URI. */
  get paths(): ReadonlyMap<string, string> {
    return this.#paths;
  }

  /** All that can be asked, as one text: two that are the same answer alike. */
  get print(): string {
    return JSON.stringify(this.#root, (_, value) => (value instanceof Map ? [...value] : value));
  }

  /** The files that an absolute path or pattern leads to, in the order of their paths. */
  resolve(pattern: string): Seen {
    let found: [path: string, node: File | Folder][] = [['', this.#root]];
    let isWhole = true;
    for (const segment of segmentsOf(pattern)) {
      const next: typeof found = [];
      for (const [path, node] of found) {
        if (node.kind === 'file') continue;
        const matched = matching(node, segment);
        if (!node.isWhole && (isMagic(segment) || matched.length === 0)) isWhole = false;
        for (const [name, inner] of matched) next.push([`${path}/${name}`, inner]);
      }
      found = next;
    }
    const uris = found
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, node]) => (node.kind === 'file' ? node.uri : undefined));
    const known = uris.filter((uri) => uri !== undefined);
    return { uris: known, isWhole: isWhole && known.length === uris.length };
  }

  /** What is known to be in the folder of an absolute path. */
  list(path: string): FolderContent {
    const node = nodeAt(this.#root, segmentsOf(path));
    if (node?.kind !== 'folder') return { kind: 'missing' };
    const entries = [...node.entries].map(([name, { kind }]) => ({ name, isFolder: kind === 'folder' }));
    return { kind: 'entries', entries };
  }

  #mount({ path, subPath, sources }: Mount, find: (name: ObjectName) => Found | undefined): void {
    const segments = segmentsOf(path);
    const name = segments.pop();
    if (name === undefined) return;
    const filled = folder(true);
    const isWhole = sources.map((source) => fill(filled, source, find)).every((each) => each);
    const volume = isWhole ? filled : { ...filled, isWhole };
    const mounted = subPath === 'unknown' ? undefined : nodeAt(volume, segmentsOf(subPath ?? ''));
    folderAt(this.#root, segments, false).entries.set(name, mounted ?? folder(false));
  }

  #collectPaths(at: Folder, path: string): void {
    for (const [name, node] of at.entries) {
      if (node.kind === 'folder') this.#collectPaths(node, `${path}/${name}`);
      else if (node.uri !== undefined && !this.#paths.has(node.uri)) this.#paths.set(node.uri, `${path}/${name}`);
    }
  }
}

function folder(isWhole: boolean): Folder {
  return { kind: 'folder', entries: new Map(), isWhole };
}

/** Puts the files of a source into a volume; false where there may be others. */
function fill(volume: Folder, { object: name, items }: VolumeSource, find: (name: ObjectName) => Found | undefined) {
  const found = name && find(name);
  if (found === undefined) return false;
  const { object, host } = found;
  const files = items ?? [...object.keys.keys()].map((key) => ({ key, path: key }));
  for (const { key, path } of files) {
    const inside = object.keys.get(key);
    const isText = inside !== undefined && findEmbedded(host, inside) !== undefined;
    const segments = segmentsOf(path);
    const last = segments.pop();
    const uri = isText ? embeddedUri(host.uri, { path: inside }) : undefined;
    if (last !== undefined) folderAt(volume, segments, true).entries.set(last, { kind: 'file', uri });
  }
  return items !== undefined || object.isWhole;
}

/** The folder at a path, made where there is none. */
function folderAt(root: Folder, segments: readonly string[], isWhole: boolean): Folder {
  let at = root;
  for (const segment of segments) {
    const inner = at.entries.get(segment);
    const next = inner?.kind === 'folder' ? inner : folder(isWhole);
    at.entries.set(segment, next);
    at = next;
  }
  return at;
}

function nodeAt(root: Folder, segments: readonly string[]): File | Folder | undefined {
  let node: File | Folder | undefined = root;
  for (const segment of segments) node = node?.kind === 'folder' ? node.entries.get(segment) : undefined;
  return node;
}

function matching({ entries }: Folder, segment: string): [string, File | Folder][] {
  if (isMagic(segment)) {
    const matches = wildcard(segment);
    return [...entries].filter(([name]) => matches(name));
  }
  const name = withoutEscapes(segment);
  const node = entries.get(name);
  return node === undefined ? [] : [[name, node]];
}

/** The parts of an absolute path; `.` and `..` are undone. */
function segmentsOf(path: string): string[] {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments;
}

/** The containers of all manifests. */
export class Containers {
  readonly #byFile = new Map<string, Container[]>();
  readonly #objects = new Map<string, Found[]>();
  readonly print: string;

  constructor(documents: readonly YamlDocument[]) {
    const mounted = documents.map((host) => ({ host, ...mountedIn(host) }));
    const all = mounted.some(({ containers }) => containers.some(mountsObject)) ? this.#containers(mounted) : [];
    for (const container of all) {
      for (const uri of container.paths.keys()) {
        const same = this.#byFile.get(uri);
        if (same === undefined) this.#byFile.set(uri, [container]);
        else same.push(container);
      }
    }
    this.print = all.map(({ print }) => print).join('\n');
  }

  /** The paths at which a file is seen. */
  pathsOf(uri: string): string[] {
    return this.seeing(uri).map(({ paths }) => paths.get(uri)!);
  }

  /** All that is seen where one of these files is seen. */
  filesAround(uris: readonly string[]): ReadonlySet<string> {
    const containers = new Set(uris.flatMap((uri) => this.seeing(uri)));
    return new Set([...containers].flatMap(({ paths }) => [...paths.keys()]));
  }

  /** Those that see a file; what is alike is there once. */
  seeing(uri: string): readonly Container[] {
    return this.#byFile.get(uri) ?? [];
  }

  #containers(mounted: readonly (Mounted & { readonly host: YamlDocument })[]): Container[] {
    for (const { host, objects } of mounted) {
      for (const object of objects) {
        const key = `${object.kind} ${object.name}`;
        const same = this.#objects.get(key);
        if (same === undefined) this.#objects.set(key, [{ object, host }]);
        else same.push({ object, host });
      }
    }
    const alike = new Map<string, Container>();
    for (const { host, containers } of mounted) {
      for (const mounts of containers.filter(mountsObject)) {
        const container = new Container(mounts, (name) => this.#find(name, host));
        alike.set(container.print, container);
      }
    }
    return [...alike.values()];
  }

  /** The object of a name that a workload means: in its own file, else in its folder, else anywhere – if there is just one. */
  #find({ kind, name, namespace }: ObjectName, host: YamlDocument): Found | undefined {
    const folderOf = ({ uri }: YamlDocument) => uri.slice(0, uri.lastIndexOf('/'));
    const same = (this.#objects.get(`${kind} ${name}`) ?? []).filter(
      ({ object }) => object.namespace === undefined || namespace === undefined || object.namespace === namespace,
    );
    const nearest = [
      same.filter((found) => found.host === host),
      same.filter((found) => folderOf(found.host) === folderOf(host)),
      same,
    ].find((found) => found.length > 0);
    return nearest?.length === 1 ? nearest[0] : undefined;
  }
}

function mountsObject(mounts: ContainerMounts): boolean {
  return mounts.some(({ sources }) => sources.some(({ object }) => object !== undefined));
}

/** What the containers that see a file see at a path, an absolute one or from that file on; undefined where none does. */
export function seenFrom(uri: string, path: string, containers: readonly Container[]): Seen | undefined {
  const [first, ...others] = containers.flatMap((container) => {
    const absolute = absolutePath(uri, path, container);
    return absolute === undefined ? [] : [container.resolve(absolute)];
  });
  if (first === undefined) return undefined;
  const agree = others.every((each) => JSON.stringify(each) === JSON.stringify(first));
  return agree ? first : { uris: [], isWhole: false };
}

/** What the first of them sees in a folder. */
export function listedFrom(uri: string, path: string, containers: readonly Container[]): FolderContent | undefined {
  const [first] = containers;
  const absolute = first && absolutePath(uri, path, first);
  return absolute === undefined ? undefined : first?.list(absolute);
}

function absolutePath(from: string, path: string, { paths }: Container): string | undefined {
  if (path.startsWith('/')) return path;
  const own = paths.get(from);
  return own === undefined ? undefined : `${own.slice(0, own.lastIndexOf('/'))}/${path}`;
}
