/** Mails on object storage with dictmap, and no lazy_expunge. */

import type { Located } from '../config/located.ts';
import { lazyExpunge } from '../config/storage/lazyExpunge.ts';
import { type FsChain, finalDriver, objectDrivers } from '../config/storage/types.ts';
import { defineRule } from '../lint/rule.ts';

const old = (plugins: string) =>
  `dovecot_config_version = 3.0.5\nmail_plugins = $mail_plugins ${plugins}\nplugin {\n  lazy_expunge = EXPUNGED\n  obox_fs = <|dictmap|>:proxy:dict-async:mails ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table:bucket-size=10000:bucket-cache=%h/buckets.cache:nlinks-limit=3:delete-timestamp=+10s:bucket-deleted-days=11:lockdir=/tmp\n}\n`;

export const lazyExpungeRecommended = defineRule({
  id: 'lazy-expunge-recommended',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'hint',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: 'Dictmap is used for mails without lazy_expunge.',
    why: 'lazy_expunge moves expunged mails into a mailbox of their own and deletes them later. That makes races between copying and deleting practically impossible, so the locks and many queries to Cassandra can be saved (obox_track_copy_flags), and users get back what they deleted by mistake.',
    exceptions: 'Where mails must be gone at once, for legal reasons or because of quotas, leave it off.',
    noFix: 'It takes a namespace, and a decision how long deleted mails are kept.',
    bad: [
      { dialect: 'pro-3.0', text: old('obox') },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\nmail_driver = obox\nobox {\n  fs <|dictmap|> {\n    lock_path = /tmp\n  }\n  fs sproxyd {\n  }\n}\n',
      },
    ],
    good: [
      { dialect: 'pro-3.0', text: old('obox lazy_expunge').replace('<|', '').replace('|>', '') },
      { dialect: 'pro-3.0', text: old('{{ plugins }}').replace('<|', '').replace('|>', '') },
    ],
  },
  messages: {
    missing: 'lazy_expunge is highly recommended with dictmap: it avoids races, locks and queries.',
  },
  check({ storage, configuration, report }) {
    if (lazyExpunge(configuration).isActive !== false) return;
    for (const chain of storage.chains) {
      const at = chain.role === 'mail' ? sharedBy(chain) : undefined;
      if (at !== undefined) report({ at, message: 'missing' });
    }
  },
});

/** The driver by which mails share objects: dictmap, or the storage that should have it in front. */
function sharedBy(chain: FsChain): Located | undefined {
  const dictmap = chain.drivers.find(({ name }) => name.text === 'dictmap');
  const last = finalDriver(chain);
  return dictmap?.name ?? (last !== undefined && objectDrivers.has(last.name.text) ? last.name : undefined);
}
