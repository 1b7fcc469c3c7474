/** What one setting is in a situation, and every place that had a say in it. */

import { formerDefault, type PlacedDefault, placedDefaults } from '../../knowledge/defaults.ts';
import { findFact, isListSetting } from '../../knowledge/facts.ts';
import { defaultServices } from '../../knowledge/services.ts';
import { formatValue, listDefaults, plainDefault } from './defaults.ts';
import { groupsOf } from './groups.ts';
import { foldList, type ListItem } from './lists.ts';
import type { Assigned, EffectiveScope } from './scope.ts';
import { compareNumbers, filtersIn, type Situation, scopesIn, weightOf } from './situation.ts';
import type { EffectiveTree } from './tree.ts';
import { splitWords } from './values.ts';

/** An assignment with a say, and whether it decides. */
export interface Source {
  readonly assigned: Assigned;
  readonly scope: EffectiveScope;
  /** The `@label = name` that brought it; undefined for what stands in a scope itself. */
  readonly group: string | undefined;
  readonly won: boolean;
}

export interface EffectiveSetting {
  readonly name: string;
  /** As it is written, or the default; undefined for lists, and for what has neither. */
  readonly text: string | undefined;
  /** With other settings filled in; undefined where files or the environment decide. */
  readonly expanded: string | undefined;
  /** The elements of a list, those that are taken out of it left out. */
  readonly items: readonly ListItem[] | undefined;
  /** In reading order; none for a default. */
  readonly sources: readonly Source[];
}

interface Layer {
  readonly scope: EffectiveScope;
  readonly group: string | undefined;
}

/** `name` is a full name in the new grammar, and in the old one as it stands in its section. */
export function effectiveSetting(tree: EffectiveTree, name: string, situation: Situation): EffectiveSetting {
  return new Lookup(tree, situation).setting(name, []);
}

/** Several settings in one situation. */
export function effectiveSettings(
  tree: EffectiveTree,
  names: Iterable<string>,
  situation: Situation,
): EffectiveSetting[] {
  const lookup = new Lookup(tree, situation);
  return [...names].map((name) => lookup.setting(name, []));
}

/** What a setting is in a situation where nothing sets it; undefined for lists, and for what is nothing then. */
export function effectiveDefault(tree: EffectiveTree, name: string, situation: Situation): string | undefined {
  return new Lookup(tree, situation).default(name);
}

/** The assignment that decides a setting; undefined where nothing sets it. */
export function decidingAssignment(tree: EffectiveTree, name: string, situation: Situation): Assigned | undefined {
  for (const { scope } of layersIn(tree, situation)) {
    const last = scope.last(name);
    if (last !== undefined) return last;
  }
  return undefined;
}

/** The scopes that hold, each followed by the groups that it includes; the decisive one first. */
function layersIn(tree: EffectiveTree, situation: Situation): Layer[] {
  return scopesIn(tree.top, situation, tree.grammar).flatMap((scope) => [
    { scope, group: undefined },
    ...groupsOf(scope, tree).flatMap(({ use, scope: group }) =>
      [group, ...filtersIn(group, situation.inside)]
        .sort((a, b) => compareNumbers(weightOf(b), weightOf(a)))
        .map((inner) => ({ scope: inner, group: use })),
    ),
  ]);
}

class Lookup {
  readonly #tree: EffectiveTree;
  readonly #situation: Situation;
  readonly #layers: readonly Layer[];

  constructor(tree: EffectiveTree, situation: Situation) {
    this.#tree = tree;
    this.#situation = situation;
    this.#layers = layersIn(tree, situation);
  }

  /** `outer` are the settings that are being filled in: one that comes again has no value. */
  setting(name: string, outer: readonly string[]): EffectiveSetting {
    return this.#isList(name) ? this.#list(name) : this.#plain(name, outer);
  }

  #isList(name: string): boolean {
    if (this.#tree.grammar === 'new') return isListSetting(name);
    return findFact(this.#oldPath(name), 'old')?.type === 'strlist';
  }

  #plain(name: string, outer: readonly string[]): EffectiveSetting {
    const deciding = this.#layers.find(({ scope }) => scope.last(name) !== undefined)?.scope.last(name);
    const text = deciding?.text ?? this.default(name);
    const needsFilling = deciding === undefined ? text?.includes('$') : deciding.expanded === undefined;
    return {
      name,
      text,
      expanded:
        needsFilling === true ? this.#filledIn(text!, deciding, [...outer, name]) : (deciding?.expanded ?? text),
      items: undefined,
      sources: this.#sources(name, new Set(deciding === undefined ? [] : [deciding])),
    };
  }

  /** From the outermost layer to the decisive one: each adds to, takes from or replaces what there is. */
  #list(name: string): EffectiveSetting {
    const assignments = this.#layers.toReversed().flatMap(({ scope }) => scope.settings.get(name) ?? []);
    const all = foldList(assignments, this.#listDefaults(name)).items;
    const items =
      findFact(name, this.#tree.grammar)?.type === 'strlist' ? all : all.filter(({ text }) => text !== 'no');
    const won = new Set(items.flatMap(({ assigned }) => assigned ?? []));
    return { name, text: undefined, expanded: undefined, items, sources: this.#sources(name, won) };
  }

  #sources(name: string, won: ReadonlySet<Assigned>): Source[] {
    const sources = this.#layers.flatMap(({ scope, group }) =>
      (scope.settings.get(name) ?? []).map((assigned) => ({ assigned, scope, group, won: won.has(assigned) })),
    );
    return sources.sort((a, b) => a.assigned.order - b.assigned.order);
  }

  /** `$SET:name`; undefined where something else is to be filled in, or a setting depends on itself. */
  #filledIn(text: string, assigned: Assigned | undefined, outer: readonly string[]): string | undefined {
    const isOld = this.#tree.grammar === 'old';
    // The old grammar fills in when it reads; what is left open then stays open.
    if (assigned !== undefined && (isOld || assigned.entry.statement.value.style !== 'bare')) return undefined;
    const mark = isOld ? '$' : '$SET:';
    const words = splitWords(text).map((word) => {
      if (word.startsWith('$ENV:')) return undefined;
      if (!word.startsWith(mark)) return word;
      const name = word.slice(mark.length);
      return outer.includes(name) ? undefined : this.setting(name, outer).expanded;
    });
    return words.includes(undefined) ? undefined : words.join(' ');
  }

  default(name: string): string | undefined {
    const tree = this.#tree;
    if (tree.grammar === 'old') return this.#oldDefault(name);
    const [best] = this.#placed(name).filter(({ element }) => element === undefined);
    const inside = best?.inside ?? [];
    const text = formerDefault(name, inside, tree) ?? best?.text;
    const fact = findFact(name, 'new');
    if (text === undefined) return plainDefault(name, tree);
    return fact === undefined ? text : formatValue(fact, text, 'new');
  }

  /** Defaults inside filters that are in force, the most specific first. */
  #placed(name: string): PlacedDefault[] {
    const { inside } = this.#situation;
    const lists = (placed: PlacedDefault) => placed.inside.filter((label) => label.includes(':')).length;
    return placedDefaults(name, this.#tree)
      .filter((placed) => placed.inside.every((label) => inside.includes(label)))
      .toSorted((a, b) => lists(b) - lists(a) || b.inside.length - a.inside.length);
  }

  #listDefaults(name: string): ListItem[] {
    if (this.#tree.grammar === 'old') return [];
    const places = new Map(this.#placed(name).map(({ inside }) => [inside.join('/'), inside]));
    return [...places.values()].toReversed().flatMap((inside) => listDefaults(name, inside, this.#tree));
  }

  #oldDefault(name: string): string | undefined {
    let sections = defaultServices('old');
    let found: string | undefined;
    for (const label of this.#situation.inside) {
      const section = sections.find((candidate) => `${candidate.filter}:${candidate.name}` === label);
      found = section?.settings.get(name);
      sections = section?.sections ?? [];
    }
    const path = this.#oldPath(name);
    const fact = findFact(path, 'old');
    return found !== undefined && fact !== undefined ? formatValue(fact, found, 'old') : plainDefault(path, this.#tree);
  }

  /** `service/unix_listener/mode`. */
  #oldPath(name: string): string {
    return [...this.#situation.inside.map((label) => label.replace(/:.*$/s, '')), name].join('/');
  }
}
