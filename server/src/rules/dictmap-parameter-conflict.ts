/** Settings of dictmap that do not go together, or whose values defeat their purpose. */

import type { Configuration } from '../config/configuration.ts';
import { plain } from '../config/entries.ts';
import { isKnown } from '../config/holes.ts';
import type { Located } from '../config/located.ts';
import { type Dictmap, dictmaps, dictmapValue, isDictmapOn, ownDictmapValue } from '../config/storage/dictmap.ts';
import { removeDictmapSetting } from '../lint/dictmapParameter.ts';
import { defineRule, type Fix, type Report, replace } from '../lint/rule.ts';

const plugins = 'mail_plugins = $mail_plugins obox lazy_expunge\n';
const old = (parameters: string) =>
  `dovecot_config_version = 3.0.5\n${plugins}plugin {\n  lazy_expunge = EXPUNGED\n  obox_fs = dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table:nlinks-limit=3:delete-timestamp=+10s:${parameters}\n}\n`;
const blocks = (parameters: string) =>
  `dovecot_config_version = 3.1.2\nobox {\n  fs dictmap {\n${parameters}  }\n  fs s3 {\n  }\n}\n`;

type MessageId = 'noCache' | 'sharedCache' | 'size' | 'days' | 'migrate' | 'both';

export const dictmapParameterConflict = defineRule({
  id: 'dictmap-parameter-conflict',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: 'Settings of dictmap contradict each other, or have values that do not work.',
    why: 'Buckets are counted in a file of each user: without it dictmap cannot use them, and one file for all users mixes their numbers. Buckets of more than 10000 mails make partitions that slow Cassandra down. Migration to object IDs works below a prefix only.',
    exceptions:
      'Warnings: a shared cache, large buckets, migration without a prefix. Hints: deleted days other than 11, which is one more than the usual gc_grace_seconds of the table and right with another one; and prefix with passthrough, whose conflict is a conclusion from what the two are for.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: blocks(
          '    storage_objectid_prefix = %{user}/mails/\n    bucket_cache_path = <|/var/lib/dovecot/buckets.cache|>\n',
        ),
        fixed: blocks('    storage_objectid_prefix = %{user}/mails/\n    bucket_cache_path = %{home}/buckets.cache\n'),
      },
      {
        dialect: 'pro-3.1',
        text: blocks('    storage_objectid_prefix = %{user}/mails/\n    bucket_cache_path = "<||>"\n'),
        fixed: blocks(
          '    storage_objectid_prefix = %{user}/mails/\n    bucket_cache_path = "%{home}/buckets.cache"\n',
        ),
      },
      {
        dialect: 'pro-3.0',
        text: old('bucket-size=<|100000|>:bucket-cache=%h/buckets.cache:bucket-deleted-days=11'),
        fixed: old('bucket-size=10000:bucket-cache=%h/buckets.cache:bucket-deleted-days=11'),
      },
      {
        dialect: 'pro-3.0',
        text: old('bucket-size=10000:bucket-cache=%h/buckets.cache:bucket-deleted-days=<|10|>'),
        fixed: old('bucket-size=10000:bucket-cache=%h/buckets.cache:bucket-deleted-days=11'),
      },
      {
        dialect: 'pro-3.0',
        text: old(
          'bucket-size=10000:bucket-cache=%h/buckets.cache:bucket-deleted-days=11:<|storage-objectid-migrate|>',
        ),
      },
      {
        dialect: 'pro-3.1',
        text: blocks('    storage_objectid_prefix = %{user}/mails/\n    storage_passthrough_paths = <|full|>\n'),
        fixed: blocks('    storage_objectid_prefix = %{user}/mails/\n'),
      },
    ],
    good: [
      { dialect: 'pro-3.1', text: blocks('    storage_objectid_prefix = %{user}/mails/\n') },
      {
        dialect: 'pro-3.0',
        text: old('bucket-size=5000:bucket-cache=%h/buckets.cache:bucket-deleted-days=11'),
      },
      {
        dialect: 'pro-3.0',
        text: old(
          'bucket-size=10000:bucket-cache=/srv/%u/buckets.cache:bucket-deleted-days=11:storage-objectid-migrate:storage-objectid-prefix=%u/mails/',
        ),
      },
      {
        dialect: 'pro-3.1',
        text: blocks('    storage_objectid_prefix = %{user}/mails/\n    bucket_size = {{ size }}\n'),
      },
    ],
  },
  messages: {
    noCache: "Buckets need a file that counts them: set it to '{home}/buckets.cache'.",
    sharedCache: "This is one file for all users: put it into their home, '{home}/buckets.cache'.",
    size: 'Use buckets of 10000 mails: larger partitions slow Cassandra down.',
    days: 'This is usually 11: one day more than gc_grace_seconds, which is 10 days unless the table says otherwise.',
    migrate: 'Migration to object IDs does nothing without a prefix for them.',
    both: 'Passing paths through is for indexes, a prefix for mails: a chain needs one of the two.',
  },
  check({ configuration, storage, report }) {
    for (const dictmap of dictmaps(storage.chains)) {
      for (const problem of [...buckets(dictmap), ...objectIds(configuration, dictmap)]) report(problem);
    }
  },
});

function buckets(dictmap: Dictmap): Report<MessageId>[] {
  const size = plain(ownDictmapValue(dictmap, 'fs_dictmap_bucket_size'));
  const days = plain(ownDictmapValue(dictmap, 'fs_dictmap_bucket_deleted_days'));
  const problems: Report<MessageId>[] = [];
  if (size !== undefined && numberOf(size) > 10_000) {
    problems.push({ at: size, message: 'size', severity: 'warning', fixes: [setTo(size, '10000')] });
  }
  if (days !== undefined && numberOf(days) !== 11 && Number(dictmapValue(dictmap, 'fs_dictmap_bucket_size')) > 0) {
    problems.push({ at: days, message: 'days', severity: 'hint', fixes: [setTo(days, '11')] });
  }
  return [...problems, ...bucketCache(dictmap)];
}

function bucketCache(dictmap: Dictmap): Report<MessageId>[] {
  const cache = ownDictmapValue(dictmap, 'fs_dictmap_bucket_cache_path');
  if (cache === undefined || !isKnown(cache.text) || !(Number(dictmapValue(dictmap, 'fs_dictmap_bucket_size')) > 0)) {
    return [];
  }
  const home = dictmap.grammar === 'old' ? '%h' : '%{home}';
  const fixes = [setTo(cache, `${home}/buckets.cache`)];
  const data = { home };
  if (cache.text === '' || cache.text === 'bucket-cache') return [{ at: cache, message: 'noCache', data, fixes }];
  if (cache.text.includes('%') || !cache.text.startsWith('/')) return [];
  return [{ at: cache, message: 'sharedCache', data, severity: 'warning', fixes }];
}

function objectIds(configuration: Configuration, dictmap: Dictmap): Report<MessageId>[] {
  const { driver } = dictmap;
  const migrate = ownDictmapValue(dictmap, 'fs_dictmap_storage_objectid_migrate');
  const passthrough = ownDictmapValue(dictmap, 'fs_dictmap_storage_passthrough_paths');
  const prefix = driver.get('fs_dictmap_storage_objectid_prefix');
  const problems: Report<MessageId>[] = [];
  const migrates = migrate !== undefined && isDictmapOn(dictmap, 'fs_dictmap_storage_objectid_migrate') === true;
  if (migrates && prefix === undefined && driver.complete) {
    problems.push({ at: migrate, message: 'migrate', severity: 'warning' });
  }
  if (prefix !== undefined && prefix.text !== '' && /^(?:full|read-only)$/.test(passthrough?.text ?? '')) {
    const title = 'Do not pass paths through (only before anything is stored by this chain)';
    const edits = removeDictmapSetting(configuration, driver, passthrough!);
    problems.push({ at: passthrough!, message: 'both', severity: 'hint', fixes: [{ title, safe: false, edits }] });
  }
  return problems;
}

function numberOf({ text }: Located): number {
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

function setTo(value: Located, text: string): Fix {
  return { title: `Set it to ${text}`, safe: false, edits: [replace(value, text)] };
}
