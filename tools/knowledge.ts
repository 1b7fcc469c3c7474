// `npm run knowledge`: per dialect, how many settings of the facts tables are known, described, hovered and offered by
// completion in their place. Names what is missing.

import { completion } from '../server/src/features/completion.ts';
import { hover } from '../server/src/features/hover.ts';
import { type Dialect, dialectName, dialects, grammarOf, isPro } from '../server/src/knowledge/dialect.ts';
import { findSetting } from '../server/src/knowledge/lookup.ts';
import { allChildNames, newSettingNames } from '../server/src/knowledge/names.ts';
import type { Setting } from '../server/src/knowledge/types.ts';
import { memoryProject, uriOf } from '../test/support/memory.ts';

interface Known {
  /** The name as it is written, with the sections that lead to it. */
  readonly name: string;
  readonly sections: readonly string[];
  readonly setting: Setting | undefined;
}

function settingsOf(dialect: Dialect): Known[] {
  if (grammarOf(dialect) === 'new') {
    return newSettingNames().map((name) => ({ name, sections: [], setting: findSetting('new', 'setting', name) }));
  }
  return allChildNames().map(({ section, name }) => {
    const isPlugin = section === 'plugin';
    const path = section === '' || isPlugin ? name : `${section}/${name}`;
    return {
      name,
      sections: section === '' ? [] : section.split('/'),
      setting: findSetting('old', isPlugin ? 'plugin' : 'setting', path),
    };
  });
}

const versions: Record<Dialect, string> = {
  'ce-2.3': '',
  'pro-2.3': '',
  'pro-3.0': 'dovecot_config_version = 3.0.5\n',
  'ce-2.4': 'dovecot_config_version = 2.4.1\n',
  'pro-3.1': 'dovecot_config_version = 3.1.2\n',
};

/** Opens the sections that a setting of the old grammar stands in. */
function around(sections: readonly string[], line: string): { text: string; offset: number } {
  const open = sections.map((section) => (section === 'plugin' ? `${section} {\n` : `${section} x {\n`)).join('');
  return { text: `${open}${line}\n${'}\n'.repeat(sections.length)}`, offset: open.length };
}

function analyse(dialect: Dialect, text: string) {
  const target = { dialect, release: undefined };
  const project = memoryProject({ 'dovecot.conf': `${versions[dialect]}${text}` }, { target });
  const [configuration] = project.configurationsFor(uriOf('dovecot.conf'));
  if (configuration === undefined) throw new Error('The text cannot be read.');
  return { project, configuration, shift: versions[dialect].length };
}

function hasHover(dialect: Dialect, { name, sections, setting }: Known): boolean {
  const isBlock = setting?.type === 'named_filter' || setting?.type === 'strlist';
  const line = isBlock ? `${name} {\n}` : setting?.type === 'named_list_filter' ? `${name} x {\n}` : `${name} = x`;
  const { text, offset } = around(sections, line);
  const { configuration, shift } = analyse(dialect, text);
  return hover(configuration, configuration.root, shift + offset + 1)?.markdown.includes('Type:') === true;
}

/** The labels offered inside a list of sections. */
function offered(dialect: Dialect, sections: readonly string[]): Set<string> {
  const { text, offset } = around(sections, '');
  const { project, configuration, shift } = analyse(dialect, text);
  const found = completion(configuration, configuration.root, shift + offset, project.locating(configuration));
  return new Set(found.map(({ label }) => label));
}

let isComplete = true;
for (const dialect of dialects) {
  const all = settingsOf(dialect).filter(({ setting }) => {
    const grammar = grammarOf(dialect);
    return setting === undefined || setting[grammar]!.dialects.includes(dialect);
  });
  const offers = new Map<string, Set<string>>();
  const missing = {
    known: all.filter(({ setting }) => setting === undefined),
    described: all.filter(({ setting }) => setting === undefined || setting.summary === ''),
    hovered: all.filter((known) => !hasHover(dialect, known)),
    offered: all.filter(({ name, sections }) => {
      const place = sections.join('/');
      let labels = offers.get(place);
      if (labels === undefined) {
        labels = offered(dialect, sections);
        offers.set(place, labels);
      }
      return !labels.has(name);
    }),
  };
  const counts = Object.entries(missing).map(([what, names]) => `${all.length - names.length} ${what}`);
  console.log(`${dialectName(dialect)}: ${all.length} settings: ${counts.join(', ')}`);
  for (const [what, names] of Object.entries(missing)) {
    if (names.length === 0) continue;
    const mayWait = what === 'described' && grammarOf(dialect) === 'old' && !isPro(dialect);
    if (!mayWait) isComplete = false;
    const listed = names.slice(0, 20).map(({ name, sections }) => [...sections, name].join('/'));
    console.log(`  not ${what}: ${listed.join(' ')}${names.length > 20 ? ` … and ${names.length - 20} more` : ''}`);
  }
}
process.exitCode = isComplete ? 0 : 1;
