/** What 2.3 still understands of 1.x and 2.x, and what to write instead. */

import type { Entry } from '../configuration.ts';
import { type Around, type Replacement, replaceObsolete } from '../obsolete.ts';

/** What takes the place of an obsolete setting, empty for nothing; undefined when the setting is simply not known. */
export function obsoleteSetting(key: string, entry: Entry): string | undefined {
  const replacements = replacementsOf(key, entry);
  return replacements === undefined ? undefined : [...new Set(replacements.map(describe))].join(' and ');
}

/** The settings that 2.3 takes an obsolete one for; undefined when it is simply not known. */
export function replacementsOf(
  key: string,
  { statement: { value }, scope }: Entry,
): readonly Replacement[] | undefined {
  const { text } = value.content;
  // Files and variables are looked at later, when the old names are no longer understood. (`<%` begins a template.)
  if ((value.style === 'file' && !text.startsWith('%')) || (value.style === 'bare' && text.includes('$'))) {
    return undefined;
  }
  const around: Around = scope?.filter === 'protocol' ? { kind: 'protocol', name: scope.name ?? '' } : { kind: 'top' };
  return replaceObsolete(key, text, around);
}

/** Keys of `plugin { }` that were renamed. */
export const renamedInPlugin: ReadonlyMap<string, string> = new Map([
  ['imap_zlib_compress_level', 'imap_compress_deflate_level'],
]);

function describe({ sections, setting, element, text }: Replacement): string {
  if (element !== undefined) return `${setting} { ${element} }`;
  const own = text.startsWith('<') ? `${setting} = <FILE` : setting;
  return sections.reduceRight((inside, [filter, name]) => `${filter} ${name} { ${inside} }`, own);
}

/** What takes the place of a section at the top level, by word and name. */
export function obsoleteSection(word: string, name: string | undefined): string | undefined {
  if (word === 'auth') return 'auth_ settings';
  if (word === 'protocol' && name === 'managesieve') return 'protocol sieve';
  return word === 'service' && name === 'dns_client' ? 'service dns-client' : undefined;
}
