/** Locks around copying and deleting: needed without lazy_expunge, in the way with it. */

import { type Dictmap, dictmaps, isDictmapOn } from '../config/storage/dictmap.ts';
import { lazyExpunge } from '../config/storage/lazyExpunge.ts';
import { addDictmapSetting, removeDictmapSetting } from '../lint/dictmapParameter.ts';
import { defineRule } from '../lint/rule.ts';

const old = (plugins: string, parameters: string) =>
  `dovecot_config_version = 3.0.5\nmail_plugins = $mail_plugins ${plugins}\nplugin {\n  lazy_expunge = EXPUNGED\n  obox_fs = dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table:bucket-size=10000:bucket-cache=%h/buckets.cache:nlinks-limit=3:delete-timestamp=+10s:bucket-deleted-days=11${parameters}\n}\n`;
const blocks = (plugins: string, parameters: string) =>
  `dovecot_config_version = 3.1.2\nmail_plugins {\n${plugins}}\nlazy_expunge_mailbox = EXPUNGED\nobox {\n  fs dictmap {\n${parameters}    dict proxy {\n      name = mails\n      socket_path = dict-async\n    }\n  }\n  fs sproxyd {\n  }\n}\n`;

export const dictmapLockMismatch = defineRule({
  id: 'dictmap-lock-mismatch',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: 'Dictmap has no locks and lazy_expunge is not in use, or it has both.',
    why: 'When a mail is copied while its last original is deleted, the object can be gone before the copy is noted, and the mail is lost. lazy_expunge avoids that, because it keeps expunged mails for a while. Without it locks on the backend help against the most common case. With it they are not needed, and each one costs a query to Cassandra.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: old('obox', '').replace('= dictmap', '= <|dictmap|>'),
        fixed: old('obox', ':lockdir=/tmp'),
      },
      {
        dialect: 'pro-3.0',
        text: old('obox lazy_expunge', ':lockdir=<|/tmp|>'),
        fixed: old('obox lazy_expunge', ''),
      },
      {
        dialect: 'pro-3.1',
        text: blocks('  obox = yes\n', '').replace('fs dictmap', 'fs <|dictmap|>'),
        fixed: blocks('  obox = yes\n', '    lock_path = /tmp\n'),
      },
      {
        dialect: 'pro-3.1',
        text: blocks('  obox = yes\n  lazy_expunge = yes\n', '    lock_path = <|/tmp|>\n'),
        fixed: blocks('  obox = yes\n  lazy_expunge = yes\n', ''),
      },
    ],
    good: [
      { dialect: 'pro-3.0', text: old('obox lazy_expunge', '') },
      { dialect: 'pro-3.1', text: blocks('  obox = yes\n', '    lock_path = /tmp\n') },
      { dialect: 'pro-3.0', text: old('{{ plugins }}', '') },
    ],
  },
  messages: {
    missing: 'Nothing keeps copying and deleting of a mail apart: load lazy_expunge, or set a folder for locks.',
    needless: 'With lazy_expunge the locks are not needed, and each one costs a query to Cassandra.',
  },
  check({ storage, configuration, report }) {
    const { isActive } = lazyExpunge(configuration);
    for (const dictmap of dictmaps(storage.chains)) {
      const { driver } = dictmap;
      if (!countsReferences(dictmap)) continue;
      const lock = driver.get(setting);
      if (isActive === true && lock !== undefined && lock.text !== '') {
        const edits = removeDictmapSetting(configuration, driver, lock);
        report({ at: lock, message: 'needless', fixes: [{ title: 'Take it out', safe: true, edits }] });
      } else if (isActive === false && lock === undefined && driver.complete) {
        const edits = [addDictmapSetting(driver, setting, 'lockdir', '/tmp')];
        report({ at: driver.name, message: 'missing', fixes: [{ title: 'Lock in /tmp', safe: true, edits }] });
      }
    }
  },
});

const setting = 'fs_dictmap_lock_path';

/** Only where mails share objects there is something to lock. */
function countsReferences(dictmap: Dictmap): boolean {
  const { chain } = dictmap;
  return chain.role === 'mail' && !chain.open && isDictmapOn(dictmap, 'fs_dictmap_refcounting_table') === true;
}
