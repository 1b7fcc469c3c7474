/** How doveconf writes keys, names and values, and in which order it sorts settings. Secrets are never written. */

import { maskSecrets, secretMask } from '../../../text/secrets.ts';

/** `key = value` without its secrets. `key` is the setting's full name, `shown` what is written for it. */
export function writeAssignment(key: string, shown: string, value: string): string {
  if (isSecret(key, value)) return `${shown} = # hidden, use -P to show it`;
  const text = hideInside(value);
  return `${shown} = ${needsQuotes(value) ? quote(text) : text}`;
}

/** A value without its secrets. */
export function shownValue(key: string, value: string): string {
  return isSecret(key, value) ? hidden : hideInside(value);
}

/** Whether a value would not be read back as it is; here-documents stand as they were written. */
function needsQuotes(value: string): boolean {
  if (value.startsWith('<<') && value.includes('\n')) return false;
  return value.includes('#') || /^[ \t]|[ \t]$/.test(value);
}

export function quote(text: string): string {
  return `"${text.replace(/["'\\]/g, '\\$&')}"`;
}

const secretKey = /_(?:password|key|key_file|nonce|secret)$|^ssl_(?:key|dh)/;

/** By doveconf's own list of names, and by ours. */
function isSecret(key: string, value: string): boolean {
  if (value === '') return false;
  return secretKey.test(key) || maskSecrets(`${key} = ${value}`) === `${key} = ${secretMask}`;
}

const hidden = '#hidden_use-P_to_show#';
/** What doveconf looks for inside values: words such as `pass=`, users of URLs. */
const secretWord = /(?<![A-Za-z0-9])((?:key|secret|pass)[^=\s]*\s*=)\s*[^\s;:]*/g;
const urlUser = /((?:https?|ftp):\/\/)[^\s/@]+(?=@)/g;

function hideInside(value: string): string {
  const masked = value.replace(urlUser, `$1${secretMask}`).replace(secretWord, `$1${secretMask}`);
  return maskSecrets(masked).replaceAll(secretMask, hidden);
}

/** The order of doveconf: by bytes that are signed, and the shorter of two names first. */
export function compareKeys(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const left = signed(a.charCodeAt(at));
    const right = signed(b.charCodeAt(at));
    if (left !== right) return left - right;
  }
  return a.length - b.length;
}

function signed(code: number): number {
  return code < 0x80 ? code : code - 0x10000;
}

/** Lines of output; a line is indented where it begins only, so that here-documents stay as they are. */
export class Lines {
  readonly lines: string[] = [];

  write(depth: number, text: string): void {
    this.lines.push('  '.repeat(depth) + text);
  }

  /** Writes a section, unless nothing is written inside and it does not count by itself. */
  section(depth: number, head: string, keep: boolean, body: () => void): void {
    const from = this.lines.length;
    this.write(depth, `${head} {`);
    body();
    if (this.lines.length === from + 1 && !keep) this.lines.pop();
    else this.write(depth, '}');
  }
}
