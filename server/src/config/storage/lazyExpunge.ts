/** lazy_expunge: the plugin that moves expunged mails into a mailbox of their own. */

import type { Configuration, Entry } from '../configuration.ts';
import { findIn } from '../effective/find.ts';
import { entriesNamed } from '../entries.ts';
import { hasHole } from '../holes.ts';
import { isPluginLoaded } from '../mailPlugins.ts';
import { usersMayDiffer } from '../users.ts';
import { findProEntry } from './proSettings.ts';

export interface LazyExpunge {
  /** Whether it works, at least for some; undefined when it cannot be known. */
  readonly isActive: boolean | undefined;
  /** The assignment that names the mailbox. */
  readonly mailbox: Entry | undefined;
}

export function lazyExpunge(configuration: Configuration): LazyExpunge {
  const setting = configuration.decision.grammar === 'old' ? 'lazy_expunge' : 'lazy_expunge_mailbox';
  const mailbox = findProEntry(configuration, setting);
  return { isActive: isActive(configuration, setting), mailbox };
}

function isActive(configuration: Configuration, setting: string): boolean | undefined {
  const isLoaded = isPluginLoaded(configuration, 'lazy_expunge');
  if (isLoaded !== true) return isLoaded;
  const values = entriesNamed(configuration, setting).map(({ statement }) => statement.value.content.text);
  if (values.some((value) => value !== '' && !hasHole(value))) return true;
  return values.some(hasHole) || usersMayDiffer(configuration) ? undefined : false;
}

/** How long its mailbox keeps mails, where the configuration says so. */
export function retention(configuration: Configuration, mailbox: string): Entry | undefined {
  const setting = configuration.decision.grammar === 'old' ? 'autoexpunge' : 'mailbox_autoexpunge';
  return entriesNamed(configuration, setting).find(({ scope }) => {
    if (scope?.filter !== 'mailbox' || scope.name === undefined) return false;
    const prefixSetting = configuration.decision.grammar === 'old' ? 'prefix' : 'namespace_prefix';
    const prefix = findIn(configuration, prefixSetting, scope.parent)?.statement.value.content.text ?? '';
    return scope.name === mailbox || prefix + scope.name === mailbox;
  });
}
