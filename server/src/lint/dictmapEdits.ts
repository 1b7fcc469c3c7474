/** Edits of the parameters of dictmap, in a URI string and in a block. */

import type { Dictmap } from '../config/storage/dictmap.ts';
import type { Located } from '../config/located.ts';
import { insertIntoSection } from './edits.ts';
import type { DocumentEdit } from './rule.ts';

/** Adds parameters as they are written in a URI string; those of a chain without any begin behind ` ; `. */
export function addUriParameters({ driver }: Dictmap, written: readonly string[]): DocumentEdit {
  const { document, span, text } = driver.extent;
  const hasSome = text.split(' ; ').length > 2;
  const separator = hasSome ? (/ ; *$/.test(text) ? '' : ':') : ' ; ';
  return { document, span: { from: span.to, to: span.to }, text: separator + written.join(':') };
}

/** Adds a parameter in the grammar of the chain. */
export function addParameter(dictmap: Dictmap, written: string, line: string): DocumentEdit {
  const { section, name } = dictmap.driver;
  if (section === undefined) return addUriParameters(dictmap, [written]);
  return insertIntoSection({ document: name.document, section }, [line]);
}
