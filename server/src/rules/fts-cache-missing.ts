/** Search indexes on object storage without the cache that gathers changes. */

import { finalDriver, hasDriver, isWhole, objectDrivers } from '../config/storage/types.ts';
import { insertDriver } from '../lint/chainEdits.ts';
import { defineRule } from '../lint/rule.ts';

const old = (chain: string) => `dovecot_config_version = 3.0.5\nplugin {\n  fts_dovecot_fs = ${chain}\n}\n`;
const chain =
  'dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/?class=1&reason_header_max_length=200 ; dict-prefix=%u/fts/';
const blocks = (cache: string, storage: string) =>
  `dovecot_config_version = 3.1.2\nfts dovecot {\n${cache}  fs dictmap {\n  }\n  fs ${storage} {\n  }\n}\n`;

export const ftsCacheMissing = defineRule({
  id: 'fts-cache-missing',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/fts-dovecot-plugin/',
  docs: {
    summary: 'The chain for search indexes is on object storage and has no fts-cache.',
    why: 'fts-cache keeps new parts of the index on the local disk until they are worth an upload. Without it every delivered mail writes objects to the storage and deletes others.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: old(chain.replace('sproxyd', '<|sproxyd|>')),
        fixed: old(`fts-cache:${chain}`),
      },
      {
        dialect: 'pro-3.1',
        text: blocks('', '<|sproxyd|>'),
        fixed: blocks('  fs fts-cache {\n  }\n', 'sproxyd'),
      },
    ],
    good: [
      { dialect: 'pro-3.0', text: old(`fts-cache:${chain}`) },
      { dialect: 'pro-3.0', text: old('posix:prefix=/data/fts/%u/') },
      { dialect: 'pro-3.1', text: `@fts_fs_defaults = s3\n${blocks('', 's3')}` },
    ],
  },
  messages: {
    missing: "Put fts-cache in front: without it every delivery writes and deletes objects in '{driver}'.",
  },
  check({ storage, configuration, report }) {
    for (const chain of storage.chains) {
      const driver = finalDriver(chain);
      if (chain.role !== 'fts' || driver === undefined || !isWhole(chain, configuration)) continue;
      if (!objectDrivers.has(driver.name.text) || hasDriver(chain, ['fts-cache'])) continue;
      const edits = [insertDriver(chain.drivers[0]!, 'fts-cache:', ['fs fts-cache {', '}'])];
      report({
        at: driver.name,
        message: 'missing',
        data: { driver: driver.name.text },
        fixes: [{ title: 'Insert fts-cache', safe: true, edits }],
      });
    }
  },
});
