/** Adds a setting to a dictmap: a line in its block, or a parameter behind the chain that it wraps. */

import type { FsDriver } from '../config/storage/types.ts';
import { insertIntoSection } from './edits.ts';
import type { DocumentEdit } from './rule.ts';

/** `value` is left out for the bare words of a URI string. */
export function addDictmapSetting(
  { extent, name, section }: FsDriver,
  setting: string,
  parameter: string,
  value?: string,
): DocumentEdit {
  const { document } = extent;
  if (section !== undefined) {
    // A block of another name (`fs names { fs_driver = dictmap }`) takes full names only.
    const key = section.name?.text === name.text ? setting.replace('fs_dictmap_', '') : setting;
    return insertIntoSection({ document, section }, [`${key} = ${value ?? 'yes'}`]);
  }
  const hasParameters = extent.text.split(' ; ').length > 2;
  const text = `${hasParameters ? ':' : ' ; '}${parameter}${value === undefined ? '' : `=${value}`}`;
  return { document, span: { from: extent.span.to, to: extent.span.to }, text };
}
