/** An `fs compress` block that compresses nothing. */

import { allChains } from '../config/storage/types.ts';
import { nameInBlock } from '../lint/chainEdits.ts';
import { insertIntoSection } from '../lint/edits.ts';
import { defineRule, replace } from '../lint/rule.ts';

export const compressMethodMissing = defineRule({
  id: 'compress-method-missing',
  dialects: ['ce-2.4', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/summaries/settings.html',
  docs: {
    summary: "A chain has 'fs compress', but no method to compress with.",
    why: "Without 'fs_compress_write_method' the block only reads what was compressed before; what is new is written as it is, in full size.",
    exceptions: 'Who has given up compression and still reads old objects may leave it so.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache {\n  fs <|compress|> {\n  }\n  fs posix {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache {\n  fs compress {\n    write_method = zstd\n    read_plain_fallback = yes\n  }\n  fs posix {\n  }\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_ext_attachment {\n  fs squeeze {\n    fs_driver = <|compress|>\n  }\n  fs posix {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_ext_attachment {\n  fs squeeze {\n    fs_compress_write_method = zstd\n    fs_compress_read_plain_fallback = yes\n    fs_driver = compress\n  }\n  fs posix {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nfs_compress_write_method = zstd\nmail_ext_attachment {\n  fs compress {\n  }\n  fs posix {\n  }\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n!include_try {{ storage }}.conf\nmetacache {\n  fs compress {\n  }\n  fs posix {\n  }\n}\n',
      },
    ],
  },
  messages: {
    missing: "Nothing is compressed here: set 'fs_compress_write_method', for instance to zstd.",
  },
  check({ configuration, storage, report }) {
    if (!configuration.complete) return;
    for (const { drivers } of allChains(storage)) {
      for (const driver of drivers) {
        const { name, section, get } = driver;
        if (name.text !== 'compress' || section === undefined) continue;
        const method = get('fs_compress_write_method');
        if (method !== undefined && method.text !== '') continue;
        const { document } = name;
        const lines = [
          `${nameInBlock(driver, 'fs_compress_write_method')} = zstd`,
          `${nameInBlock(driver, 'fs_compress_read_plain_fallback')} = yes`,
        ];
        const title = 'Compress with zstd, and still read what is not compressed';
        const edits =
          method === undefined
            ? [insertIntoSection({ document, section }, lines)]
            : [replace(method, 'zstd'), insertIntoSection({ document, section }, lines.slice(1))];
        report({ at: name, message: 'missing', fixes: [{ title, safe: false, edits }] });
      }
    }
  },
});
