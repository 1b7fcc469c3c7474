/** S06, S07: who has dbox must migrate to obox; the setting can be changed here, the mails cannot. */

import { storageSupportPage } from '../knowledge/support.ts';
import { useObox } from '../lint/oboxFix.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

const dbox = new Set(['dbox', 'sdbox', 'mdbox']);

export const dboxMigrationRequired = defineRule({
  id: 'dbox-migration-required',
  dialects: palomarAndUpgrade,
  severity: 'error',
  statements: ['S06', 'S07'],
  fixable: true,
  source: storageSupportPage,
  docs: {
    summary: 'Mails are kept in dbox, which Dovecot Pro 3.x no longer supports.',
    why: 'Users with dbox on Pro 2.3 must be moved to obox for 3.x. There is no conversion in place: every mailbox has to be copied by a synchronisation from the old system to the new one. Changing the setting alone leaves users with empty mailboxes.',
    exceptions: 'On Pro 2.3 dbox is supported; there the finding is information for the upgrade.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins {\n  quota = yes\n}\nmail_driver = <|mdbox|>\nmail_path = ~/mdbox\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins {\n  obox = yes\n  quota = yes\n}\nmail_driver = obox\nmail_path = ~/mdbox\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = fts_dovecot\nmail_location = <|sdbox|>:~/dbox\nplugin {\n}\n',
        fixed: 'mail_plugins = fts_dovecot obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n}\n',
      },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'mail_location = mdbox:~/mdbox\nplugin {\n}\n' },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\n',
      },
    ],
  },
  messages: {
    migrate:
      "'{format}' must be migrated to obox for Dovecot Pro 3.x. Nothing converts it in place: synchronise every mailbox into a new obox system.",
  },
  check({ storage, configuration, report }) {
    for (const format of storage.formats) {
      if (!dbox.has(format.driver.text)) continue;
      report({
        at: format.driver,
        message: 'migrate',
        data: { format: format.driver.text },
        fixes: [useObox(format, configuration)],
      });
    }
  },
});
