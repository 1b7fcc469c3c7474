/** A long time between uploads of indexes is a long time of changes that a crash loses. */

import { findProSetting } from '../config/storage/proSettings.ts';
import { amountOf } from '../config/values/amount.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

/** Three times the default, in milliseconds: below that nobody is told. */
const longest = 900_000n;

export const metacacheChangesLost = defineRule({
  id: 'metacache-changes-lost',
  dialects: palomarAndUpgrade,
  severity: 'information',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/obox-plugin/',
  docs: {
    summary: 'Changed indexes are uploaded less often than every 15 minutes.',
    why: 'Flags, and whatever else is only in the indexes, reach the storage with the next upload. When a backend crashes, all changes since the last one are lost: read mails are unread again, deleted flags are gone.',
    exceptions: 'A longer time saves uploads; who accepts the loss may choose it. The default is 5 minutes.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache_upload_interval = <|2 hours|>\n',
        fixed: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache_upload_interval = 5min\n',
      },
    ],
    good: [
      { dialect: 'pro-2.3', text: 'plugin {\n  metacache_upload_interval = 10min\n}\n' },
      { dialect: 'pro-2.3', text: 'plugin {\n  metacache_upload_interval = {{ hours }}h\n}\n' },
    ],
  },
  messages: {
    long: 'Flags changed within this time are lost when the backend crashes: the default is 5 minutes.',
  },
  check({ configuration, report }) {
    const interval = findProSetting(configuration, 'metacache_upload_interval');
    const time = amountOf(interval, 'time', configuration.decision.grammar);
    if (interval === undefined || time === undefined || time <= longest) return;
    const fix = { title: 'Set it to 5min', safe: true, edits: [replace(interval, '5min')] };
    report({ at: interval, message: 'long', fixes: [fix] });
  },
});
