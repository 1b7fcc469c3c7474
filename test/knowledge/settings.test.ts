import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { grammarOf } from '../../server/src/knowledge/dialect.ts';
import { azureSettings } from '../../server/src/knowledge/settings/azure.ts';
import { cassandraSettings } from '../../server/src/knowledge/settings/cassandra.ts';
import { clusterSettings } from '../../server/src/knowledge/settings/cluster.ts';
import { dictSettings } from '../../server/src/knowledge/settings/dict.ts';
import { dictmapSettings } from '../../server/src/knowledge/settings/dictmap.ts';
import { fsHttpSettings } from '../../server/src/knowledge/settings/fs-http.ts';
import { fsWrapperSettings } from '../../server/src/knowledge/settings/fs-wrappers.ts';
import { ftsSettings } from '../../server/src/knowledge/settings/fts.ts';
import { storageSettings } from '../../server/src/knowledge/settings/index.ts';
import { mailSettings } from '../../server/src/knowledge/settings/mail.ts';
import { metacacheSettings } from '../../server/src/knowledge/settings/metacache.ts';
import { oboxSettings } from '../../server/src/knowledge/settings/obox.ts';
import { posixSettings } from '../../server/src/knowledge/settings/posix.ts';
import { s3Settings } from '../../server/src/knowledge/settings/s3.ts';
import { scalitySettings } from '../../server/src/knowledge/settings/scality.ts';
import type { Setting, Spelling } from '../../server/src/knowledge/types.ts';

const files: Record<string, readonly Setting[]> = {
  azure: azureSettings,
  cassandra: cassandraSettings,
  cluster: clusterSettings,
  dict: dictSettings,
  dictmap: dictmapSettings,
  'fs-http': fsHttpSettings,
  'fs-wrappers': fsWrapperSettings,
  fts: ftsSettings,
  mail: mailSettings,
  metacache: metacacheSettings,
  obox: oboxSettings,
  posix: posixSettings,
  s3: s3Settings,
  scality: scalitySettings,
};

const facts = new URL('../../../shared/facts/', import.meta.url);

function spellings(setting: Setting): Spelling[] {
  return [setting.old, setting.new].filter((spelling) => spelling !== undefined);
}

function nameOf(setting: Setting): string {
  return (setting.new ?? setting.old)!.name;
}

const allNames = new Set(storageSettings.flatMap((setting) => spellings(setting).map((spelling) => spelling.name)));

test('the index holds every file', () => {
  const all = Object.values(files).flat();
  assert.equal(storageSettings.length, all.length);
  assert.deepEqual(new Set(storageSettings), new Set(all));
});

test('entries are alphabetical in their file', () => {
  for (const [file, settings] of Object.entries(files)) {
    const names = settings.map(nameOf);
    assert.deepEqual(names, names.toSorted(), file);
  }
});

test('every entry has a spelling, each spelling a dialect of its own grammar', () => {
  for (const setting of storageSettings) {
    assert.ok(setting.old ?? setting.new);
    for (const side of ['old', 'new'] as const) {
      const spelling = setting[side];
      if (spelling === undefined) continue;
      assert.ok(spelling.dialects.length > 0, spelling.name);
      for (const dialect of spelling.dialects) assert.equal(grammarOf(dialect), side, spelling.name);
    }
  }
});

test('place and drivers go together', () => {
  for (const { name, place, drivers } of storageSettings.flatMap(spellings)) {
    assert.equal(place === 'fs-uri', drivers !== undefined && drivers.length > 0, name);
  }
});

test('a place, name and driver mean one thing within a grammar', () => {
  for (const side of ['old', 'new'] as const) {
    const seen = new Set<string>();
    for (const setting of storageSettings) {
      const spelling = setting[side];
      if (spelling === undefined) continue;
      for (const driver of spelling.drivers ?? ['']) {
        const key = [spelling.place, spelling.name, driver].join(' ');
        assert.ok(!seen.has(key), `${side} ${key} stands twice`);
        seen.add(key);
      }
    }
  }
});

test('what was removed does not claim a dialect that is later', () => {
  for (const { name, removed, dialects } of storageSettings.flatMap(spellings)) {
    if (removed === undefined) continue;
    assert.match(removed, /^\d+(\.\d+){1,3}$/, name);
    assert.ok(!dialects.includes('pro-3.0') && !dialects.includes('pro-3.1'), name);
  }
});

test('what came with 3.0 does not claim 2.3', () => {
  for (const { name, since, dialects } of storageSettings.flatMap(spellings)) {
    if (since === undefined) continue;
    assert.match(since, /^\d+(\.\d+){1,3}$/, name);
    if (since.startsWith('3.')) assert.ok(!dialects.includes('pro-2.3') && !dialects.includes('ce-2.3'), name);
  }
});

test('summaries are one short sentence', () => {
  for (const setting of storageSettings) {
    const { summary } = setting;
    const where = `${nameOf(setting)}: ${summary}`;
    assert.ok(summary.length <= 110, where);
    assert.match(summary, /^\p{Lu}[^\n]*[^.]\.$/u, where);
    assert.doesNotMatch(summary, /^(This|The|A|An|It) /, where);
    assert.doesNotMatch(summary, /\.\s+\p{Lu}/u, where);
  }
});

test('summaries differ from each other', () => {
  const seen = new Map<string, string>();
  for (const setting of storageSettings) {
    const earlier = seen.get(setting.summary);
    const drivers = setting.old?.drivers?.join() ?? '';
    if (earlier !== undefined) assert.notEqual(earlier, drivers, `${nameOf(setting)}: ${setting.summary}`);
    seen.set(setting.summary, drivers);
  }
});

test('every entry teaches: one to three sentences of details, an example, a page', () => {
  for (const setting of storageSettings) {
    const name = nameOf(setting);
    const sentences = (setting.details ?? '').split(/\.\s+(?=[`\p{Lu}\d])/u).length;
    assert.ok(setting.details?.endsWith('.') && sentences <= 3, `${name}: ${sentences} sentences`);
    assert.match(setting.source, /^https:\/\/doc\.dovecot(pro)?\.(org|com)\/\S+$/, name);
    assert.ok(setting.example, name);
  }
});

test('examples are lines that Dovecot reads: an assignment, or a block that opens and closes on lines of its own', () => {
  for (const setting of storageSettings) {
    let depth = 0;
    for (const line of setting.example?.split('\n') ?? []) {
      if (line.endsWith(' {')) depth++;
      else if (line.trim() === '}') depth--;
      else assert.match(line, /^ *[^ =]+ = \S/, nameOf(setting));
    }
    assert.equal(depth, 0, nameOf(setting));
  }
});

test('examples carry no secret', () => {
  for (const setting of storageSettings) {
    if (!/(_|^)(password|secret|key)$/.test(nameOf(setting)) || setting.type !== 'string') continue;
    assert.match(setting.example ?? '', /CHANGEME/, nameOf(setting));
  }
});

test('related settings exist', () => {
  for (const setting of storageSettings) {
    for (const name of setting.seeAlso ?? []) {
      assert.ok(allNames.has(name), `${nameOf(setting)} points to ${name}`);
      assert.notEqual(name, nameOf(setting));
    }
    assert.equal(new Set(setting.seeAlso).size, setting.seeAlso?.length ?? 0, nameOf(setting));
  }
});

test('enums, and only enums, list their values', () => {
  for (const setting of storageSettings) {
    const name = nameOf(setting);
    assert.equal(setting.type === 'enum', setting.values !== undefined, name);
    for (const [value, meaning] of Object.entries(setting.values ?? {})) {
      assert.match(meaning, /^\p{Lu}.*\.$/u, `${name} = ${value}`);
    }
    if (setting.values === undefined) continue;
    for (const { default: value } of spellings(setting)) {
      if (value !== undefined) assert.ok(Object.hasOwn(setting.values, value), `${name}: default ${value}`);
    }
  }
});

test('defaults parse under their type', () => {
  const forms: Partial<Record<Setting['type'], RegExp>> = {
    bool: /^(yes|no|0|1)$/,
    uint: /^\d+$/,
    port: /^\d+$/,
    octal: /^0[0-7]+$/,
    size: /^\d+ ?([kMGT]?B?)$/i,
    time: /^\d+ ?(s|secs?|m|mins?|h|hours?|d|days?|w|weeks?)?$/,
    time_msecs: /^\d+ ?(ms|msecs?|s|secs?|m|mins?|h|hours?|d|days?|w|weeks?)?$/,
  };
  for (const setting of storageSettings) {
    const form = forms[setting.type];
    for (const { default: value } of spellings(setting)) {
      if (form !== undefined && value !== undefined) assert.match(value, form, nameOf(setting));
    }
  }
});

test('times, sizes and counts say their unit', () => {
  for (const setting of storageSettings) {
    if (['time', 'time_msecs', 'size'].includes(setting.type)) assert.ok(setting.unit, nameOf(setting));
  }
});

/** What stands in backticks in the tables although it is no name of a setting. */
const notNames = new Set([
  'recovered-lost-folder-',
  'a',
  'metacache',
  'https',
  'user-sas',
  'mail-crypt',
  'fts-cache',
  'metawrap',
  'randomfail',
  'sis',
  'sis-queue',
  'crypt',
  'mail_crypt_global',
  'proxy',
  'fscache',
  'compress',
  'sproxyd',
  'scality',
  'value',
  'field',
  'type',
]);

/** The names that a table cell gives in shortened form. */
const spelledOut: Record<string, string[]> = {
  _copies: ['obox_max_parallel_copies'],
  _deletes: ['obox_max_parallel_deletes'],
  _msecs: [
    'connect_timeout_msecs',
    'absolute_timeout_msecs',
    'read_timeout_msecs',
    'write_timeout_msecs',
    'delete_timeout_msecs',
  ],
  'read_/write_/delete_max_retries': ['read_max_retries', 'write_max_retries', 'delete_max_retries'],
  'http_client_{read,write,delete}_request_max_attempts': ['read', 'write', 'delete'].map(
    (kind) => `http_client_${kind}_request_max_attempts`,
  ),
  'read_/write_/delete_consistency': ['read_consistency', 'write_consistency', 'delete_consistency'],
  '*_fallback_consistency': ['read', 'write', 'delete'].map((kind) => `${kind}_fallback_consistency`),
};

function namesOf(chunk: string): string[] {
  if (spelledOut[chunk] !== undefined) return spelledOut[chunk];
  if (chunk.includes('*')) return [];
  const name = /^@?[a-z][\w-]*/.exec(chunk)?.[0];
  return name === undefined || notNames.has(name) ? [] : [name];
}

test('every setting of the storage facts is covered', (t) => {
  const path = new URL('pro-storage-facts.md', facts);
  if (!existsSync(path)) return t.skip('no ../shared/facts here');
  const text = readFileSync(path, 'utf8');
  const section = text.slice(text.indexOf('### 2.2 '), text.indexOf('### 2.14 '));
  const lines = section.split('\n').filter((line) => line.startsWith('|') || line.startsWith('`fts_dovecot_'));
  const names = lines.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].flatMap((match) => namesOf(match[1]!)));
  assert.ok(names.length > 250, 'the tables are where they were');
  assert.deepEqual(
    [...new Set(names)].filter((name) => !allNames.has(name)),
    [],
  );
});

/** Type words of the tables that were read out of the binaries, in our vocabulary. */
const typeWords: Record<string, readonly string[]> = {
  bool: ['bool'],
  uint: ['uint'],
  uint_oct: ['octal'],
  size: ['size'],
  time: ['time'],
  time_msecs: ['time_msecs'],
  in_port: ['port'],
  str: ['string', 'path', 'url', 'file', 'enum'],
  str_novars: ['string'],
  enum: ['enum'],
  file: ['file'],
  strlist: ['strlist'],
  boollist: ['boollist'],
  named_filter: ['named_filter'],
  named_list_filter: ['named_list_filter'],
};

/** `1 min` and `60000ms` → 60000; `128k` → 131072; anything else as it is. */
function comparable(value: string): string {
  const match = /^(\d+) ?([a-z]*)$/i.exec(value);
  const factors: Record<string, number> = { ms: 1, s: 1000, secs: 1000, min: 60_000, k: 1024 };
  const factor = match?.[2] ? factors[match[2]] : 1;
  return match === null || factor === undefined ? value : String(Number(match[1]) * factor);
}

test('types and defaults agree with the binaries where these know the setting', (t) => {
  const path = new URL('settings-2.4.json', facts);
  if (!existsSync(path)) return t.skip('no ../shared/facts here');
  const binary: Record<string, { type: string; default?: string; values?: string[] }> = JSON.parse(
    readFileSync(path, 'utf8'),
  ).settings;
  let checked = 0;
  for (const setting of storageSettings) {
    const spelling = setting.new;
    const fact = spelling?.place === 'setting' ? binary[spelling.name] : undefined;
    if (spelling === undefined || fact === undefined) continue;
    checked++;
    assert.ok(typeWords[fact.type]?.includes(setting.type), `${spelling.name} is ${fact.type} in the binary`);
    assert.ok(spelling.dialects.includes('ce-2.4'), `${spelling.name} is in CE`);
    if (spelling.default !== undefined && fact.default !== undefined) {
      assert.equal(comparable(spelling.default), comparable(fact.default), spelling.name);
    }
    for (const value of fact.values ?? []) assert.ok(setting.values?.[value], `${spelling.name} = ${value}`);
  }
  assert.ok(checked > 120, `${checked} settings compared`);
});
