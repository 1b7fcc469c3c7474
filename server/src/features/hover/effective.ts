/** What a setting amounts to where it is written: when another place wins, when this one wins over others. */

import type { Configuration, Entry } from '../../config/configuration.ts';
import { isBuiltIn } from '../../config/effective/groups.ts';
import {
  type EffectiveSetting,
  effectiveDefault,
  effectiveSetting,
  type Source,
} from '../../config/effective/setting.ts';
import { type Situation, situationOf } from '../../config/effective/situation.ts';
import { type EffectiveTree, effectiveTree } from '../../config/effective/tree.ts';
import { maskSecrets } from '../../text/secrets.ts';
import type { HoverNote } from './place.ts';

/** Where the tree of what a configuration amounts to has an assignment. */
interface Stored {
  readonly tree: EffectiveTree;
  readonly name: string;
  /** Of the list `name`. */
  readonly element: string | undefined;
  readonly situation: Situation;
}

function storedAt(configuration: Configuration, entry: Entry): Stored {
  const tree = effectiveTree(configuration);
  const list = tree.listOf(entry.scope);
  const situation = situationOf(tree.scopeOf(entry.scope));
  return list === undefined
    ? { tree, name: entry.setting, element: undefined, situation }
    : { tree, name: list, element: entry.setting, situation };
}

/** The default in exactly this place, for the Dovecot that the configuration is written for. */
export function defaultAt(configuration: Configuration, entry: Entry): string | undefined {
  const { tree, name, element, situation } = storedAt(configuration, entry);
  return element === undefined ? effectiveDefault(tree, name, situation) : undefined;
}

export interface Effective {
  /** A sentence without a place to go to. */
  readonly text?: string;
  readonly notes: readonly HoverNote[];
}

const nothing: Effective = { notes: [] };

/** Silent unless other assignments have a say, and where it is not known whether all are read. */
export function effectiveAt(configuration: Configuration, entry: Entry): Effective {
  if (!configuration.allRead) return nothing;
  const { tree, name, element, situation } = storedAt(configuration, entry);
  const setting = effectiveSetting(tree, name, situation);
  const sources = setting.sources.filter(
    ({ assigned }) => element === undefined || assigned.element === undefined || assigned.element === element,
  );
  const isOwn = ({ assigned }: Source) => assigned.entry === entry;
  const others = sources.filter((source) => !isOwn(source));
  // What is not there is stored under another name.
  if (others.length === 0 || others.length === sources.length) return nothing;
  if (element !== undefined) return ofElement(setting, element, entry, others);
  if (setting.items !== undefined) {
    const elements = setting.items.map((item) => item.element).join(' ');
    return introduced(`Effective: ${code(elements)}`, others);
  }
  const winner = sources.find(({ won }) => won);
  if (winner === undefined || isOwn(winner)) return { notes: notesOf('Wins over what is set in', others) };
  return decidedBy(winner, shown(name, setting.expanded ?? setting.text ?? ''));
}

function ofElement(
  { items = [] }: EffectiveSetting,
  element: string,
  entry: Entry,
  others: readonly Source[],
): Effective {
  const item = items.find((each) => each.element === element);
  const decides = others.find(({ assigned }) => assigned === item?.assigned);
  if (decides !== undefined) return decidedBy(decides, shown(element, item!.text));
  if (item === undefined && entry.statement.value.content.text !== 'no') {
    return introduced('Effective: not in the list', others);
  }
  return { notes: notesOf('Wins over what is set in', others) };
}

/** A sentence about a list, and where else something is said about it. */
function introduced(sentence: string, others: readonly Source[]): Effective {
  const [first, ...rest] = notesOf('Also set in', others);
  if (first === undefined) return { text: sentence, notes: [] };
  return { notes: [{ ...first, text: `${sentence}, also set in` }, ...rest] };
}

function decidedBy(source: Source, value: string): Effective {
  if (isBuiltIn(source.assigned.entry.document)) {
    return { text: `Effective: ${value}, set by Dovecot’s own group ${code(source.group ?? '')}`, notes: [] };
  }
  const group = source.group === undefined ? '' : ` by ${code(source.group)}`;
  return { notes: notesOf(`Effective: ${value}, set${group} in`, [source]) };
}

/** More would fill the screen. */
const maxNotes = 5;

function notesOf(text: string, sources: readonly Source[]): HoverNote[] {
  return sources
    .filter(({ assigned }) => !isBuiltIn(assigned.entry.document))
    .slice(-maxNotes)
    .map(({ assigned: { entry } }) => ({ text, document: entry.document, span: entry.statement.key }));
}

const maxLength = 120;

/** A value on one line; of a secret only the mask. */
function shown(name: string, value: string): string {
  const line = maskSecrets(`${name} = ${value.replace(/\s+/g, ' ')}`).slice(`${name} = `.length);
  return code(line.length > maxLength ? `${line.slice(0, maxLength)}…` : line);
}

function code(text: string): string {
  return text === '' ? '(empty)' : text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
