/** The mailbox of lazy_expunge must keep mails longer than any operation of the storage takes. */

import { plainValue } from '../config/entries.ts';
import { oboxFormat } from '../config/storage/formats.ts';
import { lazyExpunge, retention } from '../config/storage/lazyExpunge.ts';
import { amountOf } from '../config/values/amount.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

/** 15 minutes, in milliseconds. */
const shortest = 900_000n;

export const expungedMailsLost = defineRule({
  id: 'expunged-mails-lost',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: 'The mailbox of lazy_expunge deletes its mails within 15 minutes.',
    why: 'lazy_expunge protects against a copy that is still under way while the original is deleted. That works only when mails stay in its mailbox longer than the slowest operation of the storage; below 15 minutes the object may be gone before the copy is known, and the mail is lost.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox lazy_expunge\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  lazy_expunge = DUMPSTER\n}\nnamespace inbox {\n  mailbox DUMPSTER {\n    autoexpunge = <|5 mins|>\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox lazy_expunge\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  lazy_expunge = DUMPSTER\n}\nnamespace inbox {\n  mailbox DUMPSTER {\n    autoexpunge = 7 days\n  }\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox lazy_expunge\nmail_driver = obox\nlazy_expunge_mailbox = INBOX/Gone\nnamespace inbox {\n  prefix = INBOX/\n  mailbox Gone {\n    autoexpunge = <|60s|>\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox lazy_expunge\nmail_driver = obox\nlazy_expunge_mailbox = INBOX/Gone\nnamespace inbox {\n  prefix = INBOX/\n  mailbox Gone {\n    autoexpunge = 7 days\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  lazy_expunge = DUMPSTER\n}\nnamespace inbox {\n  mailbox DUMPSTER {\n    autoexpunge = 7 days\n  }\n  mailbox Trash {\n    autoexpunge = 60s\n  }\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  lazy_expunge = DUMPSTER\n}\nnamespace inbox {\n  mailbox DUMPSTER {\n    autoexpunge = 0\n  }\n}\n',
      },
    ],
  },
  messages: {
    short: 'Mails must stay in the mailbox of lazy_expunge for at least 15 minutes, or copies under way lose them.',
  },
  check({ configuration, storage, report }) {
    const mailbox = plainValue(lazyExpunge(configuration).mailbox);
    if (mailbox === undefined || mailbox.text === '' || oboxFormat(storage.formats) === undefined) return;
    const kept = plainValue(retention(configuration, mailbox.text));
    const time = amountOf(kept, 'time', configuration.decision.grammar);
    if (kept === undefined || time === undefined || time === 0n || time >= shortest) return;
    const fix = { title: 'Keep expunged mails for 7 days', safe: true, edits: [replace(kept, '7 days')] };
    report({ at: kept, message: 'short', fixes: [fix] });
  },
});
