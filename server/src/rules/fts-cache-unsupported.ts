/** fts-cache in a chain that stores no search indexes. */

import { chainNames } from '../config/storage/types.ts';
import { removeDriver } from '../lint/chainEdits.ts';
import { defineRule } from '../lint/rule.ts';

const old = (cache: string) =>
  `dovecot_config_version = 3.0.5\nplugin {\n  obox_index_fs = ${cache}compress:zstd:3:dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/?class=2&reason_header_max_length=200 ; diff-table\n}\n`;
const blocks = (cache: string) =>
  `dovecot_config_version = 3.1.2\nfs_compress_write_method = zstd\nmetacache {\n${cache}  fs compress {\n  }\n  fs dictmap {\n  }\n  fs sproxyd {\n  }\n}\n`;

export const ftsCacheUnsupported = defineRule({
  id: 'fts-cache-unsupported',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/fts-dovecot-plugin/',
  docs: {
    summary: 'The wrapper fts-cache stands in a chain for mails or index bundles.',
    why: 'fts-cache knows the files of search indexes and holds them back on the local disk. Mails and index bundles must reach the storage at once.',
    exceptions: 'That it does harm elsewhere is a conclusion from what it is for, so this is a hint.',
    bad: [
      { dialect: 'pro-3.0', text: old('<|fts-cache|>:'), fixed: old('') },
      { dialect: 'pro-3.1', text: blocks('  fs <|fts-cache|> {\n  }\n'), fixed: blocks('') },
    ],
    good: [
      { dialect: 'pro-3.0', text: old('') },
      { dialect: 'pro-3.1', text: blocks('') },
    ],
  },
  messages: {
    elsewhere: 'fts-cache is for search indexes only: take it out of the {role} chain.',
  },
  check({ storage, report }) {
    for (const chain of storage.chains) {
      const driver = chain.role === 'fts' ? undefined : chain.drivers.find(({ name }) => name.text === 'fts-cache');
      if (driver === undefined) continue;
      report({
        at: driver.name,
        message: 'elsewhere',
        data: { role: chainNames[chain.role] },
        fixes: [{ title: 'Take fts-cache out', safe: false, edits: [removeDriver(driver)] }],
      });
    }
  },
});
