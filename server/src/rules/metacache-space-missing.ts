/** Metacache without a limit of the space that it may fill. */

import { findProSetting, isUnset } from '../config/storage/proSettings.ts';
import { oboxBackend } from '../config/storage/types.ts';
import { amountOf } from '../config/values/amount.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';
import { addProSetting } from '../lint/settingEdits.ts';

const placeholder = 'CHANGEME_SIZE';

export const metacacheSpaceMissing = defineRule({
  id: 'metacache-space-missing',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/obox-plugin/',
  docs: {
    summary: "'metacache_max_space' is not set, so nothing limits the local index cache.",
    why: 'Metacache removes old indexes only when they pass metacache_max_space. Without a limit the disk of the backend fills up until no user can log in. Give it about nine tenths of the disk; the space counts for all users of the backend together.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox\nmail_fsync = never\nmail_prefetch_count = 10\nmail_location = <|obox|>:%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = posix:prefix=/data/\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox\nmail_fsync = never\nmail_prefetch_count = 10\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  metacache_max_space = CHANGEME_SIZE\n  obox_fs = posix:prefix=/data/\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox\nmail_driver = obox\nmetacache_max_space = <|0|>\nobox {\n  fs posix {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox\nmail_driver = obox\nmetacache_max_space = CHANGEME_SIZE\nobox {\n  fs posix {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\nmetacache_max_space = 200G\nobox {\n  fs posix {\n  }\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\n!include {{ metacache }}\nplugin {\n  obox_fs = posix:prefix=/data/\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = posix:prefix=/data/\n  metacache_max_space = {{ space }}\n}\n',
      },
    ],
  },
  messages: {
    missing: 'Nothing limits the local index cache: set metacache_max_space to about 90 % of its disk.',
  },
  check({ configuration, storage, report }) {
    const format = oboxBackend(storage);
    if (format === undefined) return;
    const title = `Set metacache_max_space (replace ${placeholder})`;
    const space = findProSetting(configuration, 'metacache_max_space');
    if (space !== undefined && amountOf(space, 'size', configuration.decision.grammar) === 0n) {
      report({ at: space, message: 'missing', fixes: [{ title, safe: false, edits: [replace(space, placeholder)] }] });
    } else if (isUnset(configuration, 'metacache_max_space')) {
      const edits = [addProSetting(configuration, format.entry, `metacache_max_space = ${placeholder}`)];
      report({ at: format.driver, message: 'missing', fixes: [{ title, safe: false, edits }] });
    }
  },
});
