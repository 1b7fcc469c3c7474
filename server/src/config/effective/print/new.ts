/**
 * Prints the tree as doveconf of 2.4 does: settings by their full name, then filters in the order of their first
 * opening. Settings that begin with a named filter's name stand inside its block.
 */

import { factNames, findFact, isNewSetting } from '../../../knowledge/facts.ts';
import { listDefaults, plainDefault } from '../defaults.ts';
import { type EffectiveList, foldList } from '../lists.ts';
import type { Assigned, EffectiveScope } from '../scope.ts';
import { compareKeys, Lines, quote, writeAssignment } from './notation.ts';

export function printNew(top: EffectiveScope, all: boolean): string[] {
  const lines = new Lines();
  const version = top.last('dovecot_config_version');
  if (version !== undefined) lines.write(0, writeAssignment('', 'dovecot_config_version', version.text));
  writeSettings(lines, 0, top, ownSettings(top, all));
  for (const child of top.children) writeScope(lines, 0, child);
  writeGroups(lines, 0, top);
  return lines.lines;
}

interface Shown {
  readonly name: string;
  /** Where it is stored. */
  readonly stored: EffectiveScope;
  /** Undefined for a default. */
  readonly assignments: readonly Assigned[] | undefined;
}

/** At the top level what is as by default is not shown. */
function ownSettings(scope: EffectiveScope, all: boolean): Shown[] {
  const shown: Shown[] = [];
  for (const [name, assignments] of scope.settings) {
    const last = assignments[assignments.length - 1]!;
    if (last.block !== undefined || name.startsWith('@') || name === 'dovecot_config_version') continue;
    if (!all && scope.kind === 'top' && last.text === plainDefault(name, 'new') && !isList(name)) continue;
    shown.push({ name, stored: scope, assignments });
  }
  if (!all) return shown;
  const missing = factNames('new').filter((name) => !scope.settings.has(name) && isPrinted(name));
  return [...shown, ...missing.map((name) => ({ name, stored: scope, assignments: undefined }))];
}

function isPrinted(name: string): boolean {
  const fact = findFact(name, 'new')!;
  return fact.hidden !== true && !/filter$|^alias$/.test(fact.type);
}

function isList(name: string): boolean {
  const type = findFact(name, 'new')?.type;
  return type === 'boollist' || type === 'strlist';
}

function writeScope(lines: Lines, depth: number, scope: EffectiveScope): void {
  if (scope.kind === 'group' && builtInGroups.has(scope.name ?? '')) return;
  lines.section(depth, head(scope), scope.kind === 'list', () => {
    const nameSetting = findFact(scope.filter, 'new')?.nameField;
    const own = ownSettings(scope, false).filter(
      ({ name, assignments }) => name !== nameSetting || assignments?.[assignments.length - 1]?.text !== scope.name,
    );
    writeSettings(lines, depth + 1, scope, [...own, ...blockSettings(scope)]);
    writeGroups(lines, depth + 1, scope);
    for (const child of scope.children) writeScope(lines, depth + 1, child);
  });
}

/** Settings of the scope around that are shown inside this named filter. */
function blockSettings({ kind, filter, parent }: EffectiveScope): Shown[] {
  if (kind !== 'named' || parent === undefined) return [];
  return [...parent.settings].flatMap(([name, assignments]) =>
    assignments[assignments.length - 1]!.block === filter ? [{ name, stored: parent, assignments }] : [],
  );
}

/** Re-opened groups that Dovecot has anyway are not shown. */
const builtInGroups: ReadonlySet<string> = new Set([
  '@mailbox_defaults/english',
  '@metric_defaults/proxy',
  '@metric_defaults/backend',
]);

function head({ kind, filter, name }: EffectiveScope): string {
  if (name === undefined) return filter;
  if (kind === 'connection') return `${filter} ${name}`;
  if (kind === 'group') return `group ${name.replace('/', ' ')}`;
  return `${filter} ${name === '' || /[ "{=<'$]/.test(name) ? quote(name) : name}`;
}

/** `@label = name`, the labels in the order of their first mention. */
function writeGroups(lines: Lines, depth: number, scope: EffectiveScope): void {
  for (const [name, assignments] of scope.settings) {
    if (name.startsWith('@')) lines.write(depth, `${name} = ${assignments[assignments.length - 1]!.text}`);
  }
}

function writeSettings(lines: Lines, depth: number, scope: EffectiveScope, settings: Shown[]): void {
  settings.sort((a, b) => compareKeys(a.name, b.name));
  for (const { name, stored, assignments } of settings) {
    const shown = shortened(name, scope);
    if (isList(name)) {
      writeList(
        lines,
        depth,
        name,
        shown,
        foldList(assignments ?? [], listDefaults(name, stored)),
        assignments === undefined,
      );
    } else {
      const text = assignments?.[assignments.length - 1]?.text ?? plainDefault(name, 'new') ?? '';
      lines.write(depth, writeAssignment(name, escapeKey(shown), text));
    }
  }
}

/** A list that stands for itself is one line, one that changes another is a block. String lists are always blocks. */
function writeList(
  lines: Lines,
  depth: number,
  name: string,
  shown: string,
  list: EffectiveList,
  whole: boolean,
): void {
  const { replaces, items } = list;
  const isStringList = findFact(name, 'new')?.type === 'strlist';
  if (items.length === 0 || ((replaces || whole) && !isStringList)) {
    lines.write(depth, `${shown} = ${items.map(({ element }) => escapeKey(element)).join(' ')}`);
    return;
  }
  if (replaces) lines.write(depth, `${shown} = `);
  const sorted = isStringList ? items.toSorted((a, b) => compareKeys(a.element, b.element)) : items;
  lines.section(depth, shown, true, () => {
    for (const { element, text } of sorted) {
      lines.write(depth + 1, writeAssignment(element, escapeKey(element), text));
    }
  });
}

function escapeKey(key: string): string {
  return /[ "\\#=]/.test(key) ? quote(key) : key;
}

/** The filter's own prefix is left off, unless what remains would mean another setting. */
function shortened(name: string, { kind, filter, name: own }: EffectiveScope): string {
  if (kind !== 'named' && kind !== 'list') return name;
  const prefix = `${filter}_`;
  if (own !== undefined) {
    const longer = `${prefix}${own.replaceAll('/', '_')}_`;
    if (name.startsWith(longer)) return name.slice(longer.length);
    if (isNewSetting(longer + name.slice(prefix.length))) return name;
  }
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
