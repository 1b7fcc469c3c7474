/** What could be written at a place: names, sections' names, values, paths, variables – by context. */

import type { Configuration } from '../config/configuration.ts';
import { findSetting } from '../knowledge/lookup.ts';
import { renderSetting } from '../knowledge/render.ts';
import type { ConfigDocument } from '../workspace/document.ts';
import type { PathContext as Locating } from '../workspace/paths.ts';
import { completionContext, type ValueContext } from './completion/context.ts';
import { nameCandidates } from './completion/names.ts';
import { pathCandidates } from './completion/paths.ts';
import { sectionNameCandidates } from './completion/sectionNames.ts';
import type { Candidate, DocumentationKey } from './completion/types.ts';
import { valueCandidates } from './completion/values.ts';
import { variableCandidates } from './completion/variables.ts';

export type { Candidate, CandidateKind, DocumentationKey } from './completion/types.ts';

/** The candidates at an offset; the client filters by what was typed. */
export function completion(
  configuration: Configuration,
  document: ConfigDocument,
  offset: number,
  locating: Locating,
): Candidate[] {
  const context = completionContext(configuration, document, offset);
  switch (context?.kind) {
    case 'name':
      return nameCandidates(context);
    case 'section-name':
      return sectionNameCandidates(context);
    case 'value':
      return variableCandidates(context) ?? [...valueCandidates(context), ...filesOf(context, locating)];
    case 'path':
      return pathCandidates(document.text.slice(context.span.from, offset), context.span, document.uri, locating);
    case undefined:
      return [];
  }
}

/** Paths for `<file` values and for settings that hold a path. */
function filesOf({ document, offset, setting, grammar, isFile, value }: ValueContext, locating: Locating): Candidate[] {
  const type = findSetting(grammar, 'setting', setting)?.type;
  if (!isFile && type !== 'path' && type !== 'file' && !/_(path|file|dir)$/.test(setting)) return [];
  const from = value.segments[0]!.source;
  const typed = document.text.slice(from, offset);
  return /[\s%{]/.test(typed) ? [] : pathCandidates(typed, { from, to: offset }, document.uri, locating);
}

/** The documentation of a candidate as Markdown; made when somebody looks at it. */
export function completionDocumentation(key: DocumentationKey): string | undefined {
  if (key.kind === 'text') return key.markdown;
  const setting = findSetting(key.grammar, key.place, key.name, key.driver);
  return setting === undefined ? undefined : renderSetting(setting, key.grammar);
}
