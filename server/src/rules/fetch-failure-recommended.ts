/** What an IMAP client is told when a mail cannot be fetched from object storage. */

import { isUnset } from '../config/storage/proSettings.ts';
import { finalDriver, objectDrivers, oboxBackend } from '../config/storage/types.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';
import { addLines } from '../lint/settingEdits.ts';

export const fetchFailureRecommended = defineRule({
  id: 'fetch-failure-recommended',
  dialects: palomarAndUpgrade,
  severity: 'hint',
  profile: 'strict',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/storage_workarounds/',
  docs: {
    summary: "Mails are in object storage, but 'imap_fetch_failure' is not set.",
    why: 'By default Dovecot disconnects the client when a mail cannot be fetched. A client that then asks for the same mail again never comes further, though all other mails are there. no-after delivers what can be delivered and answers NO.',
    exceptions:
      'Clients differ in what they do with the answer NO: try it with those that your users have. That is why this is only a hint.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox\nmail_location = <|obox|>:%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = fscache:512M:/var/cache/mails/%4Nu:dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox\nimap_fetch_failure = no-after\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = fscache:512M:/var/cache/mails/%4Nu:dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nprotocol imap {\n  imap_fetch_failure = disconnect-immediately\n}\nplugin {\n  obox_fs = sproxyd:http://ring.example.com/?class=2\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = posix:prefix=/data/\n}\n',
      },
    ],
  },
  messages: {
    unset: "Clients are disconnected when one mail cannot be fetched: 'imap_fetch_failure = no-after' may be better.",
  },
  check({ configuration, storage, report }) {
    const format = oboxBackend(storage);
    if (format === undefined || !isUnset(configuration, 'imap_fetch_failure')) return;
    const drivers = storage.chains.filter(({ role }) => role === 'mail').map(finalDriver);
    if (!drivers.some((driver) => driver !== undefined && objectDrivers.has(driver.name.text))) return;
    const edits = [addLines(configuration, format.entry, ['imap_fetch_failure = no-after'])];
    const fix = { title: 'Answer NO for such mails (try it with your clients)', safe: false, edits };
    report({ at: format.driver, message: 'unset', fixes: [fix] });
  },
});
