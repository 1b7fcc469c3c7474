/** Declaring a key of the deployment manifest: where it belongs, and a placeholder for what only a person knows. */

import { deploymentRoot, deploymentShape } from '../config/deploymentFile.ts';
import type { Shape } from '../manifest/shape.ts';
import { YamlDocument, type YamlMap, type YamlNode } from '../manifest/yamlDocument.ts';
import { lineEndAt, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { shapeAt } from './shapeCompletion.ts';

export interface Declaration {
  /** Undefined where the key is already there. */
  readonly edit: { readonly span: Span; readonly text: string } | undefined;
  /** What to select when the edit is made: the placeholder, or the end of the key's line. */
  readonly selection: Span;
}

const placeholder = 'CHANGEME';

/** A manifest that is not yet a file. */
export function parsedDeployment(uri: string, text: string): YamlDocument {
  return new YamlDocument(uri, text);
}

/** Undefined for a key that no manifest has, and where the file is not in a state to be written into. */
export function declare(document: YamlDocument, key: string): Declaration | undefined {
  const path = key.split('.');
  const shape = shapeAt(deploymentShape, path);
  if (shape === undefined || document.tree.issues.length > 0) return undefined;
  const root = deploymentRoot(document);
  if (root === undefined) return inserted(document, document.text.length, '', linesOf(path, shape));
  let node: YamlNode = root;
  let parentIndent = '';
  for (const [depth, name] of path.entries()) {
    if (node.kind !== 'map') return { edit: undefined, selection: endOfLine(document, node.from) };
    const pair: YamlMap['pairs'][number] | undefined = node.pairs.find(
      (each) => each.key.kind === 'scalar' && each.key.text === name,
    );
    const rest = path.slice(depth);
    if (pair === undefined) return insertedInto(document, node, linesOf(rest, shape), flowOf(rest, shape));
    const isEmpty = pair.value.kind === 'scalar' && pair.value.text === '';
    parentIndent = ' '.repeat(pair.key.from - lineStart(document.text, pair.key.from));
    if (isEmpty && rest.length > 1 && document.text[node.from] !== '{') {
      return inserted(document, pair.key.to, `${parentIndent}  `, linesOf(rest.slice(1), shape));
    }
    node = isEmpty ? pair.key : pair.value;
  }
  return { edit: undefined, selection: endOfLine(document, node.from) };
}

/** Behind the last key of a map. */
function insertedInto(
  document: YamlDocument,
  map: YamlMap,
  lines: readonly string[],
  flow: string,
): Declaration | undefined {
  const [first] = map.pairs;
  const last = map.pairs.at(-1);
  const isFlow = document.text[map.from] === '{';
  if (first === undefined || last === undefined) return isFlow ? edited(map.from + 1, ` ${flow} `) : undefined;
  if (isFlow) {
    const end = endOf(document.text, last.value.to > last.key.to ? last.value : last.key);
    return edited(end, `, ${flow}`);
  }
  const indent = ' '.repeat(first.key.from - lineStart(document.text, first.key.from));
  return inserted(document, behindComments(document.text, endOf(document.text, map), indent.length), indent, lines);
}

/** Comments that are indented further belong to what stands above. */
function behindComments(text: string, offset: number, indent: number): number {
  for (let end = lineEndAt(text, offset); ; ) {
    const next = lineEndAt(text, end + 1);
    const comment = /^[ \t]*(?=#)/.exec(text.slice(end + 1, next));
    if (comment === null || comment[0].length <= indent) return end;
    end = next;
  }
}

/** Lines below the one that holds an offset. */
function inserted(
  { text }: YamlDocument,
  offset: number,
  indent: string,
  lines: readonly string[],
): Declaration | undefined {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const newline = lineEndAt(text, offset);
  const at = text[newline - 1] === '\r' ? newline - 1 : newline;
  const isFirst = at === lineStart(text, at);
  const written = lines.map((line) => indent + line).join(lineEnd);
  return edited(at, isFirst ? written + lineEnd : lineEnd + written);
}

function edited(at: number, text: string): Declaration {
  const from = at + text.indexOf(placeholder);
  return { edit: { span: { from: at, to: at }, text }, selection: { from, to: from + placeholder.length } };
}

/** Where the last word of a node ends: a block reaches to the beginning of the next line. */
function endOf(text: string, node: YamlNode): number {
  if (node.kind === 'map' && text[node.from] !== '{') {
    const last = node.pairs.at(-1);
    if (last !== undefined) return Math.max(endOf(text, last.key), endOf(text, last.value));
  } else if (node.kind === 'sequence' && text[node.from] !== '[') {
    const last = node.items.at(-1);
    if (last !== undefined) return endOf(text, last);
  }
  let end = node.to;
  while (end > node.from && /\s/.test(text[end - 1]!)) end--;
  return end;
}

function endOfLine({ text }: YamlDocument, offset: number): Span {
  const newline = lineEndAt(text, offset);
  const at = text[newline - 1] === '\r' ? newline - 1 : newline;
  return { from: at, to: at };
}

/** The keys below each other; of a list its first item, with what a word says of it. */
function linesOf(path: readonly string[], shape: Shape): string[] {
  return path.flatMap((name, depth) => {
    const indent = '  '.repeat(depth);
    if (depth < path.length - 1) return [`${indent}${name}:`];
    if (shape.kind !== 'list') return [`${indent}${name}: ${placeholder}`];
    return [`${indent}${name}:`, ...itemLines(shape.items).map((line) => `${indent}  ${line}`)];
  });
}

function itemLines(item: Shape): string[] {
  return wordsOf(item).map((word, index) => `${index === 0 ? '- ' : '  '}${word}`);
}

/** The same on one line, for maps in braces. */
function flowOf(path: readonly string[], shape: Shape): string {
  const value = shape.kind === 'list' ? `[{ ${wordsOf(shape.items).join(', ')} }]` : placeholder;
  return path.reduceRight((inner, name, depth) => {
    return depth === path.length - 1 ? `${name}: ${inner}` : `${name}: { ${inner} }`;
  }, value);
}

function wordsOf(item: Shape): string[] {
  if (item.kind !== 'map') return [placeholder];
  return Object.entries(item.members).flatMap(([name, { shape }]) =>
    shape.kind === 'text' || shape.kind === 'choice' ? [`${name}: ${placeholder}`] : [],
  );
}
