/** The line that a place stands on, for people to read: what may be secret in it is masked. */

import type { Place } from '../lint/rule.ts';
import { maskLine } from '../text/secretLines.ts';
import { secretMask } from '../text/secrets.ts';
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
  const text = isSecretPlace(place) ? secretMask : maskLine(document.text, line);
  const before = raw.slice(0, span.from - line.from);
  if (!text.startsWith(before)) return { text, carets: undefined };
  const width = Math.max(1, Math.min(span.to, line.to) - span.from);
  const isShown = text.slice(0, before.length + width) === raw.slice(0, before.length + width);
  return { text, carets: before.replace(/[^\t]/g, ' ') + '^'.repeat(isShown ? width : 1) };
}
