/** Settings of the core that obox wants otherwise than their defaults are. */

import { findIn } from '../config/effective/find.ts';
import { plainValue } from '../config/entries.ts';
import { isUnset } from '../config/storage/proSettings.ts';
import { oboxBackend } from '../config/storage/types.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';
import { addLines } from '../lint/settingEdits.ts';

export const oboxSettingRecommended = defineRule({
  id: 'obox-setting-recommended',
  dialects: palomarAndUpgrade,
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/',
  docs: {
    summary: 'A setting has not the value that is recommended for obox.',
    why: 'Local files are only a cache with obox: waiting until they are on the disk (mail_fsync) costs time and saves nothing, because a crashed backend throws its cache away. Without mail_prefetch_count mails are fetched one after the other, each with the delay of the object storage; it also decides how many are written, copied and deleted at once. Temporary files in mail_temp_dir are written for every mail that passes, so they belong into memory.',
    exceptions:
      'Whether a folder is in memory cannot be seen: of mail_temp_dir only /var/tmp is judged, which outlives a restart.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox\nmail_fsync = never\nmail_driver = <|obox|>\nobox {\n  fs posix {\n    prefix = /data/\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox\nmail_fsync = never\nmail_prefetch_count = 10\nmail_driver = obox\nobox {\n  fs posix {\n    prefix = /data/\n  }\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_fsync = <|optimized|>\nmail_prefetch_count = 20\nplugin {\n  obox_fs = posix:prefix=/data/\n}\n',
        fixed:
          'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_fsync = never\nmail_prefetch_count = 20\nplugin {\n  obox_fs = posix:prefix=/data/\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_fsync = never\nmail_prefetch_count = 20\nmail_temp_dir = <|/var/tmp|>\nplugin {\n  obox_fs = posix:prefix=/data/\n}\n',
        fixed:
          'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_fsync = never\nmail_prefetch_count = 20\nmail_temp_dir = /dev/shm\nplugin {\n  obox_fs = posix:prefix=/data/\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_fsync = never\nmail_prefetch_count = 10\nmail_temp_dir = /tmp\nplugin {\n  obox_fs = posix:prefix=/data/\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n@cluster_defaults = backend\nmail_driver = obox\nmail_fsync = $ENV:FSYNC\nobox {\n  fs posix {\n  }\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\n',
      },
    ],
  },
  messages: {
    fsync: "With obox 'mail_fsync = never' is recommended: a crashed backend throws its local cache away anyway.",
    prefetch:
      "'mail_prefetch_count' is 0, so mails are fetched from the storage one by one: 10 to 100 is good for obox.",
    memory: 'Every mail that passes is written to mail_temp_dir: choose a folder in memory.',
  },
  check({ configuration, storage, report }) {
    const format = oboxBackend(storage);
    if (format === undefined) return;
    for (const { setting, message, value, safe, isWrong, isWrongByDefault } of recommendations) {
      const found = plainValue(findIn(configuration, setting, ''));
      if (found !== undefined && isWrong(found.text)) {
        const fix = { title: `Set ${setting} to ${value}`, safe, edits: [replace(found, value)] };
        report({ at: found, message, fixes: [fix] });
      } else if (isWrongByDefault && isUnset(configuration, setting)) {
        const edits = [addLines(configuration, format.entry, [`${setting} = ${value}`])];
        report({ at: format.driver, message, fixes: [{ title: `Set ${setting} to ${value}`, safe, edits }] });
      }
    }
  },
});

const recommendations = [
  {
    setting: 'mail_fsync',
    message: 'fsync',
    value: 'never',
    safe: true,
    isWrong: (text: string) => text !== 'never',
    isWrongByDefault: true,
  },
  {
    setting: 'mail_prefetch_count',
    message: 'prefetch',
    value: '10',
    safe: true,
    isWrong: (text: string) => /^0*$/.test(text),
    isWrongByDefault: true,
  },
  {
    setting: 'mail_temp_dir',
    message: 'memory',
    value: '/dev/shm',
    safe: false,
    isWrong: (text: string) => /^\/var\/tmp(?:\/|$)/.test(text),
    isWrongByDefault: false,
  },
] as const;
