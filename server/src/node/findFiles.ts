/** Walks folders for Dovecot's files, within bounds: no `node_modules`, no hidden folders, no links, no endless trees. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const maxFiles = 50_000;
const skipped = new Set(['node_modules', 'dist', 'build', 'vendor']);

/** Paths below `folder` that `accept` takes, sorted. */
export function findFiles(folder: string, accept: (path: string, name: string) => boolean): string[] {
  const found: string[] = [];
  let seen = 0;
  const folders = [folder];
  for (let current = folders.pop(); current !== undefined && seen < maxFiles; current = folders.pop()) {
    let entries: ReturnType<typeof readFolder>;
    try {
      entries = readFolder(current);
    } catch {
      continue;
    }
    for (const entry of entries) {
      seen++;
      const path = join(current, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !skipped.has(entry.name)) folders.push(path);
      } else if (entry.isFile() && accept(path, entry.name)) {
        found.push(path);
      }
    }
  }
  return found.sort();
}

function readFolder(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}
