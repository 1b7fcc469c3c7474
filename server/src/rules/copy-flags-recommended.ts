/** With lazy_expunge and dictmap, `obox_track_copy_flags` saves questions to the database. */

import { isYes, plainValue } from '../config/entries.ts';
import { lazyExpunge } from '../config/storage/lazyExpunge.ts';
import { findProEntry, isUnset } from '../config/storage/proSettings.ts';
import { hasDriver } from '../config/storage/types.ts';
import { insertAbove } from '../lint/edits.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

export const copyFlagsRecommended = defineRule({
  id: 'copy-flags-recommended',
  dialects: palomarAndUpgrade,
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: "With lazy_expunge and dictmap in use, 'obox_track_copy_flags' is not set.",
    why: 'Each expunged mail makes obox ask the database whether other copies of it exist. With lazy_expunge obox can keep that knowledge in its own indexes, and the question is saved.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox lazy_expunge\nplugin {\n  <|lazy_expunge|> = DUMPSTER\n  obox_fs = dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox lazy_expunge\nplugin {\n  obox_track_copy_flags = yes\n  lazy_expunge = DUMPSTER\n  obox_fs = dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox lazy_expunge\nplugin {\n  lazy_expunge = DUMPSTER\n  obox_track_copy_flags = yes\n  obox_fs = dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox lazy_expunge\nplugin {\n  lazy_expunge = DUMPSTER\n  obox_fs = posix:prefix=/data/\n}\n',
      },
    ],
  },
  messages: {
    recommended:
      "With lazy_expunge and dictmap, 'obox_track_copy_flags = yes' saves a database query for each expunge.",
  },
  check({ configuration, storage, report }) {
    const { isActive, mailbox } = lazyExpunge(configuration);
    if (isActive !== true || mailbox === undefined) return;
    if (!storage.chains.some((chain) => chain.role === 'mail' && hasDriver(chain, ['dictmap']))) return;
    const value = plainValue(findProEntry(configuration, 'obox_track_copy_flags'));
    const title = 'Set obox_track_copy_flags to yes';
    if (isYes(value) === false) {
      report({ at: value!, message: 'recommended', fixes: [{ title, safe: true, edits: [replace(value!, 'yes')] }] });
    } else if (isUnset(configuration, 'obox_track_copy_flags')) {
      const { document, statement } = mailbox;
      const edits = [insertAbove(document, statement.from, ['obox_track_copy_flags = yes'])];
      report({
        at: { document, span: statement.key },
        message: 'recommended',
        fixes: [{ title, safe: true, edits }],
      });
    }
  },
});
