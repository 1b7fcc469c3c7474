/** Edits of a driver's settings: lines of their own in the new grammar, parameters of the URL in an old URI string. */

import type { Configuration } from '../config/configuration.ts';
import type { Located } from '../config/located.ts';
import type { StorageUrl } from '../config/storage/url.ts';
import { type Assignment, pathAt } from '../parser/cst.ts';
import { insertAbove } from './edits.ts';
import type { DocumentEdit } from './rule.ts';
import { removeSetting } from './settingEdits.ts';

/** The assignment that a text stands in. */
export function statementAround({ document, span }: Located): Assignment | undefined {
  const statement = pathAt(document.tree, span.from).findLast(({ kind }) => kind === 'assignment');
  return statement?.kind === 'assignment' ? statement : undefined;
}

/** Adds a setting beside an endpoint: a line above the URL's, or a parameter. */
export function addDriverSetting(url: StorageUrl, setting: string, parameter: string, value: string): DocumentEdit {
  const { document, span } = url.whole;
  const statement = statementAround(url.whole);
  if (statement?.value.content.text === url.whole.text) {
    return insertAbove(document, statement.from, [`${setting} = ${value}`]);
  }
  const separator = url.whole.text.includes('?') ? (/[?&]$/.test(url.whole.text) ? '' : '&') : '?';
  return { document, span: { from: span.to, to: span.to }, text: `${separator}${parameter}=${value}` };
}

/** Removes the setting that has this value: its lines, or the parameter. */
export function removeDriverSetting(configuration: Configuration, value: Located): readonly DocumentEdit[] {
  const statement = statementAround(value);
  const isOwn = statement?.value.content.text === value.text;
  return isOwn ? removeSetting(configuration, statement) : [removeUrlParameter(value)];
}

/** Removes the parameter that has this value, with one of the signs around it. */
export function removeUrlParameter({ document, span }: Located): DocumentEdit {
  let { from, to } = span;
  while (from > 0 && !'?&'.includes(document.text.charAt(from - 1))) from--;
  const isLast = document.text.charAt(to) !== '&';
  if (document.text.charAt(from - 1) === '&' || isLast) from--;
  else to++;
  return { document, span: { from, to }, text: '' };
}
