/** Mails compressed twice: by the mail plugin, and again by the storage chain. */

import type { Entry } from '../config/configuration.ts';
import { plain, plainValue } from '../config/entries.ts';
import { isPluginLoaded } from '../config/mailPlugins.ts';
import { proEntries } from '../config/storage/proSettings.ts';
import type { FsChain } from '../config/storage/types.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';
import { removeSetting } from '../lint/settingEdits.ts';

/** The plugins that compress mails, by the setting that makes them do it. */
const plugins = [
  { plugin: 'zlib', setting: 'zlib_save' },
  { plugin: 'mail_compress', setting: 'mail_compress_save' },
  { plugin: 'mail_compress', setting: 'mail_compress_write_method' },
];

export const compressionConflict = defineRule({
  id: 'compression-conflict',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/compression/',
  docs: {
    summary: 'Mails are compressed by a mail plugin and again by compress in the storage chain.',
    why: 'The second compression saves nothing. Mails that the plugin compressed stay compressed in fscache, so every partial read has to unpack the whole mail into a temporary file. compress behind fscache in the chain does the same work once.',
    exceptions: 'The plugin stays loaded: it still reads the mails that it compressed before.',
    bad: [
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox zlib\nplugin {\n  <|zlib_save|> = zstd\n  obox_fs = fscache:512M:/var/cache/mails:compress:zstd:3:posix:prefix=/data/\n}\n',
        fixed:
          'mail_plugins = obox zlib\nplugin {\n  obox_fs = fscache:512M:/var/cache/mails:compress:zstd:3:posix:prefix=/data/\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox mail_compress\n<|mail_compress_write_method|> = gz\nobox {\n  fs compress {\n    write_method = zstd\n  }\n  fs posix {\n    prefix = /data/\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox mail_compress\nobox {\n  fs compress {\n    write_method = zstd\n  }\n  fs posix {\n    prefix = /data/\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox zlib\nplugin {\n  zlib_save = zstd\n  obox_fs = fscache:512M:/var/cache/mails:posix:prefix=/data/\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox mail_compress\nmail_compress_write_method = gz\nobox {\n  fs compress {\n  }\n  fs posix {\n    prefix = /data/\n  }\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox\nplugin {\n  zlib_save = zstd\n  obox_fs = compress:zstd:3:posix:prefix=/data/\n}\n',
      },
    ],
  },
  messages: {
    twice: "The storage chain compresses mails already, so '{setting}' compresses them twice: remove it.",
  },
  check({ configuration, storage, report }) {
    const chain = storage.chains.find((candidate) => candidate.role === 'mail' && isCompressing(candidate));
    if (chain === undefined) return;
    for (const { plugin, setting } of plugins) {
      if (isPluginLoaded(configuration, plugin) !== true) continue;
      for (const entry of proEntries(configuration, setting).filter(isSet)) {
        const { document, statement } = entry;
        const fix = { title: `Remove ${setting}`, safe: true, edits: removeSetting(configuration, statement) };
        const related = [{ ...chain.holder, message: 'This chain compresses, too.' }];
        report({ at: { document, span: statement.key }, message: 'twice', data: { setting }, fixes: [fix], related });
      }
    }
  },
});

function isCompressing({ drivers }: FsChain): boolean {
  const wrapper = drivers.find(({ name }) => name.text === 'compress');
  return (plain(wrapper?.get('fs_compress_write_method'))?.text ?? '') !== '';
}

function isSet(entry: Entry): boolean {
  return (plainValue(entry)?.text ?? '') !== '';
}
