/** Search indexes in another storage than the mails. */

import { plain } from '../config/entries.ts';
import type { Located } from '../config/located.ts';
import { knownHost } from '../config/storage/system.ts';
import { type FsChain, type FsDriver, finalDriver } from '../config/storage/types.ts';
import { defineRule } from '../lint/rule.ts';

const tail = '?bucket=mails&reason_header_max_length=200';
const chain = (url: string) => `dictmap:proxy:dict-async:mails ; ${url} ; `;
const old = (mails: string, fts: string) =>
  `dovecot_config_version = 3.0.5\nmail_plugins = $mail_plugins obox lazy_expunge\nplugin {\n  lazy_expunge = EXPUNGED\n  obox_fs = ${chain(mails)}refcounting-table\n  fts_dovecot_fs = fts-cache:${chain(fts)}dict-prefix=%u/fts/\n}\n`;

export const ftsStorageMismatch = defineRule({
  id: 'fts-storage-mismatch',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/fts-dovecot-plugin/',
  docs: {
    summary: 'The search indexes are in another storage, on another host or in another bucket than the mails.',
    why: 'Search indexes belong to the mails: the two must not drift apart. In another storage they are backed up, restored and lost at other times, and searches find mails that are not there or miss those that are.',
    exceptions: 'The manual only asks that the two be "somewhat synchronized". A difference that is wanted may stay.',
    noFix: 'Which of the two is right only you know, and what is stored must move with it.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: old(`s3:https://s3.example.com/${tail}`, `<|sproxyd|>:http://ring.example.com/?class=1`),
      },
      {
        dialect: 'pro-3.0',
        text: old(`s3:https://s3.example.com/${tail}`, `s3:https://<|fts.example.com|>/${tail}`),
      },
      {
        dialect: 'pro-3.0',
        text: old(`s3:https://s3.example.com/${tail}`, `s3:https://s3.example.com/?bucket=<|search|>`),
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: old(`s3:https://s3.example.com/${tail}`, `s3:https://s3.example.com/${tail}`),
      },
      {
        dialect: 'pro-3.0',
        text: old(`s3:https://s3.example.com/${tail}`, `s3:https://{{ host }}/${tail}`),
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\nfs_s3_url = https://s3.example.com/\nobox {\n  fs aws-s3 {\n  }\n}\nfts dovecot {\n  fs s3 {\n  }\n}\n',
      },
    ],
  },
  messages: {
    storage: "Mails are in '{mails}', search indexes in '{fts}': keep them in one storage.",
    host: "Mails are on '{mails}', search indexes on '{fts}': keep them in one storage.",
    bucket: "Mails are in the bucket '{mails}', search indexes in '{fts}': keep them together.",
  },
  check({ storage, report }) {
    const mails = lastOf(storage.chains, 'mail');
    const fts = lastOf(storage.chains, 'fts');
    if (mails === undefined || fts === undefined) return;
    for (const { message, of } of parts) {
      const [own, other] = [of(fts), of(mails)];
      if (own === undefined || other === undefined || kind(own.text) === kind(other.text)) continue;
      report({
        at: own,
        message,
        data: { mails: other.text, fts: own.text },
        related: [{ ...other, message: 'This is for the mails.' }],
      });
      return;
    }
  },
});

function lastOf(chains: readonly FsChain[], role: FsChain['role']): FsDriver | undefined {
  const chain = chains.find((each) => each.role === role);
  return chain === undefined ? undefined : finalDriver(chain);
}

/** In this order: where the storage differs, the rest does so as well. */
const parts: readonly { message: 'storage' | 'host' | 'bucket'; of: (driver: FsDriver) => Located | undefined }[] = [
  { message: 'storage', of: ({ name }) => plain(name) },
  { message: 'host', of: (driver) => (knownHost(driver) === undefined ? undefined : driver.url?.host) },
  { message: 'bucket', of: ({ get }) => plain(get('fs_s3_bucket')) },
];

/** Both S3 drivers speak to the same storage. */
function kind(text: string): string {
  return text === 'aws-s3' ? 's3' : text.toLowerCase();
}
