/** Groups: where `@label = name` is defined and what it brings, and where a group is included. */

import { findGroup } from '../../config/effective/groups.ts';
import type { EffectiveScope } from '../../config/effective/scope.ts';
import { effectiveTree } from '../../config/effective/tree.ts';
import { touches } from '../../text/span.ts';
import { sameThing } from '../references.ts';
import { type AssignmentPlace, type HoverInfo, type HoverNote, headOf, type SectionPlace } from './place.ts';

export function groupHover(place: AssignmentPlace | SectionPlace): HoverInfo | undefined {
  const named = place.kind === 'section' ? definedAt(place) : usedAt(place);
  if (named === undefined) return undefined;
  const { label, name } = named;
  const tree = effectiveTree(place.configuration);
  const group = findGroup(label, name, tree);
  if (group === undefined) return undefined;
  const wanted = place.kind === 'section' ? 'use' : 'definition';
  const notes = occurrencesOf(place, label, name, wanted);
  const origin = wanted === 'definition' && notes.length === 0 ? ' of Dovecot itself' : '';
  const head = `**\`${label} = ${name}\`** — Group${origin}.`;
  return { span: named.span, markdown: [head, ...contentOf(group)].join('\n\n'), notes };
}

function definedAt({ statement }: SectionPlace) {
  const { label, name } = statement;
  if (label === undefined || name === undefined) return undefined;
  return { label: label.text, name: name.text, span: headOf(statement) };
}

function usedAt({ statement: { key, value }, entry, offset }: AssignmentPlace) {
  if (entry === undefined || !key.text.startsWith('@')) return undefined;
  const span = [key, value].find((part) => touches(part, offset));
  return span && { label: key.text, name: value.content.text, span };
}

/** More would fill the screen. */
const maxNotes = 5;
const maxNames = 15;

function occurrencesOf(
  { configuration, document, offset }: AssignmentPlace | SectionPlace,
  label: string,
  name: string,
  wanted: 'use' | 'definition',
): HoverNote[] {
  const text = wanted === 'definition' ? 'Defined in' : 'Included in';
  return sameThing(configuration, { kind: 'group', key: `${label} ${name}` })
    .filter(({ isDefinition }) => isDefinition === (wanted === 'definition'))
    .filter(({ at }) => at.document !== document || !touches(at.span, offset))
    .slice(0, maxNotes)
    .map(({ at }) => ({ text, document: at.document, span: at.span }));
}

/** Names only: values may be secrets. */
function contentOf({ settings, children }: EffectiveScope): string[] {
  const sections = [...children].map(({ filter, name }) => (name === undefined ? filter : `${filter} ${name}`));
  const names = [...settings.keys(), ...sections];
  if (names.length === 0) return [];
  const shown = names.slice(0, maxNames).map((name) => `\`${name}\``);
  const more = names.length > maxNames ? ` and ${names.length - maxNames} more` : '';
  return [`Brings: ${shown.join(', ')}${more}`];
}
