/** Index bundles in object storage without compression. */

import { finalDriver, hasDriver, isWhole, objectDrivers } from '../config/storage/types.ts';
import { insertCompression } from '../lint/chainEdits.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const indexCompressionRecommended = defineRule({
  id: 'index-compression-recommended',
  dialects: palomarAndUpgrade,
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/compression/',
  docs: {
    summary: 'Index bundles go to object storage uncompressed.',
    why: 'Index bundles are written often and shrink to a quarter when they are compressed. That saves space, traffic and the time of every upload and download.',
    exceptions:
      'The fix reads uncompressed bundles, too. All backends must have it before the first of them writes a compressed one.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  <|obox_index_fs|> = dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2&reason_header_max_length=200 ; diff-table\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_index_fs = compress:maybe-zstd:3:dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2&reason_header_max_length=200 ; diff-table\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n<|metacache|> {\n  fs dictmap {\n  }\n  fs sproxyd {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache {\n  fs compress {\n    write_method = zstd\n    read_plain_fallback = yes\n  }\n  fs dictmap {\n  }\n  fs sproxyd {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_index_fs = dictmap:proxy:dict-async:cassandra ; compress:zstd:3:sproxyd:http://ring.example.com/?class=2 ; diff-table\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_index_fs = posix:prefix=/data/\n}\n',
      },
    ],
  },
  messages: {
    plain: 'Index bundles are stored uncompressed: compress makes them about a quarter of their size.',
  },
  check({ configuration, storage, report }) {
    for (const chain of storage.chains) {
      if (chain.role !== 'index' || !isWhole(chain, configuration) || hasDriver(chain, ['compress'])) continue;
      const driver = finalDriver(chain);
      if (driver === undefined || !objectDrivers.has(driver.name.text)) continue;
      const title = 'Compress with zstd, and still read what is not compressed (on all backends together)';
      report({
        at: chain.holder,
        message: 'plain',
        fixes: [{ title, safe: false, edits: [insertCompression(chain)] }],
      });
    }
  },
});
