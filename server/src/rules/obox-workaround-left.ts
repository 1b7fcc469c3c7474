/** Switches of obox that help out of an emergency and do harm when they stay on. */

import type { Entry } from '../config/configuration.ts';
import { isYes, plainValue } from '../config/entries.ts';
import { connectionFilters } from '../config/scope.ts';
import { proEntries } from '../config/storage/proSettings.ts';
import type { Dialect } from '../knowledge/dialect.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';
import { removeSetting } from '../lint/settingEdits.ts';

export const oboxWorkaroundLeft = defineRule({
  id: 'obox-workaround-left',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/advanced/obox/',
  docs: {
    summary: 'A workaround of obox is on for everybody.',
    why: 'These switches trade the truth for availability. Mail programs that keep a cache take the empty mail, the changed UID or the empty INBOX at its word and delete their own copy: mails are lost for good. obox_disable_fast_copy only costs time: every copy goes over the network twice.',
    exceptions:
      'Where a client has no cache, as webmail, the first two may be used inside a remote block for its hosts. Fast copies are to be switched off where a storage copies wrongly.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n<|obox_fetch_lost_mails_as_empty|> = yes\nremote 192.0.2.0/24 {\n  obox_fetch_lost_mails_as_empty = yes\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nremote 192.0.2.0/24 {\n  obox_fetch_lost_mails_as_empty = yes\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  metacache_max_space = 1G\n  <|obox_allow_inconsistency|> = yes\n}\n',
        fixed: 'plugin {\n  metacache_max_space = 1G\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  metacache_max_space = 1G\n}\nremote 192.0.2.1 {\n  plugin {\n    <|obox_allow_nonreproducible_uids|> = yes\n  }\n}\n',
        fixed: 'plugin {\n  metacache_max_space = 1G\n}\nremote 192.0.2.1 {\n  plugin {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  metacache_max_space = 1G\n}\nremote 192.0.2.1 {\n  plugin {\n    obox_allow_inconsistency = yes\n  }\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox_allow_nonreproducible_uids = no\nobox_fetch_lost_mails_as_empty = $ENV:EMERGENCY\n',
      },
    ],
  },
  messages: {
    inconsistency:
      'This may create a second INBOX and put the search index out of step: use it for webmail hosts only.',
    empty: 'Mail programs with a cache lose mails for good by this: use it inside a remote block for webmail only.',
    uids: 'UIDs may change with this, and mail programs then delete the wrong mails.',
    copy: 'Every copy of a mail is downloaded and uploaded again: keep this only for a storage that copies wrongly.',
  },
  check({ configuration, dialect, report }) {
    for (const { setting, message, isFineForSome, severity, dialects } of workarounds) {
      if (dialects !== undefined && (dialect === undefined || !dialects.includes(dialect))) continue;
      for (const entry of proEntries(configuration, setting)) {
        if (isYes(plainValue(entry)) !== true || (isFineForSome && isForSome(entry))) continue;
        const { document, statement } = entry;
        const title = 'Remove it (when the emergency that it was set for is over)';
        const fix = { title, safe: false, edits: removeSetting(configuration, statement) };
        report({ at: { document, span: statement.key }, message, severity, fixes: [fix] });
      }
    }
  },
});

interface Workaround {
  readonly setting: string;
  readonly message: 'inconsistency' | 'empty' | 'uids' | 'copy';
  readonly severity: 'warning' | 'information';
  /** Whether it may stay inside a connection filter. */
  readonly isFineForSome: boolean;
  /** Where it is not simply gone. */
  readonly dialects?: readonly Dialect[];
}

const workarounds: readonly Workaround[] = [
  {
    setting: 'obox_allow_inconsistency',
    message: 'inconsistency',
    severity: 'warning',
    isFineForSome: true,
    dialects: ['pro-2.3'],
  },
  { setting: 'obox_fetch_lost_mails_as_empty', message: 'empty', severity: 'warning', isFineForSome: true },
  { setting: 'obox_allow_nonreproducible_uids', message: 'uids', severity: 'warning', isFineForSome: false },
  { setting: 'obox_disable_fast_copy', message: 'copy', severity: 'information', isFineForSome: true },
];

function isForSome({ scope }: Entry): boolean {
  for (let at = scope; at !== undefined; at = at.parent) if (connectionFilters.has(at.filter)) return true;
  return false;
}
