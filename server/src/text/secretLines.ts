/** One line of a file with its secrets masked, also where the setting that it belongs to stands on a line above. */

import { maskSecrets, secretMask } from './secrets.ts';
import type { Span } from './span.ts';

/** The line of the text as it may be shown. */
export function maskLine(text: string, { from, to }: Span): string {
  const raw = text.slice(from, to);
  return continuesSecret(text, from, raw) ? secretMask : maskSecrets(raw);
}

/** Whether the line belongs to a value of several lines, and that value is secret. */
function continuesSecret(text: string, lineFrom: number, raw: string): boolean {
  const beginning = continuedFrom(text, lineFrom) ?? heredocFrom(text, lineFrom);
  if (beginning === undefined) return false;
  const rest = raw.trim();
  return !maskSecrets(`${beginning} ${rest}`).endsWith(` ${rest}`);
}

/** The lines above that a backslash joins with this one; undefined where there are none. */
function continuedFrom(text: string, lineFrom: number): string | undefined {
  const above: string[] = [];
  for (const line of linesAbove(text, lineFrom)) {
    const joined = /^(.*)\\(?:\s*#.*)?$/.exec(line);
    if (joined === null) break;
    above.unshift(joined[1]!.trim());
  }
  return above.length === 0 ? undefined : above.join(' ');
}

/** The lines of a here-document above this one, with its setting; undefined where the line is in none. */
function heredocFrom(text: string, lineFrom: number): string | undefined {
  if (!text.includes('<<')) return undefined;
  const above: string[] = [];
  for (const line of linesAbove(text, lineFrom)) {
    const opening = /^(.*)<<\s*(\S+)$/.exec(line);
    if (opening !== null) return above.includes(opening[2]!) ? undefined : [opening[1]!.trim(), ...above].join(' ');
    above.unshift(line);
  }
  return undefined;
}

/** How far back the beginning of a value is looked for. */
const maxLines = 200;

/** The lines above one, upwards, without the blanks around them. */
function* linesAbove(text: string, lineFrom: number) {
  let end = lineFrom - 1;
  for (let count = 0; end >= 0 && count < maxLines; count++) {
    const from = text.lastIndexOf('\n', end - 1) + 1;
    yield text.slice(from, end).trim();
    end = from - 1;
  }
}
