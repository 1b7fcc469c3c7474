/** A chain of wrappers with nothing inside that stores. */

import { allChains, isWhole, wrapperDrivers } from '../config/storage/types.ts';
import { defineRule } from '../lint/rule.ts';

export const fsStorageMissing = defineRule({
  id: 'fs-storage-missing',
  dialects: ['ce-2.3', 'pro-2.3', 'pro-3.0', 'ce-2.4', 'pro-3.1'],
  severity: 'error',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecot.org/main/core/config/fs.html',
  docs: {
    summary: 'A storage chain ends with a wrapper.',
    why: 'Wrappers such as fscache, compress and dictmap pass on what they are given. The last driver must be one that stores: sproxyd, aws-s3, s3, azure or posix. Without it Dovecot refuses the chain as soon as it is used.',
    noFix: 'Which storage the chain is for only you know.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache {\n  fs <|crypt|> {\n  }\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = fscache:512M:/var/cache/mails/%4Nu:<|compress|>:zstd:3:\n}\n',
      },
      { dialect: 'ce-2.3', text: 'mail_attachment_fs = <|sis|>\nplugin {\n}\n' },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'mail_attachment_fs = sis posix\nplugin {\n}\n' },
      { dialect: 'pro-2.3', text: 'plugin {\n  obox_fs = fscache:512M:/var/cache/mails:{{ storage }}\n}\n' },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache {\n  fs crypt {\n  }\n}\n!include {{ storage }}.conf\n',
      },
    ],
  },
  messages: {
    missing: "'{driver}' only passes on what it is given: a driver that stores must follow it, such as s3 or posix.",
  },
  check({ configuration, storage, report }) {
    for (const chain of allChains(storage)) {
      const last = chain.drivers[chain.drivers.length - 1];
      if (last === undefined || !isWhole(chain, configuration)) continue;
      // The test driver stores nothing and wraps nothing.
      if (!wrapperDrivers.has(last.name.text) || last.name.text === 'test') continue;
      report({ at: last.name, message: 'missing', data: { driver: last.name.text } });
    }
  },
});
