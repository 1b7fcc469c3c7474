/** S05: obox is the only mailbox format of Palomar. dbox has a rule of its own, `dbox-migration-required`. */

import { storesMail } from '../config/storage/formats.ts';
import { storageSupportPage } from '../knowledge/support.ts';
import { useObox } from '../lint/oboxFix.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

const dbox = new Set(['dbox', 'sdbox', 'mdbox']);

export const mailFormatUnsupported = defineRule({
  id: 'mail-format-unsupported',
  dialects: palomarAndUpgrade,
  severity: 'error',
  statements: ['S05'],
  fixable: true,
  source: storageSupportPage,
  docs: {
    summary: 'Mails are kept in a format other than obox.',
    why: 'Palomar supports obox alone. Mails in Maildir or another format cannot be reached by every backend, and no SLA covers them.',
    exceptions: 'Namespaces of type virtual and those that only show mails of another server (imapc) are fine.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins {\n  quota = yes\n}\nmail_driver = <|maildir|>\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins {\n  obox = yes\n  quota = yes\n}\nmail_driver = obox\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = quota\nmail_location = <|maildir|>:~/Maildir # as ever\nplugin {\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = quota obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/ # as ever\nplugin {\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\nnamespace virtual {\n  prefix = virtual/\n  mail_driver = virtual\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_driver = maildir\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = $ENV:MAIL_DRIVER\n',
      },
    ],
  },
  messages: {
    unsupported:
      "The mailbox format '{format}' is not supported by Dovecot Pro 3.x: obox is the only one. Move the mails to obox, then change the setting.",
  },
  check({ storage, configuration, report }) {
    for (const format of storage.formats) {
      const { driver } = format;
      if (driver.text === 'obox' || dbox.has(driver.text) || !storesMail(driver.text)) continue;
      report({
        at: driver,
        message: 'unsupported',
        data: { format: driver.text },
        fixes: [useObox(format, configuration)],
      });
    }
  },
});
