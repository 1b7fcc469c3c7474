/** Mails in object storage without a local cache. */

import { finalDriver, hasDriver, isWhole, objectDrivers } from '../config/storage/types.ts';
import { insertDriver } from '../lint/chainEdits.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const fscacheMissing = defineRule({
  id: 'fscache-missing',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/fscache/',
  docs: {
    summary: 'The chain for mails has no fscache.',
    why: 'Mail programs fetch a mail in pieces: headers, text, then attachments one by one. Without fscache each piece downloads the whole object again. A small cache on a fast local disk or in memory is enough.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = compress:zstd:3:dictmap:proxy:dict-async:cassandra ; <|sproxyd|>:http://ring.example.com/?class=2&reason_header_max_length=200 ; refcounting-table\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:512M:/var/cache/mails/%4Nu:compress:zstd:3:dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2&reason_header_max_length=200 ; refcounting-table\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs dictmap {\n  }\n  fs <|sproxyd|> {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs fscache {\n    size = 512M\n    path = /var/cache/mails/%{user | sha1 % 4}\n  }\n  fs dictmap {\n  }\n  fs sproxyd {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:1G:/var/cache/mails:dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table\n  obox_index_fs = dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2 ; diff-table\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n@fs_defaults = s3\nobox {\n  fs s3 {\n  }\n}\n',
      },
    ],
  },
  messages: {
    missing: "Every partial fetch reads the whole mail from '{driver}': put fscache first in the chain.",
  },
  check({ configuration, storage, report }) {
    for (const chain of storage.chains) {
      if (chain.role !== 'mail' || !isWhole(chain, configuration) || hasDriver(chain, ['fscache'])) continue;
      const driver = finalDriver(chain);
      if (driver === undefined || !objectDrivers.has(driver.name.text)) continue;
      const edit = insertDriver(chain.drivers[0]!, 'fscache:512M:/var/cache/mails/%4Nu:', [
        'fs fscache {',
        '\tsize = 512M',
        '\tpath = /var/cache/mails/%{user | sha1 % 4}',
        '}',
      ]);
      const title = 'Insert fscache (create the folder for the mail user, on a fast local disk)';
      const data = { driver: driver.name.text };
      report({ at: driver.name, message: 'missing', data, fixes: [{ title, safe: false, edits: [edit] }] });
    }
  },
});
