/**
 * What a YAML file of ours may hold, as data: its checks, its completion, its hover and its JSON schema are all made of
 * this one description.
 */

import { nearest } from '../text/near.ts';
import type { Span } from '../text/span.ts';
import type { YamlMap, YamlNode, YamlTree } from './yamlDocument.ts';

/** A word and what it means, in a sentence. */
export type Words = Readonly<Record<string, string>>;

export interface Member {
  readonly summary: string;
  readonly shape: Shape;
}

/** A map of known keys. */
export interface MapShape {
  readonly kind: 'map';
  readonly members: Readonly<Record<string, Member>>;
}

/** A map whose keys are names: of the known ones, or any. */
export interface NamesShape {
  readonly kind: 'names';
  /** What a name is: `rule`. */
  readonly noun: string;
  readonly known: Words | undefined;
  readonly values: Shape;
}

export interface ListShape {
  readonly kind: 'list';
  readonly items: Shape;
}

export interface ChoiceShape {
  readonly kind: 'choice';
  readonly words: Words;
}

export interface TextShape {
  readonly kind: 'text';
  /** What it is, with its article: `a path`. */
  readonly wanted: string;
  /** A regular expression that JSON schema understands, too. */
  readonly pattern?: string;
  /** Words that are worth offering. */
  readonly words?: Words;
  /** What YAML may make of it; a release such as 4.1 looks like a number. */
  readonly type?: 'integer' | 'boolean' | 'version';
}

export type Shape = MapShape | NamesShape | ListShape | ChoiceShape | TextShape;

export type ShapeProblemCode = 'not-yaml' | 'key-unknown' | 'name-unknown' | 'value-unknown' | 'kind-wrong';

export interface ShapeProblem extends Span {
  readonly code: ShapeProblemCode;
  /** What the message names: the key, what is wanted, the sentence about the form. Never a value. */
  readonly word: string;
  /** The noun of a name: `rule`. */
  readonly noun: string;
  /** What was probably meant. */
  readonly meant: string | undefined;
}

/** Everything in which a file differs from its shape. An empty file differs in nothing. */
export function shapeProblems({ documents, issues }: YamlTree, shape: Shape): ShapeProblem[] {
  const problems: ShapeProblem[] = issues.map(({ from, to, message }) => problem('not-yaml', { from, to }, message));
  for (const [index, node] of documents.entries()) {
    if (node === undefined || isAbsent(node)) continue;
    if (index > 0)
      problems.push(problem('not-yaml', { from: node.from, to: node.from }, 'There is one document only.'));
    else check(node, shape, problems);
  }
  return problems.sort((a, b) => a.from - b.from);
}

/** A key without a value says nothing. */
export function isAbsent(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.style === 'plain';
}

function problem(code: ShapeProblemCode, { from, to }: Span, word: string, more: Partial<ShapeProblem> = {}) {
  return { code, from, to, word, noun: '', meant: undefined, ...more };
}

function check(node: YamlNode, shape: Shape, problems: ShapeProblem[]): void {
  if (isAbsent(node)) return;
  switch (shape.kind) {
    case 'map':
      if (node.kind !== 'map') problems.push(wrongKind(node, 'a map of keys and values'));
      else checkMembers(node, shape, problems);
      break;
    case 'names':
      if (node.kind !== 'map') problems.push(wrongKind(node, `a map: each ${shape.noun} with its value`));
      else checkNames(node, shape, problems);
      break;
    case 'list':
      if (node.kind !== 'sequence') problems.push(wrongKind(node, "a list: each item on a line that begins with '- '"));
      else for (const item of node.items) check(item, shape.items, problems);
      break;
    case 'choice':
    case 'text':
      checkScalar(node, shape, problems);
  }
}

function checkMembers(node: YamlMap, { members }: MapShape, problems: ShapeProblem[]): void {
  for (const { key, value } of node.pairs) {
    const name = nameOf(key);
    const member = name !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
    if (member !== undefined) check(value, member.shape, problems);
    else if (name === undefined) problems.push(wrongKind(key, 'one of the known keys'));
    else problems.push(problem('key-unknown', key, name, { meant: nearest(name, Object.keys(members)) }));
  }
}

function checkNames(node: YamlMap, { noun, known, values }: NamesShape, problems: ShapeProblem[]): void {
  for (const { key, value } of node.pairs) {
    const name = nameOf(key);
    if (name === undefined) problems.push(wrongKind(key, `the name of a ${noun}`));
    else if (known !== undefined && !Object.hasOwn(known, name)) {
      problems.push(problem('name-unknown', key, name, { noun, meant: nearest(name, Object.keys(known)) }));
    }
    check(value, values, problems);
  }
}

function checkScalar(node: YamlNode, shape: ChoiceShape | TextShape, problems: ShapeProblem[]): void {
  const choices = Object.keys(shape.words ?? {});
  const wanted = shape.kind === 'text' ? shape.wanted : `${choices.length > 1 ? 'one of ' : ''}${choices.join(', ')}`;
  if (node.kind !== 'scalar') {
    problems.push(wrongKind(node, wanted));
  } else if (!accepts(shape, node.text)) {
    const meant = sameWord(node.text, choices) ?? nearest(node.text, choices);
    problems.push(problem('value-unknown', node, wanted, { meant }));
  }
}

/** In another case, or as YAML 1.1 has it. */
function sameWord(text: string, words: readonly string[]): string | undefined {
  const word = text.toLowerCase();
  const meant = /^(?:yes|on)$/.test(word) ? 'true' : /^(?:no|off)$/.test(word) ? 'false' : word;
  return words.find((each) => each.toLowerCase() === meant);
}

export function accepts(shape: ChoiceShape | TextShape, text: string): boolean {
  if (shape.kind === 'choice') return Object.hasOwn(shape.words, text);
  return text !== '' && (shape.pattern === undefined || new RegExp(shape.pattern).test(text));
}

/** Of a large thing only its start is marked. */
function wrongKind(node: YamlNode, wanted: string): ShapeProblem {
  const to = node.kind === 'map' || node.kind === 'sequence' ? node.from : node.to;
  return problem('kind-wrong', { from: node.from, to }, wanted);
}

/** Undefined for a key that is no plain name. */
export function nameOf(key: YamlNode): string | undefined {
  return key.kind === 'scalar' ? key.text : undefined;
}

/** The value of a key; undefined where there is none. */
export function memberOf(node: YamlNode | undefined, name: string): YamlNode | undefined {
  if (node?.kind !== 'map') return undefined;
  const value = node.pairs.findLast(({ key }) => nameOf(key) === name)?.value;
  return value === undefined || isAbsent(value) ? undefined : value;
}
