// The form of every word, and that every word that Dovecot's sources list is described.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import drivers from '../../server/src/knowledge/generated/drivers.json' with { type: 'json' };
import services from '../../server/src/knowledge/generated/services.json' with { type: 'json' };
import {
  findWord,
  isWordOf,
  type Words,
  wordsOfSectionName,
  wordsOfSetting,
} from '../../server/src/knowledge/words/index.ts';
import { wordLists } from '../../server/src/knowledge/words/lists.ts';

const lists = Object.entries(wordLists) as [string, Words][];

for (const [list, words] of lists) {
  describe(list, () => {
    test('is alphabetical', () => {
      const keys = Object.keys(words);
      assert.ok(keys.length > 0);
      assert.deepEqual(keys, keys.toSorted());
    });

    for (const [name, { summary, details, dialects, replacedBy }] of Object.entries(words)) {
      test(name, () => {
        assert.ok(summary.length <= 110, `${summary.length} characters: ${summary}`);
        assert.match(summary, /^(?:[\p{Lu}`]|doveadm |crypt\(\) |bcrypt|bzip2|gzip|memcached)[^\n]*[^.]\.$/u);
        assert.doesNotMatch(summary, /^(This|The|A|An|It) /);
        assert.doesNotMatch(summary, /\.\s+\p{Lu}/u, 'one sentence');
        if (details !== undefined) {
          assert.match(details, /[.)]$/);
          assert.ok(details.split(/\.\s+(?=[`\p{Lu}\d])/u).length <= 3, 'at most three sentences');
        }
        if (dialects !== undefined) assert.ok(dialects.length > 0 && dialects.length < 5, 'some, but not all');
        if (replacedBy !== undefined) {
          assert.ok(Object.hasOwn(words, replacedBy), `${replacedBy} is a word of the list`);
          assert.equal(words[replacedBy]!.replacedBy, undefined, `${replacedBy} is replaced itself`);
        }
      });
    }

    test('has no summary twice', () => {
      const summaries = Object.values(words).map(({ summary }) => summary);
      assert.deepEqual(
        summaries.filter((summary, index) => summaries.indexOf(summary) !== index),
        [],
      );
    });
  });
}

/** What the sources of one grammar list, as `list/word`. */
function listed(source: Readonly<Record<string, unknown>>, lists: Readonly<Record<string, keyof typeof wordLists>>) {
  return Object.entries(lists).flatMap(([key, list]) => {
    const words = source[key] as readonly string[] | undefined;
    assert.ok(words !== undefined && words.length > 0, key);
    return words.map((word) => [list, word] as const);
  });
}

const both = {
  dict: 'dict',
  fs: 'fs',
  fts: 'fts',
  mail_plugins: 'plugins',
  doveadm_plugins: 'plugins',
  mailbox_list_layout: 'layout',
  passdb: 'passdb',
  password_schemes: 'passwordSchemes',
  protocols: 'protocols',
  sasl_mechanisms: 'mechanisms',
  sieve_plugins: 'sievePlugins',
  sql: 'sql',
  userdb: 'userdb',
} as const;

const checked = {
  imap_client_workarounds: 'imapWorkarounds',
  imapc_features: 'imapcFeatures',
  lmtp_client_workarounds: 'lmtpWorkarounds',
  pop3_client_workarounds: 'pop3Workarounds',
} as const;

function listeners(service: Readonly<Record<string, unknown>>): (readonly [keyof typeof wordLists, string])[] {
  const { listeners: byKind, unix_listeners: unix, inet_listeners: inet } = service;
  if (byKind === undefined) {
    return [
      ...(unix as { path: string }[]).map(({ path }) => ['unixListeners', path] as const),
      ...(inet as { name: string }[]).map(({ name }) => ['inetListeners', name] as const),
    ];
  }
  const { unix_listener: own = {}, inet_listener: net = {} } = byKind as Record<string, object>;
  return [
    ...Object.keys(own).map((name) => ['unixListeners', name] as const),
    ...Object.keys(net).map((name) => ['inetListeners', name] as const),
  ];
}

describe('every word that Dovecot lists is described', () => {
  const { new: current, old } = drivers;
  const all = {
    new: [
      ...listed(current, {
        ...both,
        compression: 'compression',
        event_exporter: 'eventExporter',
        fts_decoder_driver: 'ftsDecoder',
        fts_third_party: 'fts',
        language_filters: 'languageFilters',
        language_tokenizers: 'languageTokenizers',
        mail_driver: 'mailDriver',
        protocol_filter_names: 'protocolFilters',
        quota_driver: 'quota',
        sieve_script_driver: 'sieveScriptDriver',
        sieve_script_type: 'sieveScriptType',
      }),
      ...listed(current.check_lists, {
        ...checked,
        dsync_features: 'dsyncFeatures',
        mail_attachment_detection_options: 'attachmentDetection',
        pop3c_features: 'pop3cFeatures',
        submission_client_workarounds: 'submissionWorkarounds',
      }),
    ],
    old: [
      ...listed(old, {
        ...both,
        mail_location: 'mailDriver',
        protocols_obsolete: 'protocols',
        quota_backend: 'quota',
      }),
      ...listed(old.check_lists, checked),
    ],
  };
  for (const grammar of ['new', 'old'] as const) {
    const own = Object.entries(services[grammar]) as [string, Readonly<Record<string, unknown>>][];
    const words = [
      ...all[grammar],
      ...own.map(([name]) => ['services', name] as const),
      ...own.flatMap(([, service]) => listeners(service)),
    ];
    test(`in the ${grammar} grammar`, () => {
      const missing = words.filter(([list, word]) => findWord(wordLists[list], word) === undefined);
      assert.deepEqual(missing, []);
      console.log(`${grammar}: ${words.length} words`);
    });

    test(`in the ${grammar} grammar, with dialects that fit`, () => {
      const dialect = grammar === 'new' ? 'ce-2.4' : 'ce-2.3';
      const wrong = words.filter(([list, word]) => !isWordOf(findWord(wordLists[list], word)!, dialect));
      assert.deepEqual(wrong, []);
    });
  }
});

describe('lists are found', () => {
  test('by a setting and by a section', () => {
    assert.equal(wordsOfSetting('mail_plugins', 'new'), wordLists.plugins);
    assert.equal(wordsOfSetting('passdb/driver', 'old'), wordLists.passdb);
    assert.equal(wordsOfSectionName('service', 'old'), wordLists.services);
    assert.equal(wordsOfSetting('constructor', 'new'), undefined);
  });

  test('mechanisms and schemes in any case, names of the object prototype never', () => {
    assert.equal(findWord(wordLists.mechanisms, 'plain'), wordLists.mechanisms.PLAIN);
    assert.equal(findWord(wordLists.plugins, 'toString'), undefined);
  });
});
