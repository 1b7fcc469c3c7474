/** The line that a place stands on, for people to read: what may be secret in it is masked. */

import type { Place } from '../lint/rule.ts';
import { maskSecrets, secretMask } from '../text/secrets.ts';
import { isSecretPlace } from '../workspace/document.ts';

export interface Excerpt {
  readonly text: string;
  /** What to put under the text: blanks and carets; undefined where a mask has moved the place. */
  readonly carets: string | undefined;
}

export function excerptOf(place: Place): Excerpt {
  const { document, span } = place;
  const line = document.lines.lineSpan(document.lines.positionAt(span.from).line);
  const raw = document.text.slice(line.from, line.to);
  const hidden = isSecretPlace(place) || continuesSecret(document.text, line.from, raw);
  const text = hidden ? secretMask : maskSecrets(raw);
  const before = raw.slice(0, span.from - line.from);
  if (hidden || !text.startsWith(before)) return { text, carets: undefined };
  const width = Math.max(1, Math.min(span.to, line.to) - span.from);
  const isShown = text.slice(0, before.length + width) === raw.slice(0, before.length + width);
  return { text, carets: before.replace(/[^\t]/g, ' ') + '^'.repeat(isShown ? width : 1) };
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
