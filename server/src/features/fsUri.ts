/**
 * Where in an fs URI string of the old grammar a cursor stands: which driver it is in, and in which of its parts.
 * `fscache:512M:/path:dictmap:proxy:dict-async:c ; s3:https://host/?region=x ; diff-table`
 */

import { partEnds } from '../config/storage/uriChains.ts';

export interface UriPosition {
  /** The driver around the cursor; undefined while its name is being written. */
  readonly driver: string | undefined;
  /** Which of the driver's parts, from 0: see `uriForms`. */
  readonly part: number;
  /** Whether the part consists of words to choose from: the name of a driver or a parameter. */
  readonly kind: 'driver' | 'argument' | 'parameter' | 'value';
  /** Where the word under the cursor begins. */
  readonly from: number;
}

/** The parts of each wrapper, as a person would write them. */
export const uriForms: Readonly<Record<string, readonly string[]>> = {
  fscache: ['<size>', '<path>', '<next driver>'],
  'fts-cache': ['<next driver>'],
  metawrap: ['<next driver>'],
  compress: ['<method>', '<level>', '<next driver>'],
  crypt: ['<key=value>', '<next driver>'],
  'mail-crypt': ['<key=value>', '<next driver>'],
  dictmap: ['<dict>', '<fs>', '<parameters>'],
  posix: ['<parameters>'],
  s3: ['<url>', '<parameters>'],
  'aws-s3': ['<url>', '<parameters>'],
  azure: ['<url>', '<parameters>'],
  sproxyd: ['<url>', '<parameters>'],
  scality: ['<url>', '<parameters>'],
  proxy: ['<socket>', '<dict name>'],
};

/** What stands between the parts of a driver. */
export function uriSeparators(driver: string): string {
  if (driver === 'dictmap') return ' ; ';
  return uriForms[driver]?.[0] === '<url>' ? '?' : ':';
}

/** Settings of the old grammar whose values are such strings. */
export function isFsUri(setting: string): boolean {
  return /^(plugin\/)?(obox_fs|obox_index_fs|fts_dovecot_fs|mail_attachment_fs)$/.test(setting);
}

/** The position of an offset in a value's text. */
export function uriPosition(text: string, offset: number): UriPosition {
  return inChain(text, 0, Math.min(offset, text.length));
}

function inChain(text: string, start: number, cursor: number): UriPosition {
  let from = start;
  for (;;) {
    const nameEnd = text.indexOf(':', from);
    if (nameEnd === -1 || nameEnd >= cursor) return { driver: undefined, part: 0, kind: 'driver', from };
    const driver = text.slice(from, nameEnd).trim();
    const at = nameEnd + 1;
    if (driver === 'dictmap') return inDictmap(text, at, cursor);
    if (uriForms[driver]?.[0] === '<url>') return inUrl(driver, text, at, cursor);
    const end = behindWrapper(driver, text, at, cursor);
    if (typeof end !== 'number') return end;
    from = end;
  }
}

/** The offset behind a wrapper's own parts, or the position when the cursor is in one of them. */
function behindWrapper(driver: string, text: string, start: number, cursor: number): number | UriPosition {
  const forms = uriForms[driver];
  if (forms === undefined || forms[0] === '<parameters>') return inParameters(driver, 0, text, start, ':', cursor);
  const endFrom = partEnds(text);
  let at = start;
  if (forms[0] === '<key=value>') {
    for (;;) {
      const end = endFrom(at);
      const isPair = text.slice(at, end).includes('=');
      if (cursor <= end)
        return isPair
          ? parameterAt(driver, 0, text, at, cursor)
          : { driver: undefined, part: 0, kind: 'driver', from: at };
      if (!isPair) return at;
      at = end + 1;
    }
  }
  for (let part = 0; part < forms.length - 1; part++) {
    const end = endFrom(at);
    if (cursor <= end) return { driver, part, kind: 'argument', from: at };
    at = end + 1;
  }
  return at;
}

function inDictmap(text: string, start: number, cursor: number): UriPosition {
  const first = text.indexOf(' ; ', start);
  if (first === -1 || cursor <= first) {
    const colon = text.lastIndexOf(':', cursor - 1);
    return { driver: 'dictmap', part: 0, kind: 'argument', from: Math.max(start, colon + 1) };
  }
  // The inner chain may hold another dictmap; the parameters of the outer one follow the last separator.
  const last = text.lastIndexOf(' ; ');
  if (last === first || cursor <= last) return inChain(text, first + 3, cursor);
  return inParameters('dictmap', 2, text, last + 3, ':', cursor);
}

function inUrl(driver: string, text: string, start: number, cursor: number): UriPosition {
  const end = text.indexOf(' ; ', start);
  const query = text.indexOf('?', start);
  if (query === -1 || query >= cursor || (end !== -1 && query > end))
    return { driver, part: 0, kind: 'argument', from: start };
  return inParameters(driver, 1, text, query + 1, '&', cursor);
}

function inParameters(
  driver: string,
  part: number,
  text: string,
  start: number,
  separator: string,
  cursor: number,
): UriPosition {
  const before = text.lastIndexOf(separator, cursor - 1);
  return parameterAt(driver, part, text, Math.max(start, before + 1), cursor);
}

function parameterAt(driver: string, part: number, text: string, from: number, cursor: number): UriPosition {
  const equals = text.indexOf('=', from);
  if (equals !== -1 && equals < cursor) return { driver, part, kind: 'value', from: equals + 1 };
  return { driver, part, kind: 'parameter', from };
}
