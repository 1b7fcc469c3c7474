// The form of every teaching entry, and that it teaches something that Dovecot knows.

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { dialectName, dialects, type Grammar, grammarOf } from '../../server/src/knowledge/dialect.ts';
import externals from '../../server/src/knowledge/generated/ext-files-2.3.json' with { type: 'json' };
import settings23 from '../../server/src/knowledge/generated/settings-2.3.json' with { type: 'json' };
import settings24 from '../../server/src/knowledge/generated/settings-2.4.json' with { type: 'json' };
import { findSetting } from '../../server/src/knowledge/lookup.ts';
import { allChildNames, newSettingNames } from '../../server/src/knowledge/names.ts';
import { storageSettings } from '../../server/src/knowledge/settings/index.ts';
import { newTeaching, oldTeaching } from '../../server/src/knowledge/teaching/index.ts';
import type { Teaching } from '../../server/src/knowledge/types.ts';
import { wordsOfSetting } from '../../server/src/knowledge/words/index.ts';
import { parse } from '../../server/src/parser/parser.ts';

interface Known {
  readonly type: string;
  readonly values?: readonly string[];
}

const removed = Object.fromEntries(Object.keys(settings24.removed).map((name) => [name, { type: 'str' }]));
const knownNew: Record<string, Known> = { ...settings24.settings, ...removed };
const knownOld: Record<string, Known> = {
  ...settings23.settings,
  ...Object.fromEntries(settings23.plugin.map((name) => [`plugin/${name}`, { type: 'str' }])),
};
const storage = {
  new: new Set(storageSettings.flatMap((setting) => setting.new?.name ?? [])),
  old: new Set(storageSettings.flatMap((setting) => setting.old?.name ?? [])),
};

const entries: Record<Grammar, [string, Teaching][]> = {
  new: newTeaching.flatMap((teachings) => Object.entries(teachings)),
  old: oldTeaching.flatMap((teachings) => Object.entries(teachings)),
};

/** A key of one of 2.3's external files, as `dovecot-ldap.conf.ext/dnpass`. */
function isExternal(path: string): boolean {
  const file = path.slice(0, path.indexOf('/'));
  return Object.hasOwn(externals.files, file);
}

/** A name that `seeAlso`, `old` or `replacedBy` may give. */
function exists(name: string, grammar: Grammar): boolean {
  if (grammar === 'new') return Object.hasOwn(knownNew, name) || storage.new.has(name);
  // Beyond what stands in the source, plugins of 2.3 read names that are put together (`quota_rule2`).
  return Object.hasOwn(knownOld, name) || isExternal(name) || name.startsWith('plugin/') || storage.old.has(name);
}

describe('files', () => {
  for (const grammar of ['new', 'old'] as const) {
    const tables = grammar === 'new' ? newTeaching : oldTeaching;
    test(`of ${grammar} are alphabetical and of a readable size`, () => {
      const folder = `server/src/knowledge/teaching/${grammar}`;
      const names = existsSync(folder) ? readdirSync(folder) : [];
      assert.equal(names.length, tables.length);
      for (const table of tables) {
        const keys = Object.keys(table);
        assert.deepEqual(keys, keys.toSorted());
        assert.ok(keys.length <= 60, `${keys[0]}…: ${keys.length} entries`);
      }
    });

    test(`of ${grammar} teach nothing twice, and nothing that the storage settings teach`, () => {
      const seen = new Set<string>();
      for (const [name] of entries[grammar]) {
        assert.ok(!seen.has(name), `${name} stands twice`);
        seen.add(name);
        if (grammar === 'new') assert.ok(!storage.new.has(name), `${name} is a storage setting`);
      }
    });
  }
});

for (const grammar of ['new', 'old'] as const) {
  describe(`teaching of the ${grammar} grammar`, () => {
    const known = grammar === 'new' ? knownNew : knownOld;

    for (const [name, teaching] of entries[grammar]) {
      test(name, () => {
        const { summary, details, values, example, seeAlso, old, replacedBy } = teaching;
        assert.ok(exists(name, grammar), 'Dovecot knows it');
        assert.ok(summary.length <= 110, `${summary.length} characters: ${summary}`);
        assert.match(summary, /^[\p{Lu}`][^\n]*[^.]\.$/u);
        assert.doesNotMatch(summary, /^(This|The|A|An|It) /);
        assert.doesNotMatch(summary, /\.\s+\p{Lu}/u, 'one sentence');
        if (details !== undefined) {
          assert.match(details, /[.)]$/);
          assert.ok(details.split(/\.\s+(?=[`\p{Lu}\d])/u).length <= 3, 'at most three sentences');
        }
        const fact = known[name];
        for (const [value, text] of Object.entries(values ?? {})) assert.match(text, /^[\p{Lu}`].*[.)]$/u, value);
        if (fact?.values !== undefined) {
          const words = Object.keys(wordsOfSetting(name, grammar) ?? {});
          assert.deepEqual(
            [...words, ...Object.keys(values ?? {})].toSorted(),
            fact.values.filter((value) => value !== '').toSorted(),
            'every value is explained once',
          );
        }
        for (const other of seeAlso ?? []) {
          assert.notEqual(other, name);
          assert.ok(exists(other, grammar), `seeAlso ${other}`);
        }
        for (const path of old ?? []) assert.ok(grammar === 'new' && exists(path, 'old'), `old ${path}`);
        if (typeof replacedBy === 'string')
          assert.ok(grammar === 'old' && exists(replacedBy, 'new'), `replacedBy ${replacedBy}`);
        if (example !== undefined) assertExample(example, grammar, name);
      });
    }

    test('summaries differ from each other', () => {
      const seen = new Map<string, string>();
      for (const [name, { summary }] of entries[grammar]) {
        assert.ok(!seen.has(summary), `${name} and ${seen.get(summary)}: ${summary}`);
        seen.set(summary, name);
      }
    });
  });
}

function assertExample(example: string, grammar: Grammar, name: string): void {
  const { errors } = parse(`${example}\n`, name.includes('.conf.ext/') ? 'ext' : grammar);
  assert.deepEqual(errors, [], example);
  for (const line of example.split('\n')) {
    const secret = /(?:password|secret|dnpass|nonce|_api_key)\w* = (\S+)/.exec(line);
    if (secret !== null) assert.match(secret[1]!, /CHANGEME|^[<%$]|^[A-Z]|^(yes|no|\/\S+)$/, line);
  }
}

test('nothing is left undescribed', () => {
  for (const dialect of dialects) {
    const grammar = grammarOf(dialect);
    const all =
      grammar === 'new'
        ? newSettingNames().map((name) => findSetting('new', 'setting', name))
        : allChildNames().map(({ section, name }) =>
            section === 'plugin'
              ? findSetting('old', 'plugin', name)
              : findSetting('old', 'setting', section === '' ? name : `${section}/${name}`),
          );
    const undescribed = all.filter((setting) => setting === undefined || setting.summary === '');
    console.log(`${dialectName(dialect)}: ${all.length} settings, ${undescribed.length} undescribed`);
    assert.deepEqual(
      undescribed.map((setting) => setting?.[grammar]?.name),
      [],
    );
  }
});
