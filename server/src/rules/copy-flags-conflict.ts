/** `obox_track_copy_flags` without what it builds on. */

import { isYes, plainValue } from '../config/entries.ts';
import { lazyExpunge } from '../config/storage/lazyExpunge.ts';
import { proEntries } from '../config/storage/proSettings.ts';
import { hasDriver, isWhole } from '../config/storage/types.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';
import { removeSetting } from '../lint/settingEdits.ts';

export const copyFlagsConflict = defineRule({
  id: 'copy-flags-conflict',
  dialects: palomarAndUpgrade,
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: "'obox_track_copy_flags' is on without lazy_expunge or without dictmap.",
    why: 'The setting lets obox believe its own notes on which mails were copied, in place of asking the database. The notes are right only when lazy_expunge moves every expunged mail and dictmap counts the copies; otherwise objects that are still in use are deleted with the first copy.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox\nplugin {\n  metacache_max_space = 200G\n  <|obox_track_copy_flags|> = yes\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox\nplugin {\n  metacache_max_space = 200G\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox lazy_expunge\n<|obox_track_copy_flags|> = yes\n',
        fixed: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox lazy_expunge\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox lazy_expunge\nplugin {\n  lazy_expunge = DUMPSTER\n  <|obox_track_copy_flags|> = yes\n  obox_fs = fscache:512M:/var/cache/mails/%4Nu:posix:prefix=/data/\n}\n',
        fixed:
          'mail_plugins = obox lazy_expunge\nplugin {\n  lazy_expunge = DUMPSTER\n  obox_fs = fscache:512M:/var/cache/mails/%4Nu:posix:prefix=/data/\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox lazy_expunge\nplugin {\n  lazy_expunge = DUMPSTER\n  obox_track_copy_flags = yes\n  obox_fs = dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox {{ plugins }}\nplugin {\n  obox_track_copy_flags = yes\n}\n',
      },
      { dialect: 'pro-2.3', text: 'mail_plugins = obox\nplugin {\n  obox_track_copy_flags = no\n}\n' },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox lazy_expunge\nuserdb {\n  driver = ldap\n  args = /etc/dovecot/ldap.conf.ext\n}\nplugin {\n  obox_track_copy_flags = yes\n}\n',
      },
    ],
  },
  messages: {
    lazy: "'obox_track_copy_flags' is right only with lazy_expunge, which is not in use: remove it, or set lazy_expunge up.",
    dictmap: "'obox_track_copy_flags' is right only with dictmap, which the mail chain has not: remove it.",
  },
  check({ configuration, storage, report }) {
    const hasNoLazyExpunge = lazyExpunge(configuration).isActive === false;
    const hasNoDictmap = storage.chains.some(
      (chain) => chain.role === 'mail' && isWhole(chain, configuration) && !hasDriver(chain, ['dictmap']),
    );
    if (!hasNoLazyExpunge && !hasNoDictmap) return;
    for (const entry of proEntries(configuration, 'obox_track_copy_flags')) {
      if (isYes(plainValue(entry)) !== true) continue;
      const { document, statement } = entry;
      const fix = { title: 'Remove the setting', safe: true, edits: removeSetting(configuration, statement) };
      report({
        at: { document, span: statement.key },
        message: hasNoLazyExpunge ? 'lazy' : 'dictmap',
        fixes: [fix],
      });
    }
  },
});
