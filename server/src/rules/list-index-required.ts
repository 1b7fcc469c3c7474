/** obox needs the list index. */

import { findIn } from '../config/effective/find.ts';
import { isYes, plainValue } from '../config/entries.ts';
import { oboxFormat } from '../config/storage/formats.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

export const listIndexRequired = defineRule({
  id: 'list-index-required',
  dialects: palomarAndUpgrade,
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/',
  docs: {
    summary: 'The list index is switched off, which obox cannot do without.',
    why: 'With obox the names of the folders are known from the list index alone: no directories on a disk could be read in its place. It is on by default.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox\nmail_driver = obox\nmailbox_list_index = <|no|>\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox\nmail_driver = obox\nmailbox_list_index = yes\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nmailbox_list_index = "<|no|>"\n',
        fixed: 'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nmailbox_list_index = "yes"\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\nnamespace virtual {\n  mail_driver = virtual\n  mailbox_list_index = no\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nmailbox_list_index = no\nmailbox_list_index = yes\n',
      },
    ],
  },
  messages: {
    off: 'obox needs the list index: it is the only place that knows the names of the folders.',
  },
  check({ configuration, storage, report }) {
    if (oboxFormat(storage.formats) === undefined) return;
    const value = plainValue(findIn(configuration, 'mailbox_list_index', ''));
    if (value === undefined || value.text === '' || isYes(value) !== false) return;
    const fix = { title: 'Switch the list index on', safe: true, edits: [replace(value, 'yes')] };
    report({ at: value, message: 'off', fixes: [fix] });
  },
});
