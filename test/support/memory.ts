// A workspace in memory: files by name under one folder, and the project made of them.

import { URI } from 'vscode-uri';
import type { Configuration } from '../../server/src/config/configuration.ts';
import { autoTarget, type Target } from '../../server/src/config/dialect.ts';
import { Project } from '../../server/src/config/project.ts';
import { DocumentStore } from '../../server/src/workspace/document.ts';
import { isYamlName } from '../../server/src/workspace/embeddedFiles.ts';
import type { FileContent, Files, FolderContent, FolderEntry } from '../../server/src/workspace/files.ts';

export const folder = 'file:///workspace';

export function uriOf(name: string): string {
  return URI.parse(folder)
    .with({ path: `/workspace/${name}` })
    .toString();
}

/** What files hold, by name relative to the folder; other than text for those that cannot be read. */
export type Texts = Readonly<Record<string, string | FileContent>>;

export function memoryFiles(texts: Texts): Files {
  const byUri = new Map(Object.entries(texts).map(([name, text]) => [uriOf(name), text]));
  return {
    read(uri): FileContent {
      const text = byUri.get(uri);
      if (text !== undefined) return typeof text === 'string' ? { kind: 'text', text } : text;
      const isFolder = uri === folder || [...byUri.keys()].some((file) => file.startsWith(`${uri}/`));
      return isFolder ? { kind: 'folder' } : { kind: 'missing' };
    },
    list(parent): FolderContent {
      const entries = new Map<string, FolderEntry>();
      for (const uri of byUri.keys()) {
        if (!uri.startsWith(`${parent}/`)) continue;
        const [first, ...rest] = uri.slice(parent.length + 1).split('/');
        const entry = decodeURIComponent(first!);
        entries.set(entry, { name: entry, isFolder: rest.length > 0 });
      }
      return entries.size === 0 ? { kind: 'missing' } : { kind: 'entries', entries: [...entries.values()] };
    },
  };
}

/** A project with `dovecot.conf` as its root, unless told otherwise. */
export function memoryProject(texts: Texts, options: { target?: Target; roots?: readonly string[] } = {}): Project {
  const project = new Project(new DocumentStore(memoryFiles(texts)));
  project.configure(() => ({ target: options.target ?? autoTarget, mappings: {} }));
  project.setRoots((options.roots ?? ['dovecot.conf']).map(uriOf));
  project.setManifests(Object.keys(texts).filter(isYamlName).map(uriOf));
  return project;
}

/** The configuration of `dovecot.conf`. */
export function configurationOf(texts: Texts, target?: Target): Configuration {
  const [configuration] = memoryProject(texts, target === undefined ? {} : { target }).configurations();
  if (configuration === undefined) throw new Error('dovecot.conf cannot be read.');
  return configuration;
}
