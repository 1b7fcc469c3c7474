/** `lazy_expunge_only_last_instance` cannot work on obox without dictmap. */

import { isYes, plainValue } from '../config/entries.ts';
import { proEntries } from '../config/storage/proSettings.ts';
import { hasDriver, isWhole } from '../config/storage/types.ts';
import { defineRule, replace } from '../lint/rule.ts';

export const lastInstanceUnsupported = defineRule({
  id: 'last-instance-unsupported',
  dialects: ['pro-2.3'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/lazy-expunge-plugin/',
  docs: {
    summary: "'lazy_expunge_only_last_instance' is on, but obox has no dictmap to count copies with.",
    why: 'The setting keeps a mail only when its last copy is expunged. Without dictmap obox does not know how many copies there are, so the setting does not do what it says.',
    bad: [
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  lazy_expunge_only_last_instance = <|yes|>\n  obox_fs = fscache:512M:/var/cache/mails/%4Nu:posix:prefix=/data/\n}\n',
        fixed:
          'plugin {\n  lazy_expunge_only_last_instance = no\n  obox_fs = fscache:512M:/var/cache/mails/%4Nu:posix:prefix=/data/\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  lazy_expunge_only_last_instance = yes\n  obox_fs = dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table\n}\n',
      },
      { dialect: 'pro-2.3', text: 'plugin {\n  lazy_expunge_only_last_instance = yes\n  obox_fs = {{ fs }}\n}\n' },
    ],
  },
  messages: {
    uncounted: 'Without dictmap in obox_fs obox cannot tell which copy is the last: set it to no.',
  },
  check({ configuration, storage, report }) {
    const mails = storage.chains.filter(({ role }) => role === 'mail');
    if (!mails.some((chain) => isWhole(chain, configuration) && !hasDriver(chain, ['dictmap']))) return;
    for (const entry of proEntries(configuration, 'lazy_expunge_only_last_instance')) {
      const value = plainValue(entry);
      if (value === undefined || isYes(value) !== true) continue;
      const fix = { title: 'Set it to no', safe: true, edits: [replace(value, 'no')] };
      report({ at: value, message: 'uncounted', fixes: [fix] });
    }
  },
});
