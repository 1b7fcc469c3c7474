/** Paths that lead to files: includes, `<file` values, external files, certificates. */

import type { Configuration } from '../config/configuration.ts';
import { hasHole } from '../config/holes.ts';
import { locatedValue } from '../config/located.ts';
import { findSetting } from '../knowledge/lookup.ts';
import type { Span } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';
import { locate, type PathContext } from '../workspace/paths.ts';

export interface PathLink {
  readonly span: Span;
  /** The files it leads to that are there; several for a pattern. */
  readonly targets: readonly string[];
}

export function pathLinks(configuration: Configuration, document: ConfigDocument, context: PathContext): PathLink[] {
  const links: PathLink[] = [];
  for (const { include, document: from, resolved } of configuration.includes) {
    if (from === document && resolved.kind === 'files') links.push({ span: include.path, targets: resolved.uris });
  }
  for (const entry of configuration.entries) {
    if (entry.document !== document) continue;
    const value = locatedValue(entry.statement, document);
    const external = configuration.externals.get(entry);
    if (external !== undefined) {
      links.push({ span: value.span, targets: [external.uri] });
      continue;
    }
    const isFile =
      entry.statement.value.style === 'file' || findSetting('new', 'setting', entry.setting)?.type === 'file';
    if (!isFile || value.text === '' || hasHole(value.text) || value.text.startsWith('inline:')) continue;
    const uri = locate(value.text, document.uri, context);
    if (uri !== undefined && context.files.read(uri).kind === 'text') links.push({ span: value.span, targets: [uri] });
  }
  return links;
}
