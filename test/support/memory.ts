// A workspace in memory: files by name under one folder, and the project made of them.

import type { Configuration } from '../../server/src/config/configuration.ts';
import { autoTarget, type Target } from '../../server/src/config/dialect.ts';
import { Project } from '../../server/src/config/project.ts';
import { DocumentStore } from '../../server/src/workspace/document.ts';
import { isYamlName } from '../../server/src/workspace/embeddedFiles.ts';
import type { FileContent, Files, FolderContent, FolderEntry } from '../../server/src/workspace/files.ts';

export const folder = 'file:///workspace';

export function uriOf(name: string): string {
  return `${folder}/${name}`;
}

/** Files by name relative to the folder. */
export function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  return {
    read(uri): FileContent {
      const text = Object.entries(texts).find(([name]) => uriOf(name) === uri)?.[1];
      if (text !== undefined) return { kind: 'text', text };
      const isFolder = uri === folder || Object.keys(texts).some((name) => uriOf(name).startsWith(`${uri}/`));
      return isFolder ? { kind: 'folder' } : { kind: 'missing' };
    },
    list(parent): FolderContent {
      const entries = new Map<string, FolderEntry>();
      for (const name of Object.keys(texts)) {
        const uri = uriOf(name);
        if (!uri.startsWith(`${parent}/`)) continue;
        const [first, ...rest] = uri.slice(parent.length + 1).split('/');
        entries.set(first!, { name: first!, isFolder: rest.length > 0 });
      }
      return entries.size === 0 ? { kind: 'missing' } : { kind: 'entries', entries: [...entries.values()] };
    },
  };
}

/** A project with `dovecot.conf` as its root, unless told otherwise. */
export function memoryProject(
  texts: Readonly<Record<string, string>>,
  options: { target?: Target; roots?: readonly string[] } = {},
): Project {
  const project = new Project(new DocumentStore(memoryFiles(texts)));
  project.configure(() => ({ target: options.target ?? autoTarget, mappings: {} }));
  project.setRoots((options.roots ?? ['dovecot.conf']).map(uriOf));
  project.setManifests(Object.keys(texts).filter(isYamlName).map(uriOf));
  return project;
}

/** The configuration of `dovecot.conf`. */
export function configurationOf(texts: Readonly<Record<string, string>>, target?: Target): Configuration {
  const [configuration] = memoryProject(texts, target === undefined ? {} : { target }).configurations();
  if (configuration === undefined) throw new Error('dovecot.conf cannot be read.');
  return configuration;
}
