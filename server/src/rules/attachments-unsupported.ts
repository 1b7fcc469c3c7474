/** Attachments outside of the mails are a thing of dbox. */

import { entriesNamed, plainValue } from '../config/entries.ts';
import { locatedWord } from '../config/located.ts';
import { oboxFormat } from '../config/storage/formats.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';
import { removeSetting } from '../lint/settingEdits.ts';

const settings = ['mail_attachment_dir', 'mail_ext_attachment_path'];
const dbox = /^[sm]?dbox$/;

export const attachmentsUnsupported = defineRule({
  id: 'attachments-unsupported',
  dialects: palomarAndUpgrade,
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/summaries/settings.html',
  docs: {
    summary: 'A folder for attachments is set, but obox keeps attachments inside the mails.',
    why: 'Only sdbox and mdbox take attachments out of mails and keep them in files of their own. With obox the setting has no effect; left from a former format, it lets people look for attachments in the wrong place.',
    exceptions: 'No page of the manual says this in so many words; it follows from how the formats are described.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\n<|mail_ext_attachment_path|> = /var/attachments\nmail_plugins = obox\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\nmail_plugins = obox\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\n<|mail_attachment_dir|> = /var/attachments\n',
        fixed: 'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nnamespace old {\n  location = mdbox:~/mdbox\n}\nmail_attachment_dir = /var/attachments\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_attachment_dir =\n',
      },
    ],
  },
  messages: {
    unused: "'{name}' has no effect with obox: attachments stay inside the mails.",
  },
  check({ configuration, storage, report }) {
    if (oboxFormat(storage.formats) === undefined) return;
    if (storage.formats.some(({ driver }) => dbox.test(driver.text))) return;
    for (const entry of settings.flatMap((name) => entriesNamed(configuration, name))) {
      const value = plainValue(entry);
      if (value === undefined || value.text === '') continue;
      const { document, statement } = entry;
      const fix = { title: 'Remove the setting', safe: true, edits: removeSetting(configuration, statement) };
      const at = locatedWord(statement.key, document);
      report({ at, message: 'unused', data: { name: statement.key.text }, fixes: [fix] });
    }
  },
});
