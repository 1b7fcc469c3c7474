/** Settings of obox beside another mailbox format. */

import type { Configuration } from '../config/configuration.ts';
import { entriesLike, entriesNamed } from '../config/entries.ts';
import { hasHole } from '../config/holes.ts';
import { locatedWord } from '../config/located.ts';
import { type MailFormat, oboxFormat, storesMail } from '../config/storage/formats.ts';
import { isProEntry } from '../config/storage/proSettings.ts';
import { usersMayDiffer } from '../config/users.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';
import { removeSetting } from '../lint/settingEdits.ts';

export const oboxSettingsMismatch = defineRule({
  id: 'obox-settings-mismatch',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/',
  docs: {
    summary: 'Settings of obox or metacache are made, but the mailbox format is another one.',
    why: 'These settings are for obox alone. With mails in files they do nothing, and whoever reads them believes in a cache or an object storage that is not there.',
    exceptions:
      'Where a user database may give a user another format, nothing is said. A command that reads the file for a migration may need the settings; then suppress this.',
    bad: [
      {
        dialect: 'pro-2.3',
        text: 'mail_location = sdbox:~/dbox\nuserdb {\n  driver = passwd\n}\nplugin {\n  quota = count:User quota\n  <|metacache_max_space|> = 200G\n}\n',
        fixed:
          'mail_location = sdbox:~/dbox\nuserdb {\n  driver = passwd\n}\nplugin {\n  quota = count:User quota\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = maildir\n<|obox_max_parallel_writes|> = 10\n',
        fixed: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = maildir\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'mail_location = mdbox:~/dbox\nnamespace new {\n  location = obox:%u:INDEX=~/:CONTROL=~/\n}\nplugin {\n  metacache_max_space = 200G\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_location = mdbox:~/dbox\nuserdb {\n  driver = sql\n  args = /etc/dovecot/dovecot-sql.conf.ext\n}\nplugin {\n  metacache_max_space = 200G\n}\n',
      },
      { dialect: 'pro-2.3', text: 'mail_location = $mail_place\nplugin {\n  metacache_max_space = 200G\n}\n' },
    ],
  },
  messages: {
    mismatch: "'{name}' is for obox, but the mailbox format is '{format}': it does nothing.",
  },
  check({ configuration, storage, report }) {
    const format = otherFormat(configuration, storage.formats);
    if (format === undefined) return;
    for (const entry of entriesLike(configuration, /^(?:obox|metacache)_/)) {
      if (!isProEntry(entry, configuration)) continue;
      const { statement, document } = entry;
      const edits = removeSetting(configuration, statement);
      report({
        at: locatedWord(statement.key, document),
        message: 'mismatch',
        data: { name: statement.key.text, format: format.driver.text },
        fixes: [{ title: 'Remove the setting (unless a migration reads it)', safe: false, edits }],
        related: [{ ...format.driver, message: 'The mailbox format is chosen here.' }],
      });
    }
  },
});

/** The format of everybody's mails, when it is known and none of them can be in obox. */
function otherFormat(configuration: Configuration, formats: readonly MailFormat[]): MailFormat | undefined {
  const settings = ['mail_location', 'mail_driver', 'location'].flatMap((name) => entriesNamed(configuration, name));
  const isHidden = settings.some(({ statement }) => hasHole(statement.value.content.text));
  if (isHidden || oboxFormat(formats) !== undefined || usersMayDiffer(configuration)) return undefined;
  return formats.find(({ driver, entry }) => entry.scope === undefined && storesMail(driver.text));
}
