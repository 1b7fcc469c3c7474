/** Users side by side in one folder of the NFS storage. */

import { isKnown } from '../config/holes.ts';
import { finalDriver } from '../config/storage/types.ts';
import { pro30, pro31 } from '../lint/examples.ts';
import { hashesIn, hashFolder, insertHash } from '../lint/hashFolders.ts';
import { defineRule, palomar } from '../lint/rule.ts';

export const nfsHashMissing = defineRule({
  id: 'nfs-hash-missing',
  dialects: palomar,
  severity: 'hint',
  profile: 'strict',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/nfs.html',
  docs: {
    summary: 'The folders of all users on NFS are in one folder, without a level of hash folders.',
    why: 'Very many entries in one folder make every lookup in it slow on most file servers. The samples for NFS spread users over 256 folders by a hash of the name.',
    exceptions: 'Few users, or a file system that copes with large folders.',
    bad: [
      pro30(
        'plugin {\n  obox_fs = fscache:1G:/var/cache/mails:compress:zstd:3:posix:prefix=<|/data/%u/mails/|>:no-fsync:accurate-mtime:dirs\n}\n',
        'plugin {\n  obox_fs = fscache:1G:/var/cache/mails:compress:zstd:3:posix:prefix=/data/%2Mu/%u/mails/:no-fsync:accurate-mtime:dirs\n}\n',
      ),
      pro31(
        'metacache {\n  fs posix {\n    prefix = <|/data/%{user}/|>\n  }\n}\n',
        'metacache {\n  fs posix {\n    prefix = /data/%{user | md5 | hexlify(2)}/%{user}/\n  }\n}\n',
      ),
    ],
    good: [
      pro30('plugin {\n  obox_fs = fscache:1G:/var/cache/mails:posix:prefix=/data/%2LMu/%u/:no-fsync\n}\n'),
      pro31('obox {\n  fs posix {\n    prefix = /data/\n  }\n}\n'),
      pro31('obox {\n  fs posix {\n    prefix = /data/{{ hash }}/%{user}/\n  }\n}\n'),
    ],
  },
  messages: {
    flat: 'The folders of all users are in one folder: put a level of hash folders above them.',
  },
  check({ storage, configuration, report }) {
    const { grammar } = configuration.decision;
    if (grammar === undefined) return;
    for (const chain of storage.chains) {
      const driver = finalDriver(chain);
      const prefix = driver?.name.text === 'posix' ? driver.get('fs_posix_prefix') : undefined;
      if (prefix === undefined || !isKnown(prefix.text) || hashesIn(prefix.text, grammar) !== 0) continue;
      const title = 'Add a level of hash folders (only before the first mail is stored)';
      report({
        at: prefix,
        message: 'flat',
        fixes: [{ title, safe: false, edits: [insertHash(prefix, hashFolder[grammar])] }],
      });
    }
  },
});
