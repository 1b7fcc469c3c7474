/**
 * Completion in a YAML file of a known shape. It goes by lines and indentation: what is being typed is seldom YAML yet.
 */

import type { Member, Shape, Words } from '../manifest/shape.ts';
import type { Span } from '../text/span.ts';
import type { SourceDocument } from '../workspace/document.ts';
import type { Candidate } from './completion/types.ts';

/** `from` is where the document of a stream begins that has the offset. */
export function shapeCompletion({ text }: SourceDocument, offset: number, shape: Shape, from = 0): Candidate[] {
  const context = contextAt(text, offset, from);
  const inner = context && shapeAt(shape, context.path);
  if (context === undefined || inner === undefined) return [];
  if (context.kind === 'key' && (inner.kind === 'map' || inner.kind === 'names')) {
    return keys(inner)
      .filter(([name]) => !context.taken.has(name))
      .map(([name, member], rank) => ({
        ...candidate('setting', name, keyText(name, member.shape, context), member.summary, context.span, rank),
        isSnippet: true,
      }));
  }
  if (context.kind === 'key' && !context.isItem) return [];
  const words = inner.kind === 'choice' || inner.kind === 'text' ? (inner.words ?? {}) : {};
  return Object.entries(words).map(([word, summary], rank) =>
    candidate('word', word, word, summary, context.span, rank),
  );
}

/** The key with what its value begins with: a line of its own for a map, the first item of a list. */
function keyText(name: string, shape: Shape, { hasColon, dashes }: Context): string {
  if (hasColon) return name;
  if (shape.kind === 'choice' || shape.kind === 'text') return `${name}: $0`;
  // Editors indent as the line is indented; the dashes of an item are more than that.
  const line = `\n  ${' '.repeat(dashes)}`;
  return `${name}:${line}${shape.kind === 'list' ? '- ' : ''}$0`;
}

function keys(shape: Extract<Shape, { kind: 'map' | 'names' }>): (readonly [name: string, member: Member])[] {
  if (shape.kind === 'map') return Object.entries(shape.members);
  const known: Words = shape.known ?? {};
  return Object.entries(known).map(([name, summary]) => [name, { summary, shape: shape.values }] as const);
}

function candidate(
  kind: Candidate['kind'],
  label: string,
  text: string,
  summary: string,
  span: Span,
  rank: number,
): Candidate {
  return { kind, label, text, span, rank, documentation: { kind: 'text', markdown: summary } };
}

interface Context {
  readonly kind: 'key' | 'value';
  /** Keys from the top; `-` steps into an item of a list. */
  readonly path: readonly string[];
  /** The line begins an item of a list. */
  readonly isItem: boolean;
  /** How wide the dashes in front are. */
  readonly dashes: number;
  /** What is completed is already a key. */
  readonly hasColon: boolean;
  readonly span: Span;
  /** Keys that the same map already has. */
  readonly taken: ReadonlySet<string>;
}

function contextAt(text: string, offset: number, from: number): Context | undefined {
  const lineFrom = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineFrom, offset);
  const rest = /^[^\s:#'"]*/.exec(text.slice(offset))![0].length;
  const value = /^( *)((?:- +)*)([^\s'"#:][^\s:]*|"[^"]*"|'[^']*') *: +["']?([^\s"'#]*)$/.exec(before);
  const head = value ?? /^( *)((?:- +)*)([^\s:#'"]*)$/.exec(before);
  if (head === null) return undefined;
  const place = { blanks: head[1]!.length, dashes: head[2]! };
  const above = linesOf(text.slice(from, Math.max(from, lineFrom))).reverse();
  const newline = text.indexOf('\n', offset);
  const below = newline === -1 ? [] : linesOf(text.slice(newline + 1).replace(/(?:^|\n)---(?:\s[\s\S]*)?$/, ''));
  const around = pathTo(place, above);
  return {
    kind: value === null ? 'key' : 'value',
    path: value === null ? around : [...around, value[3]!.replace(/^["']|["']$/g, '')],
    isItem: place.dashes !== '',
    dashes: place.dashes.length,
    hasColon: /^ *:/.test(text.slice(offset + rest)),
    span: { from: offset - head.at(-1)!.length, to: offset + rest },
    taken: new Set([...keysAbove(place, above), ...keysBelow(place, below)]),
  };
}

/** Where a line's text begins: behind its blanks and the dashes of its list items. */
interface LinePlace {
  readonly blanks: number;
  readonly dashes: string;
}

interface KeyLine extends LinePlace {
  /** Undefined where the line holds no key. */
  readonly key: string | undefined;
}

/** The lines that hold something. */
function linesOf(text: string): KeyLine[] {
  return text.split(/\r?\n/).flatMap((line) => {
    if (/^\s*(?:#|$)/.test(line)) return [];
    const match = /^( *)((?:- +)*)(?:"([^"]*)"|'([^']*)'|([^\s'"#:][^\s:]*))? *(?::(?: |$))?/.exec(line)!;
    const hasKey = /: ?$/.test(match[0]);
    return [
      { blanks: match[1]!.length, dashes: match[2]!, key: hasKey ? (match[3] ?? match[4] ?? match[5]) : undefined },
    ];
  });
}

function columnOf({ blanks, dashes }: LinePlace): number {
  return blanks + dashes.length;
}

function stepsOf(dashes: string): string[] {
  return [...dashes.matchAll(/-/g)].map(() => '-');
}

/** The keys and list items around a line; `above` is read from the line upwards. */
function pathTo(place: LinePlace, above: readonly KeyLine[]): string[] {
  const path = stepsOf(place.dashes);
  // What is around the line stands left of this column; a list may stand right below its key.
  let column = columnOf(place);
  let mayTouch = false;
  const stepOut = ({ blanks, dashes }: LinePlace) => {
    column = blanks;
    mayTouch = dashes !== '';
  };
  if (place.dashes !== '') stepOut(place);
  for (const line of above) {
    if (line.dashes === '') {
      if (line.key === undefined || line.blanks > column || (line.blanks === column && !mayTouch)) continue;
      path.unshift(line.key);
      stepOut(line);
    } else if (line.blanks < column) {
      if (line.key !== undefined && columnOf(line) < column) path.unshift(line.key);
      path.unshift(...stepsOf(line.dashes));
      stepOut(line);
    }
  }
  return path;
}

/** The keys of the same map in the lines above, read upwards: up to the one that begins the list item. */
function keysAbove(place: LinePlace, lines: readonly KeyLine[]): string[] {
  if (place.dashes !== '') return [];
  const beside = linesBeside(place, lines);
  const start = beside.findIndex(({ dashes }) => dashes !== '');
  return keysOf(start === -1 ? beside : beside.slice(0, start + 1));
}

/** Those below: up to the one that begins the next list item. */
function keysBelow(place: LinePlace, lines: readonly KeyLine[]): string[] {
  const beside = linesBeside(place, lines);
  const next = beside.findIndex(({ dashes }) => dashes !== '');
  return keysOf(next === -1 ? beside : beside.slice(0, next));
}

/** The lines at the same column, up to the first that stands left of it. */
function linesBeside(place: LinePlace, lines: readonly KeyLine[]): KeyLine[] {
  const end = lines.findIndex((line) => columnOf(line) < columnOf(place));
  const around = end === -1 ? lines : lines.slice(0, end);
  return around.filter((line) => columnOf(line) === columnOf(place));
}

function keysOf(lines: readonly KeyLine[]): string[] {
  return lines.flatMap(({ key }) => key ?? []);
}

/** The shape at the end of a path; undefined where the path leads nowhere. */
export function shapeAt(shape: Shape, path: readonly string[]): Shape | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return shape;
  const inner = first === '-' ? (shape.kind === 'list' ? shape.items : undefined) : memberShape(shape, first);
  return inner && shapeAt(inner, rest);
}

function memberShape(shape: Shape, name: string): Shape | undefined {
  if (shape.kind === 'names') return shape.values;
  return shape.kind === 'map' && Object.hasOwn(shape.members, name) ? shape.members[name]!.shape : undefined;
}
