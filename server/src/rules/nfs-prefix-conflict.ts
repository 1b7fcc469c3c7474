/** Mails in the folder of the search indexes. */

import { isKnown } from '../config/holes.ts';
import { finalDriver } from '../config/storage/types.ts';
import { pro30, pro31 } from '../lint/examples.ts';
import { defineRule, palomar } from '../lint/rule.ts';

const rest = 'no-fsync:accurate-mtime:dirs';
const chains = (mails: string) =>
  `plugin {\n  obox_fs = fscache:1G:/var/cache/mails:compress:zstd:3:posix:prefix=${mails}:${rest}\n  fts_dovecot_fs = fts-cache:fscache:1G:/var/cache/fts:compress:zstd:3:posix:prefix=/data/%2LMu/%u/fts/:${rest}\n}\n`;

export const nfsPrefixConflict = defineRule({
  id: 'nfs-prefix-conflict',
  dialects: palomar,
  severity: 'hint',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecotpro.com/3.0.0/storage/providers/nfs.html',
  docs: {
    summary: 'Mails or index bundles are stored in the folder of the full text search.',
    why: 'Search indexes are thrown away and built again when something is wrong with them. Whoever deletes the folder for that deletes the mails with it.',
    exceptions:
      'A sample in the manual of 3.0 has the same folder for all three, by mistake as it seems; that it is one is a conclusion. Mails that lie there must be moved with the setting.',
    noFix: 'What is stored would have to move with the setting.',
    bad: [pro30(chains('<|/data/%2LMu/%u/fts/|>'))],
    good: [
      pro30(chains('/data/%2LMu/%u/')),
      pro31(
        'obox {\n  fs posix {\n    prefix = /data/mails/%{user | md5 | hexlify(2)}/\n  }\n}\nfts dovecot {\n  fs posix {\n    prefix = /data/fts/%{user | md5 | hexlify(2)}/\n  }\n}\n',
      ),
    ],
  },
  messages: {
    same: 'This is the folder of the search indexes: give {what} another one.',
  },
  check({ storage, report }) {
    const prefixes = storage.chains.flatMap((chain) => {
      const driver = finalDriver(chain);
      const prefix = driver?.name.text === 'posix' ? driver.get('fs_posix_prefix') : undefined;
      return prefix === undefined ? [] : [{ role: chain.role, prefix }];
    });
    const search = prefixes.find(({ role }) => role === 'fts')?.prefix;
    if (search === undefined || !isKnown(search.text) || !/(?:^|\/)fts(?:\/|$)/.test(search.text)) return;
    for (const { role, prefix } of prefixes) {
      if (role === 'fts' || prefix.text !== search.text) continue;
      const what = role === 'mail' ? 'mails' : 'index bundles';
      const related = [{ ...search, message: 'Search indexes are stored here.' }];
      report({ at: prefix, message: 'same', data: { what }, related });
    }
  },
});
