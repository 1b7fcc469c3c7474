/** What to show when the pointer rests at a place: the first of several answers, from the narrowest to the widest. */

import type { Configuration } from '../config/configuration.ts';
import type { ConfigDocument } from '../workspace/document.ts';
import { groupHover } from './hover/groups.ts';
import { includeHover } from './hover/includes.ts';
import { keywordHover } from './hover/keywords.ts';
import { type HoverInfo, hoverPlace } from './hover/place.ts';
import { referenceHover } from './hover/references.ts';
import { settingHover } from './hover/settings.ts';
import { parameterHover, storageHover } from './hover/storage.ts';
import { valueHover } from './hover/values.ts';
import { variableHover } from './hover/variables.ts';
import { wordHover } from './hover/words.ts';

export type { HoverInfo, HoverNote } from './hover/place.ts';

/** Undefined when there is nothing useful to say. */
export function hover(configuration: Configuration, document: ConfigDocument, offset: number): HoverInfo | undefined {
  const special =
    keywordHover(configuration, document, offset) ??
    includeHover(configuration, document, offset) ??
    storageHover(configuration, document, offset) ??
    variableHover(configuration, document, offset);
  if (special !== undefined) return special;
  const place = hoverPlace(configuration, document, offset);
  if (place === undefined) return undefined;
  const reference = place.kind === 'assignment' ? referenceHover(place) : undefined;
  const ofPlace = reference ?? wordHover(place) ?? groupHover(place);
  if (ofPlace !== undefined || place.kind === 'section') return ofPlace ?? settingHover(place);
  return valueHover(place) ?? settingHover(place) ?? parameterHover(place);
}
