/** Adds a setting beside an endpoint: a line above the URL's in the new grammar, a parameter in an old URI string. */

import type { StorageUrl } from '../config/storage/url.ts';
import { pathAt } from '../parser/cst.ts';
import { insertAbove } from './edits.ts';
import type { DocumentEdit } from './rule.ts';

export function addDriverSetting(url: StorageUrl, setting: string, parameter: string, value: string): DocumentEdit {
  const { document, span } = url.whole;
  const statement = pathAt(document.tree, span.from).findLast(({ kind }) => kind === 'assignment');
  const isOwnValue = statement?.kind === 'assignment' && statement.value.content.text === url.whole.text;
  if (statement !== undefined && isOwnValue) {
    return insertAbove(document, statement.from, [`${setting} = ${value}`]);
  }
  const separator = url.whole.text.includes('?') ? (/[?&]$/.test(url.whole.text) ? '' : '&') : '?';
  return { document, span: { from: span.to, to: span.to }, text: `${separator}${parameter}=${value}` };
}
