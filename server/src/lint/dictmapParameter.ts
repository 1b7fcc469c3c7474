/** Edits of a dictmap's settings: lines of its block, or parameters behind the chain that it wraps. */

import type { Configuration } from '../config/configuration.ts';
import type { Located } from '../config/located.ts';
import type { FsDriver } from '../config/storage/types.ts';
import { nameInBlock } from './chainEdits.ts';
import { statementAround } from './driverSetting.ts';
import { insertIntoSection } from './edits.ts';
import type { DocumentEdit } from './rule.ts';
import { removeSetting } from './settingEdits.ts';

/** Adds a setting; `value` is left out for the bare words of a URI string. */
export function addDictmapSetting(driver: FsDriver, setting: string, parameter: string, value?: string): DocumentEdit {
  const { extent, section } = driver;
  const { document } = extent;
  if (section !== undefined) {
    return insertIntoSection({ document, section }, [`${nameInBlock(driver, setting)} = ${value ?? 'yes'}`]);
  }
  // A separator that nothing follows is taken over.
  const open = /\s*;\s*$/.exec(extent.text)?.[0].length ?? 0;
  const hasParameters = open === 0 && extent.text.split(' ; ').length > 2;
  const text = `${hasParameters ? ':' : ' ; '}${parameter}${value === undefined ? '' : `=${value}`}`;
  return { document, span: { from: extent.span.to - open, to: extent.span.to }, text };
}

/** Adds several parameters to a URI string, as they are written there. */
export function addDictmapParameters(driver: FsDriver, written: readonly string[]): DocumentEdit {
  return addDictmapSetting(driver, '', written.join(':'));
}

/** Takes a setting of a dictmap out: its line, or the parameter of a URI string with a sign around it. */
export function removeDictmapSetting(
  configuration: Configuration,
  { section, extent }: FsDriver,
  value: Located,
): readonly DocumentEdit[] {
  const { document } = value;
  const statement = section === undefined ? undefined : statementAround(value);
  if (statement !== undefined) return removeSetting(configuration, statement);
  const { text } = document;
  let { from, to } = value.span;
  while (from > extent.span.from && text[from - 1] !== ':' && text.slice(from - 3, from) !== ' ; ') from--;
  if (text[from - 1] === ':') from--;
  else if (text[to] === ':') to++;
  else from -= 3;
  return [{ document, span: { from, to }, text: '' }];
}
