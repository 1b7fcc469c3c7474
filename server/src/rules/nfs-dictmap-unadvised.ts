/** Dictmap in front of files, which have names already. */

import { finalDriver } from '../config/storage/types.ts';
import { pro30, pro31 } from '../lint/examples.ts';
import { defineRule, palomar } from '../lint/rule.ts';

const posix = 'posix:prefix=/data/%2LMu/%u/:no-fsync:accurate-mtime:dirs';

export const nfsDictmapUnadvised = defineRule({
  id: 'nfs-dictmap-unadvised',
  dialects: palomar,
  severity: 'hint',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/storage/providers/nfs.html',
  docs: {
    summary: 'Dictmap is used in front of a file system.',
    why: 'Dictmap is required for object storage, which cannot list or rename quickly. On NFS it only adds a database, without which no mailbox can be opened.',
    exceptions:
      'That it is not needed is a conclusion from the samples for NFS, which have none. Where mails are stored this way it must stay: the database knows their names.',
    noFix: 'The database knows the names of what is stored: without dictmap the mails are lost.',
    bad: [
      pro30(
        `plugin {\n  obox_fs = fscache:1G:/var/cache/mails:compress:zstd:3:<|dictmap|>:proxy:dict-async:c ; ${posix} ; refcounting-table\n}\n`,
      ),
    ],
    good: [
      pro30(`plugin {\n  obox_fs = fscache:1G:/var/cache/mails:compress:zstd:3:${posix}\n}\n`),
      pro31('fs_sproxyd_url = http://ring.example.com/\nobox {\n  fs dictmap {\n  }\n  fs sproxyd {\n  }\n}\n'),
    ],
  },
  messages: {
    unneeded: 'Dictmap is for object storage: on NFS it adds a database that nothing needs.',
  },
  check({ storage, report }) {
    for (const chain of storage.chains) {
      const dictmap = chain.drivers.find(({ name }) => name.text === 'dictmap');
      if (dictmap === undefined || finalDriver(chain)?.name.text !== 'posix') continue;
      report({ at: dictmap.name, message: 'unneeded' });
    }
  },
});
