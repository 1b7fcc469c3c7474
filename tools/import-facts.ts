// Imports the facts tables that were read out of Dovecot's binaries and source (names, types, defaults, values) into
// server/src/knowledge/generated. Run by hand with the folder of the tables: `node tools/import-facts.ts ../shared/facts`.
// The output is committed, so building needs no tables. Only tables from binaries and source are read here: those that
// were selected from documentation are not to be copied.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = Record<string, unknown>;

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: node tools/import-facts.ts FOLDER');

function read(file: string): Json {
  return JSON.parse(readFileSync(join(folder as string, file), 'utf8')) as Json;
}

/** One line per entry, so that a change of the facts is a readable diff. */
function write(output: string, source: string, tables: Readonly<Record<string, unknown>>): void {
  const parts = [`  "source": ${JSON.stringify(source)}`];
  for (const [name, table] of Object.entries(tables)) {
    const rows = Array.isArray(table)
      ? table.map((row) => `    ${JSON.stringify(row)}`)
      : Object.entries(table as Json).map(([key, row]) => `    ${JSON.stringify(key)}: ${JSON.stringify(row)}`);
    const [open, close] = Array.isArray(table) ? ['[', ']'] : ['{', '}'];
    parts.push(`  ${JSON.stringify(name)}: ${open}\n${rows.join(',\n')}\n  ${close}`);
    console.log(`${output}: ${rows.length} ${name}`);
  }
  writeFileSync(join('server/src/knowledge/generated', output), `{\n${parts.join(',\n')}\n}\n`);
}

/** The fields of a raw setting that are kept, in this order, and how they are called here. */
const fields: readonly (readonly [raw: string, ours: string])[] = [
  ['type', 'type'],
  ['default', 'default'],
  ['values', 'values'],
  ['alias_of', 'aliasOf'],
  ['component', 'component'],
  ['required_setting', 'required'],
  ['name_field', 'nameField'],
  ['structs', 'structs'],
  ['is_section_name', 'isSectionName'],
  ['hidden', 'hidden'],
  ['since', 'since'],
];

/** Debian's 2.4.1 has a few settings of later releases, and lacks one of which the source does not tell the release. */
function since(fact: Json): unknown {
  if (fact.in_2_4_1_debian === true) return fact.since === undefined ? undefined : '2.4.1';
  return fact.since ?? (fact.in_2_4_1_debian === false && fact.in_2_4_5_debian === true ? '2.4.2' : undefined);
}

function settings(raw: Json): Json {
  const entries = Object.entries(raw as Record<string, Json>).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([name, fact]) => {
      const kept = fields.flatMap(([from, to]) => {
        const value = from === 'since' ? since(fact) : fact[from];
        return value === undefined || value === null ? [] : [[to, value]];
      });
      return [name, Object.fromEntries(kept)];
    }),
  );
}

interface Seen {
  readonly first: string;
  readonly last: string;
}

/** Settings that only earlier releases of a series have, with the last release that has them. */
function removed(series: string, paths: Readonly<Record<string, string>>): Json {
  const { keys } = (read('since-from-git-tags.json') as Record<string, { keys: Record<string, Seen> }>)[series]!;
  return Object.fromEntries(Object.entries(paths).map(([key, path]) => [path, keys[key]!.last]));
}

const new24 = read('settings-2.4.json');
write('settings-2.4.json', 'memory tables of doveconf 2.4.1 and 2.4.5, Dovecot core source', {
  settings: settings(new24.settings as Json),
  contextDefaults: (new24.context_defaults as Json[]).map(({ path, value }) => [path, value]),
  removed: removed(
    'core-2.4',
    Object.fromEntries((read('settings-2.4.1-only.json') as unknown as string[]).map((name) => [name, name])),
  ),
});
const old23 = read('settings-2.3.json');
write('settings-2.3.json', 'memory tables of doveconf 2.3.19.1, Dovecot core source', {
  settings: settings(old23.settings as Json),
  plugin: Object.keys(old23.plugin_settings_from_source as Json),
  removed: removed('core-2.3', {
    categories: 'metric/categories',
    event_name: 'metric/event_name',
    source_location: 'metric/source_location',
  }),
});
const services = read('services.json');
write('services.json', 'memory tables of doveconf 2.4.5 and 2.3.19.1', {
  new: services.ce_2_4,
  old: services.ce_2_3,
});
const { v2_4, v2_3 } = read('variables.json') as Record<'v2_4' | 'v2_3', Json>;
write('variables.json', 'Dovecot core source, 2.3.19.1 and main', {
  newContexts: v2_4.contexts,
  newFilters: Object.fromEntries(
    Object.entries(v2_4.filters as Record<string, Json>).map(([name, { since }]) => [name, { since }]),
  ),
  newProviders: v2_4.provider_keys,
  newDeprecatedProviders: v2_4.deprecated_provider_keys,
  oldContexts: v2_3.contexts,
  oldModifiers: v2_3.modifiers,
  oldBuiltIn: v2_3.builtin_long,
  oldFunctions: v2_3.functions,
});
const drivers = read('drivers.json') as Record<'v2_4' | 'v2_3', Json>;
const fromSource = (lists: Json) =>
  Object.fromEntries(Object.entries(lists).filter(([name]) => !name.endsWith('_pro')));
write('drivers.json', 'Dovecot core and Pigeonhole source, 2.3.19.1 and main', {
  new: fromSource(drivers.v2_4),
  old: fromSource(drivers.v2_3),
});
const probes = read('probes.json') as Record<'ce_2_4_5' | 'ce_2_3_19', Record<string, Json & string[]>>;
const probed = ({ zero_rejected, empty_rejected, not_in_local_filter }: Record<string, Json & string[]>) => ({
  zeroRejected: Object.keys(zero_rejected!),
  emptyRejected: Object.keys(empty_rejected!),
  notInLocal: [...not_in_local_filter!],
});
write('probes.json', 'runs of doveconf 2.4.5 (-n -x) and 2.3.19 (-n)', {
  new: probed(probes.ce_2_4_5),
  old: probed(probes.ce_2_3_19),
});
write(
  'defaults-history.json',
  'Dovecot core and Pigeonhole source: settings-history; memory tables of doveconf 2.4.1',
  {
    defaults: read('defaults-history.json') as unknown as Json[],
    of241: Object.fromEntries(
      Object.entries(read('default-changes-2.4.1-2.4.5.json') as Record<string, string[]>).map(([name, [before]]) => [
        name,
        before,
      ]),
    ),
  },
);
const { _meta, ...externalFiles } = read('ext-files-2.3.json');
write('ext-files-2.3.json', 'Dovecot core source, 2.3.19.1', { files: externalFiles });
const pro = read('settings-pro.json');
write('pro-build.json', 'Dovecot core main compiled as the Pro edition', {
  configVersions: pro.config_versions_accepted_by_core_head_pro_build,
  defaults: Object.fromEntries(
    Object.entries(pro.struct_default_differences as Record<string, Json>).map(([name, row]) => [
      name,
      row.pro_build_core_head,
    ]),
  ),
  contextDefaults: (pro.context_default_differences as Json[]).map(({ path, pro: value }) => [path, value]),
});
