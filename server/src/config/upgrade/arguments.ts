/** `args` of passdbs and userdbs of 2.3, whose words are settings and fields since 2.4. */

import { argumentWords, fieldDrivers } from '../../knowledge/upgrades.ts';
import { type NewLine, type NewSetting, written } from './lines.ts';
import { newVariables } from './values.ts';

/** The lines for the words of `args`; undefined for drivers and words that are not known. */
export function upgradeArguments(
  text: string,
  database: 'passdb' | 'userdb',
  driver: string,
): readonly NewLine[] | undefined {
  const key = `${database}/${driver}`;
  const known = Object.hasOwn(argumentWords, key) ? argumentWords[key]! : undefined;
  if (known === undefined) return undefined;
  const lines: NewSetting[] = [];
  const fields: NewSetting[] = [];
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const [, name = '*', argument = word] = /^([\w.-]+)=(.*)$/s.exec(word) ?? [];
    const isField = !Object.hasOwn(known, name);
    if (isField && (name === '*' || !fieldDrivers.has(key))) return undefined;
    const value = newVariables(argument, `${database}/args`, isField ? `${database}_fields` : known[name]!);
    if (value === undefined) return undefined;
    (isField ? fields : lines).push({ name: isField ? name : known[name]!, value: written(value) });
  }
  if (lines.length + fields.length === 0) return undefined;
  return fields.length === 0 ? lines : [...lines, { head: 'fields', body: fields }];
}
