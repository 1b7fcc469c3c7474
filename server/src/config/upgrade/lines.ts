/** What a setting of 2.3 becomes, as the lines of 2.4 that take its place. */

import { resolveSetting, type Scope, scopePrefixes } from '../scope.ts';

/** `name = value`, with the setting's full name and the value as it is written. */
export interface NewSetting {
  readonly name: string;
  readonly value: string;
}

/** `head { … }` */
export interface NewSection {
  readonly head: string;
  readonly body: readonly NewLine[];
}

export type NewLine = NewSetting | NewSection;

/** Lines with leading tabs as levels, names as short as the scope allows. */
export function writeLines(lines: readonly NewLine[], scope: Scope | undefined): string[] {
  return write(lines, '', (name) => shortName(name, scope));
}

function write(lines: readonly NewLine[], tabs: string, shorten: (name: string) => string): string[] {
  return lines.flatMap((line) => {
    if (!('head' in line)) return [`${tabs}${shorten(line.name)} = ${line.value}`.trimEnd()];
    const prefix = `${line.head.split(' ')[0]}_`;
    const inside = (name: string) => (name.startsWith(prefix) ? name.slice(prefix.length) : name);
    return [`${tabs}${line.head} {`, ...write(line.body, `${tabs}\t`, inside), `${tabs}}`];
  });
}

/** `restart_request_count` inside `service imap { }`. */
function shortName(name: string, scope: Scope | undefined): string {
  for (const prefix of scopePrefixes(scope)) {
    const short = name.slice(prefix.length);
    if (name.startsWith(prefix) && resolveSetting(short, scope, 'new') === name) return short;
  }
  return name;
}

/** A text as a value: quoted where it would be read as something else. */
export function written(text: string): string {
  if (!/^[\s"'<]|[\s"']$|#|\\/.test(text)) return text;
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** A text as a section's name. */
export function writtenName(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
