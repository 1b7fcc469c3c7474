/** What can be wrong with a configuration beyond its form. A code is what rules and tests refer to. */

import type { Span } from '../../text/span.ts';
import type { ConfigDocument } from '../../workspace/document.ts';
import type { Entry, Opening } from '../configuration.ts';
import { valueErrorCodes } from '../values/types.ts';

export const problemCodes = [
  ...valueErrorCodes,
  // Names of settings and sections.
  'group-name-unknown',
  'section-elsewhere',
  'section-gone',
  'section-newer',
  'section-renamed',
  'section-obsolete',
  'section-pro-only',
  'section-replaced',
  'section-suggested',
  'section-unknown',
  'setting-alias',
  'setting-elsewhere',
  'setting-gone',
  'setting-moved',
  'setting-needless',
  'setting-newer',
  'setting-obsolete',
  'setting-plugin-suggested',
  'setting-pro-only',
  'setting-release',
  'setting-removed',
  'setting-renamed',
  'setting-replaced',
  'setting-suggested',
  'setting-unknown',
  // Their form and place.
  'filter-assigned',
  'filter-in-section',
  'filter-network-outside',
  'filter-order',
  'filter-repeated',
  'group-head',
  'group-in-filter',
  'group-recursive',
  'group-setting',
  'list-filter-assigned',
  'listener-duplicate',
  'local-auth',
  'name-duplicate',
  'name-mask',
  'name-missing',
  'name-reserved',
  'name-several',
  'name-unexpected',
  'section-in-list',
  'section-in-section',
  'section-nested',
  'service-duplicate',
  'service-in-filter',
  'setting-as-section',
  'strlist-assigned',
  // Values beyond their type.
  'alias-chained',
  'alias-unknown',
  'exporter-unknown',
  'heredoc-for-group',
  'heredoc-for-list',
  'heredoc-for-type',
  'heredoc-release',
  'order-reversed',
  'protocol-unknown',
  'value-empty',
  'value-several',
  'value-too-high',
  'value-too-small',
  'value-variable',
  'value-without-variable',
  'value-zero',
  'word-needless',
  'word-obsolete',
  'word-suggested',
  'word-unknown',
  // What stands elsewhere, or nowhere.
  'config-version-changed',
  'config-version-continued',
  'config-version-late',
  'config-version-missing',
  'config-version-newer',
  'config-version-unsupported',
  'config-version-variable',
  'global-shadowed',
  'group-label-unknown',
  'group-late',
  'companion-missing',
  'default-missing',
  'required-missing',
  'settings-conflict',
  'ssl-disabled',
  'storage-version-empty',
  'storage-version-missing',
  'variable-in-file',
  'variable-list',
  'variable-loop',
  'variable-plain',
  'variable-plain-list',
  'variable-unknown',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** `error`: every Dovecot that the configuration may be for refuses it. */
export type Certainty = 'error' | 'warning' | 'information' | 'hint';

export interface Problem {
  readonly code: ProblemCode;
  readonly certainty: Certainty;
  readonly document: ConfigDocument;
  /** The smallest text that must change. */
  readonly span: Span;
  /** What messages name. Never a value that may be secret. */
  readonly data: Readonly<Record<string, string>>;
  /** The setting or section that it is about; undefined where the file as a whole is. */
  readonly subject: Entry | Opening | undefined;
  /** What it collides with. */
  readonly other?: Entry | Opening;
}

export function isOpening(item: Entry | Opening): item is Opening {
  return 'section' in item;
}
